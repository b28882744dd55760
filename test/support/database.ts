/** A real PostgreSQL for the tests: one embedded server a run, one database a test file, cloned from a migrated template. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { type Connection, connect } from '../../src/db/connect.ts';
import { TEMPLATE } from './database_template.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgres_url: string;
  }
}

async function asAdmin(work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgres_url') });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

export function databaseUrl(name: string): string {
  const url = new URL(inject('postgres_url'));
  url.pathname = `/${name}`;
  return url.href;
}

/** Makes an empty, migrated database of its own. @returns its URL and how to drop it */
export async function makeDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asAdmin(async (client) => {
    // Two files cloning at once would each find the template in use.
    await client.query('select pg_advisory_lock(1)');
    await client.query(`create database ${name} template ${TEMPLATE}`);
  });
  return {
    url: databaseUrl(name),
    drop: () =>
      asAdmin(async (client) => {
        await client.query(`drop database ${name} with (force)`);
      }),
  };
}

/** For a test file: `const database = useDatabase()`, then `database().db` inside tests. */
export function useDatabase(pool_size = 10): () => Connection {
  let connection: Connection | undefined;
  let drop: (() => Promise<void>) | undefined;
  let is_closing = false;
  beforeAll(async () => {
    const made = await makeDatabase();
    drop = made.drop;
    connection = await connect({
      database_url: made.url,
      data_dir: '',
      pool_size,
      // Dropping the database ends what is left; before that a lost connection is a failure.
      onLost: (error) => {
        if (!is_closing) throw error;
      },
    });
  });
  afterAll(async () => {
    is_closing = true;
    await connection?.close();
    await drop?.();
  });
  return () => {
    if (!connection) throw new Error('the database is there only inside tests');
    return connection;
  };
}
