/** Reads British ways of saying when: `3/4/2026`, `last March`, `a fortnight ago`, `since Christmas`. */
import { isNumberWord } from './phrase.ts';
import type { Reading } from './read.ts';

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
export function writeDay(day: DayNumber): string {
  return new Date(Math.min(Math.max(day, -25_567), 2_932_896) * DAY_MS).toISOString().slice(0, 10);
}

const MONTHS = 'january february march april may june july august september october november december'.split(' ');
const SHORT_MONTHS: Record<string, number> = { sept: 8 };
for (const [index, month] of MONTHS.entries()) {
  SHORT_MONTHS[month] = index;
  SHORT_MONTHS[month.slice(0, 3)] = index;
}
const WEEKDAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
const NUMBERS: Record<string, number> = {
  a: 1,
  an: 1,
  couple: 2,
  few: 3,
  several: 5,
  many: 8,
  half: 0.5,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
};
for (const [
  index,
  word,
] of 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
  .split(' ')
  .entries())
  NUMBERS[word] = index;
/** Days in a unit, and how far off "a month ago" may be, in days. */
const UNITS: Record<string, { days: number; slack: number }> = {
  hour: { days: 0, slack: 0 },
  day: { days: 1, slack: 0 },
  night: { days: 1, slack: 0 },
  week: { days: 7, slack: 3 },
  fortnight: { days: 14, slack: 3 },
  month: { days: 30.44, slack: 12 },
  year: { days: 365.25, slack: 60 },
};
for (const unit of Object.keys(UNITS)) UNITS[`${unit}s`] = UNITS[unit] ?? { days: 0, slack: 0 };
UNITS.yrs = UNITS.yr = { days: 365.25, slack: 60 };
UNITS.wks = { days: 7, slack: 3 };
UNITS.mths = { days: 30.44, slack: 12 };
const SEASONS: Record<string, [number, number]> = { spring: [2, 3], summer: [5, 3], autumn: [8, 3], winter: [11, 3] };
const FEASTS: Record<string, [number, number, number]> = {
  // Month, day, and how many days it lasts. Easter is wide: no one means the day.
  christmas: [11, 20, 14],
  xmas: [11, 20, 14],
  easter: [2, 22, 36],
  halloween: [9, 28, 5],
  bonfire: [10, 3, 5],
  diwali: [9, 15, 32],
  eid: [2, 10, 95],
};
/** After these, 3/4 is a door or a share. */
const NUMBERED = new Set('flat flats no number unit apartment house room rooms about'.split(' '));
const LEADS = new Set(
  'in last since this back early late mid from until till by of during around about next before after over at around through'.split(
    ' ',
  ),
);

/**
 * The expression that begins at word `at`, or null.
 * @param today London day of receipt
 */
export function readWhen(reading: Reading, at: number, until: number, today: DayNumber): When | null {
  const { words } = reading;
  const word = words[at] ?? '';
  const first = word.charCodeAt(0);
  if (first >= 48 && first <= 57)
    return (
      numericDate(reading, at, until, today) ??
      dayAndMonth(words, at, until, today) ??
      amount(words, at, until, today) ??
      year(words, at)
    );
  return named(words, at, until, today) ?? amount(words, at, until, today);
}

function wholeNumber(word: string | undefined): number | null {
  if (word === undefined || !/^\d{1,4}(?:st|nd|rd|th)?$/.test(word)) return null;
  return Number.parseInt(word, 10);
}

function date(y: number, month: number, day: number): DayNumber | null {
  const at = Date.UTC(y, month, day);
  const made = new Date(at);
  return made.getUTCMonth() === ((month % 12) + 12) % 12 && made.getUTCDate() === day ? at / DAY_MS : null;
}
function point(day: DayNumber | null, until: number): When | null {
  return day === null ? null : { first: day, last: day, until, is_stretch: false };
}
function yearOf(day: DayNumber): number {
  return new Date(day * DAY_MS).getUTCFullYear();
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
      ? point(nearest(b - 1, a, today), at + 2)
      : null;
  if (a > 1900) return point(date(a, b - 1, c), at + 3);
  const y = c < 100 ? 2000 + c : c;
  if (y < 1950 || y > 2100) return null;
  return point(b > 12 && a <= 12 ? date(y, a - 1, b) : date(y, b - 1, a), at + 3);
}

