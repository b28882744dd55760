/** Several processes on one database and one mailbox share the work, do nothing twice, and go on when one of them dies. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openIntake } from '../../src/cases/receive.ts';
import { type Connection, connect } from '../../src/db/connect.ts';
import { makeDatabase } from '../support/database.ts';
import { openClient, hiddenFields } from '../support/desk.ts';
import {
  type Figures,
  figuresOf,
  isSettled,
  type MailHouse,
  mailOf,
  openMailHouse,
  writtenToTwice,
} from '../support/mail_house.ts';
import { openProduct, type Product } from '../support/product.ts';
import { until } from '../support/until.ts';

const MAILS = 300;
/** What the house promises for the work of a process that was killed. */
const WITHIN_A_MINUTE_MS = 60_000;

let house: MailHouse;
let ledger: Connection;
let drop: () => Promise<void>;
let one: Product;
let other: Product;
let web: Product;
/** Names under which each process takes jobs, as it said itself in the table of processes. */
let names_of_one: string[];
let names_of_other: string[];

beforeAll(async () => {
  house = await openMailHouse();
  const made = await makeDatabase();
  drop = made.drop;
  ledger = await connect({ database_url: made.url, data_dir: '', pool_size: 2, onLost: () => undefined });
  await writeDownWhoFinishes();
  const env = { ...house.env, DATABASE_URL: made.url };
  one = openProduct({ ...env, ROLE: 'worker' });
  other = openProduct({ ...env, ROLE: 'worker' });
  web = openProduct({ ...env, ROLE: 'web' });
  await one.start();
  names_of_one = await liveNames();
  await other.start();
  names_of_other = (await liveNames()).filter((name) => !names_of_one.includes(name));
  await web.start();
});

afterAll(async () => {
  for (const product of [one, other, web]) await product.kill();
  await ledger.close();
  await drop();
  await house.close();
});

/** The queue forgets a job that is done; in this database it is written down first, with the name of the worker who had it. */
async function writeDownWhoFinishes(): Promise<void> {
  await sql`create table finished (task text not null, key text not null, worker text)`.execute(ledger.db);
  await sql`create function write_down() returns trigger language plpgsql as $$ begin
    insert into finished select identifier, old.key, old.locked_by from graphile_worker._private_tasks where id = old.task_id;
    return null;
  end $$`.execute(ledger.db);
  await sql`create trigger write_down after delete on graphile_worker._private_jobs
    for each row execute function write_down()`.execute(ledger.db);
}

async function liveNames(): Promise<string[]> {
  const rows = await ledger.db.selectFrom('processes').select('worker_ids').execute();
  return rows.flatMap((row) => row.worker_ids);
}

async function finishedBy(names: string[]): Promise<Record<string, number>> {
  const { rows } = await sql<{ task: string; n: number }>`
    select task, count(*)::int as n from finished where worker = any(${names}::text[]) group by task`.execute(ledger.db);
  return Object.fromEntries(rows.map(({ task, n }) => [task, n]));
}

