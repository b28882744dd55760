/** Every labelled message can be read, says only words of the vocabulary, and together they leave no word without examples. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { EXCLUSIONS, FLAGS, HAZARDS, OUTCOMES, SERVICE_AREAS, THEMES, TOPICS } from '../../rules/decision.ts';
import { labelledMessageSchema } from '../../rules/labelled.ts';
import { parseSayings } from '../../rules/sayings.ts';
import { isSetAside, stemOfId } from '../../rules/train.ts';

const LEAST_EXAMPLES = 6;
const LEAST_MESSAGES = 1200;
const folder = join(import.meta.dirname, '../../rules/packs/connexus-2024/messages');
const sayings_folder = join(folder, '../sayings');

/** As the files must say it: a time needs its zone, and nothing else may stand there. */
const strictInput = z.strictObject({
  ...labelledMessageSchema.shape,
  received_at: z.iso.datetime({ offset: true }),
  from: z
    .strictObject({
      name: z.string().optional(),
      email: z.string().optional(),
      phone: z.string().optional(),
      handle: z.string().optional(),
    })
    .optional(),
});

const files = [folder, join(folder, 'seen')].flatMap((path) =>
  readdirSync(path)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(path, name)),
);
const entries = files.flatMap((name) => {
  const list = z.array(z.unknown()).parse(parse(readFileSync(name, 'utf8')));
  return list.map((entry, index) => ({ name: `${name.slice(folder.length + 1)} ${index + 1}`, entry }));
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
  test(`there are at least ${LEAST_MESSAGES} of them`, () => {
    expect(entries.length).toBeGreaterThanOrEqual(LEAST_MESSAGES);
  });

  test.each(files)('each of %s is an input with a label and nothing else', (file) => {
    const problems = z
      .array(z.unknown())
      .parse(parse(readFileSync(file, 'utf8')))
      .flatMap((entry, at) => {
        const result = strictInput.safeParse(entry);
        return result.success ? [] : [`${at + 1}: ${z.prettifyError(result.error)}`];
      });
    expect(problems).toEqual([]);
  });

  test('about a third is set aside, and the messages of a contrast set stay together', () => {
    const unseen = readable.filter(({ id }) => isSetAside(id)).length / readable.length;
    expect(unseen).toBeGreaterThan(0.25);
    expect(unseen).toBeLessThan(0.42);
    expect(stemOfId('kas05_claim_a')).toBe(stemOfId('kas05_claim_c'));
    expect(isSetAside('kas05_claim_a')).toBe(isSetAside('kas05_claim_b'));
  });

  test('the sayings can be read, and none has the id or the words of another', () => {
    const sayings = readdirSync(sayings_folder)
      .filter((name) => name.endsWith('.txt'))
      .flatMap((name) => parseSayings(name, readFileSync(join(sayings_folder, name), 'utf8')));
    expect(new Set(sayings.map(({ input }) => input.id)).size).toBe(sayings.length);
    expect(new Set(sayings.map(({ input }) => input.text)).size).toBe(sayings.length);
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
