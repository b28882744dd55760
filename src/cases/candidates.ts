/** Finds cases whose messages are like one another in their words, whoever sent them, at a cost that does not grow with the number of cases. */
import { sql } from 'kysely';
import { likeness, stemsOf, termsOf } from '../../rules/alike.ts';
import type { Db } from '../db/connect.ts';
import type { Tx } from './project.ts';

/**
 * A term that so many cases hold says little of any one of them: it is kept for no further case and counts for nothing when asked
 * for. So no list is ever longer, and a search reads at most terms times this many entries of one index, at any size.
 */
export const MOST_OF_A_TERM = 250;
/** Entries that are counted in one search. */
const MOST_READ = 3000;
/** The rarest words, and as many pairs of words, kept for a case. */
export const KEPT_OF_EACH = 9;
/** Cases whose words are compared one by one. */
const COMPARED = 16;
const COMPARED_TEXT = 4000;
/** From this share of the shorter message on, two are told to staff as like each other. */
const ALIKE = 0.5;

/** Keeps the rarest terms of a new case. A case that has terms already keeps those. */
export async function keepTerms(tx: Db | Tx, case_id: string, text: string): Promise<void> {
  const { singles, pairs } = termsOf(text);
  if (singles.length === 0) return;
  await sql`
    with asked as (
      select term, false as is_pair from unnest(${singles}::int[]) as singles (term)
      union all select term, true from unnest(${pairs}::int[]) as pairs (term)),
    counted as (
      select term, is_pair, (
        select count(*) from (select 1 from case_terms where case_terms.term = asked.term limit ${MOST_OF_A_TERM}) as first) as cases
      from asked),
    ranked as (
      select term, row_number() over (partition by is_pair order by cases, term) as place from counted where cases < ${MOST_OF_A_TERM})
    insert into case_terms (term, case_id)
    select distinct term, ${case_id}::uuid from ranked
    where place <= ${KEPT_OF_EACH} and not exists (select 1 from case_terms where case_id = ${case_id}::uuid)
    on conflict do nothing`.execute(tx);
}

export interface Candidate {
  case_id: string;
  /** Sum over shared terms, rarer ones more. */
  score: number;
}

/** Cases that share rare terms with a text, the likest first. */
export async function candidates(db: Db | Tx, text: string, limit: number, except: string | null = null): Promise<Candidate[]> {
  const { singles, pairs } = termsOf(text);
  const terms = [...new Set([...singles, ...pairs])];
  if (terms.length === 0) return [];
  const { rows } = await sql<Candidate>`
    with sized as materialized (
      select array(select case_id from case_terms where case_terms.term = asked.term limit ${MOST_OF_A_TERM + 1}) as cases
      from unnest(${terms}::int[]) as asked (term)),
    rare as (
      -- The rarest first, as far as they are worth reading.
      select cases, sum(cardinality(cases)) over (order by cardinality(cases), cases) as read
      from sized where cardinality(cases) between 1 and ${MOST_OF_A_TERM})
    select case_id, sum(ln(${2 * MOST_OF_A_TERM}::float8 / cardinality(cases))) as score
    from rare, unnest(cases) as case_id
    where read <= ${MOST_READ} and case_id is distinct from ${except}::uuid
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
