/** Makes every projection anew: how cases stand from their events, what they are found by from their messages. */
import { sql } from 'kysely';
import type { Db } from '../db/connect.ts';
import type { Case } from './case.ts';
import { reindex } from './indexed.ts';
import { eventsOf, fold, writeProjection } from './project.ts';

/** Writes every case's rows anew from its events, and what it is found by from its messages. @returns how many cases were rebuilt */
export async function rebuild(db: Db): Promise<number> {
  const ids = await db.selectFrom('case_events').select('case_id').distinct().execute();
  for (const { case_id } of ids) {
    await db.transaction().execute(async (tx) => {
      await sql`select pg_advisory_xact_lock(hashtextextended(${case_id}, 0))`.execute(tx);
      const after = fold(await eventsOf(tx, case_id));
      if (!after) return;
      const old = await tx.selectFrom('cases').select('id').where('id', '=', case_id).forUpdate().executeTakeFirst();
      await tx.deleteFrom('clocks').where('case_id', '=', case_id).execute();
      await tx.deleteFrom('stages').where('case_id', '=', case_id).execute();
      const empty: Case = { ...after, clocks: [], stages: [] };
      if (!old) await writeProjection(tx, null, after);
      else await writeProjection(tx, empty, after);
      await reindex(tx, after);
    });
  }
  return ids.length;
}
