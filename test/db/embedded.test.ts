/** The embedded server: durable, one process a folder, adopted after a crash. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Embedded, openEmbedded } from '../../src/db/embedded.ts';

let folder: string;
const open: Embedded[] = [];
const start = async () => {
  const server = await openEmbedded(folder);
  open.push(server);
  return server;
};
const query = async (server: Embedded, text: string) => {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  try {
    return (await client.query(text)).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'triage-embedded-'));
});
afterEach(async () => {
  for (const server of open.splice(0)) await server.stop();
  await rm(folder, { recursive: true, force: true });
});

test('what was committed is there after a stop and a start, on PostgreSQL 18 with fsync', async () => {
  const first = await start();
  expect(await query(first, 'show fsync')).toEqual([{ fsync: 'on' }]);
  expect(String((await query(first, 'show server_version'))[0]?.server_version)).toMatch(/^18\./);
  await query(first, 'create table kept as select 7 as n');
  await first.stop();
  open.length = 0;
  const second = await start();
  expect(await query(second, 'select n from kept')).toEqual([{ n: 7 }]);
  expect(second.adopted).toBe(false);
});

test('a second process on the same data is refused in one sentence that says what to do', async () => {
  await start();
  await expect(openEmbedded(folder)).rejects.toThrow(
    /another process of the product already uses the data in .*: stop it first, or set DATABASE_URL/,
  );
});
