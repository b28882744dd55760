/** Mail to durable, triaged case, against the least that could be done: fetch, parse, one committed insert. */
import { ImapFlow } from 'imapflow';
import { simpleParser } from 'mailparser';
import pg from 'pg';
import type { Dovecot } from '../support/dovecot.ts';
import { openProduct, type Product } from '../support/product.ts';

export const BENCH_MAILS = 1000;

const TEXT =
  'Good morning, I have rung three times since the summer about the boiler at our house and nobody has come. ' +
  'Last week an engineer was booked for Tuesday between eight and one, I took the morning off work and he did not turn up. ' +
  'My daughter is two and we have been washing her at my mother’s. I would like to know when this will be mended and why nobody rings back.\n\n' +
  'Kind regards\nA Resident\n';

export function benchMail(n: number): string {
  return [
    `From: Resident ${n} <resident${n}@mail.example>`,
    'To: hello@connexus.example',
    `Subject: Boiler ${n}`,
    'Date: Tue, 24 Nov 2026 08:00:00 +0000',
    `Message-ID: <bench.${n}@mail.example>`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/alternative; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    '',
    `${TEXT}${n}`,
    '--b',
    'Content-Type: text/html; charset=utf-8',
    '',
    `<html><body><p>${TEXT.replaceAll('\n', '<br>')}${n}</p></body></html>`,
    '--b--',
    '',
  ].join('\r\n');
}

export interface Run {
  seconds: number;
  per_second: number;
  /** Largest resident memory of any one process, in MB. */
  rss_mb: number;
}

/** The bare loop: one connection, one message after the other. */
export async function bareLoop(dovecot: Dovecot, url: string): Promise<Run> {
  const db = new pg.Client({ connectionString: url });
  await db.connect();
  await db.query('create table bare (id serial primary key, message_id text, subject text, body text)');
  const client = new ImapFlow({
    host: dovecot.host,
    port: dovecot.port,
    secure: false,
    auth: { user: 'hello', pass: 'secret' },
    logger: false,
  });
  await client.connect();
  const began = performance.now();
  await client.mailboxOpen('INBOX', { readOnly: true });
  const uids = (await client.search({ all: true }, { uid: true })) || [];
  for (const uid of uids) {
    const message = await client.fetchOne(String(uid), { source: true }, { uid: true });
    if (!message || !message.source) throw new Error(`message ${uid} was not brought`);
    const parsed = await simpleParser(message.source);
    await db.query('insert into bare (message_id, subject, body) values ($1, $2, $3)', [
      parsed.messageId,
      parsed.subject,
      parsed.text,
    ]);
  }
  const seconds = (performance.now() - began) / 1000;
  const rss_mb = process.memoryUsage.rss() / 1024 / 1024;
  await client.logout();
  await db.end();
  return { seconds, per_second: uids.length / seconds, rss_mb };
}

/** The product's own processes: from the first contact kept to the last one triaged. */
export async function productRun(dovecot: Dovecot, url: string, workers: number): Promise<Run> {
  const products: Product[] = Array.from({ length: workers }, () =>
    openProduct({
      DATABASE_URL: url,
      ROLE: 'worker',
      MAILBOXES: 'hello',
      MAILBOX_HELLO_IMAP_URL: `imap://hello@127.0.0.1:${dovecot.port}`,
      MAILBOX_HELLO_PASSWORD: 'secret',
      MAILBOX_HELLO_FOLDERS: 'INBOX',
      MAIL_POLL_SECONDS: '1',
    }),
  );
  const db = new pg.Client({ connectionString: url });
  await db.connect();
  let rss_mb = 0;
  try {
    await Promise.all(products.map((product) => product.start()));
    for (;;) {
      const { rows } = await db.query<{ n: string }>("select count(*) as n from contacts where state = 'triaged'");
      rss_mb = Math.max(rss_mb, ...products.map((product) => product.rssMb()));
      if (Number(rows[0]?.n) >= BENCH_MAILS) break;
      await new Promise((done) => setTimeout(done, 100));
    }
    // Its own record of the time, so that neither start-up nor our looking is counted.
    const { rows } = await db.query<{ s: string }>(
      "select extract(epoch from (select max(at) from case_events where body->>'type' = 'triaged') - (select min(recorded_at) from contacts)) as s",
    );
    const seconds = Number(rows[0]?.s);
    return { seconds, per_second: BENCH_MAILS / seconds, rss_mb };
  } finally {
    await Promise.all(products.map((product) => product.stop()));
    await db.end();
  }
}
