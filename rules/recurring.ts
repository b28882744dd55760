/** Reads times that come again: `last March`, `the Christmas before last`, `a week last Tuesday`, `two summers ago`. */
import { countUnits, readAmount } from './amounts.ts';
import { findYearly, type Span } from './named_days.ts';
import { leadOf, LEADS, MONTH_NUMBERS, narrowed, WEEKDAYS, yearAfter, type Place } from './place.ts';
import { dayOf, monthOf, pointOn, smallNumber, weekdayOf, wholeNumber, yearOf, type DayNumber, type When } from './when.ts';

/** Times that come again: the nth last one that has begun, 1 being the last. */
type Back = (nth: number) => Span | null;

/** "Last March but one", "the Christmas before last", "last but one Christmas", "Easter last": which of them; 0 where the words do not say. */
export function nthLast({ words, at, until }: Place, end: number): { nth: number; until: number } {
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
export function countedBack(place: Place): When | null {
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

/** The nth last time that this month began. */
export function monthBack(number: number, today: DayNumber): Back {
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

/** "Last Christmas but one", "in the summer of 2024", "on bonfire night". */
export function yearly(place: Place): When | null {
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

/** "Last Tuesday", "the Friday before last", "Tuesday week". */
export function weekday(place: Place): When | null {
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
