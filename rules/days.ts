/** Counts days as the Complaint Handling Code and the hazard rules count them, so that every due date can be checked on a calendar. */
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { bankHolidays } from './bank_holidays.ts';

/** A London calendar day such as `2026-12-18`. */
export const localDateSchema = z.iso.date();
export type LocalDate = z.infer<typeof localDateSchema>;

/** One step of the way to a due date: which number the day was given, or null where it was skipped, and why. */
export const countedDaySchema = z.object({ on: localDateSchema, number: z.int().nullable(), why: z.string() });
export type CountedDay = z.infer<typeof countedDaySchema>;

const LONDON = 'Europe/London';
/** More than any clock of a policy; keeps a mistyped number from counting for minutes. */
const LONGEST_DAYS = 5_000;

function parseDay(day: LocalDate): Temporal.PlainDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new RangeError(`expected a day such as 2026-12-18, got ${JSON.stringify(day)}`);
  return Temporal.PlainDate.from(day);
}

function write(day: Temporal.PlainDate): LocalDate {
  if (day.year < 1 || day.year > 9999) throw new RangeError(`${day.toString()} is outside the years 0001 to 9999`);
  return day.toString();
}

function checkCount(count: number): void {
  if (!Number.isInteger(count) || Math.abs(count) > LONGEST_DAYS) {
    throw new RangeError(`expected a whole number of days up to ${LONGEST_DAYS}, got ${count}`);
  }
}

/**
 * The calendar day in London at an instant.
 * @throws RangeError for an invalid date
 * @source CLK-2
 */
export function londonDay(at: Date): LocalDate {
  if (Number.isNaN(at.getTime())) throw new RangeError('expected an instant, got an invalid date');
  return write(Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(LONDON).toPlainDate());
}

/** The first instant of a London day. */
export function startOfDay(day: LocalDate): Date {
  return new Date(parseDay(day).toZonedDateTime(LONDON).epochMilliseconds);
}

/** The first instant after a London day: what happens from here on is late for a clock due on `day`. */
export function endOfDay(day: LocalDate): Date {
  return new Date(parseDay(day).add({ days: 1 }).toZonedDateTime(LONDON).epochMilliseconds);
}

/**
 * Why a day does not count (`Saturday`, `Boxing Day (substitute day)`), or null for a working day.
 * An office closure is no reason: only weekends and bank holidays of England and Wales are.
 * @throws RangeError outside 2018 to 2100
 * @source CLK-1
 */
export function whyNotWorking(day: LocalDate): string | null {
  return closedBecause(parseDay(day), day);
}

function closedBecause(date: Temporal.PlainDate, day: LocalDate): string | null {
  const holiday = bankHolidays(date.year).get(day);
  if (holiday) return holiday;
  const weekday = date.dayOfWeek;
  if (weekday === 6) return 'Saturday';
  return weekday === 7 ? 'Sunday' : null;
}

/** Monday to Friday and not a bank holiday in England and Wales. @throws RangeError outside 2018 to 2100. @source CLK-1 */
export function isWorkingDay(day: LocalDate): boolean {
  return whyNotWorking(day) === null;
}

/**
 * The way to the nth working day: day 0, then each day counted or skipped, with why. The last entry is the due day.
 * Day 0 keeps its date also on a weekend or holiday; 0 working days is day 0 itself; a negative number counts backwards.
 * @throws RangeError when the way leaves 2018 to 2100
 * @source CLK-1, CLK-2
 */
export function countWorkingDays(day: LocalDate, working_days: number): CountedDay[] {
  checkCount(working_days);
  const step = working_days < 0 ? -1 : 1;
  const days: CountedDay[] = [{ on: day, number: 0, why: whyNotWorking(day) ?? 'day 0' }];
  let date = parseDay(day);
  for (let number = 0; number !== working_days;) {
    date = date.add({ days: step });
    const on = write(date);
    const why = closedBecause(date, on);
    if (why === null) number += step;
    days.push({ on, number: why === null ? number : null, why: why ?? 'working day' });
  }
  return days;
}

/**
 * The nth working day after a day, or before it when n is negative.
 * @throws RangeError when the way leaves 2018 to 2100
 * @source CLK-1, CLK-2
 */
export function addWorkingDays(day: LocalDate, working_days: number): LocalDate {
  return countWorkingDays(day, working_days).at(-1)?.on ?? day;
}

/** The day itself when it is a working day, else the next one. @throws RangeError outside 2018 to 2100. @source GDPR-SAR, GDPR-COMP */
export function rollToWorkingDay(day: LocalDate): CountedDay[] {
  return isWorkingDay(day) ? [] : countWorkingDays(day, 1).slice(1);
}

/**
 * Working days after `from`, up to and including `to`; negative when `to` lies before `from`.
 * `workingDaysBetween(day, addWorkingDays(day, n))` is n.
 * @throws RangeError outside 2018 to 2100
 * @source CLK-2
 */
export function workingDaysBetween(from: LocalDate, to: LocalDate): number {
  if (to < from) return -countBetween(addDays(to, -1), addDays(from, -1));
  return countBetween(from, to);
}

function countBetween(from: LocalDate, to: LocalDate): number {
  const last = parseDay(to);
  checkCount(parseDay(from).until(last).days);
  let count = 0;
  for (let date = parseDay(from).add({ days: 1 }); Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 })) {
    if (closedBecause(date, write(date)) === null) count += 1;
  }
  return count;
}

/** Calendar days later, or earlier when negative. */
export function addDays(day: LocalDate, days: number): LocalDate {
  checkCount(days);
  return write(parseDay(day).add({ days }));
}

/**
 * The same day number so many calendar months later, else the last day of that month (31 Jan to 28 Feb); earlier when negative.
 * @throws RangeError for a day that is not on the calendar
 * @source CLK-7
 */
export function addMonths(day: LocalDate, months: number): LocalDate {
  checkCount(months);
  return write(parseDay(day).add({ months }, { overflow: 'constrain' }));
}

/**
 * So many elapsed hours later, whatever the clocks on the wall do meanwhile.
 * @source CLK-8
 */
export function addHours(at: Date, hours: number): Date {
  const later = new Date(at.getTime() + hours * 3_600_000);
  if (Number.isNaN(later.getTime())) throw new RangeError('expected an instant, got an invalid date');
  return later;
}
