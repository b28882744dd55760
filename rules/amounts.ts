/** Reads times that are counted: "two and a half years ago", "for the past six weeks", "a fortnight on", "since our girl was born, she is two". */
import { isNumberWord } from './phrase.ts';
import { findDay, monthOf, NUMBERS, smallNumber, yearOf, yearsBefore, type DayNumber, type When } from './when.ts';

const YEAR_DAYS = 365.25;
const MONTH_DAYS = 30.44;

/** Days in a unit, and how far off "a month ago" may be, in days. */
const UNITS: Record<string, { days: number; slack: number }> = {
  hour: { days: 0, slack: 0 },
  day: { days: 1, slack: 0 },
  night: { days: 1, slack: 0 },
  week: { days: 7, slack: 3 },
  wk: { days: 7, slack: 3 },
  fortnight: { days: 14, slack: 3 },
  month: { days: MONTH_DAYS, slack: 12 },
  mth: { days: MONTH_DAYS, slack: 12 },
  year: { days: YEAR_DAYS, slack: 60 },
  yr: { days: YEAR_DAYS, slack: 60 },
  decade: { days: 10 * YEAR_DAYS, slack: 500 },
};
for (const unit of Object.keys(UNITS)) UNITS[`${unit}s`] = UNITS[unit] ?? { days: 0, slack: 0 };
const unitOf = (word: string | undefined) => (word !== undefined && Object.hasOwn(UNITS, word) ? UNITS[word] : undefined);

/** After these it is no time that has passed: "two weeks notice". */
const OTHER_THINGS = /^(?:old|notice|rent|of|deposit|contract|tenancy|warranty|guarantee|time|supply|money|wages|pay)$/;
/** "Years ago" is more than one. */
const YEARS = 2;
/** "For years" is a few. */
const FOR_YEARS = 3;

interface Counted {
  days: number;
  slack: number;
  /** Whole calendar months, where the units are months and years. */
  months: number | null;
  until: number;
}

/** A count of units: `a year and two months`, `two and a half years`, `a couple of weeks`. */
export function countUnits(words: readonly string[], at: number, until: number): Counted | null {
  let sum = countOne(words, at, until);
  for (let part = 0; sum && part < 2; part++) {
    const next = countOne(words, words[sum.until] === 'and' ? sum.until + 1 : sum.until, until);
    if (!next || next.slack > sum.slack) break;
    sum = {
      days: sum.days + next.days,
      slack: next.slack,
      months: next.months === null || sum.months === null ? null : sum.months + next.months,
      until: next.until,
    };
  }
  return sum;
}

function countOne(words: readonly string[], at: number, until: number): Counted | null {
  const word = words[at] ?? '';
  if (!isNumberWord(word) && word !== 'a' && word !== 'an' && word !== 'half') return null;
  let count = /^\d+$/.test(word) ? Number.parseInt(word, 10) : (NUMBERS.get(word) ?? Number.NaN);
  let index = at + 1;
  const second = words[index] ?? '';
  if ((word === 'a' || word === 'half') && NUMBERS.has(second)) {
    count = word === 'half' ? 0.5 : (NUMBERS.get(second) ?? 1);
    index++;
  } else if (word === 'a' && (second === 'good' || second === 'full' || second === 'whole' || second === 'bare')) {
    const more = NUMBERS.get(words[index + 1] ?? '');
    if (more !== undefined) count = more;
    index += more === undefined ? 1 : 2;
  } else if (count >= 20 && count < 100 && (NUMBERS.get(second) ?? 99) < 10 && second !== 'a' && second !== 'an') {
    count += NUMBERS.get(second) ?? 0;
    index++;
  }
  const isHalfMore = () => words[index] === 'and' && words[index + 1] === 'a' && words[index + 2] === 'half';
  if (words[index] === 'of') index++;
  if (isHalfMore()) {
    count += 0.5;
    index += 3;
  }
  if (words[index] === 'full' || words[index] === 'whole' || words[index] === 'long' || words[index] === 'calendar') index++;
  const name = words[index];
  const unit = unitOf(name);
  if (!unit || Number.isNaN(count) || count > 1_000 || index >= until) return null;
  index++;
  if (isHalfMore()) {
    count += 0.5;
    index += 3;
  } else if (words[index] === 'and' && words[index + 1] === 'a' && words[index + 2] === 'bit') index += 3;
  if (OTHER_THINGS.test(words[index] ?? '')) return null;
  const per = unit.days === YEAR_DAYS ? 12 : unit.days === MONTH_DAYS ? 1 : null;
  return {
    days: count * unit.days,
    slack: Math.min(unit.slack, unit.slack * Math.max(1, count / 2)),
    months: per === null || !Number.isInteger(count * per) ? null : count * per,
    until: index,
  };
}

