/** Every quote that staff are shown is the customer's own words, exactly as they stand in the message. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { triageInputSchema, type Proposal, type TriageInput } from '../../rules/decision.ts';
import { labelledFileSchema } from '../../rules/labelled.ts';
import { readText } from '../../rules/read.ts';
import { triage } from '../../rules/triage.ts';
import { loadModel } from '../../src/model.ts';
import { loadPack } from '../../src/packs.ts';

const pack = loadPack('connexus-2024');
const model = loadModel('connexus-2024');
const asksWords = new Map(pack.rules.map((rule) => [rule.id, Boolean(rule.any ?? rule.all ?? rule.anywhere)]));

const message = (text: string, more: Partial<Record<keyof TriageInput, unknown>> = {}): TriageInput =>
  triageInputSchema.parse({ id: 'm', channel: 'email', received_at: '2026-11-24T10:00:00Z', text, ...more });

interface Range {
  start: number;
  end: number;
}

/** What is wrong with the places that a proposal shows; nobody's words may be shown that lie in `foreign`. */
function wrong(input: TriageInput, { evidence, facts }: Proposal, foreign: readonly Range[] = []): string[] {
  const { text, subject } = input;
  const places = [
    ...evidence.map(({ rule, start, end }) => ({ rule, start, end })),
    ...facts.map(({ role, start, end }) => ({ rule: `fact.${role}`, start, end })),
  ];
  return places.flatMap(({ rule, start, end }) => {
    const problems: string[] = [];
    const quote = text.slice(start, end);
    if (start < 0 || end < start || end > text.length) problems.push('lies outside the text');
    else if (start === end) {
      if (subject === null && asksWords.get(rule) !== false) problems.push('shows no words');
    } else {
      if (!/^[\p{L}\p{N}]/u.test(quote)) problems.push('does not begin with a word');
      if (/\s$/u.test(quote)) problems.push('ends with a blank');
      if (/^\p{M}/u.test(text.slice(end))) problems.push('takes a letter from its accent');
      if (!isWhole(text, start) || !isWhole(text, end)) problems.push('cuts a character in two');
      if (foreign.some((other) => start < other.end && end > other.start)) problems.push("shows another's words");
    }
    return problems.map((problem) => `${rule} ${problem}: ${start}–${end} ${JSON.stringify(quote)}`);
  });
}

/** False between the two halves of a surrogate pair. */
function isWhole(text: string, at: number): boolean {
  return !/^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, at - 1), at + 1));
}

const decide = (input: TriageInput) => triage(input, pack, model);

/** The agent's turns, told by their labels alone. */
function agentTurns(text: string): Range[] {
  const turns: Range[] = [];
  let isAgent = false;
  let at = 0;
  for (const line of text.split('\n')) {
    const label = /^\W*(?:\d\d:\d\d(?::\d\d)?\W*)?([A-Z][\w ]{0,20}?)\s*(?:\([^)]*\))?:/.exec(line)?.[1];
    if (label) isAgent = /^(?:agent|adviser|advisor|operator|connexus|csa|hub|handler)/i.test(label);
    if (isAgent) turns.push({ start: at, end: at + line.length });
    at += line.length + 1;
  }
  return turns;
}

const folder = join(import.meta.dirname, '../../rules/packs/connexus-2024/messages/seen');
const seen = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .flatMap((name) => labelledFileSchema.parse(parse(readFileSync(join(folder, name), 'utf8'))));

describe('messages as they come', () => {
  it('every place is in the text, in whole words', () =>
    expect(seen.flatMap((input) => wrong(input, decide(input)).map((problem) => `${input.id}: ${problem}`))).toEqual([]));

  it('no place is in a turn of the agent', () => {
    const calls = seen.filter(({ channel, text }) => channel === 'phone' && agentTurns(text).length > 0);
    expect(calls.length).toBeGreaterThan(20);
    expect(
      calls.flatMap((input) => wrong(input, decide(input), agentTurns(input.text)).map((problem) => `${input.id}: ${problem}`)),
    ).toEqual([]);
  });

  it('the same with other ends of lines, and with letters that carry their accents apart', () => {
    for (const change of [(text: string) => text.replaceAll('\n', '\r\n'), (text: string) => text.normalize('NFD')])
      expect(
        seen.flatMap((input) => {
          const changed = { ...input, text: change(input.text) };
          return wrong(changed, decide(changed)).map((problem) => `${input.id}: ${problem}`);
        }),
      ).toEqual([]);
  });
});

