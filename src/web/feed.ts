/** Hears from the database of every committed change to a case, whichever process made it, and passes it on to open pages. */
import pg from 'pg';
import type { LiveFeed } from './options.ts';

/** First wait before connecting again, in ms; doubles up to the longest. */
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;

export interface OpenFeed extends LiveFeed {
  close(): Promise<void>;
}

/**
 * Listens on one connection of its own; a lost one is opened again, and everybody is told that anything may have changed.
 * @param channel the name that `pg_notify` is called with; its payload is the case's id
 */
export function openFeed(database_url: string, channel: string, onLost: (error: Error) => void): OpenFeed {
  const listeners = new Set<(change: { case_id: string | null }) => void>();
  const tell = (case_id: string | null): void => {
    for (const listener of listeners) listener({ case_id });
  };
  let client: pg.Client | null = null;
  let closed = false;
  let wait_ms = FIRST_WAIT_MS;
  let timer: NodeJS.Timeout | null = null;

  function lost(error: Error): void {
    if (client === null || closed) return;
    client = null;
    onLost(error);
    timer = setTimeout(connect, wait_ms);
    wait_ms = Math.min(wait_ms * 2, LONGEST_WAIT_MS);
  }

  function connect(): void {
    const fresh = new pg.Client({
      connectionString: database_url,
      application_name: 'triage-live',
      keepAlive: true,
      connectionTimeoutMillis: 15_000,
    });
    client = fresh;
    const failed = (error: Error): void => {
      if (client !== fresh) return;
      lost(error);
      void endAfterFailure(fresh, onLost);
    };
    fresh.on('error', failed);
    fresh.on('end', () => failed(new Error('the connection for live updates was closed')));
    fresh.on('notification', ({ payload }) => tell(payload ?? null));
    fresh
      .connect()
      .then(() => fresh.query(`listen ${pg.escapeIdentifier(channel)}`))
      .then(() => {
        wait_ms = FIRST_WAIT_MS;
        tell(null);
      })
      .catch(failed);
  }

  connect();
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      closed = true;
      if (timer !== null) clearTimeout(timer);
      await client?.end();
    },
  };
}

/** A broken connection may also break while it is ended; that is told like any other loss. */
async function endAfterFailure(client: pg.Client, onLost: (error: Error) => void): Promise<void> {
  try {
    await client.end();
  } catch (error) {
    onLost(error instanceof Error ? error : new Error(String(error)));
  }
}
