/** The ledger is the truth and jobs are hints: whatever is owed and has no job gets one. */
import { sql } from 'kysely';
import { linkOverlooked } from '../cases/incidents.ts';
import type { House } from '../cases/perform.ts';
import { settleLetter } from '../cases/send.ts';
import { enqueue, PRIORITY } from '../db/queue.ts';

/** A contact this old without being read has lost its job, or the job's last try is long past. */
const OVERDUE = '20 seconds';
const AT_ONCE = 1000;

/** Job of every tick: safe in any number of processes at once. */
export async function sweep(house: House): Promise<void> {
  await readAgain(house);
  await sendAgain(house);
  await findUnknown(house);
  await linkOverlooked(house);
  await house.db
    .deleteFrom('sessions')
    .where('expires_at', '<', sql<Date>`now()`)
    .execute();
  await house.db
    .deleteFrom('sign_in_links')
    .where('expires_at', '<', sql<Date>`now() - interval '1 day'`)
    .execute();
}

async function readAgain({ db }: House): Promise<void> {
  const waiting = await db
    .selectFrom('contacts')
    .select('id')
    .where('state', '=', 'received')
    .where('recorded_at', '<', sql<Date>`now() - ${OVERDUE}::interval`)
    .where(
      sql<boolean>`not exists (select 1 from graphile_worker.jobs where key = 'triage:' || contacts.id and attempts < max_attempts)`,
    )
    .orderBy('recorded_at')
    .limit(AT_ONCE)
    .execute();
  for (const { id } of waiting) await enqueue(db, 'triage', { contact_id: id }, { key: `triage:${id}`, priority: PRIORITY.triage });
}

async function sendAgain({ db }: House): Promise<void> {
  const waiting = await db
    .selectFrom('letters')
    .select(['id', 'kind'])
    .where('status', '=', 'queued')
    .where('next_try_at', '<', sql<Date>`now() - ${OVERDUE}::interval`)
    .where(
      sql<boolean>`not exists (select 1 from graphile_worker.jobs where key = 'send_letter:' || letters.id and attempts < max_attempts)`,
    )
    .orderBy('next_try_at')
    .limit(AT_ONCE)
    .execute();
  for (const { id, kind } of waiting) {
    const priority = kind === 'alarm' ? PRIORITY.alarm : PRIORITY.letter;
    await enqueue(db, 'send_letter', { letter_id: id }, { key: `send_letter:${id}`, priority });
  }
}

/** A letter that a process was sending when it ended may have left: a person looks, nothing is resent silently. */
async function findUnknown(house: House): Promise<void> {
  const orphans = await house.db
    .selectFrom('letters')
    .select(['id', 'tries'])
    .where('status', '=', 'sending')
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('processes').select('number').whereRef('processes.number', '=', 'letters.sending_by'))),
    )
    .limit(AT_ONCE)
    .execute();
  for (const { id, tries } of orphans) {
    await settleLetter(house, id, tries, {
      status: 'unknown',
      because: 'the product was stopped while this letter was being sent',
    });
  }
}
