/** A fault in the way of mail is told at the desk, in words, and only while it lasts. */
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { troubles } from '../../src/cases/troubles.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase();
const letter = (status: 'queued' | 'unknown' | 'failed', n: number) => ({
  kind: 'receipt',
  channel: 'email',
  once_key: `${status}${n}`,
  to_address: 'ann@mail.example',
  subject: 'We have your message',
  text: 'Thank you.',
  status,
  message_id: `l.${status}${n}@connexus.example`,
  last_error: 'the mail server is down',
  created_at: sql<Date>`now() - interval '1 hour'`,
});

test('all is well: nothing is said', async () => {
  expect(await troubles(database().db)).toEqual([]);
});

test('a mailbox out of reach, messages not fetched and letters of each fate are each one sentence', async () => {
  const { db } = database();
  await db
    .insertInto('sources')
    .values([
      {
        id: 'hello@connexus.example/INBOX',
        cursor: JSON.stringify({ gaps: [{ uid: 7 }] }),
        failing_since: sql<Date>`now() - interval '5 minutes'`,
        last_error: 'wrong password',
      },
      {
        id: 'hello@connexus.example/Junk',
        cursor: JSON.stringify({ gaps: [] }),
        failing_since: sql<Date>`now()`,
        last_error: 'one missed poll',
      },
    ])
    .execute();
  await db
    .insertInto('letters')
    .values([letter('queued', 1), letter('unknown', 1), letter('unknown', 2), letter('failed', 1)])
    .execute();
  const said = await troubles(db);
  expect(said).toHaveLength(5);
  expect(said[0]).toMatch(/^hello@connexus\.example\/INBOX cannot be read since .*: wrong password\./);
  expect(said[1]).toMatch(/^1 message in hello@connexus\.example\/INBOX could not be fetched/);
  expect(said[2]).toMatch(/^1 letter waiting .*the mail server is down/);
  expect(said[3]).toMatch(/^2 letters may or may not have left/);
  expect(said[4]).toMatch(/^1 letter refused/);
});
