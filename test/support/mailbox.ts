/** What the mail tests share: settings for a loopback account, an intake that remembers, plain mails, and waiting for a fact. */
import type { Arrival, Intake, Json, Source } from '../../channels/contact.ts';
import type { MailboxSettings } from '../../channels/email/env.ts';

export const HELLO = 'hello@connexus.example';
export const PASSWORD = 'correct horse';

export function mailbox(port: number, changed: Partial<MailboxSettings> = {}): MailboxSettings {
  return {
    name: 'hello',
    id: HELLO,
    host: '127.0.0.1',
    port,
    secure: false,
    loopback: true,
    user: HELLO,
    password: PASSWORD,
    oauth: null,
    folders: ['INBOX', '\\Junk'],
    addresses: [HELLO],
    ...changed,
  };
}

/** A short mail in plain text. `id: null` leaves the Message-ID out. */
export function mail(
  subject: string,
  {
    id = `${subject.replaceAll(' ', '-')}@resident.example`,
    body = `About ${subject}.`,
  }: { id?: string | null; body?: string } = {},
): string {
  const headers = [
    'From: Rosa Lindqvist <rosa@resident.example>',
    `To: ${HELLO}`,
    `Subject: ${subject}`,
    'Date: Mon, 23 Nov 2026 09:00:00 +0000',
    ...(id === null ? [] : [`Message-ID: <${id}>`]),
  ];
  return `${headers.join('\r\n')}\r\n\r\n${body}\r\n`;
}

/** A ledger in memory with the house's promise: one row for each external id. */
export interface Ledger {
  intake: Intake;
  arrivals: Arrival[];
  /** How often each subject was handed over, repeats included. */
  subjects(): string[];
  handed: number;
}

/** @param refuse throws for the arrivals that the house should fail on */
export function ledger(refuse: (arrival: Arrival, handed: number) => void = () => {}): Ledger {
  const rows = new Map<string, string>();
  const kept: Ledger = {
    arrivals: [],
    handed: 0,
    subjects: () => kept.arrivals.map(subjectOf),
    async intake(arrival) {
      kept.handed += 1;
      refuse(arrival, kept.handed);
      const earlier = rows.get(arrival.external_id);
      if (earlier !== undefined) return { contact_id: earlier, is_new: false };
      const contact_id = String(rows.size + 1);
      rows.set(arrival.external_id, contact_id);
      kept.arrivals.push(arrival);
      return { contact_id, is_new: true };
    },
  };
  return kept;
}

export function subjectOf(arrival: Arrival): string {
  return /^Subject: (.*?)\r?$/m.exec(Buffer.from(arrival.raw).toString('latin1'))?.[1] ?? '';
}

/** Polls until nothing waits, as the caller does, storing each cursor as JSON. */
export async function pollAll(source: Source, intake: Intake, cursor: Json): Promise<Json> {
  const { signal } = new AbortController();
  let next = cursor;
  do next = JSON.parse(JSON.stringify(await source.poll(intake, next, signal))) as Json;
  while (isMore(next));
  return next;
}

function isMore(cursor: Json): boolean {
  return typeof cursor === 'object' && cursor !== null && !Array.isArray(cursor) && cursor.more === true;
}
