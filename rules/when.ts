/** Days as whole numbers, and what an expression of time says: the common ground of all that reads dates. */

const DAY_MS = 86_400_000;

/** Whole days since 1 January 1970. */
export type DayNumber = number;
export interface When {
  /** Null where the words leave that end open. */
  first: DayNumber | null;
  last: DayNumber | null;
  /** The word after the expression. */
  until: number;
  /** A stretch up to now ("for six weeks", "since March") rather than a point. */
  is_stretch: boolean;
}

export function dayNumber(day: string): DayNumber {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
}
/** Kept between the years 1900 and 9999. */
export function writeDay(day: DayNumber): string {
  return new Date(Math.min(Math.max(day, -25_567), 2_932_896) * DAY_MS).toISOString().slice(0, 10);
}

/** Months from 0; a month or day beyond its end runs on into the next. */
export function dayOf(year: number, month: number, day: number): DayNumber {
  return Date.UTC(year, month, day) / DAY_MS;
}
/** Null for a day that is not on the calendar, such as 31 February. */
export function findDay(year: number, month: number, day: number): DayNumber | null {
  const made = new Date(Date.UTC(year, month, day));
  return made.getUTCMonth() === ((month % 12) + 12) % 12 && made.getUTCDate() === day ? made.getTime() / DAY_MS : null;
}
export function yearOf(day: DayNumber): number {
  return new Date(day * DAY_MS).getUTCFullYear();
}
export function monthOf(day: DayNumber): number {
  return new Date(day * DAY_MS).getUTCMonth();
}
/** The same day so many years and twelfths of years earlier. */
export function yearsBefore(day: DayNumber, years: number): DayNumber {
  return dayOf(yearOf(day), monthOf(day) - Math.round(12 * years), new Date(day * DAY_MS).getUTCDate());
}
/** 0 is Sunday. */
export function weekdayOf(day: DayNumber): number {
  return new Date(day * DAY_MS).getUTCDay();
}

export function pointOn(day: DayNumber | null, until: number): When | null {
  return day === null ? null : { first: day, last: day, until, is_stretch: false };
}
/** So many whole months from the first of one. */
export function monthsFrom(year: number, month: number, months: number, until: number): When {
  return { first: dayOf(year, month, 1), last: dayOf(year, month + months, 1) - 1, until, is_stretch: false };
}

const UNITS: readonly string[] =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS: readonly string[] = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** Numbers by their word, 0 to 90; a word for "some" has a fair guess. */
export const NUMBERS: ReadonlyMap<string, number> = new Map([
  ...UNITS.map((word, value) => [word, value] as const),
  ...TENS.map((word, at) => [word, 20 + 10 * at] as const),
  ['a', 1],
  ['an', 1],
  ['couple', 2],
  ['few', 3],
  ['several', 5],
  ['many', 8],
  ['half', 0.5],
]);

/** `12`, `3rd`; null for anything else. */
export function wholeNumber(word: string | undefined): number | null {
  if (word === undefined || !/^\d{1,4}(?:st|nd|rd|th)?$/.test(word)) return null;
  return Number.parseInt(word, 10);
}

/** `7`, `seven`, `forty seven`, up to 99, and the word after it; null for "a", "few" and the like. */
export function smallNumber(words: readonly string[], at: number): { value: number; until: number } | null {
  const word = words[at] ?? '';
  if (/^\d{1,2}$/.test(word)) return { value: Number(word), until: at + 1 };
  const unit = UNITS.indexOf(word);
  if (unit >= 0) return { value: unit, until: at + 1 };
  const ten = TENS.indexOf(word);
  if (ten < 0) return null;
  const more = UNITS.indexOf(words[at + 1] ?? '');
  return more > 0 && more < 10 ? { value: 20 + 10 * ten + more, until: at + 2 } : { value: 20 + 10 * ten, until: at + 1 };
}

const FIRST_YEAR = 1930;
const LAST_YEAR = 2100;

/**
 * A year in figures or words: `2021`, `twenty twenty one`, `two thousand and nineteen`, `nineteen eighty seven`, or `'19` where the
 * word before makes that plain.
 * @param isShort whether the word at a place is written with an apostrophe before it
 */
export function readYear(
  words: readonly string[],
  at: number,
  isShort: (at: number) => boolean,
): { year: number; until: number } | null {
  const word = words[at] ?? '';
  if (/^\d{4}$/.test(word)) {
    const year = Number(word);
    return year >= FIRST_YEAR && year <= LAST_YEAR ? { year, until: at + 1 } : null;
  }
  if (/^\d{2}$/.test(word) && isShort(at)) return { year: Number(word) + (Number(word) < 60 ? 2000 : 1900), until: at + 1 };
  if (word === 'two' && words[at + 1] === 'thousand') {
    const rest = words[at + 2] === 'and' ? at + 3 : at + 2;
    const more = smallNumber(words, rest);
    return more ? { year: 2000 + more.value, until: more.until } : { year: 2000, until: at + 2 };
  }
  if (word !== 'twenty' && word !== 'nineteen') return null;
  const rest = smallNumber(words, at + 1);
  if (!rest || rest.value < 10 || /^\d/.test(words[at + 1] ?? '')) return null;
  return { year: (word === 'twenty' ? 2000 : 1900) + rest.value, until: rest.until };
}
