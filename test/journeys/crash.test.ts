/** Five thousand mails, twenty sudden deaths, two restarts of the mail server and a new UIDVALIDITY: none lost, none twice, none answered twice. */
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from 'kysely';
import { type Connection, connect } from '../../src/db/connect.ts';
import { makeDatabase } from '../support/database.ts';
import { type Dovecot, startDovecot } from '../support/dovecot.ts';
import { openProduct, type Product } from '../support/product.ts';
import { type SmtpSink, startSmtpSink } from '../support/smtp_sink.ts';

const MAILS = 5000;
const KILLS = 20;
/** Printed with a failure; set CRASH_SEED to run the same moments again. */
const SEED = Number(process.env.CRASH_SEED ?? Math.floor(Math.random() * 2 ** 31));
const PATIENCE_MS = 5 * 60_000;

let state = SEED;
/** Mulberry32: the same seed gives the same moments. */
function random(): number {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
}

const TEXTS = [
  'The boiler at our house has stopped and shows a red light. Please send somebody.',
  'This is the third time I have written about the damp in the bedroom and nobody has come.',
  'Thank you for the new door, the men were very tidy.',
  'I have had a letter about my rent and do not understand it. Can somebody ring me?',
  'Your contractor did not turn up again yesterday. I took a day off work for nothing.',
];

/** Every tenth has no Message-ID; every tenth, one that the mail before it has too. */
function mail(n: number): string {
  const id = n % 10 === 3 ? null : n % 10 === 5 ? `<crash.${n - 1}@mail.example>` : `<crash.${n}@mail.example>`;
  return [
    `From: Resident ${n} <resident${n}@mail.example>`,
    'To: hello@connexus.example',
    `Subject: Message ${n}`,
    'Date: Tue, 24 Nov 2026 08:00:00 +0000',
    ...(id ? [`Message-ID: ${id}`] : []),
    'Content-Type: text/plain; charset=utf-8',
    '',
    `${TEXTS[n % TEXTS.length] ?? ''} Number ${n}.`,
    '',
  ].join('\r\n');
}

let dovecot: Dovecot;
let sink: SmtpSink;
let product: Product;
let ledger: Connection;
let drop: () => Promise<void>;
let folder: string;
const sent = new Map<string, number>();

async function deliver(from: number, to: number): Promise<void> {
  for (let n = from; n < to; n += 1) {
    const raw = mail(n);
    sent.set(createHash('sha256').update(raw).digest('hex'), n);
    await dovecot.deliver('hello', raw, { folder: n % 7 === 0 ? 'Junk' : 'INBOX', flags: n % 3 === 0 ? 'S' : '' });
  }
}

const count = async (): Promise<number> => {
  const row = await ledger.db
    .selectFrom('contacts')
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .executeTakeFirstOrThrow();
  return Number(row.n);
};

/** How far it came, for a failure's message. */
async function standing(): Promise<string> {
  const rows = await sql`select
    (select json_object_agg(state, n) from (select state, count(*) as n from contacts group by 1) s) as contacts,
    (select json_object_agg(status, n) from (select status, count(*) as n from letters group by 1) s) as letters,
    (select json_agg(left(last_error, 200)) from (select distinct last_error from contacts where last_error is not null limit 3) e) as errors,
    (select json_agg(left(last_error, 200)) from (select distinct last_error from letters where last_error is not null limit 3) e) as letter_errors,
    (select json_agg(json_build_object('id', id, 'cursor', left(cursor::text, 600), 'error', last_error)) from sources) as sources,
    (select json_object_agg(coalesce(locked, 'free'), n) from (select locked_by as locked, count(*) as n from graphile_worker.jobs group by 1) j) as jobs`.execute(
    ledger.db,
  );
  return JSON.stringify(rows.rows[0], null, 1);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'triage-crash-'));
  dovecot = await startDovecot();
  await dovecot.addUser('hello', 'secret');
  sink = await startSmtpSink();
  const made = await makeDatabase();
  drop = made.drop;
  ledger = await connect({ database_url: made.url, data_dir: '', pool_size: 2, onLost: () => undefined });
  product = openProduct({
    DATABASE_URL: made.url,
    MAILBOXES: 'hello',
    MAILBOX_HELLO_IMAP_URL: `imap://hello@127.0.0.1:${dovecot.port}`,
    MAILBOX_HELLO_PASSWORD: 'secret',
    MAILBOX_HELLO_FOLDERS: 'INBOX,\\Junk',
    MAIL_POLL_SECONDS: '1',
    SMTP_URL: `smtp://127.0.0.1:${sink.port}`,
    MAIL_FROM: 'Connexus <hello@connexus.example>',
    LOG_LEVEL: 'info',
  });
}, 60_000);