/** A day and month without a year: the last time it was, unless it is about to be. */
function nearest(month: number, day: number, today: DayNumber): DayNumber | null {
  const y = yearOf(today);
  const this_year = date(y, month, day);
  if (this_year === null) return date(y - 1, month, day);
  if (this_year <= today + 45) {
    const next = date(y + 1, month, day);
    return next !== null && next <= today + 45 ? next : this_year;
  }
  return date(y - 1, month, day);
}

function dayAndMonth(words: readonly string[], at: number, until: number, today: DayNumber): When | null {
  const day = wholeNumber(words[at]);
  const skip = words[at + 1] === 'of' ? 2 : 1;
  const month = SHORT_MONTHS[words[at + skip] ?? ''];
  if (day === null || day < 1 || day > 31 || month === undefined || at + skip >= until) return null;
  const y = wholeNumber(words[at + skip + 1]);
  if (y !== null && y > 1950 && y < 2100) return point(date(y, month, day), at + skip + 2);
  if (words[at + skip + 1] === 'last' && words[at + skip + 2] === 'year')
    return point(date(yearOf(today) - 1, month, day), at + skip + 3);
  return point(nearest(month, day, today), at + skip + 1);
}

function year(words: readonly string[], at: number): When | null {
  const y = wholeNumber(words[at]);
  const before = words[at - 1] ?? '';
  if (y === null || y < 1950 || y > 2100 || !(LEADS.has(before) || before === 'year' || Object.hasOwn(SEASONS, before)))
    return null;
  return stretchOf(y, 0, 12, at + 1);
}

function stretchOf(y: number, month: number, months: number, until: number): When {
  const last = Date.UTC(y, month + months, 1) / DAY_MS - 1;
  return { first: Date.UTC(y, month, 1) / DAY_MS, last, until, is_stretch: false };
}

function named(words: readonly string[], at: number, until: number, today: DayNumber): When | null {
  const word = words[at] ?? '';
  const before = words[at - 1] ?? '';
  const next = words[at + 1] ?? '';
  const month = SHORT_MONTHS[word];
  if (month !== undefined) {
    const day = wholeNumber(next);
    const is_day = day !== null && day >= 1 && day <= 31 && at + 1 < until;
    const after = is_day ? at + 2 : at + 1;
    const y = wholeNumber(words[after]);
    if (y !== null && y > 1950 && y < 2100)
      return is_day ? point(date(y, month, day), after + 1) : stretchOf(y, month, 1, after + 1);
    if (is_day) return point(nearest(month, day, today), after);
    if (next === 'last' && words[at + 2] === 'year') return stretchOf(yearOf(today) - 1, month, 1, at + 3);
    if (!LEADS.has(before) || before === 'next') return null;
    const now = new Date(today * DAY_MS).getUTCMonth();
    return stretchOf(yearOf(today) - (month > now || (month === now && before === 'last') ? 1 : 0), month, 1, at + 1);
  }
  if (word === 'yesterday') return point(today - 1, at + 1);
  if (word === 'today' || word === 'tonight') return point(today, at + 1);
  if (word === 'last' || word === 'this') return lastUnit(words, at, today);
  if (word === 'year' && next === 'before' && words[at + 2] === 'last') return stretchOf(yearOf(today) - 2, 0, 12, at + 3);
  const weekday = WEEKDAYS.indexOf(word);
  if (weekday >= 0) {
    const back = (new Date(today * DAY_MS).getUTCDay() - weekday + 7) % 7;
    return before === 'next' || before === 'every' || before === 'by' ? null : point(today - back, at + 1);
  }
  const season = Object.hasOwn(SEASONS, word) ? SEASONS[word] : undefined;
  const feast = Object.hasOwn(FEASTS, word) ? FEASTS[word] : undefined;
  if (!season && !feast) return null;
  const y = wholeNumber(next === 'of' ? words[at + 2] : next);
  const stated = y !== null && y > 1950 && y < 2100 ? y : next === 'last' && words[at + 2] === 'year' ? yearOf(today) - 1 : null;
  if (stated === null && !LEADS.has(before)) return null;
  if (before === 'next') return null;
  const end = stated === null ? at + 1 : at + (next === 'of' || next === 'last' ? 3 : 2);
  const of = (of_year: number): When =>
    season
      ? stretchOf(of_year, season[0], season[1], end)
      : {
          first: Date.UTC(of_year, feast?.[0] ?? 0, feast?.[1] ?? 1) / DAY_MS,
          last: Date.UTC(of_year, feast?.[0] ?? 0, (feast?.[1] ?? 1) + (feast?.[2] ?? 0)) / DAY_MS,
          until: end,
          is_stretch: false,
        };
  if (stated !== null) return of(stated);
  const this_year = of(yearOf(today));
  return (this_year.first ?? 0) > today || (before === 'last' && (this_year.last ?? 0) >= today - 20)
    ? of(yearOf(today) - 1)
    : this_year;
}

