/** Transaction 2: a kept contact is read, gets its proposal, and finds or opens its case. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Arrival, Channel, ChannelName, Contact, Json } from '../../channels/contact.ts';
import { NOBODY } from '../../channels/contact.ts';
import type { EarlierCase, Proposal, TriageChannel, TriageInput } from '../../rules/decision.ts';
import type { PolicyPack } from '../../rules/pack.ts';
import type { Db } from '../db/connect.ts';
import type { Actor, Case, EventBody } from './case.ts';
import { casesOf, lockPerson } from './customer_cases.ts';
import { senderKey } from './identity.ts';
import { linkIncident } from './incidents.ts';
import { indexMessage } from './indexed.ts';
import type { House } from './perform.ts';
import { parseCase, type Tx } from './project.ts';
import { type Person, personOf } from './same_customer.ts';
import { hintedReference } from './tokens.ts';
import { append } from './write.ts';

export const BOT: Actor = { kind: 'bot', id: 'triage' };
/** Tries after which a message goes to a person as it is. */
const TRIES_BEFORE_HOLDING = 4;
export const HISTORY_CASES = 20;
export const HISTORY_TEXT = 4000;
/** Words beyond this are in the raw message; a table row is no place for 25 MB of text. */
const KEPT_TEXT = 2_000_000;

export interface Triage {
  house: House;
  channels: ReadonlyMap<ChannelName, Channel>;
  /** The pack in force when the message was received. */
  packInForce(received_at: Date): PolicyPack;
  /** The rules: pure. Throws only by mistake; the case then has no proposal. */
  triage(input: TriageInput, pack: PolicyPack): Proposal;
  reference_prefix: string;
  /** Told of what a person must mend in the product; the message goes on without a proposal. */
  onFault(error: unknown, contact_id: string): void;
}

/** Job `triage`: safe to run twice, at once or after a crash. */
export async function propose(deps: Triage, contact_id: string): Promise<void> {
  const { db } = deps.house;
  const row = await db
    .selectFrom('contacts')
    .innerJoin('contact_raw', 'contact_raw.contact_id', 'contacts.id')
    .select(['id', 'channel', 'external_key', 'received_at', 'source', 'meta', 'sha256', 'state', 'tries', 'case_id', 'raw'])
    .where('id', '=', contact_id)
    .executeTakeFirst();
  if (!row || row.state === 'triaged') return;
  try {
    const contact = await read(deps, { ...row, channel: row.channel as ChannelName, meta: row.meta });
    await settle(deps, row, contact);
  } catch (cause) {
    const tries = row.tries + 1;
    const because = cause instanceof Error ? cause.message : String(cause);
    await db
      .updateTable('contacts')
      .set({ tries, last_error: because.slice(0, 1000) })
      .where('id', '=', contact_id)
      .execute();
    if (tries < TRIES_BEFORE_HOLDING) throw cause;
    deps.onFault(cause, contact_id);
    // It must not wait for a mended product: a person sees it now, as it came, and its clock runs.
    await settle(deps, row, unread(clean(`This message could not be read (${because.slice(0, 200)}). Open it as it came.`)));
  }
}

/** A contact as it was kept. */
export interface Kept {
  id: string;
  channel: string;
  external_key: string;
  received_at: Date;
  source: string | null;
  meta: Json;
  sha256: string;
  /** Set when it was read before and is taken up again. */
  case_id: string | null;
  raw: Buffer;
}

async function read(deps: Triage, row: Kept & { channel: ChannelName }): Promise<Contact> {
  const channel = deps.channels.get(row.channel);
  if (!channel) throw new Error(`channel ${row.channel} is not configured here: this message was kept while it was`);
  return readKept(channel, row);
}

/** What the message says, read from its bytes, fit for the database. */
export async function readKept(channel: Channel, row: Kept & { channel: ChannelName }): Promise<Contact> {
  const arrival: Arrival = { ...row, external_id: row.external_key };
  const contact = await channel.read(arrival);
  return { ...cleanContact(contact), attachments: contact.attachments };
}

