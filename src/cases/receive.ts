/** Transaction 1: an arrival becomes a durable contact, once, before anybody reads it. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Arrival, Intake } from '../../channels/contact.ts';
import type { Db } from '../db/connect.ts';
import { PRIORITY } from '../db/queue.ts';

/** @returns an intake that resolves once the arrival is committed; a repeat gets the first one's id and enqueues nothing */
export function openIntake(db: Db): Intake {
  return async (arrival: Arrival) => {
    const received_at = believable(arrival.received_at, new Date());
    const external_key = sha256(arrival.external_id);
    const raw = Buffer.from(arrival.raw.buffer, arrival.raw.byteOffset, arrival.raw.byteLength);
    // One statement, so that a message costs one round trip and the row, its bytes and its job stand or fall together.
    const added = await sql<{ id: string }>`
      with added as (
        insert into contacts (channel, external_key, received_at, source, meta, sha256)
        values (${arrival.channel}, ${external_key}, ${received_at}, ${arrival.source}, ${JSON.stringify(arrival.meta)}::jsonb,
                ${arrival.sha256 ?? sha256(raw)})
        on conflict (channel, external_key) do nothing
        returning id
      ), kept as (
        insert into contact_raw (contact_id, raw) select id, ${raw}::bytea from added
      )
      select id, (graphile_worker.add_job('triage', json_build_object('contact_id', id), job_key => 'triage:' || id,
                  max_attempts => 25, priority => ${PRIORITY.triage}::int)).id as job_id from added`.execute(db);
    const contact_id = added.rows[0]?.id;
    if (contact_id !== undefined) return { contact_id, is_new: true };
    const earlier = await db
      .selectFrom('contacts')
      .select('id')
      .where('channel', '=', arrival.channel)
      .where('external_key', '=', external_key)
      .executeTakeFirstOrThrow();
    return { contact_id: earlier.id, is_new: false };
  };
}

/** No working day is known before it, and no landlord's mailbox of today is older. */
const EARLIEST = new Date('2018-01-02T00:00:00Z');

/**
 * A server's clock can be wrong: a receipt in the future would make every clock late, and one before all calendars has none.
 * Either is taken as received now, which is when we know that it was here.
 */
function believable(received_at: Date, now: Date): Date {
  return received_at > now || !(received_at >= EARLIEST) ? now : received_at;
}

function sha256(what: string | Uint8Array): string {
  return createHash('sha256').update(what).digest('hex');
}
