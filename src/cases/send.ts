/** Gives a queued letter to the outside once, and writes down what became of it. */
import { sql } from 'kysely';
import type { Channel, ChannelName, Outgoing, SendResult } from '../../channels/contact.ts';
import { enqueue, PRIORITY } from '../db/queue.ts';
import { type Actor, type EventBody, LETTER_KINDS, type LetterKind } from './case.ts';
import { type House, lockCases } from './perform.ts';
import { append } from './write.ts';

const OUTBOX: Actor = { kind: 'bot', id: 'outbox' };
const FIRST_WAIT_MS = 15_000;
/** Longest wait between two tries: a mail server that is back is noticed within it. */
const LONGEST_WAIT_MS = 15 * 60_000;

export interface Sending {
  house: House;
  channels: ReadonlyMap<ChannelName, Channel>;
  /** This process's number; a letter left `sending` by a dead one becomes `unknown`. */
  process_number: number;
  signal: AbortSignal;
  /** Told what became of each try: ids only, since a server's words can hold addresses. */
  onResult(letter_id: string, status: SendResult['status'], tries: number): void;
}

/**
 * Waits double from 15 s to 15 min.
 * @param tries how often it was tried, at least 1
 */
export function waitAfter(tries: number): number {
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(tries - 1, 10));
}

/** Job `send_letter`: a letter leaves `queued` at most once per certain refusal, so a crash or a second worker never sends it twice. */
export async function sendLetter(deps: Sending, letter_id: string): Promise<void> {
  const { db } = deps.house;
  if (!(await canSend(deps, letter_id))) return;
  const letter = await db
    .updateTable('letters')
    .set({ status: 'sending', sending_by: deps.process_number, tries: sql<number>`tries + 1` })
    .where('id', '=', letter_id)
    .where('status', '=', 'queued')
    .where('next_try_at', '<=', sql<Date>`now() + interval '1 second'`)
    .returningAll()
    .executeTakeFirst();
  if (!letter) return;
  const outgoing: Outgoing = {
    to: { name: letter.to_name, address: letter.to_address },
    subject: letter.subject,
    text: letter.text,
    message_id: letter.message_id,
    in_reply_to: letter.in_reply_to,
    references: letter.refs,
    reply_to: letter.reply_to,
    auto_submitted: letter.auto_submitted,
  };
  const send = deps.channels.get(letter.channel as ChannelName)?.send;
  if (!send) throw new Error(`channel ${letter.channel} stopped sending while a letter was in hand`);
  const result = await send(outgoing, deps.signal);
  deps.onResult(letter.id, result.status, letter.tries);
  await settleLetter(deps.house, letter.id, letter.tries, result);
}

/** A letter whose channel is not set up to send stays queued, with the reason for the desk; the sweep asks again. */
async function canSend({ house, channels }: Sending, letter_id: string): Promise<boolean> {
  const row = await house.db
    .selectFrom('letters')
    .select('channel')
    .where('id', '=', letter_id)
    .where('status', '=', 'queued')
    .executeTakeFirst();
  if (!row) return false;
  if (channels.get(row.channel as ChannelName)?.send) return true;
  await house.db
    .updateTable('letters')
    .set({
      next_try_at: sql<Date>`now() + ${LONGEST_WAIT_MS} * interval '1 millisecond'`,
      last_error: `the channel ${row.channel} is not set up to send`,
    })
    .where('id', '=', letter_id)
    .execute();
  return false;
}

/** Transaction 5: the letter's row and its event, together. */
export async function settleLetter(house: House, letter_id: string, tries: number, result: SendResult): Promise<void> {
  await house.db.transaction().execute(async (tx) => {
    const row = await tx
      .selectFrom('letters')
      .select(['case_id', 'kind', 'status'])
      .where('id', '=', letter_id)
      .forUpdate()
      .executeTakeFirst();
    if (!row || row.status !== 'sending') return;
    if (result.status === 'deferred') {
      const wait_ms = result.retry_after_ms ?? waitAfter(tries);
      const next_try_at = new Date(Date.now() + wait_ms);
      await tx
        .updateTable('letters')
        .set({ status: 'queued', next_try_at, last_error: result.because.slice(0, 1000), sending_by: null })
        .where('id', '=', letter_id)
        .execute();
      await enqueue(
        tx,
        'send_letter',
        { letter_id },
        { key: `send_letter:${letter_id}`, run_at: next_try_at, priority: row.kind === 'alarm' ? PRIORITY.alarm : PRIORITY.letter },
      );
      return;
    }
    const sent_at = result.status === 'sent' ? house.now() : null;
    await tx
      .updateTable('letters')
      .set({
        status: result.status,
        sent_at,
        sending_by: null,
        proof: result.status === 'sent' ? result.proof.slice(0, 1000) : null,
        last_error: result.status === 'sent' ? null : result.because.slice(0, 1000),
      })
      .where('id', '=', letter_id)
      .execute();
    if (row.case_id === null) return;
    const before = (await lockCases(tx, [row.case_id])).get(row.case_id);
    if (!before) return;
    const kind = LETTER_KINDS.find((one) => one === row.kind);
    if (!kind) throw new Error(`letter ${letter_id} is of the unknown kind ${row.kind}`);
    await append(tx, before.id, before, [eventOf(letter_id, kind, result, house.now())], {
      actor: OUTBOX,
      at: house.now(),
      key: `letter:${letter_id}:${result.status}`,
      pack: house.letters.packFor(before.pack),
      letters: house.letters,
    });
  });
}

function eventOf(letter_id: string, kind: LetterKind, result: Exclude<SendResult, { status: 'deferred' }>, at: Date): EventBody {
  switch (result.status) {
    case 'sent':
      return { type: 'letter_sent', letter_id, kind, sent_at: at };
    case 'failed':
      return { type: 'letter_failed', letter_id, kind, because: result.because.slice(0, 300) };
    case 'unknown':
      return { type: 'letter_unknown', letter_id, kind, because: result.because.slice(0, 300) };
    default: {
      const never: never = result;
      return never;
    }
  }
}
