/** Days against a calendar: bank holidays of England and Wales, working days, months and hours. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bankHolidays } from '../../rules/bank_holidays.ts';
import {
  addDays,
  addHours,
  addMonths,
  addWorkingDays,
  countWorkingDays,
  endOfDay,
  isWorkingDay,
  londonDay,
  startOfDay,
  whyNotWorking,
  workingDaysBetween,
} from '../../rules/days.ts';

describe('bank holidays (CLK-1)', () => {
  const published: Record<number, string[]> = {
    2018: ['01-01', '03-30', '04-02', '05-07', '05-28', '08-27', '12-25', '12-26'],
    2019: ['01-01', '04-19', '04-22', '05-06', '05-27', '08-26', '12-25', '12-26'],
    2020: ['01-01', '04-10', '04-13', '05-08', '05-25', '08-31', '12-25', '12-28'],
    2021: ['01-01', '04-02', '04-05', '05-03', '05-31', '08-30', '12-27', '12-28'],
    2022: ['01-03', '04-15', '04-18', '05-02', '06-02', '06-03', '08-29', '09-19', '12-26', '12-27'],
    2023: ['01-02', '04-07', '04-10', '05-01', '05-08', '05-29', '08-28', '12-25', '12-26'],
    2024: ['01-01', '03-29', '04-01', '05-06', '05-27', '08-26', '12-25', '12-26'],
    2025: ['01-01', '04-18', '04-21', '05-05', '05-26', '08-25', '12-25', '12-26'],
    2026: ['01-01', '04-03', '04-06', '05-04', '05-25', '08-31', '12-25', '12-28'],
    2027: ['01-01', '03-26', '03-29', '05-03', '05-31', '08-30', '12-27', '12-28'],
    2028: ['01-03', '04-14', '04-17', '05-01', '05-29', '08-28', '12-25', '12-26'],
  };
  test.each(Object.entries(published))('%s', (year, days) => {
    expect([...bankHolidays(Number(year)).keys()].sort()).toEqual(days.map((day) => `${year}-${day}`));
  });

  test('every later year has eight, all on weekdays', () => {
    for (let year = 2029; year <= 2100; year += 1) {
      const days = [...bankHolidays(year).keys()];
      expect(days).toHaveLength(8);
      for (const day of days) expect([0, 6]).not.toContain(new Date(`${day}T12:00:00Z`).getUTCDay());
    }
  });

  test('Easter far away is right: 2038 on 25 April, 2076 on 19 April, 2100 on 28 March', () => {
    expect(bankHolidays(2038).get('2038-04-26')).toBe('Easter Monday');
    expect(bankHolidays(2076).get('2076-04-20')).toBe('Easter Monday');
    expect(bankHolidays(2100).get('2100-03-29')).toBe('Easter Monday');
  });

  test.each([2017, 2101, Number.NaN, 2026.5])('the year %s is refused, never guessed', (year) => {
    expect(() => bankHolidays(year)).toThrow(RangeError);
  });
});

describe('working days', () => {
  test('an office closure in Christmas week is still a working day (CLK-1)', () => {
    expect(isWorkingDay('2026-12-29')).toBe(true);
    expect(whyNotWorking('2026-12-28')).toBe('Boxing Day (substitute day)');
    expect(whyNotWorking('2026-12-26')).toBe('Saturday');
  });

  test('the working shows each day counted or skipped, with why (CLK-2)', () => {
    expect(countWorkingDays('2026-12-24', 2)).toEqual([
      { on: '2026-12-24', number: 0, why: 'day 0' },
      { on: '2026-12-25', number: null, why: 'Christmas Day' },
      { on: '2026-12-26', number: null, why: 'Saturday' },
      { on: '2026-12-27', number: null, why: 'Sunday' },
      { on: '2026-12-28', number: null, why: 'Boxing Day (substitute day)' },
      { on: '2026-12-29', number: 1, why: 'working day' },
      { on: '2026-12-30', number: 2, why: 'working day' },
    ]);
  });

  test('an event on a day that is none keeps its date as day 0 (CLK-2)', () => {
    expect(countWorkingDays('2026-12-19', 1)[0]).toEqual({ on: '2026-12-19', number: 0, why: 'Saturday' });
    expect(addWorkingDays('2026-12-19', 5)).toBe(addWorkingDays('2026-12-18', 5));
  });

  test('one working day before a Tuesday after a bank holiday is the Friday', () => {
    expect(addWorkingDays('2026-09-01', -1)).toBe('2026-08-28');
  });

  const days = fc
    .date({ min: new Date('2018-06-01T12:00:00Z'), max: new Date('2099-06-01T12:00:00Z'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const counts = fc.integer({ min: 1, max: 60 });

  test('adding never lands on a weekend or holiday, and counting back gives what was added', () => {
    fc.assert(
      fc.property(days, counts, (day, n) => {
        const due = addWorkingDays(day, n);
        expect(isWorkingDay(due)).toBe(true);
        expect(workingDaysBetween(day, due)).toBe(n);
        expect(addWorkingDays(addWorkingDays(day, n), 0)).toBe(due);
      }),
    );
  });

  test('order holds: a later start or a longer period is never due earlier', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 40 }), counts, (day, later, n) => {
        expect(addWorkingDays(addDays(day, later), n) >= addWorkingDays(day, n)).toBe(true);
        expect(addWorkingDays(day, n + 1) > addWorkingDays(day, n)).toBe(true);
      }),
    );
  });

  test('forwards and back from a working day is where one was', () => {
    fc.assert(
      fc.property(days, counts, (day, n) => {
        const start = addWorkingDays(day, 1);
        expect(addWorkingDays(addWorkingDays(start, n), -n)).toBe(start);
        expect(workingDaysBetween(addWorkingDays(start, n), start)).toBe(-n);
      }),
    );
  });

  test.each([
    ['2017-12-29', 1],
    ['2100-12-30', 5],
    ['2018-01-02', -1],
    ['2026-02-30', 1],
    ['18 December 2026', 1],
    ['2026-12-18', 1.5],
    ['2026-12-18', 1e9],
  ])('%s and %s working days: a RangeError, never a wrong date', (day, n) => {
    expect(() => addWorkingDays(day, n)).toThrow(RangeError);
  });
});

describe('months, hours and the day in London', () => {
  test.each([
    ['2027-01-31', 1, '2027-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-11-15', -12, '2025-11-15'],
    ['2028-02-29', 12, '2029-02-28'],
  ])('%s and %i months is %s (CLK-7)', (day, months, result) => {
    expect(addMonths(day, months)).toBe(result);
  });

  test('24 hours are elapsed hours over the change of clocks (CLK-8)', () => {
    expect(addHours(new Date('2027-03-27T14:00:00Z'), 24).toISOString()).toBe('2027-03-28T14:00:00.000Z');
  });

  test('a message just before midnight in summer belongs to that day in London, though UTC is an hour behind', () => {
    expect(londonDay(new Date('2026-07-01T22:59:59Z'))).toBe('2026-07-01');
    expect(londonDay(new Date('2026-07-01T23:00:00Z'))).toBe('2026-07-02');
    expect(londonDay(new Date('2026-12-01T23:30:00Z'))).toBe('2026-12-01');
    expect(() => londonDay(new Date('nonsense'))).toThrow(RangeError);
  });

  test('the day of the change of clocks has 23 or 25 hours', () => {
    const length = (day: string) => (endOfDay(day).getTime() - startOfDay(day).getTime()) / 3_600_000;
    expect([length('2027-03-28'), length('2026-10-25'), length('2026-12-25')]).toEqual([23, 25, 24]);
  });
});
