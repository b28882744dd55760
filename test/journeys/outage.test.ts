/** What the product needs can be away for a while: the mail server for letters, the database, the mailbox. Nothing is lost, nothing comes twice. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { waitAfter } from '../../src/cases/send.ts';
import { type Connection, connect } from '../../src/db/connect.ts';
import { type Embedded, openEmbedded } from '../../src/db/embedded.ts';
import { makeDatabase } from '../support/database.ts';
import { type Forwarder, startForwarder } from '../support/forwarder.ts';
import { figuresOf, isSettled, type MailHouse, openMailHouse, writtenToTwice } from '../support/mail_house.ts';
import { openProduct, type Product } from '../support/product.ts';
import { startSmtpSink } from '../support/smtp_sink.ts';
import { until } from '../support/until.ts';

const PATIENCE_MS = 60_000;

let house: MailHouse;
/** What a test opened, closed in the opposite order. */
let opened: (() => Promise<unknown>)[];

beforeEach(async () => {
  opened = [];
  house = await openMailHouse();
  opened.push(() => house.close());
});

afterEach(async () => {
  for (const close of opened.toReversed()) await close();
});

async function openLedger(): Promise<{ url: string; ledger: Connection }> {
  const { url, drop } = await makeDatabase();
  opened.push(drop);
  const ledger = await connect({ database_url: url, data_dir: '', pool_size: 2, onLost: () => undefined });
  opened.push(() => ledger.close());
  return { url, ledger };
}

function openOurs(env: Record<string, string>): Product {
  const product = openProduct({ ...house.env, ...env, ROLE: 'worker' });
  opened.push(() => product.kill());
  return product;
}

async function settle(ledger: Connection, mails: number, product: Product): Promise<void> {
  const standing = async () => JSON.stringify({ ...(await figuresOf(ledger)), said: product.said().slice(-1500) });
  await until(`${mails} mails read and answered`, async () => isSettled(await figuresOf(ledger), mails), PATIENCE_MS, standing);
}

test('the wait for a mail server that is away doubles from 15 s to 15 min', () => {
  expect([1, 2, 3, 6, 7, 8, 1000].map((tries) => waitAfter(tries) / 1000)).toEqual([15, 30, 60, 480, 900, 900, 900]);
});

test(
  'while no letter can leave, messages go on; when the mail server is back each receipt leaves once',
  { timeout: 120_000 },
  async () => {
    const { url, ledger } = await openLedger();
    const { port } = house.sink;
    await house.sink.close();
    const product = openOurs({ DATABASE_URL: url });
    await product.start();
    await house.deliverMany(0, 12);
    const refused = async (): Promise<number> => {
      const rows = await ledger.db
        .selectFrom('letters')
        .select('last_error')
        .where('status', '=', 'queued')
        .where('tries', '>', 0)
        .execute();
      return rows.filter((row) => row.last_error?.includes('ECONNREFUSED')).length;
    };
    await until(
      'twelve receipts were tried and wait',
      async () => (await refused()) === 12,
      PATIENCE_MS,
      () => product.said().slice(-1500),
    );
    await house.deliverMany(12, 15);
    await until('three more receipts wait', async () => (await refused()) === 15, PATIENCE_MS);
    expect(await figuresOf(ledger)).toMatchObject({ contacts: 15, unread: 0, cases: 15, not_once: 0, letters: { queued: 15 } });

    const back = await startSmtpSink(port);
    house.sink = back;
    await settle(ledger, 15, product);
    expect(await figuresOf(ledger)).toMatchObject({ contacts: 15, triaged_events: 15, letters: { sent: 15 } });
    expect(back.letters).toHaveLength(15);
    expect(writtenToTwice(back)).toEqual([]);
    expect(await product.stop()).toBe(0);
  },
);

