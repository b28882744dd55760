/** Reads what a message reports of a place that several households share, so that many reports of one cause are seen together. */
import { z } from 'zod';
import { districtOf, findPlaces, ownHomes, type Place } from './addresses.ts';

const phrasesSchema = z.array(z.string().min(2).max(80)).min(1).max(100);
const placesSchema = z.array(z.enum(['building', 'street', 'postcode'])).max(3);

/** `rules/incidents.yaml`. */
export const incidentRulesSchema = z.strictObject({
  /** So many different households make an incident. */
  households: z.int().min(2).max(100),
  /** Each report within so many hours of another one. */
  hours: z
    .number()
    .min(1)
    .max(24 * 60),
  troubles: phrasesSchema,
  /** What stands before a thing that is not there. */
  missing: phrasesSchema,
  over: phrasesSchema,
  shared: phrasesSchema,
  kinds: z.record(
    z.string().regex(/^[a-z][a-z0-9_]*$/, 'expected a name such as door_entry'),
    z.strictObject({
      /** As staff read it: "the heating or hot water". */
      says: z.string().min(3).max(80),
      at: placesSchema.min(1),
      shared_at: placesSchema.default([]),
      things: phrasesSchema,
      /** Instead of the troubles that hold for any thing. */
      troubles: phrasesSchema.optional(),
      /** A sentence with this tells of something else. */
      unless: phrasesSchema.optional(),
    }),
  ),
});
export type IncidentRules = z.infer<typeof incidentRulesSchema>;

export interface Report {
  /** `building castle court`. */
  place: string;
  /** As written: `Castle Court`. */
  place_name: string;
  kind: string;
  /** Number within the place, or the writer's home as a whole; null where none is said. */
  home: string | null;
  /** Postcode district, where a postcode was said. */
  district: string | null;
}

const READ_CHARACTERS = 8_000;
const MOST_REPORTS = 12;

interface Ready {
  over: RegExp;
  shared: RegExp;
  kinds: {
    kind: string;
    things: RegExp;
    troubles: RegExp;
    /** Null where the kind names its own troubles. */
    missing: RegExp | null;
    unless: RegExp | null;
    at: readonly Place['kind'][];
    shared_at: readonly Place['kind'][];
  }[];
}
const ready = new WeakMap<IncidentRules, Ready>();

/** Whole words of folded text; every phrase is plain words, so the pattern runs in linear time. */
function anyOf(phrases: readonly string[]): RegExp {
  return new RegExp(` (?:${choice(phrases)}) `);
}

function choice(phrases: readonly string[]): string {
  return phrases.map((phrase) => phrase.toLowerCase().replaceAll(/[^\p{L}\p{N} ]/gu, '')).join('|');
}

function readyOf(rules: IncidentRules): Ready {
  const known = ready.get(rules);
  if (known) return known;
  const made: Ready = {
    over: anyOf(rules.over),
    shared: anyOf(rules.shared),
    kinds: Object.entries(rules.kinds).map(([kind, one]) => ({
      kind,
      things: anyOf(one.things),
      troubles: anyOf(one.troubles ?? rules.troubles),
      missing: one.troubles ? null : new RegExp(` (?:${choice(rules.missing)}) (?:\\p{L}{1,20} )?(?:${choice(one.things)}) `, 'u'),
      unless: one.unless ? anyOf(one.unless) : null,
      at: one.at,
      shared_at: one.shared_at,
    })),
  };
  ready.set(rules, made);
  return made;
}

/** A sentence as ` words between single spaces `, "isn't" as "is not". */
function folded(sentence: string): string {
  const words = sentence
    .toLowerCase()
    .replaceAll(/n['’]t\b|(?<=\b(?:is|was|are|were|has|have|does|do|did|ca|wo))nt\b/g, ' not')
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return ` ${words} `;
}

/**
 * What a message reports, one entry for each place and kind. Linear in its length; only its beginning is read.
 * @param address of the sender, where the channel gave one
 */
export function readReports(text: string, address: string | null, rules: IncidentRules): Report[] {
  const { over, shared, kinds } = readyOf(rules);
  const read = text.slice(0, READ_CHARACTERS);
  const sentences = read.split(/[.!?\n]+/).map(folded);
  const told = sentences.filter((sentence) => !over.test(sentence));
  const speaks_for_more = sentences.some((sentence) => shared.test(sentence));
  const found = kinds.filter(({ things, troubles, missing, unless }) =>
    told.some(
      (sentence) =>
        ((things.test(sentence) && troubles.test(sentence)) || missing?.test(sentence) === true) && unless?.test(sentence) !== true,
    ),
  );
  if (found.length === 0) return [];
  const given = (address ?? '').slice(0, 500);
  const places = [...findPlaces(read), ...findPlaces(given)];
  const postcode = places.find(({ kind }) => kind === 'postcode');
  const district = postcode ? districtOf(postcode.name) : null;
  const own = ownHomes(given, true)[0] ?? ownHomes(read)[0] ?? null;
  const reports = new Map<string, Report>();
  for (const { kind, at, shared_at } of found) {
    for (const place of places) {
      if (!at.includes(place.kind) && !(speaks_for_more && shared_at.includes(place.kind))) continue;
      const key = `${place.kind} ${place.name}`;
      const before = reports.get(`${kind} ${key}`);
      const number = places.find(({ name, number }) => name === place.name && number !== null)?.number ?? null;
      if (before || reports.size >= MOST_REPORTS) continue;
      reports.set(`${kind} ${key}`, { place: key, place_name: place.label, kind, home: number ?? own, district });
    }
  }
  return [...reports.values()];
}

/**
 * How many households stand behind reports: two of one home, or of one sender, are one.
 * @returns the households, each as the places of its reports in the list
 */
export function householdsOf(reports: readonly { home: string | null; sender: string | null }[]): number[][] {
  const groups: number[][] = [];
  const by_key = new Map<string, number[]>();
  for (const [at, { home, sender }] of reports.entries()) {
    const keys = [...(home === null ? [] : [`home ${home}`]), ...(sender === null ? [] : [`sender ${sender}`])];
    const known = [
      ...new Set(keys.flatMap((key) => by_key.get(key) ?? []).map((member) => groups.findIndex((g) => g.includes(member)))),
    ];
    const joined = [...known.flatMap((number) => groups[number] ?? []), at];
    for (const number of known.toSorted((a, b) => b - a)) groups.splice(number, 1);
    groups.push(joined);
    for (const key of keys) by_key.set(key, joined);
  }
  return groups;
}
