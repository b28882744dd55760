/** Opens the database: one pool, one set of types, one set of time limits, whatever server it is. */
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { type Embedded, openEmbedded } from './embedded.ts';
import type { Database } from './schema.ts';

// A calendar day stays the day it is: 'YYYY-MM-DD', never an instant in some zone.
pg.types.setTypeParser(pg.types.builtins.DATE, (day) => day);

export type Db = Kysely<Database>;

export interface Connection {
  db: Db;
  pool: pg.Pool;
  url: string;
  embedded: Embedded | null;
  /** Ends the pool and, where it is ours, the server. */
  close(): Promise<void>;
}

export interface ConnectOptions {
  /** Null: the embedded server on `data_dir`. */
  database_url: string | null;
  data_dir: string;
  /** True for a command that joins whatever runs already. */
  is_guest?: boolean;
  /** Connections this process may hold; 1 to 100. */
  pool_size: number;
  /** Told when an idle connection breaks; the pool replaces it. */
  onLost(error: Error): void;
}

/** Longest that one statement may run; none of ours needs a second. */
const STATEMENT_TIMEOUT_MS = 30_000;
const LOCK_TIMEOUT_MS = 15_000;
const IDLE_IN_TRANSACTION_MS = 60_000;

/** @throws Error when the server is older than PostgreSQL 15 or out of reach */
export async function connect(options: ConnectOptions): Promise<Connection> {
  const embedded = options.database_url === null ? await openEmbedded(options.data_dir, options.is_guest ?? false) : null;
  const url = embedded?.url ?? options.database_url ?? '';
  const pool = openPool(url, options.pool_size, options.onLost);
  try {
    const { rows } = await pool.query<{ v: number }>("select current_setting('server_version_num')::int as v");
    const version = rows[0]?.v ?? 0;
    if (version < 150_000) throw new Error(`expected PostgreSQL 15 or later, got server_version_num ${version}`);
  } catch (cause) {
    await pool.end();
    await embedded?.stop();
    throw new Error(`the database cannot be used (DATABASE_URL): ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  return {
    db,
    pool,
    url,
    embedded,
    async close() {
      await db.destroy();
      await embedded?.stop();
    },
  };
}

export function openPool(url: string, size: number, onLost: (error: Error) => void): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    application_name: 'triage',
    connectionTimeoutMillis: 15_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    lock_timeout: LOCK_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
  });
  pool.on('error', onLost);
  // A client that breaks while in use reports through its query; without a listener here it would end the process.
  pool.on('connect', (client) => client.on('error', onLost));
  return pool;
}
