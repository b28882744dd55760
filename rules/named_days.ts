/** Times of the year and of living memory that people in Britain date things by: Christmas, Whitsun, half term, the first lockdown. */
import { dayOf, weekdayOf, type DayNumber } from './when.ts';

export interface Span {
  first: DayNumber;
  last: DayNumber;
}
/** Where it falls in a year; several where it comes more than once. */
export type Yearly = (year: number) => Span[];

/** Month from 0, day, and how many days it lasts. Easter and the like are wide: no one means the day. */
const from =
  (month: number, day: number, days: number): Yearly =>
  (year) => [{ first: dayOf(year, month, day), last: dayOf(year, month, day + days) }];
const months =
  (month: number, count: number): Yearly =>
  (year) => [{ first: dayOf(year, month, 1), last: dayOf(year, month + count, 1) - 1 }];

const SPRING = months(2, 3);
const SUMMER = months(5, 3);
const AUTUMN = months(8, 3);
/** The winter of a year begins in its December. */
const WINTER = months(11, 3);
const CHRISTMAS = from(11, 20, 14);
const EASTER = from(2, 22, 36);
const HALLOWEEN = from(9, 28, 5);
/** The spring bank holiday took the place of Whit Monday; the week is that of the half term. */
const WHITSUN = from(4, 20, 18);
const BONFIRE_NIGHT = from(10, 3, 5);
const NEW_YEAR = from(11, 31, 31);
const HALF_TERMS: Yearly = (year) => [...from(1, 9, 17)(year), ...from(4, 22, 14)(year), ...from(9, 17, 17)(year)];

export const SEASONS: ReadonlySet<string> = new Set(
  'spring summer autumn winter springs summers autumns winters springtime summertime wintertime'.split(' '),
);

/** Of one word or two; the longer first. */
const NAMES: readonly (readonly [string, Yearly])[] = [
  ['new year eve', (year) => [{ first: dayOf(year, 11, 31), last: dayOf(year, 11, 31) }]],
  ['new years eve', (year) => [{ first: dayOf(year, 11, 31), last: dayOf(year, 11, 31) }]],
  ['new year day', from(0, 1, 0)],
  ['new years day', from(0, 1, 0)],
  ['guy fawkes night', BONFIRE_NIGHT],
  ['christmas eve', from(11, 24, 0)],
  ['christmas day', from(11, 25, 0)],
  ['boxing day', from(11, 26, 0)],
  ['bonfire night', BONFIRE_NIGHT],
  ['fireworks night', BONFIRE_NIGHT],
  ['guy fawkes', BONFIRE_NIGHT],
  ['new year', NEW_YEAR],
  ['whit monday', WHITSUN],
  ['whit week', WHITSUN],
  ['february half term', (year) => HALF_TERMS(year).slice(0, 1)],
  ['may half term', (year) => HALF_TERMS(year).slice(1, 2)],
  ['october half term', (year) => HALF_TERMS(year).slice(2)],
  ['half term', HALF_TERMS],
  ['half terms', HALF_TERMS],
  ['may bank holiday', months(4, 1)],
  ['august bank holiday', (year) => [bankHolidayOfAugust(year)]],
  ['easter bank holiday', EASTER],
  ['mothering sunday', from(2, 1, 34)],
  ['remembrance sunday', from(10, 8, 6)],
  ['whitsun', WHITSUN],
  ['whitsuntide', WHITSUN],
  ['pentecost', WHITSUN],
  ['christmas', CHRISTMAS],
  ['christmases', CHRISTMAS],
  ['xmas', CHRISTMAS],
  ['easter', EASTER],
  ['easters', EASTER],
  ['halloween', HALLOWEEN],
  ['diwali', from(9, 15, 32)],
  ['eid', from(2, 10, 95)],
  ['spring', SPRING],
  ['springs', SPRING],
  ['springtime', SPRING],
  ['summer', SUMMER],
  ['summers', SUMMER],
  ['summertime', SUMMER],
  ['autumn', AUTUMN],
  ['autumns', AUTUMN],
  ['winter', WINTER],
  ['winters', WINTER],
  ['wintertime', WINTER],
];
const BY_FIRST_WORD = new Map<string, { words: string[]; yearly: Yearly }[]>();
for (const [name, yearly] of NAMES) {
  const words = name.split(' ');
  const first = words[0] ?? '';
  BY_FIRST_WORD.set(first, [...(BY_FIRST_WORD.get(first) ?? []), { words, yearly }]);
}

