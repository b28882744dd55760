/** What a clock of a case is: when it started, when it is due, whether it was met, and the working behind the date. */
import { z } from 'zod';
import { countedDaySchema, endOfDay, localDateSchema } from './days.ts';

/**
 * `duty`: law, Code or policy require it. `aim`: the landlord says that it tries. `backstop`: our own cautious limit.
 * `window`: the resident's time, which the landlord cannot miss.
 */
export const CLOCK_KINDS = ['duty', 'aim', 'backstop', 'window'] as const;

/** What can happen to a case that starts or meets a clock. A letter counts when it was sent, never when it was pressed (CLK-4). */
export const MOMENTS = [
  'received',
  'contact_1_made',
  'ack_1_sent',
  'ext_1_sent',
  'resp_1_sent',
  'refusal_sent',
  // Attached, signposted or handed over without a refusal, withdrawn, or answered as a request.
  'settled',
  'last_action_completed',
  'review_requested',
  'contact_2_made',
  'ack_2_sent',
  'ext_2_sent',
  'resp_2_sent',
  'escalation_refused',
  // Awareness of danger and of a hazard: receipt of the first message that tells of it (AWAAB-AWARE).
  'danger_known',
  'hazard_known',
  'hazard_made_safe',
  'hazard_concluded',
  'hazard_summary_sent',
  'hazard_safe_work_done',
  'hazard_prevention_begun',
  'hazard_prevention_on_site',
  'hazard_reinspection_requested',
  'hazard_reinspected',
  'data_answered',
  'breach_known',
  'breach_reported',
] as const;
export const momentSchema = z.enum(MOMENTS);
export type Moment = z.infer<typeof momentSchema>;

export const DATA_REQUEST_KINDS = ['subject_access', 'data_complaint', 'information'] as const;

export const PERIOD_UNITS = ['working_day', 'calendar_day', 'calendar_month', 'hour'] as const;
export const periodSchema = z.strictObject({ amount: z.int().min(1).max(1_000), unit: z.enum(PERIOD_UNITS) });
export type Period = z.infer<typeof periodSchema>;

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

/** The instant at which the clock runs out: the end of the due day in London, or the due instant. Null while the end is not known. */
export function deadlineOf(clock: Pick<Clock, 'due_on' | 'due_at'>): Date | null {
  if (clock.due_at !== null) return new Date(clock.due_at);
  return clock.due_on === null ? null : endOfDay(clock.due_on);
}

/** True when what happens at this instant is out of time. The due instant of an hour clock is still in time, midnight after the due day is not. */
export function isLate(clock: Pick<Clock, 'due_on' | 'due_at'>, at: Date): boolean {
  const deadline = deadlineOf(clock);
  if (deadline === null) return false;
  return clock.due_at === null ? at.getTime() >= deadline.getTime() : at.getTime() > deadline.getTime();
}

/** True while something is still to be done: neither met nor the resident's window. */
export function isOpen(clock: Clock): boolean {
  return clock.met_at === null && clock.kind !== 'window';
}

/** The clocks as they stand at an instant: those unmet past their deadline carry `missed_at`. */
export function missedBy(clocks: readonly Clock[], at: Date): Clock[] {
  return clocks.map((clock) => {
    if (!isOpen(clock) || !isLate(clock, at)) return clock;
    return { ...clock, missed_at: deadlineOf(clock)?.toISOString() ?? null };
  });
}
