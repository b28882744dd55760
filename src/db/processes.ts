/** Which processes live: each holds an advisory lock on its number, so that a killed one is known at once. */
import { sql } from 'kysely';
import pg from 'pg';
import type { Db } from './connect.ts';

/** First key of the two-part advisory locks; the second is the process's number. */
const PROCESS_LOCKS = 771_003;
/** A process whose connection seems alive but that has not been heard of for this long is dead: its machine is gone. */
const SILENCE = '60 seconds';

export interface Presence {
  number: number;
  /** Says that the process lives and under which names it locks jobs. */
  beat(worker_ids: readonly string[]): Promise<void>;
  leave(): Promise<void>;
}

/** @param onLost told when the connection that proves life breaks; the process should end and be started again */
export async function enter(db: Db, url: string, onLost: (error: Error) => void): Promise<Presence> {
  const { number } = await db.insertInto('processes').defaultValues().returning('number').executeTakeFirstOrThrow();
  const holder = new pg.Client({ connectionString: url, application_name: `triage-process-${number}`, keepAlive: true });
  let is_leaving = false;
  holder.on('error', (error) => {
    if (!is_leaving) onLost(error);
  });
  await holder.connect();
  await holder.query('select pg_advisory_lock($1, $2)', [PROCESS_LOCKS, number]);
  return {
    number,
    async beat(worker_ids) {
      await db
        .updateTable('processes')
        .set({ worker_ids: [...worker_ids], seen_at: sql<Date>`now()` })
        .where('number', '=', number)
        .execute();
    },
    async leave() {
      is_leaving = true;
      await db.deleteFrom('processes').where('number', '=', number).execute();
      await holder.end();
    },
  };
}

/** A job locked for this long under a name that no living process claims was taken by one that died before it could say so. */
const UNCLAIMED = '15 seconds';

/** Removes dead processes and gives their jobs free. @returns the numbers of those that were found dead */
export async function buryDead(db: Db, own_number: number): Promise<number[]> {
  return db.transaction().execute(async (tx) => {
    const dead = await tx
      .selectFrom('processes')
      .select(['number', 'worker_ids'])
      .where('number', '<>', own_number)
      .where((eb) =>
        eb.or([
          sql<boolean>`pg_try_advisory_xact_lock(${PROCESS_LOCKS}, number)`,
          sql<boolean>`seen_at < now() - ${SILENCE}::interval`,
        ]),
      )
      .forUpdate()
      .skipLocked()
      .execute();
    const numbers = dead.map((one) => one.number);
    if (numbers.length > 0) await tx.deleteFrom('processes').where('number', 'in', numbers).execute();
    const unclaimed = await sql<{ locked_by: string }>`
      select distinct locked_by from graphile_worker.jobs
      where locked_at < now() - ${UNCLAIMED}::interval
        and not exists (select 1 from processes where locked_by = any(worker_ids))`.execute(tx);
    const worker_ids = [...dead.flatMap((one) => one.worker_ids), ...unclaimed.rows.map((row) => row.locked_by)];
    if (worker_ids.length > 0) await sql`select graphile_worker.force_unlock_workers(${worker_ids}::text[])`.execute(tx);
    return numbers;
  });
}
