/** Writes how a case stands into the tables that faces query: always from the fold, never by hand. */
import { type Kysely, sql, type Transaction } from 'kysely';
import { deadlineOf } from '../../rules/clock.ts';
import { startOfDay } from '../../rules/days.ts';
import type { Db } from '../db/connect.ts';
import type { Database } from '../db/schema.ts';
import {
  apply,
  type Case,
  caseSchema,
  type CaseEvent,
  type EventBody,
  eventBodySchema,
  nextDue,
  standing,
  standingFlags,
} from './case.ts';

export type Tx = Transaction<Database>;

/** Channel on which the database tells every process that a case has changed; the payload is the case's id. */
export const CASE_CHANGED = 'case_changed';

function columns(c: Case) {
  const decision = standing(c);
  const newest = c.pending.at(-1);
  return {
    reference: c.reference,
    status: c.status,
    version: c.version,
    state: JSON.stringify(c),
    outcome: decision?.outcome ?? null,
    exclusion: decision?.outcome === 'exclusion' ? decision.exclusion : null,
    topic: decision?.outcome === 'other' ? decision.topic : null,
    service_area: decision?.service_area ?? null,
    flags: standingFlags(c),
    hazard_category: decision?.hazard_category ?? null,
    confidence: newest?.confidence ?? null,
    needs_review: newest?.needs_review ?? false,
    is_proposed: c.status === 'proposed',
    has_pending: c.pending.length > 0,
    owner: c.owner?.id ?? null,
    owner_role: c.owner_role,
    merged_into: c.merged_into?.id ?? null,
    incident: c.incident?.id ?? null,
    received_at: c.received_at,
    opened_at: c.opened_at,
    changed_at: c.changed_at,
    next_due_at: nextDue(c),
    is_emergency: standingFlags(c).includes('emergency_hazard') && c.status !== 'closed' && c.status !== 'merged',
    is_automated: c.is_automated,
  };
}

/** Writes the rows of a case; `before` is null for a new one. */
export async function writeProjection(tx: Tx | Kysely<Database>, before: Case | null, after: Case): Promise<void> {
  const row = columns(after);
  if (before !== null) await tx.updateTable('cases').set(row).where('id', '=', after.id).execute();
  else
    await tx
      .insertInto('cases')
      .values({ id: after.id, ...row })
      .execute();
  if (JSON.stringify(before?.clocks ?? []) !== JSON.stringify(after.clocks)) {
    if (before && before.clocks.length > 0) await tx.deleteFrom('clocks').where('case_id', '=', after.id).execute();
    const rows = clockRows(after);
    if (rows.length > 0) await tx.insertInto('clocks').values(rows).execute();
  }
  if (JSON.stringify(before?.stages ?? []) !== JSON.stringify(after.stages)) {
    if (before && before.stages.length > 0) await tx.deleteFrom('stages').where('case_id', '=', after.id).execute();
    if (after.stages.length > 0) await tx.insertInto('stages').values(stageRows(after)).execute();
  }
}

/** The events and all rows of a new case in one statement: opening a case is what the product does most. */
export async function writeNewCase(
  tx: Tx,
  events: ReturnType<typeof eventRows>,
  after: Case,
  sender_key: string | null,
): Promise<void> {
  const id = after.id;
  const clocks = clockRows(after);
  await tx
    .with('events', (db) => db.insertInto('case_events').values(events))
    .with('new_case', (db) => db.insertInto('cases').values({ id, ...columns(after) }))
    .with('customer', (db) => db.insertInto('case_customers').values({ case_id: id, sender_key }))
    .with('set_clocks', (db) =>
      clocks.length > 0
        ? db.insertInto('clocks').values(clocks).returning('id')
        : db.selectFrom('clocks').select('id').where('case_id', '=', id),
    )
    .selectNoFrom(sql`pg_notify(${CASE_CHANGED}, ${id})`.as('told'))
    .execute();
}

function clockRows(c: Case) {
  return c.clocks.flatMap((clock) => {
    const due_at = deadlineOf(clock);
    if (due_at === null) return []; // the end is not known yet, so nothing can be late
    const started_at = clock.started_at.length === 10 ? startOfDay(clock.started_at) : new Date(clock.started_at);
    const { id, kind, due_on, met_at, missed_at, source } = clock;
    return [{ case_id: c.id, id, kind, started_at, due_on, due_at, met_at, missed_at, source }];
  });
}

function stageRows(c: Case) {
  return c.stages.map((stage) => ({ case_id: c.id, ...stage }));
}

/** The case as the table keeps it, its dates instants again. */
export function parseCase(state: unknown): Case {
  return caseSchema.parse(state);
}

interface EventRow {
  case_id: string;
  seq: number;
  at: Date;
  actor_kind: CaseEvent['actor']['kind'];
  actor_id: string;
  key: string;
  body: object;
}

export function parseEvent(row: EventRow): CaseEvent {
  return {
    case_id: row.case_id,
    seq: row.seq,
    at: row.at,
    actor: { kind: row.actor_kind, id: row.actor_id },
    key: row.key,
    body: eventBodySchema.parse(row.body),
  };
}

/** All events of a case, oldest first. */
export async function eventsOf(db: Db | Tx, case_id: string): Promise<CaseEvent[]> {
  const rows = await db.selectFrom('case_events').selectAll().where('case_id', '=', case_id).orderBy('seq').execute();
  return rows.map(parseEvent);
}

export function fold(events: readonly CaseEvent[]): Case | null {
  return events.reduce<Case | null>(apply, null);
}

export function eventRows(
  case_id: string,
  first_seq: number,
  at: Date,
  actor: CaseEvent['actor'],
  key: string,
  bodies: EventBody[],
) {
  return bodies.map((body, index) => ({
    case_id,
    seq: first_seq + index,
    at,
    actor_kind: actor.kind,
    actor_id: actor.id,
    // The first event carries the press's key; those that follow from it are numbered.
    key: index === 0 ? key : `${key}#${index}`,
    body: JSON.stringify(body),
  }));
}