/** The last Monday of August and the weekend before it. */
function bankHolidayOfAugust(year: number): Span {
  const end = dayOf(year, 7, 31);
  const monday = end - ((weekdayOf(end) + 6) % 7);
  return { first: monday - 2, last: monday };
}

/** The yearly time that is named at a word, and the word after it. */
export function findYearly(words: readonly string[], at: number): { yearly: Yearly; until: number; isSeason: boolean } | null {
  for (const named of BY_FIRST_WORD.get(words[at] ?? '') ?? []) {
    if (!named.words.every((word, index) => words[at + index] === word)) continue;
    return { yearly: named.yearly, until: at + named.words.length, isSeason: SEASONS.has(words[at] ?? '') };
  }
  return null;
}

/** What happened once and everybody remembers. COVID here began with the lockdown of 23 March 2020. */
const ONCE: readonly (readonly [string, Span])[] = [
  ['first lockdown', { first: dayOf(2020, 2, 23), last: dayOf(2020, 6, 4) }],
  ['1st lockdown', { first: dayOf(2020, 2, 23), last: dayOf(2020, 6, 4) }],
  ['second lockdown', { first: dayOf(2020, 10, 5), last: dayOf(2020, 11, 2) }],
  ['2nd lockdown', { first: dayOf(2020, 10, 5), last: dayOf(2020, 11, 2) }],
  ['third lockdown', { first: dayOf(2021, 0, 6), last: dayOf(2021, 2, 29) }],
  ['last lockdown', { first: dayOf(2021, 0, 6), last: dayOf(2021, 2, 29) }],
  ['lockdown', { first: dayOf(2020, 2, 23), last: dayOf(2021, 2, 29) }],
  ['lockdowns', { first: dayOf(2020, 2, 23), last: dayOf(2021, 2, 29) }],
  ['covid', { first: dayOf(2020, 2, 23), last: dayOf(2021, 6, 18) }],
  ['coronavirus', { first: dayOf(2020, 2, 23), last: dayOf(2021, 6, 18) }],
  ['pandemic', { first: dayOf(2020, 2, 23), last: dayOf(2021, 6, 18) }],
  ['queen died', { first: dayOf(2022, 8, 8), last: dayOf(2022, 8, 8) }],
  ['queen passed', { first: dayOf(2022, 8, 8), last: dayOf(2022, 8, 8) }],
  ['queen death', { first: dayOf(2022, 8, 8), last: dayOf(2022, 8, 8) }],
  ['queen funeral', { first: dayOf(2022, 8, 19), last: dayOf(2022, 8, 19) }],
  ['queen jubilee', { first: dayOf(2022, 5, 2), last: dayOf(2022, 5, 5) }],
  ['platinum jubilee', { first: dayOf(2022, 5, 2), last: dayOf(2022, 5, 5) }],
  ['king coronation', { first: dayOf(2023, 4, 6), last: dayOf(2023, 4, 8) }],
  ['coronation', { first: dayOf(2023, 4, 6), last: dayOf(2023, 4, 8) }],
  ['millennium', { first: dayOf(1999, 11, 31), last: dayOf(2000, 0, 1) }],
];

/** The time of living memory that is named at a word, and the word after it. */
export function findOnce(words: readonly string[], at: number): (Span & { until: number }) | null {
  const [one, two] = [words[at] ?? '', `${words[at] ?? ''} ${words[at + 1] ?? ''}`];
  for (const [name, span] of ONCE) {
    if (name === two) return { ...span, until: at + 2 };
    if (name === one) return { ...span, until: at + 1 };
  }
  return null;
}