function unread(held: string): Contact {
  return {
    sender: NOBODY,
    subject: null,
    text: '',
    full_text: '',
    html: null,
    thread: [],
    recipients: [],
    message_id: null,
    forwarded_from: null,
    attachments: [],
    is_public: false,
    is_automated: false,
    automated_because: null,
    held,
    logged_by: null,
  };
}

const CHANNEL_WORDS: Record<ChannelName, TriageChannel> = {
  email: 'email',
  x: 'social',
  facebook: 'social',
  instagram: 'social',
  phone: 'phone',
  web_form: 'web_form',
  staff_log: 'staff_log',
};

/** PostgreSQL refuses NUL and lone surrogates in text. */
function clean<T extends string | null>(text: T): T {
  return (text === null ? null : text.replaceAll('\0', '').toWellFormed()) as T;
}

function cleanContact(contact: Contact): Contact {
  return JSON.parse(
    JSON.stringify({ ...contact, attachments: [] }, (_key, value: unknown) => (typeof value === 'string' ? clean(value) : value)),
    (key, value: unknown) => (key === 'sent_at' && typeof value === 'string' ? new Date(value) : value),
  ) as Contact;
}

async function settle(deps: Triage, row: Kept, contact: Contact): Promise<void> {
  const { house } = deps;
  const channel = row.channel as ChannelName;
  const key = senderKey(contact.sender, channel);
  const person = personOf(contact, channel);
  await house.db.transaction().execute(async (tx) => {
    // Two messages of one customer at once must not miss each other: the locks come before anything is looked at.
    await lockPerson(tx, key ?? row.id, person);
    const { rows } = await sql<{ state: string }>`select state from contacts where id = ${row.id}::uuid for update`.execute(tx);
    const state = rows[0];
    if (state?.state !== 'received') return; // another worker was quicker
    const place = row.case_id ? await attach(tx, row.case_id, 'new', key) : await findPlace(tx, deps, contact, key);
    const pack = deps.packInForce(row.received_at);
    const proposal = !isReadable(contact) ? null : await decide(tx, deps, row, contact, person, place, pack);
    const case_id = place.before?.id ?? randomUUID();
    await keep(tx, row, contact, key, case_id, place.verified);
    const triaged: EventBody = {
      type: 'triaged',
      contact_id: row.id,
      received_at: row.received_at,
      proposal,
      attached_by: place.attached_by,
      verified: place.verified,
      is_automated: contact.is_automated,
      held: contact.held,
      hint: place.hint,
    };
    const opened: EventBody[] = place.before
      ? []
      : [
          {
            type: 'opened',
            reference: await nextReference(house.db, tx, deps.reference_prefix),
            received_at: row.received_at,
            pack: { pack: pack.pack, version: pack.version },
          },
        ];
    const of_case = place.before ? house.letters.packFor(place.before.pack) : pack;
    const { after } = await append(tx, case_id, place.before, [...opened, triaged], {
      actor: BOT,
      at: house.now(),
      key: row.case_id ? `triaged:${row.id}:${randomUUID()}` : `triaged:${row.id}`,
      pack: of_case,
      letters: house.letters,
      sender_key: key,
    });
    const { received_at } = row;
    const reports = await indexMessage(tx, case_id, { ...contact, channel, received_at, verified: place.verified }, person);
    if (reports) await linkIncident(tx, house, after);
  });
}

/** Numbers are taken from the database a few at a time; those that a stopped process had left are never used. */
const NUMBERS_AT_ONCE = 20;
const numbers = new WeakMap<Db, string[]>();

async function nextReference(db: Db, tx: Tx, prefix: string): Promise<string> {
  let kept = numbers.get(db);
  if (!kept || kept.length === 0) {
    const { rows } = await sql<{
      n: string;
    }>`select nextval('case_references')::text as n from generate_series(1, ${NUMBERS_AT_ONCE})`.execute(tx);
    kept = rows.map((row) => row.n);
    numbers.set(db, kept);
  }
  const next = kept.shift();
  if (next === undefined) throw new Error('expected the sequence case_references to give numbers');
  return `${prefix}-${next}`;
}

interface Place {
  before: Case | null;
  attached_by: 'new' | 'token' | 'thread' | 'reference';
  verified: boolean;
  hint: string | null;
}

