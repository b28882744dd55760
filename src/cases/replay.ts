/** Goes through the stored contacts in the order of receipt, each as it was when it was first decided, for whoever wants to decide them again. */
import { type Kysely, sql } from 'kysely';
import type { Channel, ChannelName, Contact, ForwardedFrom, Json, Sender } from '../../channels/contact.ts';
import { NOBODY } from '../../channels/contact.ts';
import { decisionSchema, type Decision, type TriageInput } from '../../rules/decision.ts';
import type { Database } from '../db/schema.ts';
import { historyAsKnown } from './known.ts';
import { inputOf, isReadable, readKept } from './propose.ts';
import { personOf } from './same_customer.ts';

export interface Replayed {
  id: string;
  channel: string;
  received_at: Date;
  /** Reference of its case, where it has one. */
  case: string | null;
  /** What a person decided last; null while nobody has. */
  confirmed: Decision | null;
  /** Null for what could not be read: it has no proposal under any policy. */
  input: TriageInput | null;
}

const PAGE = 500;

/**
 * One contact at a time; neither the memory held nor the time to the first one grows with their number.
 * @param db one session, for the list of contacts is held in it
 * @param channels those that are configured here; a message of another one is taken as it was read when it came
 * @param from leaves out what was received before
 */
export async function* storedContacts(
  db: Kysely<Database>,
  channels: ReadonlyMap<ChannelName, Channel>,
  from: Date | null,
): AsyncGenerator<Replayed> {
  // Held beyond its transaction, so that a long run keeps no transaction open; it costs the server one sort. It takes no parameters.
  await sql`declare replayed no scroll cursor with hold for
    select id from contacts where ${from === null ? sql`true` : sql`received_at >= ${sql.lit(from.toISOString())}::timestamptz`} order by received_at, id`.execute(
    db,
  );
  try {
    for (;;) {
      const { rows } = await sql<{ id: string }>`fetch ${sql.raw(String(PAGE))} from replayed`.execute(db);
      for (const { id } of rows) {
        const found = await storedContact(db, channels, id);
        if (found) yield found;
      }
      if (rows.length < PAGE) return;
    }
  } finally {
    await sql`close replayed`.execute(db);
  }
}

interface Row {
  id: string;
  channel: ChannelName;
  external_key: string;
  received_at: Date;
  source: string | null;
  meta: Json;
  sha256: string;
  case_id: string | null;
  held_because: string | null;
  is_automated: boolean;
  sender: Sender | null;
  forwarded_from: ForwardedFrom | null;
  subject: string | null;
  text: string | null;
  raw: Buffer | null;
  reference: string | null;
  confirmed: unknown;
}

/** Undefined for one that was erased meanwhile. */
async function storedContact(
  db: Kysely<Database>,
  channels: ReadonlyMap<ChannelName, Channel>,
  id: string,
): Promise<Replayed | undefined> {
  const { rows } = await sql<Row>`
    select c.id, c.channel, c.external_key, c.received_at, c.source, c.meta, c.sha256, c.case_id, c.held_because, c.is_automated,
      c.sender, c.forwarded_from, c.subject, c.text, r.raw, cases.reference,
      (select e.body->'decision' from case_events e
        where e.case_id = any(array[c.case_id] || array(select merged.id from cases merged where merged.merged_into = c.case_id))
          and e.body->>'type' in ('confirmed', 'corrected') and e.body->>'contact_id' = c.id::text
        order by e.at desc, e.seq desc limit 1) as confirmed
    from contacts c
    left join contact_raw r on r.contact_id = c.id
    left join cases on cases.id = c.case_id
    where c.id = ${id}::uuid`.execute(db);
  const row = rows[0];
  if (!row) return undefined;
  const { channel, received_at, reference } = row;
  const contact = await wordsOf(row, channels);
  const confirmed = row.confirmed === null ? null : decisionSchema.parse(row.confirmed);
  const kept = { id, channel, received_at, case: reference, confirmed };
  if (!isReadable(contact)) return { ...kept, input: null };
  const earlier = await historyAsKnown(db, row, personOf(contact, channel));
  return { ...kept, input: inputOf(row, contact, earlier) };
}

async function wordsOf(
  row: Row,
  channels: ReadonlyMap<ChannelName, Channel>,
): Promise<Pick<Contact, 'sender' | 'subject' | 'text' | 'held' | 'is_automated' | 'forwarded_from'>> {
  const channel = channels.get(row.channel);
  if (channel && row.raw !== null) return readKept(channel, { ...row, raw: row.raw });
  return {
    sender: row.sender ?? NOBODY,
    forwarded_from: row.forwarded_from,
    subject: row.subject,
    text: row.text ?? '',
    held: row.text === null ? 'not read yet, and its channel is not configured here' : row.held_because,
    is_automated: row.is_automated,
  };
}
