/** Every labelled message can be read, says only words of the vocabulary, and together they leave no word without examples. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import {
  EXCLUSIONS,
  exclusionSchema,
  FLAGS,
  flagSchema,
  HAZARDS,
  hazardSchema,
  OUTCOMES,
  outcomeSchema,
  SERVICE_AREAS,
  serviceAreaSchema,
  THEMES,
  themeSchema,
  TOPICS,
  topicSchema,
  triageInputSchema,
} from '../../rules/decision.ts';

const LEAST_EXAMPLES = 6;
const folder = join(import.meta.dirname, '../../rules/packs/connexus-2024/messages');

const labelSchema = z
  .strictObject({
    outcome: outcomeSchema,
    exclusion: exclusionSchema.nullable().default(null),
    topic: topicSchema.nullable().default(null),
    service_area: serviceAreaSchema.nullable().default(null),
    flags: z.array(flagSchema).default([]),
    themes: z.array(themeSchema).default([]),
    hazard_category: hazardSchema.nullable().default(null),
    also_service_request: z.boolean().default(false),
    partial_exclusions: z.array(exclusionSchema).default([]),
    duplicate_of: z.string().nullable().default(null),
  })
  .refine((label) => (label.outcome === 'exclusion') === (label.exclusion !== null), 'a ground goes with outcome exclusion, only')
  .refine((label) => (label.outcome === 'other') === (label.topic !== null), 'a topic goes with outcome other, only')
  .refine((label) => new Set(label.flags).size === label.flags.length, 'a flag is named once')
  .refine((label) => new Set(label.themes).size === label.themes.length, 'a theme is named once');

const strictInput = z.strictObject({
  ...triageInputSchema.shape,
  received_at: z.iso.datetime({ offset: true }),
  from: z
    .strictObject({
      name: z.string().optional(),
      email: z.string().optional(),
      phone: z.string().optional(),
      handle: z.string().optional(),
    })
    .optional(),
  label: labelSchema,
});

const files = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .sort();
const entries = files.flatMap((name) => {
  const list = z.array(z.unknown()).parse(parse(readFileSync(join(folder, name), 'utf8')));
  return list.map((entry, index) => ({ name: `${name} ${index + 1}`, entry }));
});
const readable = entries.flatMap(({ entry }) => {
  const result = strictInput.safeParse(entry);
  return result.success ? [result.data] : [];
});

/** How many messages carry each word of a list. */
function counts<Word extends string>(words: readonly Word[], wordsOf: (message: z.infer<typeof strictInput>) => Word[]) {
  return words.map((word) => ({ word, count: readable.filter((message) => wordsOf(message).includes(word)).length }));
}

describe('labelled messages', () => {
  test('there are at least 400 of them', () => {
    expect(entries.length).toBeGreaterThanOrEqual(400);
  });

  test.each(entries)('$name is an input with a label and nothing else', ({ entry }) => {
    const result = strictInput.safeParse(entry);
    expect(result.success ? '' : z.prettifyError(result.error)).toBe('');
  });

  test('ids are unique', () => {
    const ids = readable.map((message) => message.id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test('no two messages have the same words and the same history', () => {
    const keys = readable.map((message) => JSON.stringify([message.text, message.history, message.received_at]));
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  test('a case that is repeated stands in the history', () => {
    const strays = readable.filter(
      ({ label, history }) => label.duplicate_of !== null && !history.some((earlier) => earlier.ref === label.duplicate_of),
    );
    expect(strays.map((message) => message.id)).toEqual([]);
  });

  test('every word of the vocabulary has at least six messages', () => {
    const all = [
      ...counts(OUTCOMES, (message) => [message.label.outcome]),
      ...counts(EXCLUSIONS, (message) => (message.label.exclusion === null ? [] : [message.label.exclusion])),
      ...counts(TOPICS, (message) => (message.label.topic === null ? [] : [message.label.topic])),
      ...counts(SERVICE_AREAS, (message) => (message.label.service_area === null ? [] : [message.label.service_area])),
      ...counts(FLAGS, (message) => message.label.flags),
      ...counts(THEMES, (message) => message.label.themes),
      ...counts(HAZARDS, (message) => (message.label.hazard_category === null ? [] : [message.label.hazard_category])),
    ];
    expect(all.filter(({ count }) => count < LEAST_EXAMPLES)).toEqual([]);
  });

  test('addresses and numbers belong to nobody', () => {
    const outside = readable.flatMap((message) => {
      const words = JSON.stringify(message);
      const domains = [...words.matchAll(/@[a-z0-9-]+(?:\.[a-z0-9-]+)+/gi)].map((match) => match[0]);
      const numbers = [...words.matchAll(/\b0(?:7\d{3} ?\d{6}|1\d{3} ?\d{6}|20 ?\d{4} ?\d{4})\b/g)].map((match) => match[0]);
      const drama = /^(?:01632 ?960|07700 ?900|020 ?7946 ?0)/;
      return [
        ...domains.filter((domain) => !domain.endsWith('.example') && domain !== '@weareconnexus'),
        ...numbers.filter((number) => !drama.test(number)),
      ];
    });
    expect(outside).toEqual([]);
  });
});