const AGO = new Set(['ago', 'back', 'earlier']);

/** "Two and a half years ago", "for the past six weeks", "a fortnight on", "years ago", "for donkey's years". */
export function readAmount(words: readonly string[], at: number, until: number, today: DayNumber): When | null {
  const bare = readBareYears(words, at, today);
  if (bare) return bare;
  const counted = countUnits(words, at, until);
  if (!counted) return null;
  const { days, slack, until: index } = counted;
  const nearby = words.slice(Math.max(0, at - 3), at);
  const more = nearby.some((near) => /^(?:over|more|least|well|longer)$/.test(near));
  const less = nearby.some((near) => /^(?:nearly|almost|under|less|within|just)$/.test(near));
  const after = words[index] ?? '';
  const exact = today - Math.round(days);
  const isBackIn = after === 'back' && /^(?:in|on|at|to|then|when)$/.test(words[index + 1] ?? '');
  if ((AGO.has(after) && !isBackIn) || (after === 'or' && words.slice(index, index + 5).includes('ago'))) {
    const end = after === 'or' ? words.indexOf('ago', index) + 1 : index + 1;
    const to_the_day = dayExactly(words, at, end, counted.months, today);
    if (to_the_day) return to_the_day;
    if (more) return { first: today - Math.round(days * 2 + slack), last: exact - 1, until: end, is_stretch: false };
    if (less && !nearby.includes('just'))
      return { first: exact + 1, last: Math.min(today, exact + Math.round(slack + days * 0.15)), until: end, is_stretch: false };
    return { first: exact - Math.round(slack), last: Math.min(today, exact + Math.round(slack)), until: end, is_stretch: false };
  }
  // "It is nine weeks since you measured up."
  if (after === 'since') return { first: exact - Math.round(slack), last: today, until: index + 1, is_stretch: true };
  const stretched =
    nearby.some((near) => /^(?:for|past|last|been|over|nearly|waiting|waited|takes?|took)$/.test(near)) ||
    /^(?:now|on|later|running|straight|solid|without)$/.test(after);
  return stretched ? { first: exact, last: today, until: index, is_stretch: true } : null;
}

/** "A year ago today", "exactly 13 months ago": one day. */
function dayExactly(words: readonly string[], at: number, end: number, months: number | null, today: DayNumber): When | null {
  const today_follows = words[end] === 'today' ? end + 1 : null;
  const day_follows = words.slice(end, end + 3).join(' ') === 'to the day' ? end + 3 : null;
  if (months === null || !(today_follows ?? day_follows ?? (words[at - 1] === 'exactly' ? end : null))) return null;
  const month = monthOf(today) - months;
  const date = new Date(today * 86_400_000).getUTCDate();
  const day = findDay(yearOf(today), month, date) ?? findDay(yearOf(today), month + 1, 0);
  return day === null ? null : { first: day, last: day, until: today_follows ?? day_follows ?? end, is_stretch: false };
}

