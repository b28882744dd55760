/** Turns the dated facts of a case and the pack's periods into clocks, so that no date in a letter or on a card is guessed. */
import { z } from 'zod';
import { flagSchema, hazardSchema, outcomeSchema, topicSchema } from './decision.ts';
import { localDateSchema } from './days.ts';

export { CLOCK_KINDS, clockSchema, deadlineOf, isOpen, missedBy, type Clock } from './clock.ts';

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

/** The dated facts of one case, as far as clocks depend on them. */
export const clockFactsSchema = z.object({
  /** When each thing happened; `received` is when any part of the landlord first had it (CLK-3). Leave out what has not happened. */
  at: z.partialRecord(momentSchema, z.coerce.date()).and(z.object({ received: z.coerce.date() })),
  /** As confirmed, or as proposed while nobody has confirmed; null where there is no proposal. */
  outcome: outcomeSchema.nullable().default(null),
  /** False until a person has decided: the acknowledgement clock then runs whatever the proposal says. */
  confirmed: z.boolean().default(false),
  topic: topicSchema.nullable().default(null),
  flags: z.array(flagSchema).default([]),
  hazard_category: hazardSchema.nullable().default(null),
  /** Null where nobody has said which: all of the data clocks then run. */
  data_request_kind: z.enum(DATA_REQUEST_KINDS).nullable().default(null),
  /** True while an action promised in the stage 1 response is not done. */
  actions_open: z.boolean().default(false),
  /** The new date given in an extension letter, by stage. */
  ext_1_to_on: localDateSchema.nullable().default(null),
  ext_2_to_on: localDateSchema.nullable().default(null),
});
/** What a caller writes: everything but `at.received` may be left out. */
export type ClockFacts = z.input<typeof clockFactsSchema>;
