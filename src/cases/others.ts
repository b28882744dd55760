/** The other cases that a colleague should see beside one: of the same person, of what may be the same person, of the same incident. */
import { sql } from 'kysely';
import type { Db } from '../db/connect.ts';
import { findAlike } from './candidates.ts';
import type { Case, CaseStatus } from './case.ts';
import { casesOf } from './customer_cases.ts';
import { incidentOf, type IncidentView } from './incidents.ts';
import { wordsToCompare } from './indexed.ts';
import { type Person, type ProofKind } from './same_customer.ts';

export interface EarlierCaseView {
  reference: string;
  status: CaseStatus;
  outcome: string | null;
  service_area: string | null;
  received_at: Date;
  subject: string | null;
}

export interface Others {
  /** Other cases of the same person, newest first, at most 20. */
  earlier: EarlierCaseView[];
  /** Cases that may be the same person's, each with what they share; at most 6. Shown, never joined. */
  maybe: (EarlierCaseView & { because: string })[];
  incident: IncidentView | null;
}

const MOST_EARLIER = 20;
const MOST_MAYBE = 6;
const MOST_ALIKE = 4;

export async function othersOf(db: Db, c: Case): Promise<Others> {
  const person = await customerOf(db, c.id);
  const { same, maybe } = await casesOf(db, person);
  const incident = await incidentOf(db, c);
  const reported = new Set(incident?.others.map(({ reference }) => reference));
  const alike = await alikeTo(db, c);
  const because = new Map<string, string>();
  for (const { case_id } of alike)
    because.set(case_id, 'Much the same words, from somebody whom we cannot tell to be the same person.');
  for (const one of maybe) because.set(one.case_id, one.because);
  const rows = await lookAt(
    db,
    [...same, ...because.keys()].filter((id) => id !== c.id),
  );
  const is_same = new Set(same);
  return {
    earlier: rows
      .filter(({ id }) => is_same.has(id))
      .slice(0, MOST_EARLIER)
      .map(withoutId),
    // Neighbours who report one cause write much the same: they are told of as an incident.
    maybe: rows
      .filter(({ id, reference }) => !is_same.has(id) && !reported.has(reference))
      .slice(0, MOST_MAYBE)
      .map((row) => ({ ...withoutId(row), because: because.get(row.id) ?? '' })),
    incident,
  };
}

function withoutId(row: EarlierCaseView & { id: string }): EarlierCaseView {
  const { reference, status, outcome, service_area, received_at, subject } = row;
  return { reference, status, outcome, service_area, received_at, subject };
}

/** The customer as the case's messages prove them. */
async function customerOf(db: Db, case_id: string): Promise<Person> {
  const rows = await db
    .selectFrom('case_proofs')
    .select(['proof', 'name', 'said'])
    .where('case_id', '=', case_id)
    .orderBy('received_at')
    .orderBy('proof')
    .execute();
  return {
    name: rows.find(({ name }) => name !== null)?.name ?? null,
    proofs: rows.map(({ proof, said }) => ({ kind: proof.slice(0, proof.indexOf(':')) as ProofKind, key: proof, said })),
  };
}

async function alikeTo(db: Db, c: Case) {
  if (c.is_automated) return [];
  const first = await db
    .selectFrom('contacts')
    .select(['subject', sql<string>`left(text, 8000)`.as('text')])
    .where('case_id', '=', c.id)
    .orderBy('received_at')
    .limit(1)
    .executeTakeFirst();
  return first ? findAlike(db, wordsToCompare({ subject: first.subject, text: first.text ?? '' }), MOST_ALIKE, c.id) : [];
}

async function lookAt(db: Db, ids: readonly string[]): Promise<(EarlierCaseView & { id: string })[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('cases')
    .select([
      'cases.id',
      'reference',
      'status',
      'outcome',
      'service_area',
      'received_at',
      (eb) =>
        eb
          .selectFrom('contacts')
          .select('subject')
          .whereRef('contacts.case_id', '=', 'cases.id')
          .orderBy('contacts.received_at')
          .limit(1)
          .as('subject'),
    ])
    .where('cases.id', 'in', [...new Set(ids)])
    .orderBy('received_at', 'desc')
    .orderBy('cases.id')
    .execute();
  return rows.map((row) => ({ ...row, status: row.status as CaseStatus }));
}
