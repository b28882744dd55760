/** What a clock of a case is: when it started, when it is due, whether it was met, and the working behind the date. */
import { z } from 'zod';
import { countedDaySchema, endOfDay, localDateSchema } from './days.ts';

/**
 * `duty`: law, Code or policy require it. `aim`: the landlord says that it tries. `backstop`: our own cautious limit.
 * `window`: the resident's time, which the landlord cannot miss.
 */
export const CLOCK_KINDS = ['duty', 'aim', 'backstop', 'window'] as const;

const instantSchema = z.iso.datetime({ offset: true });

/** JSON throughout, so that it lies in an event, a table or on a card as it is. */
export const clockSchema = z.object({
  /** As in the pack, for example `ack_1`. */
  id: z.string(),
  /** What must be done, for staff: `Acknowledge the complaint`. */
  label: z.string(),
  kind: z.enum(CLOCK_KINDS),
  /** The instant from which it counts, or the day where only a day is known. */
  started_at: z.union([instantSchema, localDateSchema]),
  /** Last London day on which it is in time; null for an hour clock and while the end is not known. */
  due_on: localDateSchema.nullable(),
  /** Instant until which it is in time, for hour clocks; else null. */
  due_at: instantSchema.nullable(),
  /** The due day before an extension that was sent in time; null when there was none. */
  original_due_on: localDateSchema.nullable(),
  met_at: instantSchema.nullable(),
  /** The deadline that passed unmet; set also when it was met later. */
  missed_at: instantSchema.nullable(),
  /** Clause keys, such as `CODE-6.2, CLK-3`. */
  source: z.string(),
  /** Every day counted or skipped from day 0 to the due day, with why. */
  working: z.array(countedDaySchema),
});
export type Clock = z.infer<typeof clockSchema>;

/** The first instant that is too late, or null while the end is not known. */
export function deadlineOf(clock: Pick<Clock, 'due_on' | 'due_at'>): Date | null {
  if (clock.due_at !== null) return new Date(clock.due_at);
  return clock.due_on === null ? null : endOfDay(clock.due_on);
}

/** True while something is still to be done: neither met nor the resident's window. */
export function isOpen(clock: Clock): boolean {
  return clock.met_at === null && clock.kind !== 'window';
}

/** The clocks as they stand at an instant: those unmet past their deadline carry `missed_at`. */
export function missedBy(clocks: readonly Clock[], at: Date): Clock[] {
  return clocks.map((clock) => {
    const deadline = deadlineOf(clock);
    const missed = deadline !== null && isOpen(clock) && at.getTime() >= deadline.getTime();
    return missed ? { ...clock, missed_at: deadline.toISOString() } : clock;
  });
}