afterAll(async () => {
  await product.kill();
  await ledger.close();
  await drop();
  await sink.close();
  await dovecot.close();
  await rm(folder, { recursive: true, force: true });
});

test(
  `${MAILS} mails become ${MAILS} contacts through ${KILLS} kills, two restarts and a new UIDVALIDITY (seed ${SEED})`,
  { timeout: PATIENCE_MS + 60_000 },
  async () => {
    const until = Date.now() + PATIENCE_MS;
    await deliver(0, 2000);
    let delivered = 2000;
    for (let kill = 0; kill < KILLS; kill += 1) {
      await product.start();
      // Some moments are in the middle of fetching, some of triage, some of sending.
      await delay(100 + random() * 1500);
      await product.kill();
      if (kill === 6 || kill === 13) await dovecot.restart();
      if (kill === 10) await dovecot.changeUidvalidity('hello', 'INBOX');
      const more = Math.min(MAILS, delivered + 200);
      await deliver(delivered, more);
      delivered = more;
    }
    await product.start();
    await deliver(delivered, MAILS);
    const settled = async (): Promise<boolean> => {
      const waiting = await sql<{ n: string }>`
      select (select count(*) from contacts where state = 'received') + (select count(*) from letters where status in ('queued', 'sending')) as n`.execute(
        ledger.db,
      );
      return (await count()) >= MAILS && waiting.rows[0]?.n === '0';
    };
    while (!(await settled())) {
      if (Date.now() > until)
        throw new Error(`not settled in time (seed ${SEED}): ${await standing()}
${product.said().slice(-1500)}`);
    }
    // Nothing may come twice with the next polls and sweeps either.
    await delay(4000);
    expect(await product.stop()).toBe(0);

    const contacts = await ledger.db.selectFrom('contacts').select(['sha256', 'state', 'held_because', 'case_id']).execute();
    expect(contacts).toHaveLength(MAILS);
    expect(new Set(contacts.map((row) => row.sha256))).toEqual(new Set(sent.keys()));
    expect(contacts.filter((row) => row.state !== 'triaged' || row.held_because !== null || row.case_id === null)).toEqual([]);
    const cases = await ledger.db
      .selectFrom('cases')
      .select((eb) => eb.fn.countAll<string>().as('n'))
      .executeTakeFirstOrThrow();
    expect(Number(cases.n)).toBe(MAILS);
    const triaged = await sql<{ n: string }>`select count(*) as n from case_events where body->>'type' = 'triaged'`.execute(
      ledger.db,
    );
    expect(Number(triaged.rows[0]?.n)).toBe(MAILS);

    const letters = await ledger.db.selectFrom('letters').select(['message_id', 'to_address', 'status']).execute();
    expect(letters).toHaveLength(MAILS);
    const arrived = sink.letters.map((letter) => letter.to.join());
    expect(arrived.length - new Set(arrived).size, 'receipts sent twice').toBe(0);
    // A letter is either known to have left, or a person is told that nobody knows: never silently resent.
    const known = new Set(letters.filter((letter) => letter.status === 'sent').map((letter) => letter.to_address));
    const unknown = letters.filter((letter) => letter.status === 'unknown');
    expect(known.size + unknown.length).toBe(MAILS);
    expect(
      [...known].filter((address) => !arrived.includes(address)),
      'said to be sent and never arrived',
    ).toEqual([]);
    console.log(
      `seed ${SEED}: ${contacts.length} contacts, ${arrived.length} receipts arrived, ${unknown.length} of unknown fate, ${KILLS} kills`,
    );
  },
);
