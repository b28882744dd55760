/** How far one mail folder has been taken in: the small JSON value that the house keeps between polls. */
import { z } from 'zod';
import type { Json } from '../contact.ts';
import { addUid, formatUids, hasUid, parseUids, type UidSet } from './uid_set.ts';

const gapSchema = z.object({
  uid: z.int().positive(),
  /** Failed tries so far. */
  tries: z.int().min(0),
  next_try_at: z.iso.datetime(),
  because: z.string(),
});
export type Gap = z.infer<typeof gapSchema>;

/** What the house stores. Only `more` is for the caller: true says that the next poll should follow at once. */
export const cursorSchema = z.object({
  uidvalidity: z.string(),
  /** Every message at or below is taken, a gap, or was not there at the last sweep. */
  last_uid: z.int().min(0),
  /** Taken message numbers, `1:500,502`. */
  taken: z.string(),
  /** Seen but not taken yet, each with its next try. */
  gaps: z.array(gapSchema),
  /** When all message numbers were last compared with what is taken; null before the first time. */
  swept_at: z.iso.datetime().nullable(),
  more: z.boolean(),
});
export type FolderCursor = z.infer<typeof cursorSchema>;

/** First wait after a failed try; doubles each time up to `LAST_RETRY_MS`. */
const FIRST_RETRY_MS = 5_000;
const LAST_RETRY_MS = 15 * 60_000;
/** A gap that the sweep no longer finds in the folder is given up after so many tries; if it ever shows again it is new. */
const TRIES_WHEN_GONE = 5;
/** So many gaps mean that the house, not the mail, is at fault: no new message is fetched until some are taken. */
export const MAX_GAPS = 5_000;
const MAX_BECAUSE = 300;

/** The working form of a cursor during one poll. */
export interface Progress {
  uidvalidity: string;
  last_uid: number;
  taken: UidSet;
  gaps: Map<number, Gap>;
  swept_at: Date | null;
}

/**
 * Reads a stored cursor. A folder whose UIDVALIDITY changed starts afresh: its numbers mean other messages now,
 * and what was taken before is recognised by its content.
 * @throws TypeError when the stored value is not a cursor
 */
export function readProgress(cursor: Json, uidvalidity: string): Progress {
  const fresh: Progress = { uidvalidity, last_uid: 0, taken: [], gaps: new Map(), swept_at: null };
  if (cursor === null) return fresh;
  const stored = cursorSchema.safeParse(cursor);
  if (!stored.success) throw new TypeError(`the stored cursor of the folder is damaged: ${z.prettifyError(stored.error)}`);
  const { last_uid, taken, gaps, swept_at } = stored.data;
  if (stored.data.uidvalidity !== uidvalidity) return fresh;
  return {
    uidvalidity,
    last_uid,
    taken: parseUids(taken),
    gaps: new Map(gaps.map((gap) => [gap.uid, gap])),
    swept_at: swept_at === null ? null : new Date(swept_at),
  };
}

export function writeProgress(progress: Progress, more: boolean): FolderCursor {
  return {
    uidvalidity: progress.uidvalidity,
    last_uid: progress.last_uid,
    taken: formatUids(progress.taken),
    gaps: [...progress.gaps.values()].sort((a, b) => a.uid - b.uid),
    swept_at: progress.swept_at?.toISOString() ?? null,
    more,
  };
}

/** Whether the message is neither taken nor waiting as a gap. */
export function isUnknown(progress: Progress, uid: number): boolean {
  return !hasUid(progress.taken, uid) && !progress.gaps.has(uid);
}

export function markTaken(progress: Progress, uid: number): void {
  addUid(progress.taken, uid);
  progress.gaps.delete(uid);
  progress.last_uid = Math.max(progress.last_uid, uid);
}

/** Notes a message that could not be taken. `failed: false` when its turn only had not come. */
export function markGap(progress: Progress, uid: number, because: string, now: Date, failed = true): void {
  const tries = (progress.gaps.get(uid)?.tries ?? 0) + (failed ? 1 : 0);
  const wait_ms = failed ? Math.min(FIRST_RETRY_MS * 2 ** (tries - 1), LAST_RETRY_MS) : 0;
  progress.gaps.set(uid, {
    uid,
    tries,
    next_try_at: new Date(now.getTime() + wait_ms).toISOString(),
    because: because.slice(0, MAX_BECAUSE),
  });
  progress.last_uid = Math.max(progress.last_uid, uid);
}

export function dueGaps(progress: Progress, now: Date): number[] {
  return [...progress.gaps.values()].filter((gap) => new Date(gap.next_try_at) <= now).map((gap) => gap.uid);
}

/** Forgets gaps that were tried often and that a complete list of the folder no longer shows. */
export function dropVanished(progress: Progress, present: number[]): void {
  const there = new Set(present);
  for (const gap of progress.gaps.values()) {
    if (gap.tries >= TRIES_WHEN_GONE && !there.has(gap.uid)) progress.gaps.delete(gap.uid);
  }
}
