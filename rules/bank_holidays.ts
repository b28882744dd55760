/** Which days are bank holidays in England and Wales, by rule and by proclamation, so that no due date falls on one. */
import { Temporal } from 'temporal-polyfill';

/** The state of the lists below; raise it with every proclamation, so that a stored due date can be explained. */
export const BANK_HOLIDAYS_VERSION = 'england-wales-2026-11-24';

/** The years for which the rule and the list are known to hold. */
export const FIRST_YEAR = 2018;
export const LAST_YEAR = 2100;

/** Days taken away from the rule by proclamation. */
const MOVED_AWAY: readonly string[] = ['2020-05-04', '2022-05-30'];

/** Days given by proclamation, as moved or as extra days. */
const PROCLAIMED: readonly (readonly [string, string])[] = [
  ['2020-05-08', 'Early May bank holiday (moved to VE Day)'],
  ['2022-06-02', 'Spring bank holiday (moved)'],
  ['2022-06-03', 'Platinum Jubilee bank holiday'],
  ['2022-09-19', 'State Funeral of Queen Elizabeth II'],
  ['2023-05-08', 'Coronation of King Charles III'],
];

const years = new Map<number, ReadonlyMap<string, string>>();

/**
 * The bank holidays of one year: ISO day to name.
 * @throws RangeError outside 2018 to 2100, where the list of proclaimed days is not known
 * @source CLK-1
 */
export function bankHolidays(year: number): ReadonlyMap<string, string> {
  if (!Number.isInteger(year) || year < FIRST_YEAR || year > LAST_YEAR) {
    throw new RangeError(`bank holidays are known for ${FIRST_YEAR} to ${LAST_YEAR}, not for ${year}`);
  }
  const known = years.get(year);
  if (known) return known;
  const computed = byRule(year);
  for (const day of MOVED_AWAY) computed.delete(day);
  for (const [day, name] of PROCLAIMED) if (day.startsWith(`${year}-`)) computed.set(day, name);
  years.set(year, computed);
  return computed;
}

function byRule(year: number): Map<string, string> {
  const easter = easterSunday(year);
  const days = new Map([
    [easter.subtract({ days: 2 }).toString(), 'Good Friday'],
    [easter.add({ days: 1 }).toString(), 'Easter Monday'],
    [firstMonday(year, 5).toString(), 'Early May bank holiday'],
    [lastMonday(year, 5).toString(), 'Spring bank holiday'],
    [lastMonday(year, 8).toString(), 'Summer bank holiday'],
  ]);
  const fixed = [
    [Temporal.PlainDate.from({ year, month: 1, day: 1 }), "New Year's Day"],
    [Temporal.PlainDate.from({ year, month: 12, day: 25 }), 'Christmas Day'],
    [Temporal.PlainDate.from({ year, month: 12, day: 26 }), 'Boxing Day'],
  ] as const;
  // Those on their own weekday first: a substitute takes the next weekday that is still free.
  for (const [day, name] of fixed) if (day.dayOfWeek < 6) days.set(day.toString(), name);
  for (const [day, name] of fixed) {
    if (day.dayOfWeek < 6) continue;
    let substitute = day;
    while (substitute.dayOfWeek > 5 || days.has(substitute.toString())) substitute = substitute.add({ days: 1 });
    days.set(substitute.toString(), `${name} (substitute day)`);
  }
  return days;
}

function firstMonday(year: number, month: number): Temporal.PlainDate {
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  return first.add({ days: (8 - first.dayOfWeek) % 7 });
}

function lastMonday(year: number, month: number): Temporal.PlainDate {
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  const last = first.with({ day: first.daysInMonth });
  return last.subtract({ days: last.dayOfWeek - 1 });
}

/** Easter Sunday of the Gregorian calendar, by the method of Meeus, Jones and Butcher. */
function easterSunday(year: number): Temporal.PlainDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const leapCenturies = Math.floor(century / 4);
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - leapCenturies - moonShift + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const count = epact + weekday - 7 * late + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(count / 31), day: (count % 31) + 1 });
}
