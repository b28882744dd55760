/** The letters outbox: what is written, once, in the transaction of the event it follows from. */
import { createHash, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { addWorkingDays, londonDay } from '../../rules/days.ts';
import type { PolicyPack } from '../../rules/pack.ts';
import { PRIORITY } from '../db/queue.ts';
import type { Case, EventBody, LetterKind } from './case.ts';
import { longDay } from './dates.ts';
import type { Tx } from './project.ts';
import { renderLetter } from './render.ts';
import type { Tokens } from './tokens.ts';

/** What the letters need to know of the house. */
export interface LetterDesk {
  tokens: Tokens;
  packFor(ref: Case['pack']): PolicyPack;
  /** Addresses of the landlord's own: never written to as if they were residents. */
  own_addresses: readonly string[];
  /** Who is told of danger at once; null where nobody is configured. */
  duty_address: string | null;
  /** Address of the desk, for the alarm's link. */
  public_url: string;
}

/** Receipts to one address in an hour before the brake holds: two machines answering each other stop here. */
const RECEIPTS_AN_HOUR = 10;

interface Draft {
  case_id: string;
  contact_id: string;
  kind: LetterKind;
  once_key: string;
  to: { name: string | null; address: string };
  subject: string;
  text: string;
  in_reply_to: string | null;
  refs: string[];
  reply_to: string | null;
  auto_submitted: 'auto-replied' | 'auto-generated';
  priority: number;
}

/** Letters of one kind that may go to one address in an hour; null for no brake. */
type Brake = number | null;

/** The row and its job in one statement. @returns the event, or nothing where this letter exists already or the brake holds */
async function queue(tx: Tx, draft: Draft, tokens: Tokens, brake: Brake): Promise<EventBody[]> {
  const id = randomUUID();
  const { to, priority } = draft;
  const added = await sql<{ id: string }>`
    with added as (
      insert into letters (id, case_id, contact_id, kind, once_key, channel, to_name, to_address, subject, text, status, message_id,
        in_reply_to, refs, reply_to, auto_submitted)
      select ${id}::uuid, ${draft.case_id}::uuid, ${draft.contact_id}::uuid, ${draft.kind}, ${draft.once_key}, 'email', ${to.name}, ${to.address},
        ${draft.subject}, ${draft.text}, 'queued', ${tokens.messageId(id)}, ${draft.in_reply_to}, ${draft.refs}::text[], ${draft.reply_to},
        ${draft.auto_submitted}
      where ${brake}::int is null or ${brake}::int > (
        select count(*) from letters where kind = ${draft.kind} and to_address = ${to.address} and created_at > now() - interval '1 hour')
      on conflict (kind, once_key) do nothing
      returning id
    )
    select id, (graphile_worker.add_job('send_letter', json_build_object('letter_id', id), job_key => 'send_letter:' || id,
      max_attempts => 25, priority => ${priority}::int)).id as job_id from added`.execute(tx);
  return added.rows.length === 0 ? [] : [{ type: 'letter_queued', letter_id: id, kind: draft.kind }];
}

/**
 * The receipt: says that the message arrived and is not the Code's acknowledgement (letters.md 1).
 * At most one per sender and thread; never to a machine, to ourselves, or for a public post.
 */
export async function queueReceipt(tx: Tx, c: Case, contact_id: string, desk: LetterDesk): Promise<EventBody[]> {
  const contact = await tx
    .selectFrom('contacts')
    .select(['channel', 'sender', 'sender_key', 'subject', 'message_id', 'received_at', 'is_automated', 'is_public', 'thread'])
    .where('id', '=', contact_id)
    .executeTakeFirstOrThrow();
  const address = contact.sender?.email ?? null;
  if (contact.channel !== 'email' || contact.is_automated || contact.is_public || address === null) return [];
  if (desk.own_addresses.includes(address)) return [];
  const pack = desk.packFor(c.pack);
  const received_on = londonDay(contact.received_at);
  const ack = pack.clocks.find((clock) => clock.id === 'ack_1' && clock.kind !== 'extension');
  const working_days = ack && 'amount' in ack ? ack.amount : 5;
  return queue(
    tx,
    {
      case_id: c.id,
      contact_id,
      kind: 'receipt',
      once_key: createHash('sha256')
        .update(`${contact.sender_key ?? address}|${c.id}`)
        .digest('hex'),
      to: { name: contact.sender?.name ?? null, address },
      subject: `We have your message (${c.reference})`,
      text: renderLetter(pack, 'receipt', {
        reference: c.reference,
        received_on: longDay(received_on),
        hear_by_on: longDay(addWorkingDays(received_on, working_days)),
        add_to: 'reply to this message',
      }),
      in_reply_to: contact.message_id,
      refs: [...contact.thread, ...(contact.message_id ? [contact.message_id] : [])].slice(-20),
      reply_to: desk.tokens.replyAddress(c.reference),
      auto_submitted: 'auto-replied',
      priority: PRIORITY.letter,
    },
    desk.tokens,
    RECEIPTS_AN_HOUR,
  );
}

/** Tells the duty address of danger: the reference and the hour, no name, address or words. Once a message. */
export async function queueAlarm(tx: Tx, c: Case, contact_id: string, desk: LetterDesk): Promise<EventBody[]> {
  if (desk.duty_address === null) return [];
  return queue(
    tx,
    {
      case_id: c.id,
      contact_id,
      kind: 'alarm',
      once_key: contact_id,
      to: { name: null, address: desk.duty_address },
      subject: `Danger reported: ${c.reference}`,
      text: [
        `A message received at ${c.received_at.toLocaleString('en-GB', { timeZone: 'Europe/London', dateStyle: 'full', timeStyle: 'short' })} reports danger now.`,
        '',
        `Read it at once: ${new URL(`/cases/${c.reference}`, desk.public_url).href}`,
        '',
        'The 24 hours to investigate and make safe run from that time.',
        '',
      ].join('\n'),
      in_reply_to: null,
      refs: [],
      reply_to: null,
      auto_submitted: 'auto-generated',
      priority: PRIORITY.alarm,
    },
    desk.tokens,
    null,
  );
}
