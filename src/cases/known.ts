/** What was known of a customer when a message was first decided, folded from the events that had happened by then. */
import { sql } from 'kysely';
import type { EarlierCase } from '../../rules/decision.ts';
import type { Db } from '../db/connect.ts';
import type { Case, CaseEvent } from './case.ts';
import { casesOf } from './customer_cases.ts';
import { fold, parseEvent } from './project.ts';
import { earlierCase, HISTORY_CASES, HISTORY_TEXT } from './propose.ts';
import type { Person } from './same_customer.ts';

/** Merged and automatic cases fall away only when folded, so more are looked at than are kept. */
const CASES_LOOKED_AT = 3 * HISTORY_CASES;

/** The event with which a message was first decided. */
interface Mark {
  case_id: string;
  seq: number;
  /** With the database's own precision. */
  at: string;
}

/**
 * The earlier cases that `propose` saw when it first decided the contact; for a contact not decided yet, those that it would see now.
 * @param person the customer, as the message proves them
 */
export async function historyAsKnown(
  db: Db,
  contact: { id: string; case_id: string | null; received_at: Date },
  person: Person,
): Promise<EarlierCase[]> {
  const mark = contact.case_id === null ? null : await firstDecided(db, contact.id, contact.case_id);
  // What proved later whose a case is was not known then; a message that was not decided yet would see it all.
  const { same } = await casesOf(db, person, mark === null ? null : contact.received_at);
  if (same.length === 0 && mark === null) return [];
  const cases = (await eventsKnown(db, mark, same)).flatMap((events) => fold(events) ?? []);
  const known = cases
    // A case that the message itself opened was not there before it.
    .filter((c) => c.contacts.length > 0 && c.merged_into === null && !c.is_automated)
    .toSorted((a, b) => b.received_at.getTime() - a.received_at.getTime())
    .slice(0, HISTORY_CASES);
  const texts = await firstWords(db, known);
  // What the case had already when the message was decided in it, it answered.
  return known.map((c) => earlierCase(c, texts.get(c.id) ?? '', c.id === mark?.case_id));
}

async function firstDecided(db: Db, contact_id: string, case_id: string): Promise<Mark | null> {
  const { rows } = await sql<Mark>`
    select case_id, seq, at::text as at from case_events
    where case_id = any(array[${case_id}::uuid] || array(select id from cases where merged_into = ${case_id}::uuid))
      and body->>'type' = 'triaged' and body->>'contact_id' = ${contact_id}
    order by case_events.at, seq limit 1`.execute(db);
  return rows[0] ?? null;
}

/** The events of each case that could be the customer's, as far as they had happened, oldest first. */
async function eventsKnown(db: Db, mark: Mark | null, same: readonly string[]): Promise<CaseEvent[][]> {
  const before =
    mark === null
      ? sql`true`
      : sql`(e.at < ${mark.at}::timestamptz or (e.case_id = ${mark.case_id}::uuid and e.seq < ${mark.seq}))`;
  const opened = mark === null ? sql`true` : sql`c.opened_at <= ${mark.at}::timestamptz`;
  const { rows } = await sql<Parameters<typeof parseEvent>[0]>`
    with of_sender as (
      select unnest(${same}::uuid[]) as case_id
      union select ${mark?.case_id ?? null}::uuid),
    mine as (
      select c.id from of_sender join cases c on c.id = of_sender.case_id
      -- Once a person has written, a case is never automatic again: what still is was so then.
      where not c.is_automated and ${opened}
      order by c.received_at desc limit ${CASES_LOOKED_AT})
    select e.case_id, e.seq, e.at, e.actor_kind, e.actor_id, e.key, e.body from case_events e
    where e.case_id in (select id from mine) and ${before}
    order by e.case_id, e.seq`.execute(db);
  const by_case = new Map<string, CaseEvent[]>();
  for (const row of rows) {
    const events = by_case.get(row.case_id) ?? [];
    events.push(parseEvent(row));
    by_case.set(row.case_id, events);
  }
  return [...by_case.values()];
}

/** The words of the first message of each case. */
async function firstWords(db: Db, cases: readonly Case[]): Promise<Map<string, string>> {
  const ids = cases.flatMap((c) => c.contacts);
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('contacts')
    .select(['id', sql<string>`left(text, ${HISTORY_TEXT})`.as('text')])
    .where('id', 'in', ids)
    .orderBy('received_at')
    .orderBy('id')
    .execute();
  const first = new Map<string, string>();
  for (const c of cases) first.set(c.id, rows.find(({ id }) => c.contacts.includes(id))?.text ?? '');
  return first;
}
