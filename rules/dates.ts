/** Reads British ways of saying when: `3/4/2026`, `last March`, `a week last Tuesday`, `the Christmas before last`, `before covid`. */
import { readLife } from './amounts.ts';
import { findOnce } from './named_days.ts';
import { borrowedYear, leadOf, LEADS, MONTH_NUMBERS, narrowed, yearAfter, type Place } from './place.ts';
import type { Reading } from './read.ts';
import { countedBack, monthBack, nthLast, weekday, yearly } from './recurring.ts';
import { dayOf, findDay, monthOf, monthsFrom, pointOn, readYear, wholeNumber, yearOf, type DayNumber, type When } from './when.ts';

/** After these, 3/4 is a door or a share. */
const NUMBERED = new Set('flat flats no number unit apartment house room rooms about'.split(' '));
const YEAR_LEADS = new Set(
  'in since back early late mid from until till til by of during around before after year between end'.split(' '),
);
/** "It is from 1987", "stuck in 1987", "out of 1974" tell of age or manner, not of when something happened. */
const NO_YEAR_LEAD =
  /(?:^| )(?:(?:is|are|was|were|dates?|dated|dating) (?:back )?(?:from|to)|stuck (?:\w+ )?in|straight out of|out of)$/;
const ONCE_LEADS = new Set(
  'before since during in after through throughout until till over from when year time round around pre post by at'.split(' '),
);

/** Older years are written out. */
const SHORT_YEARS = 8;
/** Coronation Street and a COVID test are no times. */
const OTHER_ONCE = /^(?:street|road|avenue|close|house|tests?|symptoms|jabs?|vaccines?)$/;

/**
 * The expression that begins at word `at`, or null.
 * @param today London day of receipt
 */
