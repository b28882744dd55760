/** The address for the house alone: is the process alive, is it ready, and what do the numbers say. No personal data. */
import express, { type Express } from 'express';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import { Counter, Gauge, Registry, collectDefaultMetrics } from 'prom-client';
import type { Db } from '../db/connect.ts';
import { pendingMigrations } from '../db/migrate.ts';

/** Longest time for all readiness checks together, in ms: an orchestrator asks every few seconds. */
const READY_WITHIN_MS = 5_000;

export interface Internal {
  app: Express;
  countRequest(status: number): void;
}

export function openInternal(db: Db, log: Logger, now: () => Date): Internal {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'triage_desk_responses_total',
    help: 'Answers of the desk by class of status',
    labelNames: ['class'],
    registers: [registry],
  });
  addHouseMetrics(registry, db, now);

  const app = express();
  app.disable('x-powered-by');
  app.get('/healthz', (_request, response) => {
    response.type('text/plain').send('alive\n');
  });
  app.get('/readyz', async (_request, response) => {
    const parts = await readiness(db);
    const ready = parts.every(({ ok }) => ok);
    if (!ready) log.warn({ parts: parts.filter(({ ok }) => !ok).map(({ part }) => part) }, 'desk: not ready');
    response.status(ready ? 200 : 503).json({ ready, parts });
  });
  app.get('/metrics', async (_request, response) => {
    response.type(registry.contentType).send(await registry.metrics());
  });
  return { app, countRequest: (status) => requests.inc({ class: `${Math.floor(status / 100)}xx` }) };
}

interface Part {
  part: 'database' | 'migrations' | 'queue';
  ok: boolean;
  says: string;
}

/** Each part tried for real; what the database itself says of a failure stays in its log. */
async function readiness(db: Db): Promise<Part[]> {
  const tried = async (part: Part['part'], check: () => Promise<string | null>): Promise<Part> => {
    try {
      const problem = await within(READY_WITHIN_MS, check());
      return { part, ok: problem === null, says: problem ?? 'ok' };
    } catch (error) {
      return {
        part,
        ok: false,
        says: error instanceof Error && error.name === 'TimeoutError' ? 'no answer in time' : 'not reachable',
      };
    }
  };
  return Promise.all([
    tried('database', async () => {
      await sql`select 1`.execute(db);
      return null;
    }),
    tried('migrations', async () => {
      const applied = await db.selectFrom('migrations').select('name').execute();
      const pending = await pendingMigrations(applied.map(({ name }) => name));
      return pending.length === 0 ? null : `not yet run: ${pending.join(', ')}`;
    }),
    tried('queue', async () => {
      await sql`select 1 from graphile_worker.jobs limit 1`.execute(db);
      return null;
    }),
  ]);
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const late = new Promise<never>((_done, failed) => {
    const signal = AbortSignal.timeout(ms);
    signal.addEventListener('abort', () => failed(signal.reason instanceof Error ? signal.reason : new Error('timeout')), {
      once: true,
    });
  });
  return Promise.race([work, late]);
}

/** Numbers of the house, counted when asked for, so that every process tells the same. */
function addHouseMetrics(registry: Registry, db: Db, now: () => Date): void {
  const gauge = <L extends string>(
    name: string,
    help: string,
    labelNames: L[],
    read: (set: (labels: Record<L, string>, value: number) => void) => Promise<void>,
  ) =>
    new Gauge<L>({
      name,
      help,
      labelNames,
      registers: [registry],
      async collect() {
        this.reset();
        await read((labels, value) => this.set(labels, value));
      },
    });
  const age = (at: Date | null) => (at === null ? 0 : Math.max(0, (now().getTime() - new Date(at).getTime()) / 1000));

  gauge('triage_cases', 'Cases by status', ['status'], async (set) => {
    const rows = await db
      .selectFrom('cases')
      .select(['status', db.fn.countAll<string>().as('n')])
      .groupBy('status')
      .execute();
    for (const row of rows) set({ status: row.status }, Number(row.n));
  });
  gauge('triage_cases_overdue', 'Open cases with something past its due time', [], async (set) => {
    const row = await db
      .selectFrom('cases')
      .select(db.fn.countAll<string>().as('n'))
      .where('next_due_at', '<=', now())
      .where((of) => of.or([of('has_pending', '=', true), of('status', 'not in', ['closed', 'merged'])]))
      .executeTakeFirstOrThrow();
    set({}, Number(row.n));
  });
  gauge('triage_oldest_undecided_seconds', 'Age of the oldest case with a message that nobody has decided', [], async (set) => {
    const row = await db
      .selectFrom('cases')
      .select((of) => of.fn.min('received_at').as('at'))
      .where('has_pending', '=', true)
      .executeTakeFirst();
    set({}, age(row?.at ?? null));
  });
  gauge('triage_contacts_waiting', 'Messages received but not yet read and proposed', [], async (set) => {
    const row = await db
      .selectFrom('contacts')
      .select(db.fn.countAll<string>().as('n'))
      .where('state', '=', 'received')
      .executeTakeFirstOrThrow();
    set({}, Number(row.n));
  });
  gauge('triage_oldest_waiting_seconds', 'Age of the oldest message not yet read and proposed', [], async (set) => {
    const row = await db
      .selectFrom('contacts')
      .select((of) => of.fn.min('recorded_at').as('at'))
      .where('state', '=', 'received')
      .executeTakeFirst();
    set({}, age(row?.at ?? null));
  });
  gauge('triage_contacts_held', 'Messages that could not be read in whole', [], async (set) => {
    const row = await db
      .selectFrom('contacts')
      .select(db.fn.countAll<string>().as('n'))
      .where('held_because', 'is not', null)
      .executeTakeFirstOrThrow();
    set({}, Number(row.n));
  });
  gauge('triage_letters', 'Letters by status', ['status'], async (set) => {
    const rows = await db
      .selectFrom('letters')
      .select(['status', db.fn.countAll<string>().as('n')])
      .groupBy('status')
      .execute();
    for (const row of rows) set({ status: row.status }, Number(row.n));
  });
  gauge('triage_jobs', 'Jobs in the queue by task', ['task'], async (set) => {
    const { rows } = await sql<{
      task: string;
      n: string;
    }>`select task_identifier as task, count(*) as n from graphile_worker.jobs group by 1`.execute(db);
    for (const row of rows) set({ task: row.task }, Number(row.n));
  });
  gauge('triage_sources_failing', 'Mailbox folders and feeds that cannot be reached', [], async (set) => {
    const row = await db
      .selectFrom('sources')
      .select(db.fn.countAll<string>().as('n'))
      .where('failing_since', 'is not', null)
      .executeTakeFirstOrThrow();
    set({}, Number(row.n));
  });
}
