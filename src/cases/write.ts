/** The one place where events are appended: fold, clocks, rows and what follows from them, in the caller's transaction. */
import { sql } from 'kysely';
import { clocksFor } from '../../rules/clocks.ts';
import type { PolicyPack } from '../../rules/pack.ts';
import { apply, type Actor, type Case, type CaseEvent, type EventBody, standing, standingFlags, withoutWorking } from './case.ts';
import { CASE_CHANGED, eventRows, type Tx, writeNewCase, writeProjection } from './project.ts';
import type { LetterDesk } from './letters.ts';
import { follow } from './reactions.ts';

export interface Append {
  actor: Actor;
  at: Date;
  key: string;
  pack: PolicyPack;
  letters: LetterDesk;
  /** Whose case it is, where it opens now. */
  sender_key?: string | null;
}

/** The dated facts of a case as the clocks need them. */
export function clockFactsOf(c: Case) {
  const decision = standing(c);
  // A request for a review starts its clock at receipt, not when somebody confirms that it is one (CLK-3).
  const asked = c.pending.find((one) => one.decision?.outcome === 'review')?.received_at;
  const review_requested = c.moments.review_requested ?? asked;
  return {
    at: {
      ...(review_requested ? { review_requested } : {}),
      ...c.moments,
      received: c.moments.received ?? c.received_at,
    },
    outcome: decision?.outcome ?? null,
    confirmed: c.decision !== null,
    topic: decision?.outcome === 'other' ? decision.topic : null,
    flags: standingFlags(c),
    hazard_category:
      decision?.hazard_category ?? c.pending.find((one) => one.decision?.hazard_category)?.decision?.hazard_category ?? null,
  };
}

/** Facts alone decide whether clocks must be computed anew: they are the only thing that the computation reads. */
function clocksEvent(before: Case | null, after: Case, pack: PolicyPack): EventBody[] {
  const facts = clockFactsOf(after);
  if (before !== null && JSON.stringify(clockFactsOf(before)) === JSON.stringify(facts)) return [];
  const missed = new Map(after.clocks.map((clock) => [clock.id, clock.missed_at]));
  const clocks = withoutWorking(clocksFor(facts, pack)).map((clock) => ({
    ...clock,
    missed_at: clock.missed_at ?? missed.get(clock.id) ?? null,
  }));
  return JSON.stringify(clocks) === JSON.stringify(after.clocks) ? [] : [{ type: 'clocks_set', clocks }];
}

/**
 * Appends events to a case that the caller has locked (or is opening), and writes all that follows from them.
 * @returns the case as it now stands and the events as written
 */
export async function append(
  tx: Tx,
  case_id: string,
  before: Case | null,
  bodies: EventBody[],
  how: Append,
): Promise<{ after: Case; events: CaseEvent[] }> {
  const first_seq = (before?.version ?? 0) + 1;
  const events: CaseEvent[] = [];
  let after = before;
  const add = (body: EventBody): void => {
    const index = events.length;
    const key = index === 0 ? how.key : `${how.key}#${index}`;
    const event: CaseEvent = { case_id, seq: first_seq + index, at: how.at, actor: how.actor, key, body };
    after = apply(after, event);
    events.push(event);
  };
  for (const body of bodies) add(body);
  if (after === null) throw new Error('expected at least one event to append');
  for (const body of clocksEvent(before, after, how.pack)) add(body);
  for (const body of await follow(tx, events, after, how.letters)) add(body);
  const rows = eventRows(
    case_id,
    first_seq,
    how.at,
    how.actor,
    how.key,
    events.map((event) => event.body),
  );
  if (before === null) {
    // A case opens without a stage: only a person's decision begins one.
    await writeNewCase(tx, rows, after, how.sender_key ?? null);
    return { after, events };
  }
  await tx.insertInto('case_events').values(rows).execute();
  await writeProjection(tx, before, after);
  await sql`select pg_notify(${CASE_CHANGED}, ${case_id})`.execute(tx);
  return { after, events };
}
