/** What the journeys share: a real mailbox, a mail server for letters, what the product must know of them, and the ledger's figures. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Connection } from '../../src/db/connect.ts';
import { type Dovecot, startDovecot } from './dovecot.ts';
import { type SmtpSink, startSmtpSink } from './smtp_sink.ts';

export const MAILBOX_PASSWORD = 'correct horse';

export interface MailHouse {
  dovecot: Dovecot;
  sink: SmtpSink;
  /** The configuration of a product that reads this mailbox and sends by this server. */
  env: Record<string, string>;
  /** SHA-256 of every mail delivered. */
  sent: Set<string>;
  /** Delivers the mails of residents `from` to `to - 1`. */
  deliverMany(from: number, to: number): Promise<void>;
  deliver(raw: string): Promise<void>;
  close(): Promise<void>;
}

export async function openMailHouse(): Promise<MailHouse> {
  const dovecot = await startDovecot();
  await dovecot.addUser('hello', MAILBOX_PASSWORD);
  const sink = await startSmtpSink();
  const sent = new Set<string>();
  const house: MailHouse = {
    dovecot,
    sink,
    sent,
    env: {
      MAILBOXES: 'hello',
      MAILBOX_HELLO_IMAP_URL: `imap://hello@127.0.0.1:${dovecot.port}`,
      MAILBOX_HELLO_PASSWORD: MAILBOX_PASSWORD,
      MAILBOX_HELLO_FOLDERS: 'INBOX',
      MAIL_POLL_SECONDS: '1',
      SMTP_URL: `smtp://127.0.0.1:${sink.port}`,
      MAIL_FROM: 'Connexus <hello@connexus.example>',
    },
    async deliver(raw) {
      sent.add(createHash('sha256').update(raw).digest('hex'));
      await dovecot.deliver('hello', raw);
    },
    async deliverMany(from, to) {
      for (let n = from; n < to; n += 1) await house.deliver(mailOf(n));
    },
    async close() {
      await sink.close();
      await dovecot.close();
    },
  };
  return house;
}

const TEXTS = [
  'The boiler at our house has stopped and shows a red light. Please send somebody.',
  'This is the third time I have written about the damp in the bedroom and nobody has come.',
  'Thank you for the new door, the men were very tidy.',
  'I have had a letter about my rent and do not understand it. Can somebody ring me?',
];

/** A mail from an address of its own. */
export function mailOf(n: number): string {
  return letterOf({
    from: `Resident ${n} <resident${n}@mail.example>`,
    subject: `Message ${n}`,
    text: `${TEXTS[n % TEXTS.length] ?? ''} Number ${n}.`,
  });
}

export interface Mail {
  from: string;
  subject: string;
  text: string;
  to?: string;
  in_reply_to?: string;
}

/** A raw message, as it lies in a mailbox. */
export function letterOf({ from, subject, text, to = 'hello@connexus.example', in_reply_to }: Mail): string {
  const id = createHash('sha256').update(`${from}|${subject}|${text}`).digest('hex').slice(0, 24);
  return [
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    'Date: Tue, 24 Nov 2026 08:00:00 +0000',
    `Message-ID: <${id}@mail.example>`,
    ...(in_reply_to === undefined ? [] : [`In-Reply-To: ${in_reply_to}`]),
    'Content-Type: text/plain; charset=utf-8',
    '',
    text,
    '',
  ].join('\r\n');
}

/** The ledger in figures: what there is, what is still owed, and what must never be. */
export interface Figures {
  contacts: number;
  /** Kept and not read yet. */
  unread: number;
  cases: number;
  triaged_events: number;
  /** Contacts with more or fewer than one event `triaged`. */
  not_once: number;
  letters: Record<string, number>;
  /** Letters that are still to be sent or on their way. */
  owed: number;
  jobs: number;
}

export async function figuresOf({ db }: Connection): Promise<Figures> {
  const { rows } = await sql<Figures>`select
    (select count(*)::int from contacts) as contacts,
    (select count(*)::int from contacts where state = 'received') as unread,
    (select count(*)::int from cases) as cases,
    (select count(*)::int from case_events where body->>'type' = 'triaged') as triaged_events,
    (select count(*)::int from contacts left join (
        select body->>'contact_id' as id, count(*) as n from case_events where body->>'type' = 'triaged' group by 1) t on t.id = contacts.id::text
      where state = 'triaged' and t.n is distinct from 1) as not_once,
    coalesce((select json_object_agg(status, n) from (select status, count(*)::int as n from letters group by 1) l), '{}') as letters,
    (select count(*)::int from letters where status in ('queued', 'sending')) as owed,
    (select count(*)::int from graphile_worker.jobs) as jobs`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('expected one row of figures');
  return row;
}

/** @returns whether `mails` were kept and read and no letter waits */
export function isSettled(figures: Figures, mails: number): boolean {
  return figures.contacts >= mails && figures.unread === 0 && figures.owed === 0;
}

/** Addresses to which more than one letter went. */
export function writtenToTwice(sink: SmtpSink): string[] {
  const all = sink.letters.map((letter) => letter.to.join());
  return all.filter((address, at) => all.indexOf(address) !== at);
}
