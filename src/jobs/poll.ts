/** Polls every source for ever: one process a source, progress stored after each step, hints only make it quicker. */
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from 'pino';
import { sql } from 'kysely';
import type { Intake, Json, Source } from '../../channels/contact.ts';
import type { Db } from '../db/connect.ts';
import { messageOf } from '../errors.ts';

/** First key of the two-part advisory locks; the second is the hash of the source's id. */
const SOURCE_LOCKS = 771_004;
/** How soon a process that holds no lock asks again whether the other one is gone. */
const ASK_AGAIN_MS = 5_000;
const LONGEST_WAIT_MS = 60_000;

export interface PollOptions {
  db: Db;
  url: string;
  intake: Intake;
  /** Between two polls when nothing hints, in ms. */
  every_ms: number;
  log: Logger;
  signal: AbortSignal;
}

/** Resolves when `signal` aborts and the poll in hand has ended. Never rejects: what goes wrong is logged and tried again. */
export async function pollForEver(source: Source, options: PollOptions): Promise<void> {
  const { signal, log } = options;
  while (!signal.aborted) {
    let keeper: pg.Client | null = null;
    try {
      keeper = await takeTurn(source, options);
      if (keeper) await pollWhileOurs(source, options, keeper);
    } catch (error) {
      if (!signal.aborted) log.warn({ source: source.id, error: messageOf(error) }, 'polling stopped and starts again');
    }
    await keeper?.end().catch((error: unknown) => log.warn({ error: messageOf(error) }, 'a lost connection did not close'));
    await rest(Math.min(ASK_AGAIN_MS, options.every_ms), signal);
  }
}

/** @returns the connection that holds the source's lock, or null while another process has it */
async function takeTurn(source: Source, { url }: PollOptions): Promise<pg.Client | null> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'triage-poll',
    keepAlive: true,
    connectionTimeoutMillis: 15_000,
  });
  await client.connect();
  const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1, hashtext($2)) as got', [
    SOURCE_LOCKS,
    source.id,
  ]);
  if (rows[0]?.got) return client;
  await client.end();
  return null;
}

async function pollWhileOurs(source: Source, options: PollOptions, keeper: pg.Client): Promise<void> {
  const ours = new AbortController();
  // The lock is gone with its connection: another process may poll now, so this one must not go on.
  keeper.on('error', () => ours.abort());
  keeper.on('end', () => ours.abort());
  const signal = AbortSignal.any([options.signal, ours.signal]);
  let wake = new AbortController();
  const hint = (): void => wake.abort();
  const watching = source.watch?.(hint, signal).catch((error: unknown) => {
    options.log.warn({ source: source.id, error: messageOf(error) }, 'listening for new mail ended; the poll goes on');
  });
  let failures = 0;
  try {
    while (!signal.aborted) {
      wake = new AbortController();
      const more = await pollOnce(source, options, signal);
      failures = more === 'failed' ? failures + 1 : 0;
      if (more === true) continue;
      const wait_ms = failures === 0 ? options.every_ms : Math.min(LONGEST_WAIT_MS, options.every_ms * 2 ** Math.min(failures, 6));
      await rest(wait_ms, AbortSignal.any([signal, wake.signal]));
    }
  } finally {
    ours.abort();
    await watching;
  }
}

/** @returns whether more waits, or `failed` */
async function pollOnce(source: Source, { db, intake, log }: PollOptions, signal: AbortSignal): Promise<boolean | 'failed'> {
  try {
    const row = await db.selectFrom('sources').select('cursor').where('id', '=', source.id).executeTakeFirst();
    const cursor = await source.poll(intake, row?.cursor ?? null, signal);
    const kept = { cursor: JSON.stringify(cursor), polled_at: sql<Date>`now()`, failing_since: null, last_error: null };
    await db
      .insertInto('sources')
      .values({ id: source.id, ...kept })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(kept))
      .execute();
    return hasMore(cursor);
  } catch (error) {
    if (signal.aborted) return false;
    const last_error = messageOf(error).slice(0, 1000);
    log.warn({ source: source.id, error: last_error }, 'a source could not be polled');
    await db
      .insertInto('sources')
      .values({ id: source.id, failing_since: sql<Date>`now()`, last_error })
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet({ last_error, failing_since: sql<Date>`coalesce(sources.failing_since, now())` }),
      )
      .execute();
    return 'failed';
  }
}

function hasMore(cursor: Json): boolean {
  return typeof cursor === 'object' && cursor !== null && !Array.isArray(cursor) && cursor.more === true;
}

async function rest(ms: number, signal: AbortSignal): Promise<void> {
  await delay(ms, undefined, { signal }).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
}
