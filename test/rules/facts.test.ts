/** Dates are read as people in Britain say them, and the time limit turns on what they say of the matter (CODE-2.3). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFacts } from '../../rules/facts.ts';
import { readText } from '../../rules/read.ts';

const TODAY = new Date('2026-11-24T10:00:00Z'); // a Tuesday
const factsOf = (text: string, at = TODAY) =>
  findFacts(readText(text, { is_call: false, sender_name: null, subject: null, spellings: new Map() }), at, 12);
const dates = (text: string) => factsOf(text).dated.map(({ from_on, to_on }) => [from_on, to_on]);

describe('ways of saying when', () => {
  it.each([
    ['It broke on 3/4/2026.', '2026-04-03', '2026-04-03'],
    ['It broke on 03.04.26 at noon.', '2026-04-03', '2026-04-03'],
    ['It broke on 2026-04-03.', '2026-04-03', '2026-04-03'],
    ['It broke on 3rd of April 2025.', '2025-04-03', '2025-04-03'],
    ['It broke on April 3rd, 2025.', '2025-04-03', '2025-04-03'],
    ['It broke on 3 April.', '2026-04-03', '2026-04-03'],
    ['It broke on 25 December.', '2026-12-25', '2026-12-25'],
    ['It broke in March.', '2026-03-01', '2026-03-31'],
    ['It broke last March.', '2026-03-01', '2026-03-31'],
    ['It broke in March last year.', '2025-03-01', '2025-03-31'],
    ['It broke in 2024.', '2024-01-01', '2024-12-31'],
    ['It broke last year.', '2025-01-01', '2025-12-31'],
    ['It broke yesterday.', '2026-11-23', '2026-11-23'],
    ['It broke on Friday.', '2026-11-20', '2026-11-20'],
    ['It broke a fortnight ago.', '2026-11-07', '2026-11-13'],
    ['It broke in the summer of 2024.', '2024-06-01', '2024-08-31'],
    ['It broke at Christmas 2023.', '2023-12-20', '2024-01-03'],
  ])('%s', (text, from, to) => {
    const [[from_on, to_on] = []] = dates(text);
    expect(from_on).toBe(from);
    // What has not come yet is cut at the day of receipt.
    expect([to, '2026-11-24', from]).toContain(to_on);
  });

  it.each([
    'My son is 3 years old.',
    'You may come at any time.',
    'We march on.',
    'I am 82.',
    'Ring 01632 960123.',
    'Flat 3/4 is wet.',
  ])('no date: %s', (text) => expect(dates(text).filter(([from]) => from !== null && (from ?? '') < '2026')).toEqual([]));

  it('there is no 31 February', () => expect(dates('It was on 31/2/2026.')).toEqual([]));

  it('garbage never throws and offsets lie within the text (property)', () => {
    const piece = fc.constantFrom(
      '31',
      '3rd',
      'may',
      'last',
      'since',
      'two',
      'years',
      'ago',
      '/',
      '99/99/9999',
      '2024',
      'christmas',
      'of',
      'half',
      'a',
      'and',
      '-',
      '.',
      ',',
      'week',
      '0',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join(' ');
        for (const { start, end, from_on, to_on } of factsOf(text).dated) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
          expect((from_on ?? '') <= (to_on ?? '9')).toBe(true);
        }
      }),
    );
  });
});

describe('the time limit', () => {
  const ended = (text: string, at = TODAY) => factsOf(text, at).conditions.has('dates.ended_over_12_months');
  it('is over 12 calendar months to the day (CODE-2.3)', () => {
    expect(ended('It happened on 24 November 2025.')).toBe(false);
    expect(ended('It happened on 23 November 2025.')).toBe(true);
  });
  it('an old matter that ended is over', () => expect(ended('The leak was mended on 3 February 2025.')).toBe(true));
  it('what goes on since then is not over', () => expect(ended('It has been leaking since March 2024.')).toBe(false));
  it('what came to light this year is not over', () =>
    expect(ended('You did it in June 2022. I only found out in October 2026.')).toBe(false));
  it('an old date and a recent event are not over', () =>
    expect(ended('The roof leaked in 2023. It came in again on 3 November 2026.')).toBe(false));
  it('the length of a tenancy is only background', () => expect(ended('I have lived here since 1998.')).toBe(false));
  it('thirteen months ago is over, eleven is not', () => {
    expect(ended('The scaffold came down thirteen months ago.')).toBe(true);
    expect(ended('The scaffold came down eleven months ago.')).toBe(false);
  });
});
