/** Reads British ways of saying when: `3/4/2026`, `last March`, `a week last Tuesday`, `the Christmas before last`, `before covid`. */
import { countUnits, readAmount, readLife } from './amounts.ts';
import { findOnce, findYearly, type Span } from './named_days.ts';
import type { Reading } from './read.ts';
import {
  dayOf,
  findDay,
  monthOf,
  monthsFrom,
  pointOn,
  readYear,
  smallNumber,
  weekdayOf,
  wholeNumber,
  yearOf,
  type DayNumber,
  type When,
} from './when.ts';

const MONTHS = 'january february march april may june july august september october november december'.split(' ');
const MONTH_NUMBERS = new Map<string, number>([['sept', 8]]);
for (const [index, month] of MONTHS.entries()) MONTH_NUMBERS.set(month, index).set(month.slice(0, 3), index);
const WEEKDAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
/** After these, 3/4 is a door or a share. */
const NUMBERED = new Set('flat flats no number unit apartment house room rooms about'.split(' '));
const LEADS = new Set(
  'in last since this back early late mid from until till til by of during around about next before after over at through throughout past come end beginning start'.split(
    ' ',
  ),
);
const YEAR_LEADS = new Set(
  'in since back early late mid from until till til by of during around before after year between end'.split(' '),
);
/** "It is from 1987", "stuck in 1987", "out of 1974" tell of age or manner, not of when something happened. */
const NO_YEAR_LEAD =
  /(?:^| )(?:(?:is|are|was|were|dates?|dated|dating) (?:back )?(?:from|to)|stuck (?:\w+ )?in|straight out of|out of)$/;
const ONCE_LEADS = new Set(
  'before since during in after through throughout until till over from when year round around pre post by at'.split(' '),
);

/** Coronation Street and a COVID test are no times. */
const OTHER_ONCE = /^(?:street|road|avenue|close|house|tests?|symptoms|jabs?|vaccines?)$/;

/** What the readers look at. */
interface Place {
  words: readonly string[];
  at: number;
  until: number;
  today: DayNumber;
  /** Whether the word at a place stands behind an apostrophe, as in `'19`. */
  isShort: (at: number) => boolean;
  /** Whether only a dash or slash stands between a word and the next. */
  isJoined: (at: number) => boolean;
}

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

