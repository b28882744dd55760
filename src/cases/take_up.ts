/** Takes a held or failed message up again: it is read anew from the bytes as kept, in its own case. */
import { randomUUID } from 'node:crypto';
import { Objection } from '../errors.ts';
import { enqueue, PRIORITY } from '../db/queue.ts';
import type { Actor } from './case.ts';
import { type House, lockCases } from './perform.ts';
import { append } from './write.ts';

/** @throws Objection `not_found`, or `wrong_status` when it was read without trouble */
export async function takeUp(house: House, contact_id: string, actor: Actor): Promise<void> {
  await house.db.transaction().execute(async (tx) => {
    const row = await tx
      .selectFrom('contacts')
      .select(['state', 'held_because', 'last_error', 'case_id'])
      .where('id', '=', contact_id)
      .forUpdate()
      .executeTakeFirst();
    if (!row) throw new Objection('not_found', 'There is no message with this id.');
    const is_stuck = row.held_because !== null || row.last_error !== null;
    if (row.state === 'triaged' && !is_stuck)
      throw new Objection('wrong_status', 'This message was read without trouble: there is nothing to take up again.');
    const before = row.case_id === null ? undefined : (await lockCases(tx, [row.case_id])).get(row.case_id);
    if (before)
      await append(tx, before.id, before, [{ type: 'taken_up', contact_id }], {
        actor,
        at: house.now(),
        key: `taken_up:${randomUUID()}`,
        pack: house.letters.packFor(before.pack),
        letters: house.letters,
      });
    await tx.updateTable('contacts').set({ state: 'received', tries: 0, last_error: null }).where('id', '=', contact_id).execute();
    await enqueue(tx, 'triage', { contact_id }, { key: `triage:${contact_id}`, priority: PRIORITY.triage });
  });
}
