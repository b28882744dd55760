/** Takes mail out of one folder without touching it: what is new, what was missed, and what failed before. */
import type { ImapFlow } from 'imapflow';
import type { Intake, Json, Source } from '../contact.ts';
import { type Account, isAboutFolder } from './account.ts';
import { type Fetched, fetchGroup, groupBySize, type Sized, sizesOf } from './fetch.ts';
import { toArrival } from './arrival.ts';
import { formatUids } from './uid_set.ts';
import {
  dropVanished,
  dueGaps,
  isUnknown,
  markGap,
  markTaken,
  MAX_GAPS,
  type Progress,
  readProgress,
  writeProgress,
} from './cursor.ts';
import { resolveFolder } from './folder.ts';
import { watchFolder } from './watch.ts';

export interface FolderOptions {
  max_bytes: number;
  sweep_seconds: number;
  /** Messages after which `poll` returns, so that the caller can store how far it came. */
  batch?: number;
  /** Intakes at the same time. */
  at_once?: number;
  /** Given by tests. */
  now?: () => Date;
}

const BATCH = 200;
const AT_ONCE = 6;
/** Of a batch, so many places for messages that failed before: they never crowd out the new ones. */
const GAPS_A_BATCH = 50;
/** A message can break a connection; so many in one poll and it is the server. */
const MAX_REOPENS = 3;
/** So many intakes failing together and none succeeding: the house is at fault, more would only fail too. */
const HOUSE_FAILS_AT = 3;

/** One poll's state, from connecting to the next cursor. */
interface Poll {
  client: ImapFlow;
  uidvalidity: string;
  path: string;
  progress: Progress;
  intake: Intake;
  signal: AbortSignal;
  reopens: number;
  took: number;
}

/**
 * A folder of a mail account as a source. `poll` opens it read-only, changes no flag and reads none: a message that a
 * colleague has opened is taken like any other. It answers after one batch; `more: true` in its cursor means that the next
 * poll should follow at once. A message that cannot be fetched or taken in becomes a gap with a next try and stops nothing.
 * A special-use folder that the account lacks has no mail and is no error.
 */
