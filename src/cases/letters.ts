/** The letters outbox: what is written, once, in the transaction of the event it follows from. */
import { createHash, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { addWorkingDays, londonDay } from '../../rules/days.ts';
import type { PolicyPack } from '../../rules/pack.ts';
import { enqueue, PRIORITY } from '../db/queue.ts';
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

/** @returns the event, or nothing where this letter exists already */
async function queue(tx: Tx, draft: Draft, tokens: Tokens): Promise<EventBody[]> {
  const id = randomUUID();
  const { to, priority, ...rest } = draft;
  const added = await tx
    .insertInto('letters')
    .values({
      id,
      ...rest,
      channel: 'email',
      to_name: to.name,
      to_address: to.address,
      status: 'queued',
      message_id: tokens.messageId(id),
    })
    .onConflict((conflict) => conflict.columns(['kind', 'once_key']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!added) return [];
  await enqueue(tx, 'send_letter', { letter_id: id }, { key: `send_letter:${id}`, priority });
  return [{ type: 'letter_queued', letter_id: id, kind: draft.kind }];
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
  const recent = await tx
    .selectFrom('letters')
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .where('kind', '=', 'receipt')
    .where('to_address', '=', address)
    .where('created_at', '>', sql<Date>`now() - interval '1 hour'`)
    .executeTakeFirstOrThrow();
  if (Number(recent.n) >= RECEIPTS_AN_HOUR) return [];
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
  );
}
