/** `triage replay`: decides every stored contact under two policies and tells what differs, so that an edit's effect is seen before it is published. */
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { localDateSchema, startOfDay } from '../../rules/days.ts';
import type { Decision, Proposal, TriageInput } from '../../rules/decision.ts';
import { kindOf } from '../../rules/kinds.ts';
import { PackError, type PolicyPack } from '../../rules/pack.ts';
import { ruleBook, triage } from '../../rules/triage.ts';
import { type Replayed, storedContacts } from '../cases/replay.ts';
import { messageOf } from '../errors.ts';
import { modelOf } from '../model.ts';
import { loadPack, loadPackFolder } from '../packs.ts';
import { withReader } from './core.ts';
import { InputError, type Io, type Verb } from './verb.ts';

const USAGE = 'replay --pack A --against B [--from DATE]   (A and B: the id of a pack, or a folder such as ./my-pack)';

export const replay: Verb = {
  usage: USAGE,
  async run(args, io) {
    const { pack, against, from } = readArguments(args);
    const totals = newTotals();
    await withReader(io, async ({ db, channels }) => {
      for await (const contact of storedContacts(db, channels, from)) {
        const line = compare(contact, pack, against, totals, io);
        if (line !== null) await write(io, line);
      }
    });
    await write(io, { totals: { ...totals, pack: refOf(pack), against: refOf(against), moves: movesOf(totals.moves) } });
    return totals.differ > 0 ? 1 : 0;
  },
};

function readArguments(args: string[]): { pack: PolicyPack; against: PolicyPack; from: Date | null } {
  const options = { pack: { type: 'string' }, against: { type: 'string' }, from: { type: 'string' } } as const;
  const read = () => {
    try {
      return parseArgs({ args, options, allowPositionals: false }).values;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      throw new InputError(`replay: ${error.message.split('\n')[0] ?? ''}`, { cause: error });
    }
  };
  const { pack, against, from } = read();
  return { pack: choose('--pack', pack), against: choose('--against', against), from: startFrom(from) };
}

function startFrom(from: string | undefined): Date | null {
  if (from === undefined) return null;
  if (localDateSchema.safeParse(from).success) return startOfDay(from);
  throw new InputError(`--from: expected a day such as 2026-11-01, got ${JSON.stringify(from)}`);
}

/** What is written with a slash, or as `.`, is a folder; everything else the id of a pack. */
function choose(option: string, given: string | undefined): PolicyPack {
  if (given === undefined) throw new InputError(`expected ${option} with the id of a pack or a folder, got none`);
  const is_folder = /[\\/]/.test(given) || given === '.' || given === '..';
  try {
    const pack = is_folder ? loadPackFolder(given) : loadPack(given);
    ruleBook(pack); // a phrase that cannot be read is told before the first contact
    return pack;
  } catch (error) {
    if (!(error instanceof PackError || error instanceof SyntaxError)) throw error;
    throw new InputError(`${option} ${given}: ${error.message}`, { cause: error });
  }
}

/** The parts of a proposal that a colleague would see otherwise; confidence alone is no difference. */
function parts({ decision, needs_review }: Proposal) {
  return {
    outcome: decision.outcome,
    exclusion: decision.outcome === 'exclusion' ? decision.exclusion : null,
    topic: decision.outcome === 'other' ? decision.topic : null,
    service_area: decision.service_area,
    flags: decision.flags,
    themes: decision.themes,
    hazard_category: decision.hazard_category,
    also_service_request: decision.also_service_request,
    partial_exclusions: decision.partial_exclusions,
    duplicate_of: decision.duplicate_of,
    needs_review,
  };
}
type Parts = ReturnType<typeof parts>;
const PART_NAMES: readonly (keyof Parts)[] = [
  'outcome',
  'exclusion',
  'topic',
  'service_area',
  'flags',
  'themes',
  'hazard_category',
  'also_service_request',
  'partial_exclusions',
  'duplicate_of',
  'needs_review',
];

