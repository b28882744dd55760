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
 * A message that the answer brings larger than the server said, or not even by half, is fetched again alone;
 * alone it counts as it comes.
 */
export async function fetchGroup(client: ImapFlow, group: Sized[], max_bytes: number): Promise<Fetched[]> {
  const [only] = group;
  if (!only) return [];
  if (group.length === 1) return await fetchAlone(client, only, max_bytes);
  const limit = Math.min(max_bytes, GROUP_BYTES);
  const answers = await fetchUpTo(client, group, limit);
  const fetched: Fetched[] = [];
  for (const sized of group) {
    const answer = answers.get(sized.uid);
    const length = answer?.source?.length ?? 0;
    // Some servers answer a part of several messages with nothing but the first.
    const is_sound = length <= limit && length >= sized.size / 2;
    if (answer?.source && is_sound) fetched.push(bounded(answer, answer.source, sized, limit));
    else fetched.push(...(await fetchAlone(client, sized, max_bytes)));
  }
  return fetched;
}

async function fetchAlone(client: ImapFlow, sized: Sized, max_bytes: number): Promise<Fetched[]> {
  const limit = sized.size > max_bytes ? KEPT_OF_OVERSIZE : max_bytes;
  const answer = (await fetchUpTo(client, [sized], limit)).get(sized.uid);
  // Nothing at all for a message that has a size is an answer left out.
  if (!answer?.source || (answer.source.length === 0 && sized.size > 0)) return [];
  return [bounded(answer, answer.source, sized, limit)];
}

/** Asks for one byte more than the limit: it shows that there is more. */
async function fetchUpTo(client: ImapFlow, group: Sized[], limit: number): Promise<Map<number, FetchMessageObject>> {
  const uids = group.map((one) => one.uid).join(',');
  const query = { uid: true, internalDate: true, source: { start: 0, maxLength: limit + 1 } };
  const answers = await client.fetchAll(uids, query, { uid: true });
  return new Map(answers.map((answer) => [answer.uid, answer]));
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