function readBareYears(words: readonly string[], at: number, today: DayNumber): When | null {
  const word = words[at];
  const isLong = (word === 'donkey' || word === 'donkeys') && words[at + 1] === 'years';
  if (!isLong && word !== 'years') return null;
  const end = isLong ? at + 2 : at + 1;
  if (words[end] === 'ago' || words[end] === 'back')
    return { first: null, last: yearsBefore(today, YEARS), until: end + 1, is_stretch: false };
  const before = words[at - 1] ?? '';
  if (before !== 'for' && before !== 'been' && !(isLong && before === 'in')) return null;
  const first = yearsBefore(today, FOR_YEARS);
  return { first, last: today, until: words[end] === 'and' && words[end + 1] === 'years' ? end + 2 : end, is_stretch: true };
}

/** What happens in a life, and at which age in years, at the least and at the most. */
const LIFE: readonly (readonly [string, number, number])[] = [
  ['born', 0, 0],
  ['a baby', 0, 1],
  ['newborn', 0, 0.2],
  ['a toddler', 1, 3],
  ['started nursery', 2, 4],
  ['started school', 4, 5],
  ['started primary', 4, 5],
  ['started reception', 4, 5],
  ['started secondary', 11, 12],
  ['started high school', 11, 12],
  ['started big school', 11, 12],
  ['left school', 16, 18],
];
const LEADS = new Set(['since', 'when', 'before', 'until', 'till', 'after', 'from']);
/** How far from the event its age is told: "since our youngest was born, she is two". */
const NEAR = 16;

/** An event of a child's life by the child's age now; begins at "since", "when" or "before". */
export function readLife(words: readonly string[], at: number, until: number, today: DayNumber): When | null {
  const lead = words[at] ?? '';
  if (!LEADS.has(lead)) return null;
  for (let index = at + 2; index < Math.min(at + 9, until); index++) {
    const event = LIFE.find(([name]) => name.split(' ').every((word, part) => words[index + part] === word));
    if (!event) continue;
    const [name, least, most] = event;
    const end = index + name.split(' ').length;
    const age = ageNear(words, at, end);
    if (!age) return lead === 'since' ? { first: null, last: today, until: end, is_stretch: true } : null;
    const first = yearsBefore(today, age.most - least);
    const last = Math.min(today, yearsBefore(today, age.least - most));
    if (first > last) return null;
    if (lead === 'before') return { first: null, last, until: end, is_stretch: false };
    return { first, last, until: end, is_stretch: false };
  }
  return null;
}

/** An age told near the event: "she is two", "he's fifteen now", "he will be three in May", "eight months old". */
function ageNear(words: readonly string[], at: number, end: number): { least: number; most: number } | null {
  for (let index = end; index < Math.min(end + NEAR, words.length); index++) {
    const found = ageAt(words, index);
    if (found) return found;
  }
  for (let index = at - 1; index > Math.max(0, at - NEAR); index--) {
    const found = ageAt(words, index);
    if (found) return found;
  }
  return null;
}

function ageAt(words: readonly string[], at: number): { least: number; most: number } | null {
  const before = words[at - 1] ?? '';
  if (!/^(?:is|are|now|nearly|almost|aged|turned|be)$/.test(before)) return null;
  const number = smallNumber(words, at);
  if (!number || number.value > 60) return null;
  const unit = unitOf(words[number.until]);
  if (unit && unit.days < 28) return { least: 0, most: (number.value * unit.days + 14) / YEAR_DAYS };
  if (unit && unit.days < 300) return { least: number.value / 12, most: (number.value + 1) / 12 };
  if (
    /^(?:of|times|people|children|weeks?|days?|hours?|o'clock|am|pm|pounds?|in)$/.test(words[number.until] ?? '') &&
    before !== 'be'
  )
    return null;
  const years = before === 'be' || before === 'nearly' || before === 'almost' ? number.value - 1 : number.value;
  return { least: Math.max(0, years), most: years + 1 };
}