/** A signed token is proof of the case; the writer still has to be its customer to be verified. A bare reference is a hint. */
async function findPlace(tx: Tx, deps: Triage, contact: Contact, key: string | null): Promise<Place> {
  const { tokens } = deps.house.letters;
  const lettered = contact.thread.map((id) => tokens.letterOf(id)).filter((id) => id !== null);
  if (lettered.length > 0) {
    const letter = await tx
      .selectFrom('letters')
      .select('case_id')
      .where('id', 'in', lettered)
      .orderBy('created_at', 'desc')
      .executeTakeFirst();
    if (letter?.case_id) return attach(tx, letter.case_id, 'token', key);
  }
  const named = contact.recipients.map((address) => tokens.referenceOf(address)).find((reference) => reference !== null);
  if (named) {
    const found = await tx.selectFrom('cases').select('id').where('reference', '=', named).executeTakeFirst();
    if (found) return attach(tx, found.id, 'token', key);
  }
  const hint = hintedReference(contact.subject, deps.reference_prefix);
  if (key === null) return { before: null, attached_by: 'new', verified: true, hint };
  if (contact.thread.length > 0) {
    const mine = await tx
      .selectFrom('contacts')
      .select('case_id')
      .where('sender_key', '=', key)
      .where('message_id', 'in', contact.thread.slice(-50))
      .where('case_id', 'is not', null)
      .orderBy('received_at', 'desc')
      .executeTakeFirst();
    if (mine?.case_id) return attach(tx, mine.case_id, 'thread', key);
  }
  if (hint !== null) {
    const mine = await tx
      .selectFrom('cases')
      .innerJoin('case_customers', 'case_customers.case_id', 'cases.id')
      .select('cases.id')
      .where('reference', '=', hint)
      .where('sender_key', '=', key)
      .executeTakeFirst();
    if (mine) return attach(tx, mine.id, 'reference', key);
  }
  return { before: null, attached_by: 'new', verified: true, hint };
}

async function attach(tx: Tx, case_id: string, attached_by: Place['attached_by'], key: string | null): Promise<Place> {
  let id = case_id;
  for (let hops = 0; hops < 20; hops += 1) {
    const row = await tx.selectFrom('cases').select('state').where('id', '=', id).forUpdate().executeTakeFirstOrThrow();
    const before = parseCase(row.state);
    if (before.merged_into === null) {
      const customer = await tx.selectFrom('case_customers').select('sender_key').where('case_id', '=', id).executeTakeFirst();
      return { before, attached_by, verified: key !== null && customer?.sender_key === key, hint: null };
    }
    id = before.merged_into.id;
  }
  throw new Error(`case ${case_id} was merged in a circle`);
}

async function decide(
  tx: Tx,
  deps: Triage,
  row: Kept,
  contact: Contact,
  person: Person,
  place: Place,
  pack: PolicyPack,
): Promise<Proposal | null> {
  const input = inputOf(row, contact, await history(tx, person, place, row.id));
  try {
    return deps.triage(input, pack);
  } catch (error) {
    deps.onFault(error, row.id); // no proposal: a person decides
    return null;
  }
}

/** False for what was held without a word of it: a person decides. */
export function isReadable(contact: Pick<Contact, 'held' | 'text'>): boolean {
  return contact.held === null || contact.text.trim() !== '';
}

/** All that the rules may know of a contact. */
export function inputOf(
  row: Pick<Kept, 'id' | 'channel' | 'received_at'>,
  contact: Pick<Contact, 'sender' | 'subject' | 'text' | 'is_automated'>,
  earlier: EarlierCase[],
): TriageInput {
  const { name, email, phone, handle } = contact.sender;
  return {
    id: row.id,
    channel: CHANNEL_WORDS[row.channel as ChannelName],
    received_at: row.received_at,
    from: { name, email, phone, handle },
    subject: contact.subject,
    text: contact.text,
    history: earlier,
    is_automated: contact.is_automated,
  };
}

/**
 * A case as the rules see it among the customer's earlier ones.
 * @param text the words that opened it
 * @param answered whether the message came as an answer to it
 */
