/** Transaction 1: an arrival becomes a durable contact, once, before anybody reads it. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Arrival, Intake } from '../../channels/contact.ts';
import type { Db } from '../db/connect.ts';
import { PRIORITY } from '../db/queue.ts';

/** Arrivals that wait together are kept by one statement; more would make it slow to fail over to one by one. */
const TOGETHER = 50;
const TOGETHER_BYTES = 8 * 1024 * 1024;

interface Waiting {
  arrival: Arrival;
  external_key: string;
  raw: Buffer;
  done(result: { contact_id: string; is_new: boolean }): void;
  failed(cause: unknown): void;
}

/** @returns an intake that resolves once the arrival is committed; a repeat gets the first one's id and enqueues nothing */
export function openIntake(db: Db): Intake {
  let waiting: Waiting[] = [];
  const flush = (): void => {
    const taken = waiting;
    waiting = [];
    let group: Waiting[] = [];
    let bytes = 0;
    for (const one of taken) {
      if (group.length > 0 && (group.length >= TOGETHER || bytes + one.raw.length > TOGETHER_BYTES)) {
        void keepGroup(db, group);
        group = [];
        bytes = 0;
      }
      group.push(one);
      bytes += one.raw.length;
    }
    if (group.length > 0) void keepGroup(db, group);
  };
  return (arrival: Arrival) =>
    new Promise((done, failed) => {
      if (waiting.length === 0) setImmediate(flush);
      const raw = Buffer.from(arrival.raw.buffer, arrival.raw.byteOffset, arrival.raw.byteLength);
      waiting.push({ arrival, external_key: sha256(arrival.external_id), raw, done, failed });
    });
}

/** Settles every promise of the group. What fails together is tried one by one, so that one bad arrival stops no other. */
async function keepGroup(db: Db, group: Waiting[]): Promise<void> {
  let kept: Map<string, { contact_id: string; is_new: boolean }>;
  try {
    kept = await keepAll(db, group);
  } catch (cause) {
    const [only] = group;
    if (only && group.length === 1) only.failed(cause);
    else for (const one of group) await keepGroup(db, [one]);
    return;
  }
  for (const one of group) {
    const result = kept.get(keyOf(one));
    if (result) one.done(result);
    else one.failed(new Error(`expected contact ${one.external_key} to be kept`));
  }
}

function keyOf(one: Waiting): string {
  return `${one.arrival.channel} ${one.external_key}`;
}

/** One statement: the rows, their bytes and their jobs stand or fall together. */
async function keepAll(db: Db, group: Waiting[]): Promise<Map<string, { contact_id: string; is_new: boolean }>> {
  const now = new Date();
  const rows = [...new Map(group.map((one) => [keyOf(one), one])).values()].map(({ arrival, external_key, raw }) => ({
    arrival,
    external_key,
    raw,
  }));
  const values = rows.map(
    ({
      arrival,
      external_key,
      raw,
    }) => sql`(${arrival.channel}, ${external_key}, ${believable(arrival.received_at, now)}::timestamptz, ${arrival.source},
      ${JSON.stringify(arrival.meta)}::jsonb, ${arrival.sha256 ?? sha256(raw)}, ${raw}::bytea)`,
  );
  const added = await sql<{ id: string; channel: string; external_key: string }>`
    with given (channel, external_key, received_at, source, meta, sha256, raw) as (values ${sql.join(values)}),
    added as (
      insert into contacts (channel, external_key, received_at, source, meta, sha256)
      select channel, external_key, received_at, source, meta, sha256 from given
      on conflict (channel, external_key) do nothing
      returning id, channel, external_key
    ), kept as (
      insert into contact_raw (contact_id, raw)
      select id, raw from added join given using (channel, external_key)
    )
    select id, channel, external_key,
      (graphile_worker.add_job('triage', json_build_object('contact_id', id), job_key => 'triage:' || id,
        max_attempts => 25, priority => ${PRIORITY.triage}::int)).id as job_id
    from added`.execute(db);
  const kept = new Map(added.rows.map((row) => [`${row.channel} ${row.external_key}`, { contact_id: row.id, is_new: true }]));
  for (const { arrival, external_key } of rows) {
    const key = `${arrival.channel} ${external_key}`;
    if (kept.has(key)) continue;
    const earlier = await db
      .selectFrom('contacts')
      .select('id')
      .where('channel', '=', arrival.channel)
      .where('external_key', '=', external_key)
      .executeTakeFirstOrThrow();
    kept.set(key, { contact_id: earlier.id, is_new: false });
  }
  return kept;
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
