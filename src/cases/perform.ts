/** Transaction 3: what a person does to a case. The only way in for faces, and it writes events for nobody else. */
import { type Earlier, Objection } from '../errors.ts';
import type { Db } from '../db/connect.ts';
import type { Colleague, Role } from './actions/action.ts';
import { findAction } from './actions/index.ts';
import type { Actor, Case, CaseEvent, EventType } from './case.ts';
import { reindex } from './indexed.ts';
import type { LetterDesk } from './letters.ts';
import { eventsOf, parseCase, type Tx } from './project.ts';
import { nameOf, sentenceOf } from './sentences.ts';
import { append } from './write.ts';

export interface Press {
  case_id: string;
  action: string;
  input: unknown;
  actor: Actor;
  /** Of the person who presses; checked on each press. */
  roles: readonly Role[];
  /** One per press: the same key again gives the same answer and changes nothing. */
  key: string;
  /** The version of the case that the person saw. */
  version: number;
}

export interface Performed {
  case: Case;
  events: CaseEvent[];
  /** True when this key was performed before. */
  repeated: boolean;
}

export interface House {
  db: Db;
  letters: LetterDesk;
  /** The clock, as an argument. */
  now(): Date;
}

/** Events after which a person who saw the case before must look again; the others change nothing that is decided on. */
const LOOK_AGAIN: readonly EventType[] = [
  'triaged',
  'confirmed',
  'corrected',
  'merged',
  'joined',
  'closed',
  'reopened',
  'assigned',
];

/** @throws Objection with the sentence for the person: not found, not allowed, wrong status, stale, or what the action demands */
export async function perform(house: House, press: Press): Promise<Performed> {
  const action = findAction(press.action);
  if (!action) throw new Objection('not_found', `There is no action ${JSON.stringify(press.action)}.`);
  const parsed = action.input.safeParse(press.input);
  if (!parsed.success) {
    const first = parsed.error.issues[0];
    throw new Objection('bad_input', `${first?.path.join('.') || 'input'}: ${first?.message ?? 'not understood'}`);
  }
  const input = parsed.data;
  const needs = action.needs?.(input) ?? {};
  return house.db.transaction().execute(async (tx) => {
    const locked = await lockCases(tx, [press.case_id, ...(needs.case_id ? [needs.case_id] : [])]);
    const before = locked.get(press.case_id);
    if (!before) throw new Objection('not_found', 'There is no such case.');
    const events = await eventsOf(tx, before.id);
    const done = events.filter((event) => event.key === press.key || event.key.startsWith(`${press.key}#`));
    if (done.length > 0) return { case: before, events: done, repeated: true };
    if (!press.roles.some((role) => action.roles.includes(role)))
      throw new Objection('not_allowed', `Your role does not allow this: ${action.label} is for ${action.roles.join(', ')}.`);
    const moved = events.findLast((event) => event.seq > press.version && LOOK_AGAIN.includes(event.body.type));
    const names = await staffNames(tx, events);
    if (!action.statuses.includes(before.status))
      throw new Objection(
        'wrong_status',
        `${before.reference} is ${before.status}: "${action.label}" is not possible now.`,
        moved ? earlierOf(moved, names) : null,
      );
    // The action objects before staleness does: "already decided by Ann" helps more than "has changed".
    const decided = action.decide(before, input, {
      at: house.now(),
      actor: press.actor,
      pack: house.letters.packFor(before.pack),
      other: needs.case_id ? (locked.get(needs.case_id) ?? null) : null,
      is_known_reference: needs.reference ? await isReference(tx, needs.reference) : false,
      colleague: needs.staff_id ? await findColleague(tx, needs.staff_id) : null,
      earlier: (contact_id) => decisionOn(events, contact_id, names),
      receivedAt: (contact_id) => receivedAt(events, contact_id) ?? before.received_at,
    });
    if (moved) throw new Objection('stale', undefined, earlierOf(moved, names));
    const how = { actor: press.actor, at: house.now(), key: press.key, letters: house.letters };
    const own = await append(tx, before.id, before, decided.events, { ...how, pack: house.letters.packFor(before.pack) });
    const other = needs.case_id ? locked.get(needs.case_id) : undefined;
    if (other && decided.other_events) {
      const joined = await append(tx, other.id, other, decided.other_events, { ...how, pack: house.letters.packFor(other.pack) });
      await tx.updateTable('contacts').set({ case_id: other.id }).where('case_id', '=', before.id).execute();
      await reindex(tx, joined.after);
    }
    return { case: own.after, events: own.events, repeated: false };
  });
}

/** Locks in id order, so that two people merging crosswise cannot wait for each other. */
export async function lockCases(tx: Tx, ids: readonly string[]): Promise<Map<string, Case>> {
  const found = new Map<string, Case>();
  for (const id of [...new Set(ids)].toSorted()) {
    const row = await tx.selectFrom('cases').select('state').where('id', '=', id).forUpdate().executeTakeFirst();
    if (row) found.set(id, parseCase(row.state));
  }
  return found;
}

type Names = ReadonlyMap<string, string>;

async function staffNames(tx: Tx, events: readonly CaseEvent[]): Promise<Names> {
  const ids = [...new Set(events.filter((event) => event.actor.kind === 'staff').map((event) => event.actor.id))];
  if (ids.length === 0) return new Map();
  const rows = await tx.selectFrom('staff').select(['id', 'name']).where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

async function findColleague(tx: Tx, id: string): Promise<Colleague | null> {
  const row = await tx
    .selectFrom('staff')
    .select(['id', 'name'])
    .where('id', '=', id)
    .where('is_disabled', '=', false)
    .executeTakeFirst();
  return row ?? null;
}

async function isReference(tx: Tx, reference: string): Promise<boolean> {
  const row = await tx.selectFrom('cases').select('id').where('reference', '=', reference.toUpperCase()).executeTakeFirst();
  return row !== undefined;
}

function earlierOf(event: CaseEvent, names: Names): Earlier {
  return { actor: nameOf(event.actor, names), at: event.at, what: sentenceOf(event.body) };
}

function decisionOn(events: readonly CaseEvent[], contact_id: string, names: Names): Earlier | null {
  const found = events.findLast(
    ({ body }) =>
      ((body.type === 'confirmed' || body.type === 'corrected') && body.contact_id === contact_id) || body.type === 'merged',
  );
  return found ? earlierOf(found, names) : null;
}

function receivedAt(events: readonly CaseEvent[], contact_id: string): Date | null {
  for (const { body } of events) {
    if (body.type === 'triaged' && body.contact_id === contact_id) return body.received_at;
    if (body.type === 'joined' && body.contacts.includes(contact_id)) return body.received_at;
  }
  return null;
}
