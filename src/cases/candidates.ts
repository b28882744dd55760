/** Finds cases whose messages are like one another in their words, whoever sent them, at a cost that does not grow with the number of cases. */
import { sql } from 'kysely';
import { likeness, stemsOf, termsOf } from '../../rules/alike.ts';
import type { Db } from '../db/connect.ts';
import type { Tx } from './project.ts';

/**
 * A term that so many cases hold says little of any one of them: it is kept for no further case and counts for nothing when asked
 * for. So no list is ever longer, and a search reads at most terms times this many entries of one index, at any size.
 */
const MOST_OF_A_TERM = 400;
/** The rarest terms kept for a case. */
const TERMS_KEPT = 18;
/** Cases whose words are compared one by one. */
const COMPARED = 24;
const COMPARED_TEXT = 4000;
/** From this share of the shorter message on, two are told to staff as like each other. */
const ALIKE = 0.5;

/** Keeps the rarest terms of a new case. A case that has terms already keeps those. */
export async function keepTerms(tx: Tx, case_id: string, text: string): Promise<void> {
  const terms = termsOf(text);
  if (terms.length === 0) return;
  await sql`
    insert into case_terms (term, case_id)
    select asked.term, ${case_id}::uuid
    from unnest(${terms}::int[]) as asked (term)
    cross join lateral (
      select count(*) as cases from (select 1 from case_terms where case_terms.term = asked.term limit ${MOST_OF_A_TERM}) as first
    ) as counted
    where counted.cases < ${MOST_OF_A_TERM}
      and not exists (select 1 from case_terms where case_id = ${case_id}::uuid)
    order by counted.cases, asked.term limit ${TERMS_KEPT}
    on conflict do nothing`.execute(tx);
}

export interface Candidate {
  case_id: string;
  /** Sum over shared terms, rarer ones more. */
  score: number;
}

/** Cases that share rare terms with a text, the likest first. */
export async function candidates(db: Db | Tx, text: string, limit: number, except: string | null = null): Promise<Candidate[]> {
  const terms = termsOf(text);
  if (terms.length === 0) return [];
  const { rows } = await sql<Candidate>`
    with hits as materialized (
      select asked.term, found.case_id, count(*) over (partition by asked.term) as cases
      from unnest(${terms}::int[]) as asked (term)
      cross join lateral (select case_id from case_terms where case_terms.term = asked.term limit ${MOST_OF_A_TERM + 1}) as found)
    select case_id, sum(ln(${2 * MOST_OF_A_TERM}::float8 / cases)) as score
    from hits where cases <= ${MOST_OF_A_TERM} and case_id is distinct from ${except}::uuid
    group by case_id order by score desc, case_id limit ${limit}`.execute(db);
  return rows;
}

export interface Alike {
  case_id: string;
  reference: string;
  /** Share of the shorter message's words that both hold, 0 to 1. */
  share: number;
}

/** Cases whose first message is like this text, the likest first: for staff to look at, never joined. */
export async function findAlike(db: Db | Tx, text: string, limit: number, except: string | null = null): Promise<Alike[]> {
  const found = await candidates(db, text, COMPARED, except);
  if (found.length === 0) return [];
  const { rows } = await sql<{ case_id: string; reference: string; text: string | null }>`
    select cases.id as case_id, reference, first.text
    from cases cross join lateral (
      select left(text, ${COMPARED_TEXT}) as text from contacts where contacts.case_id = cases.id order by received_at limit 1) as first
    where cases.id = any(${found.map(({ case_id }) => case_id)}::uuid[]) and merged_into is null and not is_automated`.execute(db);
  const mine = stemsOf(text);
  return rows
    .map(({ case_id, reference, text: theirs }) => ({ case_id, reference, share: likeness(mine, stemsOf(theirs ?? '')) }))
    .filter(({ share }) => share >= ALIKE)
    .toSorted((a, b) => b.share - a.share || a.case_id.localeCompare(b.case_id))
    .slice(0, limit);
}
