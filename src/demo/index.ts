/** `npm run demo`: the whole product on a machine with nothing configured, with a morning's mail going through it. */
import { createServer } from 'node:net';
import { createTransport } from 'nodemailer';
import { sql } from 'kysely';
import { eventBodySchema } from '../cases/case.ts';
import { faultLines } from '../config.ts';
import type { Db } from '../db/connect.ts';
import { openLog } from '../log.ts';
import { messageOf } from '../errors.ts';
import { readSettings } from '../product.ts';
import { start } from '../start.ts';
import { DEMO_ADDRESS, DEMO_PASSWORD, openMailServer } from './mail_server.ts';
import { SAMPLES } from './samples.ts';
import { TABLE_HEAD, tableLine } from './table.ts';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const QUIET_MS = 200;
/** Longest wait for the samples to be decided before the demonstration says that something is wrong. */
const PATIENCE_MS = 120_000;

async function isFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', () => done(false));
    server.listen(port, '127.0.0.1', () => server.close(() => done(true)));
  });
}

async function send(smtp_port: number, run: string): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port: smtp_port, secure: false, ignoreTLS: true });
  for (const [at, sample] of SAMPLES.entries()) {
    await transport.sendMail({
      from: sample.from,
      to: DEMO_ADDRESS,
      subject: sample.subject,
      text: sample.text,
      messageId: `<demo.${run}.${at}@mail.example>`,
      headers: sample.headers ?? {},
    });
  }
  transport.close();
}

let is_ending = false;

/** Prints every contact of this run as it is decided. */
async function follow(db: Db, since: Date): Promise<void> {
  const seen = new Set<string>();
  const until = Date.now() + PATIENCE_MS;
  while (seen.size < SAMPLES.length && Date.now() < until && !is_ending) {
    const rows = await db
      .selectFrom('contacts')
      .innerJoin('cases', 'cases.id', 'contacts.case_id')
      .innerJoin('case_events', (join) =>
        join
          .onRef('case_events.case_id', '=', 'cases.id')
          .on(sql<boolean>`case_events.body->>'type' = 'triaged'`)
          .on(sql<boolean>`case_events.body->>'contact_id' = contacts.id::text`),
      )
      .select(['contacts.id', 'reference', 'sender', 'body', 'contacts.subject'])
      .where('contacts.recorded_at', '>=', since)
      .orderBy('contacts.recorded_at')
      .execute();
    for (const row of rows) {
      if (seen.has(row.id)) continue;
      seen.add(row.id);
      const body = eventBodySchema.parse(row.body);
      if (body.type === 'triaged') say(tableLine(row.reference, row.sender?.name ?? row.sender?.email ?? '-', body.proposal));
    }
    await new Promise((done) => setTimeout(done, QUIET_MS));
  }
  if (seen.size < SAMPLES.length && !is_ending)
    throw new Error(
      `only ${seen.size} of ${SAMPLES.length} messages were decided within ${PATIENCE_MS / 1000} s: see .data/demo.log`,
    );
}

const mail = await openMailServer();
const env: NodeJS.ProcessEnv = {
  PORT: (await isFree(3000)) ? '3000' : '0',
  INTERNAL_PORT: '0',
  LOG_LEVEL: 'warn',
  DUTY_EMAIL: 'duty@connexus.example',
  TICK_SECONDS: '5',
  ...process.env,
  MAILBOXES: 'hello',
  MAILBOX_HELLO_IMAP_URL: `imap://${encodeURIComponent(DEMO_ADDRESS)}@127.0.0.1:${mail.imap_port}`,
  MAILBOX_HELLO_PASSWORD: DEMO_PASSWORD,
  MAILBOX_HELLO_FOLDERS: 'INBOX,\\Junk',
  MAIL_POLL_SECONDS: '1',
  SMTP_URL: `smtp://127.0.0.1:${mail.smtp_port}`,
  MAIL_FROM: `Connexus <${DEMO_ADDRESS}>`,
};
const { settings, faults } = readSettings(env);
if (settings === null) {
  process.stderr.write(`The configuration is wrong:\n${faultLines(faults)}\n`);
  process.exit(2);
}
try {
  const began_at = new Date();
  const log = openLog(settings.config.LOG_LEVEL, process.stderr);
  const running = await start(settings, log, (error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  });
  let letters = 0;
  mail.onLetter(() => {
    letters += 1;
  });
  const end = (): void => {
    is_ending = true;
    say('\nstopping');
    Promise.all([running.stop(), mail.close()]).then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${messageOf(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  say(`\nThe product runs, with PostgreSQL in ${settings.config.DATA_DIR} and a mail server on this machine.`);
  say(`${SAMPLES.length} messages are sent by SMTP to ${DEMO_ADDRESS} and fetched over IMAP:\n`);
  say(TABLE_HEAD);
  await Promise.all([send(mail.smtp_port, began_at.getTime().toString(36)), follow(running.core.connection.db, began_at)]);
  await new Promise((done) => setTimeout(done, 1000));
  say(
    `\nNothing is decided yet: a person confirms each one. ${letters} letters went out so far: receipts, and the alarm of danger.`,
  );
  say(`\nThe desk:  ${running.url?.href ?? ''}`);
  say(`Sign in:   ${running.sign_in_link?.href ?? ''}   (works once, within 15 minutes)`);
  say(`\nWrite to it with any mail program: SMTP 127.0.0.1:${mail.smtp_port}, to ${DEMO_ADDRESS}. Stop with Ctrl-C.`);
} catch (error) {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exit(1);
}