export function earlierCase(c: Case, text: string, answered: boolean): EarlierCase {
  return {
    ref: c.reference,
    opened_at: c.received_at,
    closed_at: c.status === 'closed' ? c.changed_at : null,
    responded_at: c.moments.resp_1_sent ?? null,
    final_responded_at: c.moments.resp_2_sent ?? null,
    actions_completed_at: c.moments.last_action_completed ?? null,
    actions_open: false,
    answered,
    outcome: c.decision?.outcome ?? null,
    service_area: c.decision?.service_area ?? null,
    text,
  };
}

/** The customer's newest cases, by every proof of who they are, and the case that the message answers. */
async function history(tx: Tx, person: Person, { before: found, attached_by }: Place, contact_id: string): Promise<EarlierCase[]> {
  // Taken up again, a message that is alone in its case has no earlier one in it.
  const before = found?.contacts.every((id) => id === contact_id) ? null : found;
  const { same: joined } = await casesOf(tx, person);
  const same = joined.filter((id) => id !== found?.id);
  const ids = [...new Set([...same, ...(before ? [before.id] : [])])];
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom('cases')
    .select(['cases.id', 'state', 'merged_into'])
    .where('cases.id', 'in', ids)
    .where('merged_into', 'is', null)
    .where('is_automated', '=', false)
    .orderBy('cases.received_at', 'desc')
    .limit(HISTORY_CASES)
    .execute();
  if (rows.length === 0) return [];
  const first_words = await tx
    .selectFrom('contacts')
    .select(['case_id', sql<string>`left(text, ${HISTORY_TEXT})`.as('text')])
    .distinctOn('case_id')
    .where(
      'case_id',
      'in',
      rows.map((one) => one.id),
    )
    .orderBy('case_id')
    .orderBy('received_at')
    .execute();
  const texts = new Map(first_words.map((one) => [one.case_id, one.text]));
  return rows.map((one) =>
    earlierCase(parseCase(one.state), texts.get(one.id) ?? '', one.id === before?.id && attached_by !== 'new'),
  );
}

async function keep(tx: Tx, row: Kept, contact: Contact, key: string | null, case_id: string, verified: boolean): Promise<void> {
  const people = [
    contact.sender.name,
    contact.sender.email,
    contact.sender.phone,
    contact.sender.handle,
    contact.forwarded_from?.name,
  ]
    .filter((part) => part)
    .join(' ')
    .slice(0, 2000);
  const searched = `${contact.subject ?? ''} ${contact.text}`.slice(0, 50_000);
  await tx
    .updateTable('contacts')
    .set({
      state: 'triaged',
      last_error: null,
      held_because: contact.held,
      case_id,
      verified,
      sender: JSON.stringify(contact.sender),
      sender_key: key,
      subject: contact.subject?.slice(0, 2000) ?? null,
      text: contact.text.slice(0, KEPT_TEXT),
      full_text: contact.full_text.slice(0, KEPT_TEXT),
      html: contact.html?.slice(0, KEPT_TEXT) ?? null,
      thread: contact.thread,
      recipients: contact.recipients,
      message_id: contact.message_id,
      forwarded_from: contact.forwarded_from ? JSON.stringify(contact.forwarded_from) : null,
      is_public: contact.is_public,
      is_automated: contact.is_automated,
      automated_because: contact.automated_because,
      logged_by: contact.logged_by,
      search: sql`to_tsvector('simple', ${people}) || to_tsvector('english', ${people} || ' ' || ${searched})`,
    })
    .where('id', '=', row.id)
    .execute();
  // A contact taken up again is read again: its attachments replace the earlier ones.
  if (contact.attachments.length === 0) return;
  await tx.deleteFrom('attachments').where('contact_id', '=', row.id).execute();
  const rows = contact.attachments.map(({ content, name, type, declared_type, bytes, sha256 }, position) => ({
    contact_id: row.id,
    position,
    name: clean(name),
    type: clean(type),
    declared_type: clean(declared_type),
    bytes,
    sha256,
    content: content === null ? null : Buffer.from(content),
  }));
  for (const one of rows) await tx.insertInto('attachments').values(one).execute();
}
