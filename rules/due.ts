/** Works out when one period is over, day by day, for clocks and for everybody who asks `triage due`. */
import type { Period } from './clock.ts';
import {
  addDays,
  addHours,
  addMonths,
  countWorkingDays,
  londonDay,
  rollToWorkingDay,
  type CountedDay,
  type LocalDate,
} from './days.ts';
import type { PackFile } from './pack_schema.ts';

type ClockPack = Pick<PackFile, 'clocks' | 'escalation'>;

export interface Due {
  due_on: LocalDate | null;
  due_at: Date | null;
  working: CountedDay[];
}

/**
 * When a period that starts at an instant, or on a day, is over.
 * Day 0 is the day of the event in London; hours are elapsed hours and need an instant.
 * @throws RangeError outside 2018 to 2100, or for hours from a bare day
 * @source CLK-1, CLK-2, CLK-7, CLK-8
 */
export function dueAfter(start: Date | LocalDate, period: Period, rolls = false): Due {
  if (period.unit === 'hour') {
    if (typeof start === 'string') throw new RangeError(`expected an instant for a clock in hours, got the day ${start}`);
    const due_at = addHours(start, period.amount);
    const why = `${period.amount} elapsed hours, until ${due_at.toISOString()}`;
    return {
      due_on: null,
      due_at,
      working: [
        { on: londonDay(start), number: 0, why: `from ${start.toISOString()}` },
        { on: londonDay(due_at), number: period.amount, why },
      ],
    };
  }
  const day = typeof start === 'string' ? start : londonDay(start);
  const working = period.unit === 'working_day' ? countWorkingDays(day, period.amount) : countCalendar(day, period);
  const last = working.at(-1)?.on ?? day;
  const rolled = rolls ? rollToWorkingDay(last) : [];
  working.push(
    ...rolled.map((step) => ({ ...step, number: null, why: step.number === null ? step.why : 'moved to the next working day' })),
  );
  return { due_on: rolled.at(-1)?.on ?? last, due_at: null, working };
}

function countCalendar(day: LocalDate, period: Period): CountedDay[] {
  const start = { on: day, number: 0, why: 'day 0' };
  if (period.unit === 'calendar_month') {
    const on = addMonths(day, period.amount);
    const short = on.slice(8) === day.slice(8) ? 'same day of the month' : 'that month is shorter: its last day';
    return [
      start,
      { on, number: period.amount, why: `${period.amount} calendar month${period.amount === 1 ? '' : 's'} later, ${short}` },
    ];
  }
  return Array.from({ length: period.amount + 1 }, (_, number) =>
    number === 0 ? start : { on: addDays(day, number), number, why: 'calendar day' },
  );
}

/** Id of the escalation window, which the pack describes apart from its clocks. */
export const ESCALATION = 'escalation';

/** The clocks that a pack knows by id, for `triage due`. */
export function clockIds(pack: ClockPack): string[] {
  return [...pack.clocks.map((clock) => clock.id), ...(pack.escalation.closes === null ? [] : [ESCALATION])];
}

/**
 * When one clock of a pack is due, from the moment or day that starts it: for an extension the original due day,
 * for the escalation window the day on which the last action was completed or the response sent.
 * @returns undefined for a clock that the pack does not know
 * @throws RangeError as `dueAfter`
 */
export function findDue(
  id: string,
  start: Date | LocalDate,
  pack: ClockPack,
): (Due & { label: string; source: string }) | undefined {
  if (id === ESCALATION && pack.escalation.closes) {
    return { ...dueAfter(start, pack.escalation.closes), label: pack.escalation.label, source: pack.escalation.source };
  }
  const rule = pack.clocks.find((clock) => clock.id === id);
  if (!rule) return undefined;
  const { label, source } = rule;
  if (rule.kind === 'extension') return { ...dueAfter(start, { amount: rule.max_total, unit: 'working_day' }), label, source };
  return { ...dueAfter(start, rule, rule.rolls), label, source };
}
