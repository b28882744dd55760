/** Brings a database to the schema of this version: plain SQL files, forward only, each once. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { workerLogger } from './queue.ts';

const FOLDER = new URL('./migrations/', import.meta.url);
/** Key of the advisory lock under which one process migrates while the others wait. */
const MIGRATION_LOCK = 771_002;

/** @throws Error when a file that was already applied has been edited, or the database is ahead of this version */
export async function migrate(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'triage-migrate' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await client.query(
      'create table if not exists migrations (name text primary key, sha256 text not null, applied_at timestamptz not null default now())',
    );
    const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from migrations');
    const applied = new Map(rows.map((row) => [row.name, row.sha256]));
    const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).toSorted();
    const ahead = [...applied.keys()].filter((name) => !names.includes(name));
    if (ahead.length > 0)
      throw new Error(`the database was migrated by a newer version (${ahead.join(', ')}): install that version or a later one`);
    for (const name of names) {
      const text = await readFile(new URL(name, FOLDER), 'utf8');
      const sha256 = createHash('sha256').update(text).digest('hex');
      const before = applied.get(name);
      if (before !== undefined && before !== sha256)
        throw new Error(`migration ${name} was edited after it had been applied: add a new file instead`);
      if (before !== undefined) continue;
      await client.query('begin');
      try {
        await client.query(text);
        await client.query('insert into migrations (name, sha256) values ($1, $2)', [name, sha256]);
        await client.query('commit');
      } catch (cause) {
        await client.query('rollback');
        throw new Error(`migration ${name} failed: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
      }
    }
    await runMigrations({ connectionString: url, logger: workerLogger() });
  } finally {
    await client.end();
  }
}

/** Names of migrations that this version has and the database lacks; empty when it is current. */
export async function pendingMigrations(applied: string[]): Promise<string[]> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.sql'));
  return names.filter((name) => !applied.includes(name)).toSorted();
}