test('a database that is restarted and cuts connections loses nothing and doubles nothing', { timeout: 150_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'triage-outage-'));
  opened.push(() => rm(folder, { recursive: true, force: true }));
  const forwarder: Forwarder = await startForwarder();
  opened.push(() => forwarder.close());
  let server: Embedded | null = null;
  const database = { start: async (): Promise<void> => undefined, stop: async (): Promise<void> => undefined };
  database.start = async () => {
    server = await openEmbedded(folder);
    forwarder.to(Number(new URL(server.url).port));
  };
  database.stop = async () => {
    forwarder.to(null);
    await server?.stop();
    server = null;
  };
  await database.start();
  opened.push(() => database.stop());
  const at = new URL((server as Embedded | null)?.url ?? '');
  at.port = String(forwarder.port);
  const product = openOurs({ DATABASE_URL: at.href });
  const ledger = await (async () => {
    await product.start(); // makes the tables
    const opened_now = await connect({ database_url: at.href, data_dir: '', pool_size: 2, onLost: () => undefined });
    opened.push(() => opened_now.close());
    return opened_now;
  })();
  /** As a service manager does: a product that ended is started again. */
  const keepRunning = async (): Promise<void> => {
    if (!product.isRunning()) await product.start();
  };

  let mails = 0;
  for (let round = 0; round < 3; round += 1) {
    await house.deliverMany(mails, mails + 80);
    mails += 80;
    await until(
      `round ${round} is under way`,
      async () => (await figuresOf(ledger)).unread > 0 || (await figuresOf(ledger)).owed > 0,
    );
    await database.stop();
    await house.deliverMany(mails, mails + 10);
    mails += 10;
    // It cannot prove that it lives, so another process may take its work: it must end, and says so.
    await until('the product has ended', () => !product.isRunning());
    await database.start();
    await keepRunning();
  }
  for (let round = 0; round < 5; round += 1) {
    await house.deliverMany(mails, mails + 20);
    mails += 20;
    await until(
      `cut ${round} comes in the middle`,
      async () => (await figuresOf(ledger)).unread > 0 || (await figuresOf(ledger)).owed > 0,
    );
    await cutAll(at.href);
    await until('the product has ended', () => !product.isRunning());
    await keepRunning();
  }
  await settle(ledger, mails, product);
  const figures = await figuresOf(ledger);
  expect(figures).toMatchObject({ contacts: mails, unread: 0, cases: mails, triaged_events: mails, not_once: 0 });
  const kept = await ledger.db.selectFrom('contacts').select(['sha256', 'held_because']).execute();
  expect(new Set(kept.map((row) => row.sha256))).toEqual(house.sent);
  expect(kept.filter((row) => row.held_because !== null)).toEqual([]);
  expect((figures.letters.sent ?? 0) + (figures.letters.unknown ?? 0)).toBe(mails);
  expect(writtenToTwice(house.sink)).toEqual([]);
  const arrived = new Set(house.sink.letters.map((letter) => letter.to.join()));
  const said = await ledger.db.selectFrom('letters').select('to_address').where('status', '=', 'sent').execute();
  expect(said.filter((row) => !arrived.has(row.to_address))).toEqual([]);
  expect(await product.stop()).toBe(0);
});

/** Ends every connection to the database but the one that asks. */
async function cutAll(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );
  await client.end();
}

test(
  'a mailbox that refuses the password is said at the desk, and read in whole once the password is right',
  { timeout: 90_000 },
  async () => {
    const { url, ledger } = await openLedger();
    await house.deliverMany(0, 10);
    const wrong = openOurs({ DATABASE_URL: url, MAILBOX_HELLO_PASSWORD: 'not this one' });
    await wrong.start();
    const source = () => ledger.db.selectFrom('sources').selectAll().executeTakeFirst();
    await until(
      'the failure is written down',
      async () => (await source())?.failing_since instanceof Date,
      PATIENCE_MS,
      () => wrong.said(),
    );
    const failing = await source();
    expect(failing?.last_error).toMatch(/refused the login.*MAILBOX_HELLO_PASSWORD/);
    expect(failing?.polled_at).toBeNull();
    expect(`${failing?.last_error} ${wrong.said()}`).not.toContain('not this one');
    expect(wrong.isRunning()).toBe(true);
    expect(await wrong.stop()).toBe(0);
    expect((await figuresOf(ledger)).contacts).toBe(0);

    const right = openOurs({ DATABASE_URL: url });
    await right.start();
    await settle(ledger, 10, right);
    expect(await figuresOf(ledger)).toMatchObject({ contacts: 10, cases: 10, not_once: 0, letters: { sent: 10 } });
    expect(await source()).toMatchObject({ failing_since: null, last_error: null });
    expect(await sql`select 1 from contacts where held_because is not null`.execute(ledger.db)).toMatchObject({ rows: [] });
    expect(await right.stop()).toBe(0);
  },
);