/** A year told after a month or a feast: `2023`, `of 2023`, `last year`, `two years ago`, `the year before last`. */
function yearAfter({ words, until, today, isShort }: Place, at: number): { year: number; until: number } | null {
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
function borrowedYear(place: Place, at: number, month_number: number): number | null {
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

function dayAndMonth(place: Place): When | null {
  const { words, at, until, today } = place;
  const day = wholeNumber(words[at]);
  const skip = words[at + 1] === 'of' ? 2 : 1;
  const month_number = MONTH_NUMBERS.get(words[at + skip] ?? '');
  if (day === null || day < 1 || day > 31 || month_number === undefined || at + skip >= until) return null;
  const after = at + skip + 1;
  const told = yearAfter(place, after);
  if (told) return pointOn(findDay(told.year, month_number, day), told.until);
  const lent = borrowedYear(place, after, month_number);
  return pointOn(lent === null ? nearest(month_number, day, today) : findDay(lent, month_number, day), after);
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

/** The word before, "the" and the like left out. */
function leadOf(words: readonly string[], at: number): string {
  let index = at - 1;
  while (index > at - 4 && /^(?:the|whole|all|very)$/.test(words[index] ?? '')) index--;
  return words[index] ?? '';
}

/** "Early", "mid", "the back end of": a part of the stretch that follows. */
function narrowed(words: readonly string[], at: number, when: When): When {
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

/** Times that come again: the nth last one that has begun, 1 being the last. */
type Back = (nth: number) => Span | null;

/** "Last March but one", "the Christmas before last", "last but one Christmas", "Easter last": which of them; 0 where the words do not say. */
function nthLast({ words, at, until }: Place, end: number): { nth: number; until: number } {
  const next = words.slice(end, Math.min(until, end + 3)).join(' ');
  const before = words.slice(Math.max(0, at - 4), at).join(' ');
  const isBefore = /(?:^| )last (?:but one|but 1)$/.test(before);
  if (next.startsWith('before last')) return { nth: 2, until: end + 2 };
  if (isBefore) return { nth: 2, until: end };
  if (/(?:^| )last$/.test(before)) return next.startsWith('but one') ? { nth: 2, until: end + 2 } : { nth: 1, until: end };
  if (next.startsWith('just gone')) return { nth: 1, until: end + 2 };
  if (/^(?:gone|just past)(?: |$)/.test(next)) return { nth: 1, until: end + (next.startsWith('gone') ? 1 : 2) };
  if (/^last(?: |$)/.test(next) && !/^last (?:year|week|month|night|time)/.test(next)) return { nth: 1, until: end + 1 };
  return { nth: 0, until: end };
}

/** "A year last March", "two years ago at Christmas", "a week last Tuesday", "a week on Friday", or a plain count. */
function countedBack(place: Place): When | null {
  const { words, at, until, today } = place;
  const summers = manyAgo(place);
  if (summers) return summers;
  const counted = countUnits(words, at, until);
  if (counted) {
    let index = counted.until;
    const isAgo = words[index] === 'ago' || words[index] === 'back';
    if (isAgo) index++;
    const isLast = words[index] === 'last';
    const link = /^(?:in|at|around|this|on|over|come)$/.test(words[index] ?? '') || isLast;
    const named = link || isAgo ? (link ? index + (words[index + 1] === 'the' ? 2 : 1) : index) : -1;
    const years = counted.months !== null && counted.months % 12 === 0 ? counted.months / 12 : null;
    if (named > 0 && named < until && years !== null && (isAgo || isLast)) {
      const found = timesAt(place, named);
      if (found) {
        const span = isLast ? found.back(1, true) : inYear(found, yearOf(today) - years);
        const moved = isLast && span ? yearsEarlier(span, years) : span;
        return moved ? { ...moved, until: found.until, is_stretch: false } : null;
      }
    }
    const weekday_number = WEEKDAYS.indexOf(words[named] ?? '');
    if (named > 0 && weekday_number >= 0 && counted.months === null && counted.days % 7 === 0) {
      if (isLast) return pointOn(lastWeekday(weekday_number, today, true) - counted.days, named + 1);
      if (words[index] === 'on' && !isAgo && !/^(?:be|been|was|is)$/.test(words[at - 1] ?? ''))
        return pointOn(nextWeekday(weekday_number, today) + counted.days, named + 1);
    }
  }
  return readAmount(words, at, until, today);
}

/** "Two summers ago", "a couple of Christmases back": told loosely, so the one before it too. */
function manyAgo(place: Place): When | null {
  const { words, at, today } = place;
  const count =
    smallNumber(words, at) ?? (words[at] === 'couple' ? { value: 2, until: at + (words[at + 1] === 'of' ? 2 : 1) } : null);
  if (!count || count.value < 1 || count.value > 20) return null;
  const found = findYearly(words, count.until);
  if (!found || !/^(?:ago|back)$/.test(words[found.until] ?? '')) return null;
  const [late, early] = [backOf(found.yearly, today)(count.value), backOf(found.yearly, today)(count.value + 1)];
  return late && early ? { first: early.first, last: late.last, until: found.until + 1, is_stretch: false } : null;
}

interface Times {
  /** @param isLast "last March" said in March is not this one */
  back: (nth: number, isLast: boolean) => Span | null;
  in: (year: number) => Span | null;
  until: number;
}

function timesAt({ words, today }: Place, at: number): Times | null {
  const named = findYearly(words, at);
  if (named) {
    const back = backOf(named.yearly, today);
    return {
      back: (nth, isLast) => back(nth + (isLast && isJustNow(back(1), today) ? 1 : 0)),
      in: (year) => named.yearly(year)[0] ?? null,
      until: named.until,
    };
  }
  const number = MONTH_NUMBERS.get(words[at] ?? '');
  if (number === undefined) return null;
  return {
    back: (nth, isLast) => monthBack(number, today)(nth + (isLast && monthOf(today) === number ? 1 : 0)),
    in: (year) => monthOfYear(year, number),
    until: at + 1,
  };
}

function inYear({ in: of }: Times, year: number): Span | null {
  const span = of(year);
  return span && { first: span.first, last: span.last };
}

function yearsEarlier({ first, last }: Span, years: number): Span {
  const earlier = (day: DayNumber) => dayOf(yearOf(day) - years, monthOf(day), new Date(day * 86_400_000).getUTCDate());
  return { first: earlier(first), last: earlier(last) };
}

function backOf(yearly: (year: number) => Span[], today: DayNumber): Back {
  return (nth) => {
    const y = yearOf(today);
    const begun = [];
    for (let year = y; begun.length < nth && year > y - 40; year--)
      begun.push(
        ...yearly(year)
          .filter(({ first }) => first <= today)
          .reverse(),
      );
    return begun[nth - 1] ?? null;
  };
}

function monthBack(number: number, today: DayNumber): Back {
  return (nth) => {
    const year = yearOf(today) - (number > monthOf(today) ? 1 : 0);
    return monthOfYear(year - (nth - 1), number);
  };
}

function monthOfYear(year: number, number: number): Span {
  return { first: dayOf(year, number, 1), last: dayOf(year, number + 1, 1) - 1 };
}

/** "Last Christmas" said in the first days of January is hardly the one just over. */
function isJustNow(span: Span | null, today: DayNumber): boolean {
  return span !== null && span.last >= today - 20;
}

function lastWeekday(number: number, today: DayNumber, isLast: boolean): DayNumber {
  const back = (weekdayOf(today) - number + 7) % 7;
  return today - (back === 0 && isLast ? 7 : back);
}
function nextWeekday(number: number, today: DayNumber): DayNumber {
  const ahead = (number - weekdayOf(today) + 7) % 7;
  return today + (ahead === 0 ? 7 : ahead);
}

function yearly(place: Place): When | null {
  const { words, at, today } = place;
  const found = findYearly(words, at);
  if (!found) return null;
  const lead = leadOf(words, at);
  const told = yearAfter(place, found.until);
  const when = (span: Span | null | undefined, until: number): When | null =>
    span ? narrowed(words, at, { first: span.first, last: span.last, until, is_stretch: false }) : null;
  if (told) return when(found.yearly(told.year)[0], told.until);
  if (lead === 'next' || lead === 'every' || lead === 'each') return null;
  const { nth, until } = nthLast(place, found.until);
  if (nth === 0 && !LEADS.has(lead) && (lead !== 'on' || found.isSeason)) return null;
  const back = backOf(found.yearly, today);
  const isLast = nth > 0 && isJustNow(back(1), today);
  return when(back(Math.max(1, nth) + (isLast ? 1 : 0)), until);
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

function weekday(place: Place): When | null {
  const { words, at, today } = place;
  const number = WEEKDAYS.indexOf(words[at] ?? '');
  if (number < 0) return null;
  const [before, next] = [words[at - 1] ?? '', words[at + 1] ?? ''];
  if (next === 'week') return pointOn(nextWeekday(number, today) + 7, at + 2);
  if (next === 'fortnight') return pointOn(nextWeekday(number, today) + 14, at + 2);
  if (before === 'next' || before === 'every' || before === 'by' || before === 'coming') return null;
  // "Monday 17 August" is read from its number on.
  const date = next === 'the' ? at + 2 : at + 1;
  if (wholeNumber(words[date]) !== null && MONTH_NUMBERS.has(words[words[date + 1] === 'of' ? date + 2 : date + 1] ?? ''))
    return null;
  const isUntil = before === 'until' || before === 'till';
  if (isUntil && !words.slice(Math.max(0, at - 7), at).some((word) => word === 'not' || word === 'never'))
    return pointOn(nextWeekday(number, today), at + 1);
  const { nth, until } = nthLast(place, at + 1);
  return pointOn(lastWeekday(number, today, nth > 0) - (nth > 1 ? 7 : 0), until);
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
