/** Finds the earlier cases of a message's customer by their proofs, at a cost that does not grow with the number of cases. */
import { sql } from 'kysely';
import type { Db } from '../db/connect.ts';
import type { Tx } from './project.ts';
import { compareWith, type KeptProof, type Person } from './same_customer.ts';

/** Of an office that writes for thousands the newest are looked at. */
const CASES_OF_A_PROOF = 60;

export interface CustomerCases {
  /** Cases of the same customer, in no order. */
  same: string[];
  /** Cases that may be: for a person to see, never to be joined. */
  maybe: { case_id: string; because: string }[];
}

/**
 * @param until leaves out proofs of messages received later, for who wants to know what was known then
 */
export async function casesOf(db: Db | Tx, person: Person, until: Date | null = null): Promise<CustomerCases> {
  if (person.proofs.length === 0) return { same: [], maybe: [] };
  const { rows } = await sql<KeptProof & { case_id: string }>`
    select found.case_id, asked.proof, found.name, found.said
    from unnest(${person.proofs.map(({ key }) => key)}::text[]) as asked (proof)
    cross join lateral (
      select case_id, name, said from case_proofs
      where case_proofs.proof = asked.proof and received_at <= ${until ?? 'infinity'}::timestamptz
      order by received_at desc limit ${CASES_OF_A_PROOF}) as found`.execute(db);
  const names = new Map<string, Set<string>>();
  const by_case = new Map<string, KeptProof[]>();
  for (const row of rows) {
    const of_case = by_case.get(row.case_id) ?? [];
    of_case.push(row);
    by_case.set(row.case_id, of_case);
    if (row.name === null) continue;
    const known = names.get(row.proof) ?? new Set();
    known.add(row.name);
    names.set(row.proof, known);
  }
  const found: CustomerCases = { same: [], maybe: [] };
  for (const [case_id, kept] of by_case) {
    const likeness = compareWith(person, kept, names);
    if (likeness.is === 'same') found.same.push(case_id);
    else if (likeness.is === 'maybe') found.maybe.push({ case_id, because: likeness.because ?? '' });
  }
  return found;
}

/**
 * Waits until no other worker decides a message that shares a proof with this one, so that of two at once the second sees the first.
 * Held to the end of the transaction; always taken in the same order.
 */
export async function lockPerson(tx: Tx, key: string, person: Person): Promise<void> {
  const keys = [key, ...person.proofs.map((proof) => proof.key)];
  await sql`
    select pg_advisory_xact_lock(number) from (
      select distinct hashtextextended(key, 1) as number from unnest(${keys}::text[]) as keys (key) order by 1) as numbers`.execute(
    tx,
  );
}
