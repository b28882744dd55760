/** What every reader of dates looks at: a word, its neighbours and the day of receipt; and what all of them ask of the neighbours. */
import { readYear, smallNumber, wholeNumber, yearOf, type DayNumber, type When } from './when.ts';

const MONTHS = 'january february march april may june july august september october november december'.split(' ');
/** By long and short name, from 0. */
export const MONTH_NUMBERS = new Map<string, number>([['sept', 8]]);
for (const [index, month] of MONTHS.entries()) MONTH_NUMBERS.set(month, index).set(month.slice(0, 3), index);
/** Sunday first. */
export const WEEKDAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
/** After these a month or a feast is a time. */
export const LEADS = new Set(
  'in last since this back early late mid from until till til by of during around about next before after over at through throughout past come end beginning start'.split(
    ' ',
  ),
);

/** What the readers look at. */
export interface Place {
  words: readonly string[];
  at: number;
  until: number;
  today: DayNumber;
  /** Whether the word at a place stands behind an apostrophe, as in `'19`. */
  isShort: (at: number) => boolean;
  /** Whether only a dash or slash stands between a word and the next. */
  isJoined: (at: number) => boolean;
}

/** A year told after a month or a feast: `2023`, `of 2023`, `last year`, `two years ago`, `the year before last`. */
export function yearAfter({ words, until, today, isShort }: Place, at: number): { year: number; until: number } | null {
  let index = at;
  while (index < until && /^(?:of|in|the)$/.test(words[index] ?? '')) index++;
  const [one, two, three] = [words[index], words[index + 1], words[index + 2]];
  if (one === 'last' && two === 'year') return { year: yearOf(today) - 1, until: index + 2 };
  if (one === 'this' && two === 'year') return { year: yearOf(today), until: index + 2 };
  if (one === 'year' && two === 'before' && three === 'last') return { year: yearOf(today) - 2, until: index + 3 };
  // "10 March 2 years ago"
  const count = one === 'a' ? { value: 1, until: index + 1 } : smallNumber(words, index);
  if (count && /^years?$/.test(words[count.until] ?? '') && /^(?:ago|back)$/.test(words[count.until + 1] ?? ''))
    return { year: yearOf(today) - count.value, until: count.until + 2 };
  return index < until ? readYear(words, index, isShort) : null;
}

/** The year that a second date lends to the first: "from 2 May till 9 June 2023", "November to January 2024". */
export function borrowedYear(place: Place, at: number, month_number: number): number | null {
  const { words, until, isJoined, isShort } = place;
  let index = at;
  while (index < Math.min(until, at + 3) && /^(?:to|till|until|til|and|or|through|up|the)$/.test(words[index] ?? '')) index++;
  // "March, June and November 2025"
  const isListed = MONTH_NUMBERS.has(words[at] ?? '') && MONTH_NUMBERS.has(words[at - 1] ?? '');
  if (index === at && !isJoined(at - 1) && !isListed) return null;
  if (wholeNumber(words[index]) !== null) index += words[index + 1] === 'of' ? 2 : 1;
  const other = MONTH_NUMBERS.get(words[index] ?? '');
  if (other === undefined) return null;
  index++;
  const day = wholeNumber(words[index]);
  if (day !== null && day <= 31 && !isShort(index)) index++;
  const lent = index < until ? (yearAfter(place, index)?.year ?? borrowedYear(place, index, other)) : null;
  return lent === null ? null : lent - (month_number > other ? 1 : 0);
}

/** The word before, "the" and the like left out. */
export function leadOf(words: readonly string[], at: number): string {
  let index = at - 1;
  while (index > at - 4 && /^(?:the|whole|all|very|old)$/.test(words[index] ?? '')) index--;
  return words[index] ?? '';
}

/** "Early", "mid", "the back end of": a part of the stretch that follows. */
export function narrowed(words: readonly string[], at: number, when: When): When {
  const { first, last } = when;
  if (first === null || last === null) return when;
  let index = at - 1;
  while (index > at - 3 && /^(?:of|the|in)$/.test(words[index] ?? '')) index--;
  const [word, before] = [words[index] ?? '', words[index - 1] ?? ''];
  const part = (from: number, to: number): When => ({
    ...when,
    first: first + Math.floor((last + 1 - first) * from),
    last: first + Math.ceil((last + 1 - first) * to) - 1,
  });
  if (word === 'half' && before === 'first') return part(0, 0.5);
  if (word === 'half' && /^(?:second|latter|last)$/.test(before)) return part(0.5, 1);
  if (/^(?:early|start|beginning)$/.test(word)) return part(0, 1 / 3);
  if (/^(?:mid|middle)$/.test(word)) return part(0.25, 0.75);
  if (/^(?:late|end|backend)$/.test(word) || (word === 'part' && before === 'latter')) return part(2 / 3, 1);
  return when;
}
