/** What does not matter changes nothing, and the one fact that matters changes the decision: tried on many messages at once. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { LocalDate } from '../../rules/days.ts';
import { TRIAGE_CHANNELS, type TriageInput } from '../../rules/decision.ts';
import { KINDS, kindOf, type Kind } from '../../rules/kinds.ts';
import { labelledFileSchema } from '../../rules/labelled.ts';
import { triage } from '../../rules/triage.ts';
import { loadModel } from '../../src/model.ts';
import { loadPack } from '../../src/packs.ts';
import { CONTRASTS } from '../support/contrasts.ts';
import { moveYears, renameWriter } from '../support/moved.ts';
import {
  OUR_NAMES,
  PLAIN_MESSAGES,
  WAYS_TO_WRITE_A_DAY,
  writeMessage,
  type Names,
  type PlainMessage,
} from '../support/plain_messages.ts';
import { CALLS, isPerson, REWORDINGS } from '../support/rewordings.ts';

const pack = loadPack('connexus-2024');
const model = loadModel('connexus-2024');
const decide = (message: TriageInput) => triage(message, pack, model).decision;
const kind = (message: TriageInput): Kind => kindOf(decide(message));

/** Names that are words of the trade, and names that are no English. */
const OTHER_NAMES: readonly Names[] = [
  { name: 'Mo Mould', street: '3 Castle Court', town: 'Leek', officer: 'Mr Crook' },
  { name: 'Grace Law', street: 'Flat 2, 7 Dampier Street', town: 'Battle', officer: 'Miss Judge' },
  { name: 'Siân ap Rhys', street: '9 Heol y Bont', town: 'Llanfair', officer: 'Mr ap Rhys' },
  { name: 'Oluwaseun Adeyemi', street: '21b Council House Lane', town: 'Barking', officer: 'Dr Adeyemi' },
  { name: 'Rose Leake', street: '55 Gas Works Road', town: 'Deal', officer: 'Mr Park' },
  { name: 'Krzysztof Wójcik', street: '1 The Green', town: 'Ashby', officer: 'Ms Police' },
  { name: 'Fay Court', street: '8 Mould Avenue', town: 'Rugby', officer: 'Mrs Noyes' },
  { name: 'Li Wei', street: '100 Long Row', town: 'Tring', officer: 'Mr O’Dowd' },
];
/** Month ends, a leap day, both sides of the new year and of summer time. */
const OTHER_DAYS: readonly LocalDate[] = [
  '2024-02-29',
  '2024-04-01',
  '2025-01-02',
  '2025-10-26',
  '2026-03-31',
  '2026-07-15',
  '2026-11-23',
  '2027-06-30',
  '2030-12-31',
];

/** What must stay: outcome, ground and topic, and whether somebody is in danger now. */
function stance(message: TriageInput): string {
  const decision = decide(message);
  return `${kindOf(decision)}${decision.flags.includes('emergency_hazard') ? ' with danger now' : ''}`;
}
const before = new Map(PLAIN_MESSAGES.map((plain) => [plain.id, stance(writeMessage(plain))]));

/** Those of our messages that are decided otherwise after a change. */
function changed(change: (message: TriageInput) => TriageInput, applies: (message: TriageInput) => boolean = () => true): string[] {
  return rewritten((plain) => {
    const message = writeMessage(plain);
    return applies(message) ? change(message) : null;
  });
}

function rewritten(write: (plain: PlainMessage) => TriageInput | null): string[] {
  return PLAIN_MESSAGES.flatMap((plain) => {
    const message = write(plain);
    if (!message) return [];
    const found = stance(message);
    return found === before.get(plain.id) ? [] : [`${plain.id}: was ${before.get(plain.id)}, became ${found}`];
  });
}

describe('plain messages', () => {
  it('there is one of each kind, and some in each channel', () => {
    expect(new Set(PLAIN_MESSAGES.map((plain) => plain.kind))).toEqual(new Set(KINDS));
    expect(new Set(PLAIN_MESSAGES.map((plain) => plain.channel))).toEqual(new Set(TRIAGE_CHANNELS));
    expect(new Set(PLAIN_MESSAGES.map((plain) => plain.id)).size).toBe(PLAIN_MESSAGES.length);
  });
  it.each(PLAIN_MESSAGES.map((plain) => [plain.id, plain] as const))('%s is what it is', (_, plain) =>
    expect(kind(writeMessage(plain))).toBe(plain.kind),
  );
});