export function openFolder(account: Account, folder: string, options: FolderOptions): Source & { close(): void } {
  const now = options.now ?? (() => new Date());
  let kept: ImapFlow | null = null;
  let polling = false;
  /** Found by an earlier search, not yet taken: saves searching a large folder again for each batch. */
  let waiting: { uidvalidity: string; taken: string; uids: number[]; swept_at: Date | null } | null = null;

  /** Opens the folder anew, on the kept connection where it still lives: only that shows a changed UIDVALIDITY. */
  async function enter(
    signal: AbortSignal,
  ): Promise<{ client: ImapFlow; path: string; uidvalidity: string; exists: number } | null> {
    const began_at = now();
    for (;;) {
      const was_kept = kept?.usable === true;
      const client = was_kept && kept ? kept : await account.open(signal);
      kept = client;
      try {
        signal.throwIfAborted();
        const path = await resolveFolder(client, folder);
        if (path === null) return null;
        const box = await client.mailboxOpen(path, { readOnly: true });
        return { client, path, uidvalidity: String(box.uidValidity), exists: box.exists };
      } catch (error) {
        drop(client);
        signal.throwIfAborted();
        // A kept connection may have been ended by the server long ago: that is no failure yet.
        if (isAboutFolder(error)) throw new Error(`${sourceId}: ${String(error)}`, { cause: error });
        if (!was_kept) throw account.failed(error, began_at);
      }
    }
  }

  function drop(client: ImapFlow): void {
    client.close();
    if (kept === client) kept = null;
  }

  async function find(poll: Poll, exists: number): Promise<number[]> {
    const { client, progress } = poll;
    const taken = formatUids(progress.taken);
    // Only while the house stored what the last poll answered.
    if (waiting && waiting.uids.length > 0 && waiting.uidvalidity === poll.uidvalidity && waiting.taken === taken)
      return waiting.uids;
    const at = now();
    const sweeps = progress.swept_at === null || at.getTime() - progress.swept_at.getTime() >= options.sweep_seconds * 1000;
    const from = sweeps ? 1 : progress.last_uid + 1;
    // Some servers answer BAD to 1:* in an empty folder.
    const all = exists === 0 ? [] : await client.search({ uid: `${from}:*` }, { uid: true });
    if (!Array.isArray(all)) throw new Error(`the mail server refused to list ${poll.path}`);
    if (sweeps) dropVanished(progress, all);
    // `n:*` names the last message even when its number is below n.
    const uids = all.filter((uid) => uid >= from && isUnknown(progress, uid));
    waiting = { uidvalidity: poll.uidvalidity, taken, uids, swept_at: sweeps ? at : null };
    return uids;
  }

  async function take(poll: Poll, fetched: Fetched[]): Promise<number> {
    let next = 0;
    let taken = 0;
    const lane = async (): Promise<void> => {
      for (let message = fetched[next++]; message && !poll.signal.aborted; message = fetched[next++]) {
        try {
          await poll.intake(
            toArrival(message, { source: sourceId, mailbox: account.settings.name, uidvalidity: poll.uidvalidity }),
          );
          markTaken(poll.progress, message.uid);
          taken += 1;
        } catch (error) {
          markGap(poll.progress, message.uid, `could not be taken in: ${String(error)}`, now());
        }
      }
    };
    await Promise.all(Array.from({ length: Math.min(options.at_once ?? AT_ONCE, fetched.length) }, lane));
    poll.took += taken;
    return taken;
  }

  /** Fetches a group; when that fails, its messages one at a time, so that only the one at fault is left out. */
  async function fetchOrLeave(poll: Poll, group: Sized[]): Promise<Fetched[]> {
    let cause: unknown;
    try {
      const fetched = await fetchGroup(poll.client, group, options.max_bytes);
      const got = new Set(fetched.map((message) => message.uid));
      for (const { uid } of group) {
        if (!got.has(uid)) markGap(poll.progress, uid, 'the mail server left it out of its answer', now());
      }
      return fetched;
    } catch (error) {
      poll.signal.throwIfAborted();
      cause = error;
    }
    await revive(poll, cause);
    const [only] = group;
    if (only && group.length === 1) {
      markGap(poll.progress, only.uid, `could not be fetched: ${String(cause)}`, now());
      return [];
    }
    const fetched: Fetched[] = [];
    for (const one of group) fetched.push(...(await fetchOrLeave(poll, [one])));
    return fetched;
  }

  async function revive(poll: Poll, cause: unknown): Promise<void> {
    if (poll.client.usable) return;
    if (++poll.reopens > MAX_REOPENS) throw account.failed(cause, now());
    const entered = await enter(poll.signal);
    if (entered === null || entered.uidvalidity !== poll.uidvalidity)
      throw new Error(`${sourceId} changed while it was read`, { cause });
    poll.client = entered.client;
  }

  async function run(poll: Poll, exists: number): Promise<void> {
    const found = poll.progress.gaps.size >= MAX_GAPS ? [] : await find(poll, exists);
    const retried = dueGaps(poll.progress, now()).slice(0, GAPS_A_BATCH);
    const batch = [...retried, ...found.slice(0, options.batch ?? BATCH)].sort((a, b) => a - b);
    try {
      const sizes = await sizesOf(poll.client, batch);
      const sized = new Set(sizes.map((one) => one.uid));
      for (const uid of batch) if (!sized.has(uid)) markGap(poll.progress, uid, 'the mail server left it out of its answer', now());
      let fetched: Fetched[] = [];
      for (const group of [...groupBySize(sizes, options.max_bytes), []]) {
        // The next group is on its way while this one is taken in.
        const [taken, next] = await Promise.allSettled([take(poll, fetched), group.length > 0 ? fetchOrLeave(poll, group) : []]);
        if (taken.status === 'rejected') throw taken.reason;
        if (next.status === 'rejected') throw next.reason;
        if (poll.signal.aborted || (fetched.length >= HOUSE_FAILS_AT && poll.took === 0)) break;
        fetched = next.value;
      }
    } finally {
      settle(poll.progress, batch);
    }
  }

  /** Whatever of the batch had no turn must not fall behind the last number. */
  function settle(progress: Progress, batch: number[]): void {
    for (const uid of batch) {
      if (uid <= progress.last_uid && isUnknown(progress, uid)) markGap(progress, uid, 'its turn had not come', now(), false);
    }
    if (!waiting) return;
    waiting.taken = formatUids(progress.taken);
    waiting.uids = waiting.uids.filter((uid) => isUnknown(progress, uid));
    if (waiting.uids.length === 0 && waiting.swept_at) progress.swept_at = waiting.swept_at;
  }

  const sourceId = `${account.settings.id}/${folder}`;
  return {
    id: sourceId,
    async poll(intake, cursor, signal): Promise<Json> {
      if (polling) throw new Error(`${sourceId} is being polled already`);
      polling = true;
      const stop = (): void => kept?.close();
      signal.addEventListener('abort', stop, { once: true });
      try {
        const entered = await enter(signal);
        if (entered === null) return cursor;
        const progress = readProgress(cursor, entered.uidvalidity);
        const poll: Poll = { ...entered, progress, intake, signal, reopens: 0, took: 0 };
        try {
          await run(poll, entered.exists);
        } catch (error) {
          waiting = null;
          drop(poll.client);
          // What was taken is told to the house first; the same failure shows again at the next poll.
          if (poll.took > 0) return writeProgress(progress, false);
          signal.throwIfAborted();
          if (isAboutFolder(error)) throw new Error(`${sourceId}: ${String(error)}`, { cause: error });
          throw account.failed(error, now());
        }
        account.succeeded();
        return writeProgress(progress, (waiting?.uids.length ?? 0) > 0 && poll.took > 0);
      } finally {
        polling = false;
        signal.removeEventListener('abort', stop);
      }
    },
    watch: (hint, signal) => watchFolder(account, folder, hint, signal),
    close: () => kept?.close(),
  };
}
