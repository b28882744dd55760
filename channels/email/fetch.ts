/** Brings messages over IMAP in groups that fit into memory, each bounded whatever the server says of its size. */
import type { FetchMessageObject, ImapFlow } from 'imapflow';

export interface Sized {
  uid: number;
  /** As the server says; Exchange is known to guess. */
  size: number;
}

export interface Fetched extends Sized {
  raw: Uint8Array;
  /** INTERNALDATE; null when the server gave none that can be read. */
  internal_date: Date | null;
  /** The message is larger than the channel takes whole: `raw` is its beginning. */
  oversize: boolean;
}

/** Fetched by one command: enough to keep the line busy, little enough to hold twice. */
const GROUP_BYTES = 4 * 1024 * 1024;
const GROUP_MESSAGES = 50;
/** Of a message over the limit this much is kept: all headers of sane mail and the words before the attachments. */
export const KEPT_OF_OVERSIZE = 1024 * 1024;

/** Sizes of the messages that the server still has; those missing from the answer are missing from the result. */
export async function sizesOf(client: ImapFlow, uids: number[]): Promise<Sized[]> {
  if (uids.length === 0) return [];
  const wanted = new Set(uids);
  const answers = await client.fetchAll(uids.join(','), { uid: true, size: true }, { uid: true });
  const sizes = new Map<number, number>();
  for (const { uid, size = 0 } of answers) if (wanted.has(uid)) sizes.set(uid, size);
  return [...sizes].map(([uid, size]) => ({ uid, size })).sort((a, b) => a.uid - b.uid);
}

/** Cuts the list, in order, into groups for one command each; a large message stands alone. */
export function groupBySize(sizes: Sized[], max_bytes: number): Sized[][] {
  const groups: Sized[][] = [];
  let room = 0;
  for (const one of sizes) {
    const last = groups.at(-1);
    if (last && last.length < GROUP_MESSAGES && one.size <= room && one.size <= max_bytes) {
      last.push(one);
      room -= one.size;
    } else {
      groups.push([one]);
      room = GROUP_BYTES - one.size;
    }
  }
  return groups;
}

/**
 * Fetches one group with BODY.PEEK, which leaves every flag as it is.
 * A message that turns out larger than the server said is fetched again alone.
 */
export async function fetchGroup(client: ImapFlow, group: Sized[], max_bytes: number): Promise<Fetched[]> {
  const wanted = new Map(group.map((one) => [one.uid, one]));
  const [first] = group;
  if (!first) return [];
  const alone = group.length === 1;
  const whole = Math.min(max_bytes, alone ? max_bytes : GROUP_BYTES);
  const limit = alone && first.size > max_bytes ? KEPT_OF_OVERSIZE : whole;
  // One byte more than allowed shows that there is more.
  const query = { uid: true, internalDate: true, source: { start: 0, maxLength: limit + 1 } };
  const answers = await client.fetchAll([...wanted.keys()].join(','), query, { uid: true });
  const fetched: Fetched[] = [];
  for (const answer of answers) {
    const sized = wanted.get(answer.uid);
    if (!sized || !answer.source) continue;
    wanted.delete(answer.uid);
    if (answer.source.length > limit && !alone) fetched.push(...(await fetchGroup(client, [sized], max_bytes)));
    else fetched.push(bounded(answer, answer.source, sized, limit));
  }
  return fetched;
}

function bounded(answer: FetchMessageObject, source: Buffer, sized: Sized, limit: number): Fetched {
  const oversize = source.length > limit;
  const date = answer.internalDate === undefined ? null : new Date(answer.internalDate);
  return {
    uid: sized.uid,
    size: Math.max(sized.size, source.length),
    // Always cut at the same byte, so that the same message has the same identity each time.
    raw: oversize ? Uint8Array.prototype.slice.call(source, 0, KEPT_OF_OVERSIZE) : source,
    internal_date: date && !Number.isNaN(date.getTime()) ? date : null,
    oversize,
  };
}
