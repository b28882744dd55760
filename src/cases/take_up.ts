/** Takes a held or failed message up again: it is read anew from the bytes as kept, in its own case. */
import { Objection } from '../errors.ts';
import type { Db } from '../db/connect.ts';
import { enqueue, PRIORITY } from '../db/queue.ts';

/** @throws Objection `not_found`, or `wrong_status` when it was read without trouble */
export async function takeUp(db: Db, contact_id: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const row = await tx
      .selectFrom('contacts')
      .select(['state', 'held_because', 'last_error', 'tries'])
      .where('id', '=', contact_id)
      .forUpdate()
      .executeTakeFirst();
    if (!row) throw new Objection('not_found', 'There is no message with this id.');
    const is_stuck = row.held_because !== null || row.last_error !== null;
    if (row.state === 'triaged' && !is_stuck)
      throw new Objection('wrong_status', 'This message was read without trouble: there is nothing to take up again.');
    await tx.updateTable('contacts').set({ state: 'received', tries: 0, last_error: null }).where('id', '=', contact_id).execute();
    await enqueue(tx, 'triage', { contact_id }, { key: `triage:${contact_id}`, priority: PRIORITY.triage });
  });
}