function lastUnit(words: readonly string[], at: number, today: DayNumber): When | null {
  const unit = words[at + 1] ?? '';
  const is_last = words[at] === 'last';
  if (unit === 'year')
    return is_last
      ? stretchOf(yearOf(today) - 1, 0, 12, at + 2)
      : { first: Date.UTC(yearOf(today), 0, 1) / DAY_MS, last: today, until: at + 2, is_stretch: false };
  if (unit === 'week')
    return { first: is_last ? today - 13 : today - 6, last: is_last ? today - 1 : today, until: at + 2, is_stretch: false };
  if (unit === 'month')
    return { first: is_last ? today - 61 : today - 30, last: is_last ? today - 1 : today, until: at + 2, is_stretch: false };
  if (unit === 'night' || unit === 'evening') return point(is_last ? today - 1 : today, at + 2);
  if (unit === 'morning' || unit === 'afternoon') return point(today, at + 2);
  return null;
}

/** "two and a half years ago", "for the past six weeks", "a fortnight on". */
function amount(words: readonly string[], at: number, until: number, today: DayNumber): When | null {
  const word = words[at] ?? '';
  if (!isNumberWord(word) && word !== 'a' && word !== 'an' && word !== 'half') return null;
  let count = /^\d+$/.test(word) ? Number.parseInt(word, 10) : Object.hasOwn(NUMBERS, word) ? (NUMBERS[word] ?? 0) : Number.NaN;
  let index = at + 1;
  const second = words[index] ?? '';
  if ((word === 'a' || word === 'half') && Object.hasOwn(NUMBERS, second)) {
    count = word === 'half' ? 0.5 : (NUMBERS[second] ?? 1);
    index++;
  } else if (count >= 20 && count < 100 && (NUMBERS[second] ?? 99) < 10 && second !== 'a') {
    count += NUMBERS[second] ?? 0;
    index++;
  }
  if (words[index] === 'of') index++;
  if (words[index] === 'and' && words[index + 1] === 'a' && words[index + 2] === 'half') {
    count += 0.5;
    index += 3;
  }
  const unit = Object.hasOwn(UNITS, words[index] ?? '') ? UNITS[words[index] ?? ''] : undefined;
  if (!unit || Number.isNaN(count) || count > 1_000 || index >= until) return null;
  index++;
  if (words[index] === 'and' && words[index + 1] === 'a' && words[index + 2] === 'half') {
    count += 0.5;
    index += 3;
  }
  if (/^(?:old|notice|rent|of|deposit|contract|tenancy|warranty|time)$/.test(words[index] ?? '')) return null;
  const days = count * unit.days;
  const slack = Math.min(unit.slack, unit.slack * Math.max(1, count / 2));
  const nearby = words.slice(Math.max(0, at - 3), at);
  const more = nearby.some((near) => /^(?:over|more|least|well|longer)$/.test(near));
  const less = nearby.some((near) => /^(?:nearly|almost|under|less|within|just)$/.test(near));
  const after = words[index] ?? '';
  if (
    after === 'ago' ||
    after === 'back' ||
    after === 'earlier' ||
    (after === 'or' && words.slice(index, index + 5).includes('ago'))
  ) {
    const end = after === 'or' ? words.indexOf('ago', index) + 1 : index + 1;
    const exact = today - Math.round(days);
    if (more) return { first: today - Math.round(days * 2 + slack), last: exact - 1, until: end, is_stretch: false };
    if (less && !nearby.includes('just'))
      return { first: exact + 1, last: Math.min(today, exact + Math.round(slack + days * 0.15)), until: end, is_stretch: false };
    return { first: exact - Math.round(slack), last: Math.min(today, exact + Math.round(slack)), until: end, is_stretch: false };
  }
  const stretched =
    nearby.some((near) => /^(?:for|past|last|been|over|nearly|waiting|waited|takes?|took)$/.test(near)) ||
    /^(?:now|on|later|running|straight|solid|without)$/.test(after);
  return stretched ? { first: today - Math.round(days), last: today, until: index, is_stretch: true } : null;
}