interface Totals {
  contacts: number;
  /** Could not be read, so there is nothing to decide under any policy. */
  unread: number;
  /** A rule set broke on it; told on standard error. */
  failed: number;
  differ: number;
  /** How many differ in each part. */
  changed: Partial<Record<keyof Parts, number>>;
  /** By decision under the one and under the other. */
  moves: Map<string, number>;
  /** Of those that a person has decided: how many each policy proposes as decided. */
  confirmed: { contacts: number; as_pack: number; as_against: number };
}

function newTotals(): Totals {
  const confirmed = { contacts: 0, as_pack: 0, as_against: 0 };
  return { contacts: 0, unread: 0, failed: 0, differ: 0, changed: {}, moves: new Map(), confirmed };
}

/** Counts the contact. @returns its line where the two policies differ, else null */
function compare(contact: Replayed, pack: PolicyPack, against: PolicyPack, totals: Totals, io: Io): object | null {
  totals.contacts += 1;
  if (contact.input === null) {
    totals.unread += 1;
    return null;
  }
  const decided = decideBoth(contact.id, contact.input, pack, against, io);
  if (decided === null) {
    totals.failed += 1;
    return null;
  }
  const [one, other] = decided;
  if (contact.confirmed) countConfirmed(totals, contact.confirmed, one.decision, other.decision);
  const [a, b] = [parts(one), parts(other)];
  const changed = PART_NAMES.filter((name) => JSON.stringify(a[name]) !== JSON.stringify(b[name]));
  if (changed.length === 0) return null;
  totals.differ += 1;
  for (const name of changed) totals.changed[name] = (totals.changed[name] ?? 0) + 1;
  const move = `${kindOf(one.decision)} ${kindOf(other.decision)}`;
  if (kindOf(one.decision) !== kindOf(other.decision)) totals.moves.set(move, (totals.moves.get(move) ?? 0) + 1);
  return {
    contact: contact.id,
    case: contact.case,
    channel: contact.channel,
    received_at: contact.received_at.toISOString(),
    changed,
    pack: { ...a, confidence: one.confidence, rules: onlyIn(one, other) },
    against: { ...b, confidence: other.confidence, rules: onlyIn(other, one) },
    confirmed: contact.confirmed && kindOf(contact.confirmed),
  };
}

function decideBoth(id: string, input: TriageInput, pack: PolicyPack, against: PolicyPack, io: Io): [Proposal, Proposal] | null {
  try {
    return [triage(input, pack, modelOf(pack)), triage(input, against, modelOf(against))];
  } catch (error) {
    io.stderr.write(`${id}: could not be decided: ${messageOf(error)}\n`);
    return null;
  }
}

function countConfirmed({ confirmed }: Totals, decision: Decision, one: Decision, other: Decision): void {
  confirmed.contacts += 1;
  if (kindOf(one) === kindOf(decision)) confirmed.as_pack += 1;
  if (kindOf(other) === kindOf(decision)) confirmed.as_against += 1;
}

/** The rules that speak under one policy and not, or with another weight, under the other. */
function onlyIn(one: Proposal, other: Proposal): string[] {
  const weights = new Map(other.evidence.map(({ rule, weight }) => [rule, weight]));
  return one.evidence.filter(({ rule, weight }) => weights.get(rule) !== weight).map(({ rule }) => rule);
}

function movesOf(moves: Totals['moves']): { pack: string; against: string; contacts: number }[] {
  return [...moves]
    .toSorted(([, a], [, b]) => b - a)
    .map(([move, contacts]) => {
      const [pack = '', against = ''] = move.split(' ');
      return { pack, against, contacts };
    });
}

function refOf({ pack, version }: PolicyPack): { pack: string; version: number } {
  return { pack, version };
}

async function write(io: Io, line: object): Promise<void> {
  if (!io.stdout.write(`${JSON.stringify(line)}\n`)) await once(io.stdout, 'drain');
}