export function readWhen(reading: Reading, at: number, until: number, today: DayNumber): When | null {
  const { words, text, starts, ends } = reading;
  const place: Place = {
    words,
    at,
    until,
    today,
    isShort: (index) => /['’‘]/.test(text[(starts[index] ?? 0) - 1] ?? ''),
    isJoined: (index) => /^\s?[-–—/]\s?$/.test(text.slice(ends[index], starts[index + 1])),
  };
  const first = (words[at] ?? '').charCodeAt(0);
  if (first >= 48 && first <= 57)
    return numericDate(reading, at, until, today) ?? dayAndMonth(place) ?? countedBack(place) ?? bareYear(place);
  return (
    readLife(words, at, until, today) ??
    once(place) ??
    countedBack(place) ??
    yearly(place) ??
    month(place) ??
    weekday(place) ??
    nearNow(place) ??
    bareYear(place)
  );
}

function numericDate(reading: Reading, at: number, until: number, today: DayNumber): When | null {
  const { words, text, starts, ends } = reading;
  const glue = (index: number) => text.slice(ends[index], starts[index + 1]);
  const first = glue(at);
  if (at + 1 >= until || !/^[/.-]$/.test(first)) return null;
  const [a, b, c] = [
    wholeNumber(words[at]),
    wholeNumber(words[at + 1]),
    at + 2 < until && glue(at + 1) === first ? wholeNumber(words[at + 2]) : null,
  ];
  if (a === null || b === null) return null;
  if (c === null)
    return first === '/' && b <= 12 && a <= 31 && !NUMBERED.has(words[at - 1] ?? '')
      ? pointOn(nearest(b - 1, a, today), at + 2)
      : null;
  if (a > 1900) return pointOn(findDay(a, b - 1, c), at + 3);
  const y = c < 100 ? 2000 + c : c;
  if (y < 1950 || y > 2100) return null;
  return pointOn(b > 12 && a <= 12 ? findDay(y, a - 1, b) : findDay(y, b - 1, a), at + 3);
}

/** A day and month without a year: the last time it was, unless it is about to be. */
function nearest(month_number: number, day: number, today: DayNumber): DayNumber | null {
  const y = yearOf(today);
  const this_year = findDay(y, month_number, day);
  if (this_year === null) return findDay(y - 1, month_number, day);
  if (this_year <= today + 45) {
    const next = findDay(y + 1, month_number, day);
    return next !== null && next <= today + 45 ? next : this_year;
  }
  return findDay(y - 1, month_number, day);
}

function dayAndMonth(place: Place): When | null {
  const { words, at, until, today } = place;
  const day = wholeNumber(words[at]);
  const skip = words[at + 1] === 'of' ? 2 : 1;
  const month_number = MONTH_NUMBERS.get(words[at + skip] ?? '');
  if (day === null || day < 1 || day > 31 || month_number === undefined || at + skip >= until) return null;
  const after = at + skip + 1;
  const told = yearAfter(place, after);
  if (told) return pointOn(findDay(told.year, month_number, day), told.until);
  const short = shortYear(words[after], today);
  if (short !== null) return pointOn(findDay(short, month_number, day), after + 1);
  const lent = borrowedYear(place, after, month_number);
  return pointOn(lent === null ? nearest(month_number, day, today) : findDay(lent, month_number, day), after);
}

/** "14 Feb 25": two figures of one of the last years. */
function shortYear(word: string | undefined, today: DayNumber): number | null {
  if (word === undefined || !/^\d\d$/.test(word)) return null;
  const year = 2000 + Number(word);
  return year > yearOf(today) - SHORT_YEARS && year <= yearOf(today) ? year : null;
}

function bareYear({ words, at, isShort }: Place): When | null {
  const before = words[at - 1] ?? '';
  const isSecond = /^(?:and|to|or)$/.test(before) && /^(?:19|20)\d\d$/.test(words[at - 2] ?? '');
  const lead = before === 'the' && words[at - 2] === 'year' ? 'year' : before;
  if (!YEAR_LEADS.has(lead) && !isSecond) return null;
  if (NO_YEAR_LEAD.test(words.slice(Math.max(0, at - 4), at).join(' '))) return null;
  const told = readYear(words, at, isShort);
  return told ? narrowed(words, at, monthsFrom(told.year, 0, 12, told.until)) : null;
}

function month(place: Place): When | null {
  const { words, at, until, today, isShort } = place;
  const number = MONTH_NUMBERS.get(words[at] ?? '');
  if (number === undefined) return null;
  const lead = leadOf(words, at);
  const next = words[at + 1];
  const day = at + 1 < until && !isShort(at + 1) ? wholeNumber(next) : null;
  const is_day = day !== null && day >= 1 && day <= 31;
  const after = is_day ? at + 2 : at + 1;
  const told = yearAfter(place, after);
  if (told)
    return is_day
      ? pointOn(findDay(told.year, number, day), told.until)
      : narrowed(words, at, monthsFrom(told.year, number, 1, told.until));
  const lent = borrowedYear(place, after, number);
  if (is_day) return pointOn(lent === null ? nearest(number, day, today) : findDay(lent, number, day), after);
  if (lent !== null) return narrowed(words, at, monthsFrom(lent, number, 1, after));
  const { nth, until: end } = nthLast(place, after);
  if (lead === 'next' || (nth === 0 && !LEADS.has(lead) && !/^(?:start|beginning|end|middle)$/.test(lead))) return null;
  const isLast = nth > 0 && monthOf(today) === number;
  const span = monthBack(number, today)(Math.max(1, nth) + (isLast ? 1 : 0));
  return span && narrowed(words, at, { first: span.first, last: span.last, until: end, is_stretch: false });
}

function once(place: Place): When | null {
  const { words, at, today } = place;
  const found = findOnce(words, at);
  if (!found || OTHER_ONCE.test(words[found.until] ?? '')) return null;
  const lead = leadOf(words, at);
  if (!ONCE_LEADS.has(lead)) return null;
  const { first, last } = found;
  const until = words[found.until] === '19' ? found.until + 1 : found.until;
  if (lead === 'before' || lead === 'pre') return { first: null, last: first - 1, until, is_stretch: false };
  if (lead === 'after' || lead === 'post') return { first: last + 1, last: null, until, is_stretch: false };
  if (lead === 'since') return { first, last: today, until, is_stretch: false };
  return lead === 'year' ? monthsFrom(yearOf(first), 0, 12, until) : { first, last, until, is_stretch: false };
}

const NOW_WORDS: Record<string, number> = { yesterday: 1, today: 0, tonight: 0 };
const STRETCH_LEADS = new Set('over for in during within throughout'.split(' '));
const UNIT_DAYS: Record<string, number> = { week: 7, fortnight: 14, month: 30, year: 365 };

/** `yesterday`, `last night`, `this week`, `the month before last`, `over the last year`. */
function nearNow({ words, at, today }: Place): When | null {
  const [word, unit] = [words[at] ?? '', words[at + 1] ?? ''];
  const ago = Object.hasOwn(NOW_WORDS, word) ? NOW_WORDS[word] : undefined;
  if (ago !== undefined) return pointOn(today - ago, at + 1);
  if (word === 'day' && unit === 'before' && words[at + 2] === 'yesterday') return pointOn(today - 2, at + 3);
  if (unit === 'before' && words[at + 2] === 'last') {
    if (word === 'year') return narrowed(words, at, monthsFrom(yearOf(today) - 2, 0, 12, at + 3));
    if (word === 'month') return monthsFrom(yearOf(today), monthOf(today) - 2, 1, at + 3);
    if (word === 'week') return { first: today - 20, last: today - 8, until: at + 3, is_stretch: false };
  }
  const isLast = word === 'last' || word === 'past';
  if (!isLast && word !== 'this') return null;
  const days = Object.hasOwn(UNIT_DAYS, unit) ? UNIT_DAYS[unit] : undefined;
  if (isLast && days !== undefined && words[at - 1] === 'the' && STRETCH_LEADS.has(words[at - 2] ?? ''))
    return { first: today - days, last: today, until: at + 2, is_stretch: true };
  if (word === 'past') return null;
  if (word === 'this' && (unit === 'time' || unit === 'day') && words[at + 2] === 'last' && words[at + 3] === 'year') {
    const slack = unit === 'day' ? 0 : 21;
    const year_ago = findDay(yearOf(today) - 1, monthOf(today), new Date(today * 86_400_000).getUTCDate()) ?? today - 366;
    return { first: year_ago - slack, last: year_ago + slack, until: at + 4, is_stretch: false };
  }
  const point = (first: DayNumber, last: DayNumber): When => ({ first, last, until: at + 2, is_stretch: false });
  if (unit === 'year')
    return isLast ? narrowed(words, at, monthsFrom(yearOf(today) - 1, 0, 12, at + 2)) : point(dayOf(yearOf(today), 0, 1), today);
  if (unit === 'week') return isLast ? point(today - 13, today - 1) : point(today - 6, today);
  if (unit === 'month') return isLast ? point(today - 61, today - 1) : point(today - 30, today);
  if (unit === 'night' || unit === 'evening') return pointOn(isLast ? today - 1 : today, at + 2);
  return unit === 'morning' || unit === 'afternoon' ? pointOn(today, at + 2) : null;
}
