/** Keeping what arrives: once, whole, before anything else, and never stopped by a neighbour. */
import { createHash } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import type { Arrival, Intake } from '../../channels/contact.ts';
import { openIntake } from '../../src/cases/receive.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase();
let intake: Intake;
beforeAll(() => {
  intake = openIntake(database().db);
});

function arrival(external_id: string, raw = external_id): Arrival {
  return {
    channel: 'email',
    external_id,
    received_at: new Date('2026-11-20T09:00:00Z'),
    raw: Buffer.from(raw),
    sha256: null,
    source: 'hello@connexus.example/INBOX',
    meta: { uid: 1 },
  };
}

test('a hundred at once are a hundred contacts with their bytes, hashes and jobs', async () => {
  const results = await Promise.all(Array.from({ length: 100 }, (_, n) => intake(arrival(`many ${n}`))));
  expect(new Set(results.map((result) => result.contact_id)).size).toBe(100);
  expect(results.every((result) => result.is_new)).toBe(true);
  const id = results[42]?.contact_id ?? '';
  const row = await database()
    .db.selectFrom('contacts')
    .innerJoin('contact_raw', 'contact_raw.contact_id', 'contacts.id')
    .select(['raw', 'sha256', 'state'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  expect(row.raw.toString()).toBe('many 42');
  expect(row.sha256).toBe(createHash('sha256').update('many 42').digest('hex'));
  const jobs = await database().pool.query('select count(*)::int as n from graphile_worker.jobs where key = any($1)', [
    results.map((result) => `triage:${result.contact_id}`),
  ]);
  expect(jobs.rows).toEqual([{ n: 100 }]);
});

test('the same arrival again, or twice in one breath, is one contact and one job', async () => {
  const [one, two] = await Promise.all([intake(arrival('twice')), intake(arrival('twice'))]);
  expect(two).toEqual(one);
  const again = await intake(arrival('twice'));
  expect(again).toEqual({ contact_id: one.contact_id, is_new: false });
});

test('one that the database refuses stops no neighbour', async () => {
  const bad = { ...arrival('bad'), meta: { text: 'a\u0000b' } };
  const [first, second, third] = await Promise.allSettled([intake(arrival('before')), intake(bad), intake(arrival('after'))]);
  expect(first.status).toBe('fulfilled');
  expect(second.status).toBe('rejected');
  expect(third.status).toBe('fulfilled');
});

test('a receipt in the future or before all calendars is taken as received now', async () => {
  for (const received_at of [new Date('2099-01-01T00:00:00Z'), new Date('1970-01-01T00:00:00Z'), new Date(Number.NaN)]) {
    const { contact_id } = await intake({ ...arrival(`at ${String(received_at)}`), received_at });
    const row = await database()
      .db.selectFrom('contacts')
      .select('received_at')
      .where('id', '=', contact_id)
      .executeTakeFirstOrThrow();
    expect(Math.abs(row.received_at.getTime() - Date.now())).toBeLessThan(60_000);
  }
});