describe('what must not matter (CODE-2.1)', () => {
  it.each(Object.entries(REWORDINGS))('%s', (_, { reword, applies }) => expect(changed(reword, applies)).toEqual([]));

  it('two changes at once, a tenth of all pairs', { timeout: 120_000 }, () => {
    const all = Object.entries(REWORDINGS);
    // Small print in paragraphs of a sentence each is no longer told from the writer's words.
    const pairs = all.flatMap(([first, one]) =>
      all.flatMap(([second, other]) =>
        first === second || (second === 'a paragraph for each sentence' && /disclaimer|print/.test(first))
          ? []
          : [{ first, one, second, other }],
      ),
    );
    const failures = pairs.flatMap(({ first, one, second, other }, at) =>
      rewritten((plain) => {
        if ((at + PLAIN_MESSAGES.indexOf(plain)) % 10 > 0) return null;
        const message = writeMessage(plain);
        if (one.applies?.(message) === false || other.applies?.(message) === false) return null;
        return other.reword(one.reword(message));
      }).map((failure) => `${first}, ${second}: ${failure}`),
    );
    expect(failures).toEqual([]);
  });

  it.each(Object.entries(CALLS))('set phrases of the agent around a call: %s', (_, reword) =>
    expect(
      changed(
        (message) => reword({ ...message, channel: 'phone', subject: null }),
        (message) => isPerson(message) && message.channel !== 'staff_log' && !/^Dear (?:colleagues|landlord)/.test(message.text),
      ),
    ).toEqual([]),
  );

  it.each(OTHER_NAMES.map((names) => [Object.values(names).join(', '), names] as const))('other names: %s', (_, names) =>
    expect(rewritten((plain) => writeMessage(plain, '2026-11-24', names))).toEqual([]),
  );

  it.each(OTHER_DAYS)('every day moved with the day of receipt, %s, and written in each way', (received_on) => {
    for (const [way, writeDay] of Object.entries(WAYS_TO_WRITE_A_DAY))
      expect(
        rewritten((plain) => writeMessage(plain, received_on, OUR_NAMES, writeDay)),
        way,
      ).toEqual([]);
  });
});

describe('the one fact that matters', () => {
  it.each(CONTRASTS.map((contrast) => [contrast.what, contrast] as const))('%s', (_, { versions }) => {
    const found = versions.map(({ message }) => {
      const decision = decide(message);
      return { kind: kindOf(decision), emergency: decision.flags.includes('emergency_hazard') };
    });
    const wanted = versions.map(({ kind, emergency }, at) => ({ kind, emergency: emergency ?? found[at]?.emergency }));
    expect(found).toEqual(wanted);
  });
});

/**
 * Messages as they come are less plain than ours: a few stand so near a boundary that a greeting tips them. The share that keeps its
 * decision may not fall below this, which is a little under what was measured (98.5 to 100 % in November 2026).
 */
const LEAST_KEPT = 0.98;
/** Without full stops sentences run into one another, and some words then lie out of reach of others. */
const FLOORS: Record<string, number> = { 'no full stops': 0.97 };

describe('messages as they come', () => {
  const folder = join(import.meta.dirname, '../../rules/packs/connexus-2024/messages/seen');
  const seen = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => labelledFileSchema.parse(parse(readFileSync(join(folder, name), 'utf8'))))
    .map((message) => ({ message, before: kind(message) }));
  const lines: string[] = [];

  function share(
    name: string,
    change: (message: TriageInput) => TriageInput,
    applies: (message: TriageInput) => boolean = () => true,
  ): number {
    const tried = seen.filter(({ message }) => applies(message));
    const kept = tried.filter(({ message, before }) => kind(change(message)) === before).length;
    lines.push(`${((100 * kept) / tried.length).toFixed(1).padStart(5)} % of ${tried.length} keep their decision: ${name}`);
    return kept / tried.length;
  }
  afterAll(() => process.stdout.write(`${lines.join('\n')}\n`));

  const MOVES: Record<string, { reword: (message: TriageInput) => TriageInput; applies?: (message: TriageInput) => boolean }> = {
    ...REWORDINGS,
    ...Object.fromEntries(
      Object.entries(CALLS).map(([name, reword]) => [
        `set phrases of the agent around a call: ${name}`,
        {
          reword: (message: TriageInput) => reword({ ...message, channel: 'phone' }),
          applies: (message: TriageInput) => isPerson(message) && (message.channel === 'email' || message.channel === 'web_form'),
        },
      ]),
    ),
    'all years and the day of receipt, a year later': { reword: (message) => moveYears(message, 1) },
    'all years and the day of receipt, 28 years later': { reword: (message) => moveYears(message, 28) },
    "another writer's name": { reword: renameWriter, applies: ({ from }) => from.name !== null },
  };
  it.each(Object.entries(MOVES))('%s', (name, { reword, applies }) =>
    expect(share(name, reword, applies)).toBeGreaterThanOrEqual(FLOORS[name] ?? LEAST_KEPT),
  );
});