async function lockedBy(names: string[]): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from graphile_worker.jobs where locked_by = any(${names}::text[])`.execute(ledger.db);
  return rows[0]?.n ?? 0;
}

/** What connections to this database wait for work: those that keep a mail folder, and those that listen for jobs. */
async function takers(): Promise<string[]> {
  const { rows } = await sql<{ takes: string | null }>`
    select case when application_name = 'triage-poll' then 'a folder' when query ilike '%listen%jobs:insert%' then 'jobs' end as takes
    from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`.execute(ledger.db);
  return rows.flatMap(({ takes }) => takes ?? []);
}

async function settle(mails: number, within_ms: number): Promise<Figures> {
  const standing = async () =>
    JSON.stringify({ ...(await figuresOf(ledger)), one: one.said().slice(-600), other: other.said().slice(-600) });
  await until(`${mails} mails read and answered`, async () => isSettled(await figuresOf(ledger), mails), within_ms, standing);
  return figuresOf(ledger);
}

async function shas(): Promise<Set<string>> {
  return new Set((await ledger.db.selectFrom('contacts').select('sha256').execute()).map((row) => row.sha256));
}

test(`two workers make ${MAILS} mails into ${MAILS} cases, both of them working, nothing twice`, { timeout: 90_000 }, async () => {
  expect(names_of_one.length).toBeGreaterThan(0);
  expect(names_of_other.length).toBeGreaterThan(0);
  await house.deliverMany(0, MAILS);
  const figures = await settle(MAILS, WITHIN_A_MINUTE_MS);
  expect(figures).toMatchObject({ contacts: MAILS, cases: MAILS, triaged_events: MAILS, not_once: 0, letters: { sent: MAILS } });
  expect(await shas()).toEqual(house.sent);
  expect(house.sink.letters).toHaveLength(MAILS);
  expect(writtenToTwice(house.sink)).toEqual([]);
  const { rows } =
    await sql`select key from finished where task in ('triage', 'send_letter') group by key having count(*) > 1`.execute(ledger.db);
  expect(rows, 'jobs that ran twice').toEqual([]);

  await until('the last job is written down', async () => (await figuresOf(ledger)).jobs === 0);
  const [by_one, by_other] = [await finishedBy(names_of_one), await finishedBy(names_of_other)];
  expect((by_one.triage ?? 0) + (by_other.triage ?? 0)).toBe(MAILS);
  expect((by_one.send_letter ?? 0) + (by_other.send_letter ?? 0)).toBe(MAILS);
  for (const n of [by_one.triage, by_other.triage, by_one.send_letter, by_other.send_letter]) expect(n).toBeGreaterThan(0);
});

test('what a killed worker had in hand is finished by the other within a minute', { timeout: 120_000 }, async () => {
  const all = 2 * MAILS;
  await house.deliverMany(MAILS, all);
  // The first one started polls the mailbox too: the other has to take over the folder as well as the jobs.
  await until('the first worker has jobs in hand', async () => (await lockedBy(names_of_one)) > 0);
  await one.kill();
  const at_death = await figuresOf(ledger);
  expect(isSettled(at_death, all), 'killed in the middle').toBe(false);

  const figures = await settle(all, WITHIN_A_MINUTE_MS);
  expect(figures).toMatchObject({ contacts: all, cases: all, triaged_events: all, not_once: 0 });
  expect(await shas()).toEqual(house.sent);
  expect(await lockedBy(names_of_one)).toBe(0);
  expect(await liveNames()).toEqual(names_of_other);
  // Letters that the dead one was just sending are shown to a person as of unknown fate, and never sent again.
  expect((figures.letters.sent ?? 0) + (figures.letters.unknown ?? 0)).toBe(all);
  expect(writtenToTwice(house.sink)).toEqual([]);
  expect(house.sink.letters.length).toBeGreaterThanOrEqual(figures.letters.sent ?? 0);
});

test('a process for the desk alone shows what waits and takes no job', { timeout: 120_000 }, async () => {
  // While a worker lives these connections are seen, so that their absence says something.
  expect(await takers()).toEqual(expect.arrayContaining(['a folder', 'jobs']));
  expect(await other.stop()).toBe(0);
  expect(await liveNames()).toEqual([]);
  const link = /Sign in once within 15 minutes: (\S+)/;
  await until('the link is printed', () => link.test(web.said()));
  const raw = mailOf(2 * MAILS);
  const intake = openIntake(ledger.db);
  const { contact_id } = await intake({
    channel: 'email',
    external_id: 'kept-while-nobody-works@mail.example',
    received_at: new Date(),
    source: null,
    meta: null,
    raw: Buffer.from(raw),
    sha256: null,
  });
  const at = new URL(link.exec(web.said())?.[1] ?? '');
  const client = openClient(new URL(at.origin));
  const page = await client.get(at.pathname + at.search);
  expect((await client.post('/sign-in', hiddenFields(page.body, '/sign-in'))).status).toBe(303);
  expect((await client.get('/')).body).toContain('1 arrived and not read yet');
  expect((await client.get('/held')).body).toContain(`/messages/${contact_id}/raw`);
  expect(await takers()).toEqual([]);
  const job = await sql`select attempts, locked_by from graphile_worker.jobs where key = ${`triage:${contact_id}`}`.execute(
    ledger.db,
  );
  expect(job.rows).toEqual([{ attempts: 0, locked_by: null }]);

  await one.start();
  const names = await liveNames();
  await settle(2 * MAILS + 1, WITHIN_A_MINUTE_MS);
  await until('its job is written down', async () => (await figuresOf(ledger)).jobs === 0);
  const done = await sql`select worker from finished where key = ${`triage:${contact_id}`}`.execute(ledger.db);
  expect(names).toContain((done.rows[0] as { worker: string }).worker);
  expect(await web.stop()).toBe(0);
  expect(await one.stop()).toBe(0);
});
