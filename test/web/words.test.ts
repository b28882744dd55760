/** The words and marks of the desk, each checked by itself. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agoWords, arrivedWords, dueWords, sizeWords } from '../../src/web/dates.ts';
import { localPath } from '../../src/web/form.ts';
import { highlight } from '../../src/web/highlight.ts';
import { plain } from '../../src/web/templates.ts';
import { listWords } from '../../src/web/words.ts';

const at = (text: string) => new Date(text);

describe('due dates in words', () => {
  const now = at('2026-12-23T10:00:00Z');
  it('count working days, so Christmas does not hide how little time is left (CLK-1, CLK-2)', () => {
    expect(dueWords('2026-12-23', at('2026-12-24T00:00:00Z'), now).words).toBe('Due today');
    expect(dueWords('2026-12-24', at('2026-12-25T00:00:00Z'), now).words).toBe('Due tomorrow');
    expect(dueWords('2026-12-29', at('2026-12-30T00:00:00Z'), now)).toEqual({
      words: 'Due in 2 working days',
      date: 'Tue 29 Dec',
      urgency: 'soon',
    });
    expect(dueWords('2027-01-06', at('2027-01-07T00:00:00Z'), now)).toEqual({
      words: 'Due in 7 working days',
      date: 'Wed 6 Jan 2027',
      urgency: 'later',
    });
    expect(dueWords('2026-12-21', at('2026-12-22T00:00:00Z'), now)).toMatchObject({
      words: 'Late by 2 working days',
      urgency: 'late',
    });
  });
  it('a day that passed over a weekend is late by at least one working day', () => {
    expect(dueWords('2026-12-25', at('2026-12-26T00:00:00Z'), at('2026-12-27T12:00:00Z')).words).toBe('Late by 1 working day');
  });
  it('clocks of hours run on through the change to summer time (CLK-8)', () => {
    expect(dueWords(null, at('2027-03-28T14:00:00Z'), at('2027-03-28T02:00:00Z'))).toEqual({
      words: 'Due in 12 hours',
      date: 'Sun 28 Mar, 15:00',
      urgency: 'today',
    });
    expect(dueWords(null, at('2027-03-28T14:00:00Z'), at('2027-03-28T14:10:00Z')).words).toBe('Late by 10 minutes');
  });
  it('says when something came and how long ago it was', () => {
    expect(arrivedWords(at('2026-07-01T23:30:00Z'), at('2026-07-02T10:00:00Z'))).toBe('today 00:30');
    expect(arrivedWords(at('2026-12-22T09:00:00Z'), now)).toBe('yesterday 09:00');
    expect(agoWords(at('2026-12-23T09:59:52Z'), now)).toBe('8 seconds ago');
    expect(agoWords(now, now)).toBe('just now');
    expect(agoWords(at('2026-12-23T09:58:00Z'), now)).toBe('2 minutes ago');
    expect(sizeWords(2_100_000)).toBe('2.1 MB');
    expect(listWords(['a', 'b', 'c'])).toBe('a, b and c');
  });
});

describe('marked words', () => {
  it('two quotes that overlap are cut where they meet', () => {
    const pieces = highlight('third time I called and nobody came', [
      { start: 0, end: 19 },
      { start: 11, end: 35 },
    ]);
    expect(pieces.map(({ text, covered_by }) => [text, covered_by.join()])).toEqual([
      ['third time ', '0'],
      ['I called', '0,1'],
      [' and nobody came', '1'],
    ]);
    expect(pieces.map(({ ends }) => ends.join())).toEqual(['', '0', '1']);
  });

  it('loses and repeats nothing, marks exactly what was quoted, and never cuts a character in two', () => {
    const range = fc.record({ start: fc.integer({ min: -5, max: 60 }), end: fc.integer({ min: -5, max: 60 }) });
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.array(range, { maxLength: 12 }), (text, ranges) => {
        const pieces = highlight(text, ranges);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        for (const piece of pieces) expect(piece.text.isWellFormed()).toBe(text.isWellFormed() || piece.text.isWellFormed());
        let offset = 0;
        for (const piece of pieces) {
          for (const index of piece.covered_by) {
            const one = ranges[index];
            expect(one && one.start < offset + piece.text.length && one.end > offset).toBe(true);
          }
          offset += piece.text.length;
        }
      }),
    );
  });
});

it('a name cannot hide or turn round what stands beside it', () => {
  expect(plain('Ann\u202e\u0000\u200bLee\ufeff')).toBe('AnnLee');
  expect(plain('x'.repeat(500))).toHaveLength(301);
  expect(plain('👩\u200d👧')).toBe('👩\u200d👧');
});

it('going on after signing in never leaves the desk', () => {
  expect(localPath('/cases/CX-1?x=1')).toBe('/cases/CX-1?x=1');
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.webUrl(),
        fc.string().map((end) => `/${end}`),
        fc.string().map((end) => `//${end}`),
      ),
      (value) => {
        const path = localPath(value);
        expect(new URL(path, 'https://desk.connexus.example').origin).toBe('https://desk.connexus.example');
      },
    ),
  );
});
