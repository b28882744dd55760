/** Keeps by what a case is found again: proofs of its customer, its rare words, and what it reports of a shared place. Read from contacts, never the truth. */
import { sql } from 'kysely';
import type { ChannelName, ForwardedFrom, Sender } from '../../channels/contact.ts';
import { NOBODY } from '../../channels/contact.ts';
import { readReports } from '../../rules/incidents.ts';
import { incidentRules } from '../incident_rules.ts';
import { keepTerms } from './candidates.ts';
import type { Case } from './case.ts';
import type { Tx } from './project.ts';
import { personOf, type Person } from './same_customer.ts';

export interface IndexedMessage {
  channel: ChannelName;
  received_at: Date;
  sender: Sender;
  subject: string | null;
  text: string;
  forwarded_from: ForwardedFrom | null;
  /** False when the writer is not the case's customer: it then proves nothing of who that is. */
  verified: boolean;
  is_automated: boolean;
}

/** The words by which a message is compared. */
export function wordsToCompare(message: Pick<IndexedMessage, 'subject' | 'text'>): string {
  return `${(message.subject ?? '').slice(0, 300)}\n${message.text}`;
}

/** Adds one message to what its case is found by. @returns whether it reports something of a shared place */
export async function indexMessage(tx: Tx, case_id: string, message: IndexedMessage, person: Person): Promise<boolean> {
  const { received_at } = message;
  if (message.verified && person.proofs.length > 0) {
    const rows = person.proofs.map(
      ({ key, said }) => sql`(${case_id}::uuid, ${key}, ${person.name}, ${said}::boolean, ${received_at}::timestamptz)`,
    );
    await sql`
      insert into case_proofs (case_id, proof, name, said, received_at) values ${sql.join(rows)}
      on conflict (case_id, proof) do update set name = coalesce(case_proofs.name, excluded.name),
        said = case_proofs.said and excluded.said, received_at = least(case_proofs.received_at, excluded.received_at)`.execute(tx);
  }
  if (message.is_automated) return false;
  await keepTerms(tx, case_id, wordsToCompare(message));
  const reports = readReports(wordsToCompare(message), message.forwarded_from ? null : message.sender.address, incidentRules());
  if (reports.length === 0) return false;
  await tx
    .insertInto('case_reports')
    .values(reports.map((report) => ({ case_id, received_at, ...report })))
    .onConflict((conflict) => conflict.columns(['case_id', 'place', 'kind']).doNothing())
    .execute();
  return true;
}

/** Makes anew what a case is found by, from its messages; of a merged case those that it had, so that what was known then can still be told. Its terms stay where it has some: which words were rare is of their day. */
export async function reindex(tx: Tx, { id: case_id, contacts }: Pick<Case, 'id' | 'contacts'>): Promise<void> {
  await tx.deleteFrom('case_proofs').where('case_id', '=', case_id).execute();
  await tx.deleteFrom('case_reports').where('case_id', '=', case_id).execute();
  if (contacts.length === 0) return;
  const rows = await tx
    .selectFrom('contacts')
    .select(['channel', 'received_at', 'sender', 'subject', 'text', 'forwarded_from', 'verified', 'is_automated'])
    .where('id', 'in', contacts)
    .where('state', '=', 'triaged')
    .orderBy('received_at')
    .orderBy('recorded_at')
    .orderBy('id')
    .execute();
  for (const row of rows) {
    const message: IndexedMessage = {
      ...row,
      channel: row.channel as ChannelName,
      sender: row.sender ?? NOBODY,
      text: row.text ?? '',
    };
    await indexMessage(tx, case_id, message, personOf(message, message.channel));
  }
}