/** Words of the customer; each is evidence of something. */
const OWN = [
  'This is the third time I have rung about the boiler and nobody has come.',
  'I am very unhappy with your service.',
  'The kitchen tap has been leaking since 3 March 2026!',
  'Your plumber stole my watch two years ago',
  'My solicitor will take you to court.',
  'مرحبا، the café roof leaks – nobody came 🙁',
  'שלום nobody answered my e-mails…',
  '𝐍𝐨𝐛𝐨𝐝𝐲 𝐜𝐚𝐦𝐞 on 1️⃣ May, I want compensation 💷',
  'Ni ddaeth neb, and I’m disgusted.',
  'Damp in the baby’s room 👶🏽, black mould everywhere',
];
/** Words that would be evidence if they were the customer's. */
const AGENT = [
  'I am sorry that nobody came and that the boiler is still broken.',
  'You have the right to complain, or to go to the Housing Ombudsman.',
  'Did the plumber steal your watch on 3 March 2024?',
  'We have had a gas leak and black mould in that block since 2023.',
];
const SMALL_PRINT = [
  'This email and any attachments are confidential and for the intended recipient only. If you have received it in error, please tell the sender. Legal action may be taken against you in court.',
  'This message may be privileged. Nobody may copy it. We accept no complaint about damage, theft or viruses since 2019.',
];
const BLANKS = ['\n', '\n\n', '\r\n', '\r\n\r\n', '\n \n'];
const SYMBOLS = ['🙂', '👩‍👩‍👧‍👦', '🏴󠁧󠁢󠁷󠁬󠁳󠁿', '❤️', '\u0301', '\u200f', '\ud83d', '\udc00', '\ufeff', '…', '«', '\u00a0', '\t', '☎️'];

const symbols = fc.array(fc.constantFrom(...SYMBOLS, ' '), { maxLength: 6 }).map((pieces) => pieces.join(''));
const own = fc.tuple(symbols, fc.constantFrom(...OWN), symbols).map((pieces) => pieces.join(' '));

/** A text of the customer's words and others', with the places of the others'. */
function joined(pieces: readonly { text: string; isForeign: boolean }[], blank: string): { text: string; foreign: Range[] } {
  let text = '';
  const foreign: Range[] = [];
  for (const piece of pieces) {
    if (text !== '') text += blank;
    if (piece.isForeign) foreign.push({ start: text.length, end: text.length + piece.text.length });
    text += piece.text;
  }
  return { text, foreign };
}

describe('whatever is written (property)', () => {
  it("a call: only the customer's turns are shown", () => {
    const turn = fc.oneof(
      own.map((text) => ({ text: `Customer: ${text}`, isForeign: false })),
      fc.constantFrom(...AGENT).map((text) => ({ text: `Agent: ${text}`, isForeign: true })),
      fc.constantFrom('Yes', 'Yes, all night.', 'No').map((text) => ({ text: `Customer: ${text}`, isForeign: false })),
    );
    fc.assert(
      fc.property(fc.array(turn, { minLength: 2, maxLength: 8 }), fc.constantFrom(...BLANKS), (turns, blank) => {
        const { text, foreign } = joined(turns, blank);
        const input = message(text, { channel: 'phone' });
        fc.pre(turns.some(({ isForeign }) => isForeign) && turns.some(({ isForeign }) => !isForeign));
        expect(wrong(input, decide(input), foreign)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('a mail: neither small print nor quoted words are shown', () => {
    const part = fc.oneof(
      own.map((text) => ({ text, isForeign: false })),
      fc.constantFrom(...AGENT).map((text) => ({ text: `> ${text}`, isForeign: true })),
      fc.constantFrom(...SMALL_PRINT).map((text) => ({ text, isForeign: true })),
      fc.constantFrom('Sent from my iPhone', 'Get Outlook for Android').map((text) => ({ text, isForeign: true })),
    );
    fc.assert(
      fc.property(own, fc.array(part, { maxLength: 6 }), fc.constantFrom('\n\n', '\r\n\r\n', '\n \n'), (first, parts, blank) => {
        const { text, foreign } = joined([{ text: first, isForeign: false }, ...parts], blank);
        const input = message(text);
        expect(wrong(input, decide(input), foreign)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('marks that are no words move every place by their length, and change nothing', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...seen.filter(({ channel }) => channel !== 'phone')),
        symbols,
        fc.boolean(),
        (plain, marks, isLine) => {
          const before = `${marks}${isLine ? '\r\n\r\n' : ' '}`;
          const input = { ...plain, text: before + plain.text };
          const [here, there] = [decide(plain), decide(input)];
          const moved = there.evidence.map((one) =>
            one.end > one.start ? { ...one, start: one.start - before.length, end: one.end - before.length } : one,
          );
          expect(moved).toEqual(here.evidence);
          expect(wrong(input, there)).toEqual([]);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('garbage: every place lies within the text and cuts no character', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: 'grapheme', maxLength: 200 })),
        own,
        fc.constantFrom('email', 'phone', 'social', 'web_form', 'staff_log'),
        (garbage, words, channel) => {
          for (const text of [garbage + words, words + garbage, garbage]) {
            const input = message(text, { channel });
            expect(wrong(input, decide(input))).toEqual([]);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('what rests on the subject alone shows no words of the text', () => {
    const input = message('Please see above.', { subject: 'Third time of asking: nobody has come about the boiler 😡' });
    const proposal = decide(input);
    expect(proposal.evidence.some(({ rule, start, end }) => rule.startsWith('complaint.') && start === 0 && end === 0)).toBe(true);
    expect(wrong(input, proposal)).toEqual([]);
  });

  it('a text that is cut is not cut within a character', () => {
    const long = `${'a '.repeat(999_999)}b𝐍𝐨𝐛𝐨𝐝𝐲 came`;
    const { cut, ends } = readText(long, { is_call: false, sender_name: null, subject: null, spellings: new Map() });
    expect(cut).toBe(true);
    expect(ends.every((end) => isWhole(long, end))).toBe(true);
  });
});
