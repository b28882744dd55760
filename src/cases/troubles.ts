/** What stands in the way of mail coming in and letters going out, as sentences for the desk: a silent fault is a missed deadline. */
import { sql } from 'kysely';
import type { Json } from '../../channels/contact.ts';
import type { Db } from '../db/connect.ts';

/** A source may miss a poll; after this long somebody should know. */
const FAILING_FOR = '2 minutes';
/** A letter may wait for its turn; after this long the mail server is at fault. */
const WAITING_FOR = '10 minutes';
/** Fates older than this are in the history of their cases and no news. */
const NEWS_FOR = '14 days';

const TIME = new Intl.DateTimeFormat('en-GB', { weekday: 'short', hour: '2-digit', minute: '2-digit', timeZone: 'Europe/London' });

/** @returns nothing while all is well */
export async function troubles(db: Db): Promise<string[]> {
  const sources = await db
    .selectFrom('sources')
    .select([
      'id',
      'cursor',
      'last_error',
      'failing_since',
      sql<boolean>`coalesce(failing_since < now() - ${FAILING_FOR}::interval, false)`.as('is_failing'),
    ])
    .orderBy('id')
    .execute();
  const letters = await db
    .selectFrom('letters')
    .select([
      sql<number>`count(*) filter (where status = 'queued' and created_at < now() - ${WAITING_FOR}::interval)::int`.as('waiting'),
      sql<string | null>`max(last_error) filter (where status = 'queued' and created_at < now() - ${WAITING_FOR}::interval)`.as(
        'why',
      ),
      sql<number>`count(*) filter (where status = 'unknown' and created_at > now() - ${NEWS_FOR}::interval)::int`.as('unknown'),
      sql<number>`count(*) filter (where status = 'failed' and created_at > now() - ${NEWS_FOR}::interval)::int`.as('failed'),
    ])
    .where('status', 'in', ['queued', 'unknown', 'failed'])
    .executeTakeFirstOrThrow();
  return [
    ...sources.flatMap(({ id, is_failing, failing_since, last_error }) =>
      is_failing && failing_since
        ? [
            `${id} cannot be read since ${TIME.format(failing_since)}: ${last_error ?? 'no reason given'}. Mail waits there and its clocks run.`,
          ]
        : [],
    ),
    ...sources.flatMap(({ id, cursor }) => {
      const gaps = gapsOf(cursor);
      return gaps > 0
        ? [
            `${count(gaps, 'message')} in ${id} could not be fetched yet; it is tried again and again. Open the mailbox if this stays.`,
          ]
        : [];
    }),
    ...(letters.waiting > 0
      ? [`${count(letters.waiting, 'letter')} waiting to be sent for more than 10 minutes: ${letters.why ?? 'no reason given'}.`]
      : []),
    ...(letters.unknown > 0
      ? [
          `${count(letters.unknown, 'letter')} may or may not have left; none is sent again by itself. Each case says which: look in the sent mail or ask the resident.`,
        ]
      : []),
    ...(letters.failed > 0 ? [`${count(letters.failed, 'letter')} refused by the mail server for good. Each case says why.`] : []),
  ];
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

function gapsOf(cursor: Json): number {
  if (typeof cursor !== 'object' || cursor === null || Array.isArray(cursor)) return 0;
  return Array.isArray(cursor.gaps) ? cursor.gaps.length : 0;
}
