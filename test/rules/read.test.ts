/** A message is read into sentences whose places in the text are exact, and only the customer's words count. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText } from '../../rules/read.ts';

const read = (text: string, is_call = false, sender_name: string | null = null) =>
  readText(text, { is_call, sender_name, subject: null, spellings: new Map() });
const counted = (text: string, is_call = false, sender_name: string | null = null) => {
  const reading = read(text, is_call, sender_name);
  return reading.sentences
    .filter(({ counts }) => counts)
    .map(({ from, until }) => reading.words.slice(from, until).filter(Boolean).join(' '));
};

describe('sentences', () => {
  it('an abbreviation or a full line ends no sentence', () => {
    expect(counted('I saw Mr. smith. He left.')).toEqual(['i saw mr smith', 'he left']);
    expect(counted('I have been waiting for the plumber to come round since the\nmiddle of March. Thanks')).toHaveLength(2);
  });

  it('a disclaimer and a signature line are no evidence', () => {
    expect(counted('The tap drips.\nThis email and any attachments are for the intended recipient.\nSent from my phone')).toEqual([
      'the tap drips',
    ]);
  });

  it.each(['The Moulds of Castle Court are nice', 'I live at 4 Castle Court', 'Dr Mould rang'])(
    'names are no words: %s',
    (text) => {
      const words = counted(text).join(' ').split(' ');
      expect(words).not.toContain('court');
      expect(words).not.toContain('mould');
    },
  );

  it('a court of law is no address', () => expect(counted('It is at Hereford County Court now')[0]).toContain('county court'));

  it("the sender's own surname is no mould", () =>
    expect(counted('Kind regards\nJane Mould', false, 'Jane Mould').join(' ')).not.toContain('mould'));

  it('offsets lie within the text, in order, whatever the text (property)', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.boolean(), (text, is_call) => {
        const reading = read(text, is_call);
        for (const [at, start] of reading.starts.entries()) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(reading.ends[at]).toBeGreaterThanOrEqual(start);
          expect(reading.ends[at]).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});

describe('turns', () => {
  it('only the customer speaks for the customer', () => {
    const call = 'Agent: I am sorry that nobody came. Do you want to complain?\nCustomer: No, I only want my tap mended.';
    expect(counted(call, true)).toEqual(['no i only want my tap mended']);
  });

  it('a yes to a question says what was asked', () => {
    const call = 'Agent: Is it still leaking?\nCustomer: Yes, all night.';
    const reading = read(call, true);
    const affirmed = reading.sentences.find(({ answer }) => answer);
    expect(affirmed && reading.words.slice(affirmed.from, affirmed.until)).toEqual(['is', 'it', 'still', 'leaking']);
    expect(affirmed?.answer && call.slice(affirmed.answer.start, affirmed.answer.end)).toBe('Yes, all night');
  });

  it('a yes to an open question or to a choice says nothing', () => {
    expect(counted('Agent: What is leaking, and where?\nCustomer: Yes hello', true)).toEqual(['yes hello']);
    expect(counted('Agent: Is it a repair or a complaint?\nCustomer: Yes', true)).toEqual(['yes']);
  });

  it('who greets is the adviser, whatever the label', () => {
    expect(counted('[00:01] Sam: Connexus, how can I help? Nobody came?\n[00:04] Rita: My tap drips.', true)).toEqual([
      'my tap drips',
    ]);
  });

  it('an e-mail with colons is no call', () => expect(counted('Address: nobody came\nPhone: 01632 960001')).toHaveLength(2));
});
