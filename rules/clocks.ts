/** Turns the dated facts of a case and the pack's periods into clocks, so that no date in a letter or on a card is guessed. */
import { z } from 'zod';
import { DATA_REQUEST_KINDS, deadlineOf, isLate, momentSchema, type Clock, type Moment } from './clock.ts';
import { flagSchema, hazardSchema, outcomeSchema, topicSchema } from './decision.ts';
import { countWorkingDays, localDateSchema, londonDay, workingDaysBetween, type LocalDate } from './days.ts';
import { dueAfter, ESCALATION } from './due.ts';
import type { ClockRule, PackFile } from './pack_schema.ts';

export { clockIds, dueAfter, ESCALATION, findDue } from './due.ts';
export { CLOCK_KINDS, MOMENTS, clockSchema, deadlineOf, isLate, isOpen, missedBy, type Clock, type Moment } from './clock.ts';

/** The dated facts of one case, as far as clocks depend on them. */
export const clockFactsSchema = z.object({
  /**
   * When each thing happened; leave out what has not. `received` is when any part of the landlord first had it (CLK-3).
   * A review of an earlier case needs `review_requested`; without any stage 1 letter it is taken as requested at receipt.
   */
  at: z
    .partialRecord(momentSchema, z.coerce.date())
    .refine((at) => at.received !== undefined, 'expected at least when it was received'),
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
type Facts = z.output<typeof clockFactsSchema>;
type PeriodRule = Exclude<ClockRule, { kind: 'extension' }>;
type ExtensionRule = Extract<ClockRule, { kind: 'extension' }>;
type ClockPack = Pick<PackFile, 'clocks' | 'escalation' | 'hazards'>;

/**
 * Every clock that the facts start, in the pack's order. `missed_at` is set where something was met out of time;
 * pass the result to `missedBy` with the present moment for those still open.
 * @throws ZodError for facts that are none, RangeError outside 2018 to 2100
 * @source CLK-1, CLK-2, CLK-3, CLK-4, CLK-5, CLK-6, CLK-7, CLK-8
 */
export function clocksFor(given: ClockFacts, pack: ClockPack): Clock[] {
  const facts = withAwareness(withReviewStart(clockFactsSchema.parse(given)));
  const clocks: Clock[] = [];
  for (const rule of pack.clocks) {
    const clock = rule.kind === 'extension' ? capClock(rule, clocks) : periodClock(rule, facts, pack);
    if (clock) clocks.push(clock);
  }
  const escalation = escalationClock(facts, pack);
  return escalation ? [...clocks, escalation] : clocks;
}

/** A review that came without any stage 1 letter on file was requested when it was received (CODE-6.11). */
function withReviewStart(facts: Facts): Facts {
  const { at } = facts;
  if (facts.outcome !== 'review' || at.review_requested || at.ack_1_sent || at.resp_1_sent) return facts;
  return { ...facts, at: { ...at, review_requested: at.received } };
}

/** Clocks that start when the landlord knows of something; whether they apply depends on what was said. */
const AT_AWARENESS: readonly Moment[] = ['received', 'danger_known', 'hazard_known'];

/** Unless a later message was the first to tell of it, a hazard is known from receipt (AWAAB-AWARE). */
function withAwareness(facts: Facts): Facts {
  const { received } = facts.at;
  return { ...facts, at: { danger_known: received, hazard_known: received, ...facts.at } };
}

function periodClock(rule: PeriodRule, facts: Facts, pack: ClockPack): Clock | null {
  const met = firstOf(rule.met_by, facts);
  const start = startOf(rule, facts, pack);
  if (start === null) return null;
  if (AT_AWARENESS.includes(rule.starts) && !applies(rule, facts) && !wasWritten(rule, facts)) return null;
  // A hazard that was dealt with before its category came into force never had the clock.
  if (typeof start === 'string' && met !== null && londonDay(met) < start) return null;
  const due = dueAfter(start, rule, rule.rolls);
  const started_at = typeof start === 'string' ? start : start.toISOString();
  const clock: Clock = {
    id: rule.id,
    label: rule.label,
    kind: rule.kind,
    started_at,
    due_on: due.due_on,
    due_at: due.due_at?.toISOString() ?? null,
    original_due_on: null,
    met_at: met?.toISOString() ?? null,
    missed_at: null,
    source: rule.source,
    working: due.working,
  };
  return withMiss(rule.extended_by === null ? clock : extended(clock, rule.extended_by, facts, pack));
}

/** The instant from which a clock counts, the day on which a hazard's category came into force, or null where it has not started. */
function startOf(rule: PeriodRule, facts: Facts, pack: ClockPack): Date | LocalDate | null {
  const start = facts.at[rule.starts];
  if (!start) return null;
  if (rule.in_force_from !== null && londonDay(start) < rule.in_force_from) return null;
  if (!rule.applies.hazard) return start;
  const category = facts.hazard_category === null ? undefined : pack.hazards.categories[facts.hazard_category];
  if (!category || category.significant_from === null) return null;
  // "Treat that day as awareness" for hazards already known when their category comes into force.
  return londonDay(start) < category.significant_from ? category.significant_from : start;
}

function applies(rule: PeriodRule, facts: Facts): boolean {
  const { outcomes, until_confirmed, topics, data_request_kinds, flags_any } = rule.applies;
  const outcome = facts.outcome ?? 'none';
  const waiting = !facts.confirmed && (until_confirmed ?? []).includes(outcome);
  if (outcomes && !waiting && !outcomes.some((each) => each === facts.outcome)) return false;
  if (flags_any && !flags_any.some((flag) => facts.flags.includes(flag))) return false;
  if (data_request_kinds && facts.data_request_kind !== null) return data_request_kinds.includes(facts.data_request_kind);
  return !topics || (facts.topic !== null && topics.includes(facts.topic));
}

/** A clock whose letter went out stays on record, whatever the outcome is changed to afterwards. */
function wasWritten(rule: PeriodRule, facts: Facts): boolean {
  return rule.applies.outcomes !== undefined && rule.met_by.some((moment) => moment !== 'settled' && facts.at[moment]);
}

function firstOf(moments: readonly Moment[], facts: Facts): Date | null {
  const times = moments.flatMap((moment) => facts.at[moment]?.getTime() ?? []);
  return times.length === 0 ? null : new Date(Math.min(...times));
}

/** With the extension's new day as due day, where the letter left before the original one had passed (CODE-6.4, 6.15). */
function extended(clock: Clock, extension_id: string, facts: Facts, pack: ClockPack): Clock {
  const rule = pack.clocks.find((each) => each.id === extension_id);
  if (rule?.kind !== 'extension' || clock.due_on === null) return clock;
  const sent = facts.at[rule.given_by];
  const to_on = rule.given_by === 'ext_1_sent' ? facts.ext_1_to_on : facts.ext_2_to_on;
  const main = `${clock.id}_due` === rule.starts ? clock : mainClock(rule, facts, pack);
  if (!sent || to_on === null || !main?.due_on || isLate(main, sent)) return clock;
  const added = workingDaysBetween(main.due_on, to_on);
  if (added < 1) return clock;
  // CLK-6: from the original due day. A backstop moves by the same number of working days, so that it stays one.
  const working = countWorkingDays(clock.due_on, added)
    .slice(1)
    .map((step) => ({ ...step, why: `extension: ${step.why}` }));
  if (clock === main && working.at(-1)?.on !== to_on)
    working.push({ on: to_on, number: null, why: 'the day that the letter names' });
  const due_on = working.at(-1)?.on ?? clock.due_on;
  return { ...clock, due_on, original_due_on: clock.due_on, working: [...clock.working, ...working] };
}

/** The clock that an extension extends, as it stood before. */
function mainClock(rule: ExtensionRule, facts: Facts, pack: ClockPack): Clock | null {
  const main = pack.clocks.find((each) => `${each.id}_due` === rule.starts);
  return main && main.kind !== 'extension' ? periodClock({ ...main, extended_by: null }, facts, pack) : null;
}

/** The last day to which a response may be extended without an exceptional reason: the total for the stage, not for each letter (CLK-6). */
function capClock(rule: ExtensionRule, clocks: readonly Clock[]): Clock | null {
  const main = clocks.find((clock) => `${clock.id}_due` === rule.starts);
  const original = main?.original_due_on;
  if (!main || !original) return null;
  const { due_on, working } = dueAfter(original, { amount: rule.max_total, unit: 'working_day' });
  const { met_at } = main;
  const capped = { id: rule.id, label: rule.label, kind: 'backstop', started_at: original, due_on, due_at: null } as const;
  return withMiss({ ...capped, original_due_on: null, met_at, missed_at: null, source: rule.source, working });
}

/** How long the resident may ask for a review: from the response to a period after it or after the last promised action was completed, as the pack says (POL-2.8). */
function escalationClock(facts: Facts, pack: ClockPack): Clock | null {
  const { closes, label, source } = pack.escalation;
  const responded = facts.at.resp_1_sent;
  if (!responded) return null;
  const by_actions = closes?.from === 'last_action_completed';
  const completed = by_actions ? facts.at.last_action_completed : undefined;
  // Actions finished before the letter leave the window to count from the letter.
  const from = completed && completed > responded ? completed : responded;
  const due = closes === null || (by_actions && facts.actions_open) ? null : dueAfter(from, closes);
  return {
    id: ESCALATION,
    label,
    kind: 'window',
    started_at: responded.toISOString(),
    due_on: due?.due_on ?? null,
    due_at: due?.due_at?.toISOString() ?? null,
    original_due_on: null,
    met_at: facts.at.review_requested?.toISOString() ?? null,
    missed_at: null,
    source,
    working: due?.working ?? [],
  };
}

function withMiss(clock: Clock): Clock {
  if (clock.met_at === null || clock.kind === 'window' || !isLate(clock, new Date(clock.met_at))) return clock;
  return { ...clock, missed_at: deadlineOf(clock)?.toISOString() ?? null };
}
