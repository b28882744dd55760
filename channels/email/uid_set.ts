/** A compact set of message numbers, so that the cursor of a folder with years of mail stays small. */

/** Closed ranges in ascending order, never touching each other. */
export type UidSet = [first: number, last: number][];

/**
 * Above this many ranges the lowest holes are closed: holes are messages deleted long ago,
 * and only a message that turns up late inside one of the oldest would be missed by the sweep.
 */
export const MAX_RANGES = 2_000;

/** Reads `1:500,502,900:1000`. @throws TypeError naming the part that is not a range. */
export function parseUids(text: string): UidSet {
  const set: UidSet = [];
  for (const part of text === '' ? [] : text.split(',')) {
    const [first = NaN, last = first] = part.split(':').map(Number);
    if (!Number.isSafeInteger(first) || !Number.isSafeInteger(last) || first < 1 || last < first) {
      throw new TypeError(`expected message numbers such as 1:500,502; got ${JSON.stringify(part.slice(0, 40))}`);
    }
    set.push([first, last]);
  }
  return set;
}

export function formatUids(set: UidSet): string {
  return set.map(([first, last]) => (first === last ? String(first) : `${first}:${last}`)).join(',');
}

export function hasUid(set: UidSet, uid: number): boolean {
  const range = set[lastStartingAtOrBefore(set, uid)];
  return range !== undefined && uid <= range[1];
}

/** Adds one number in place. */
export function addUid(set: UidSet, uid: number): void {
  const at = lastStartingAtOrBefore(set, uid);
  const before = set[at];
  const after = set[at + 1];
  if (before && uid <= before[1]) return;
  const joins_before = before?.[1] === uid - 1;
  const joins_after = after?.[0] === uid + 1;
  if (joins_before && joins_after) {
    before[1] = after[1];
    set.splice(at + 1, 1);
  } else if (joins_before) before[1] = uid;
  else if (joins_after) after[0] = uid;
  else set.splice(at + 1, 0, [uid, uid]);
  if (set.length > MAX_RANGES) {
    const [lowest, next] = set;
    if (lowest && next) set.splice(0, 2, [lowest[0], next[1]]);
  }
}

/** Index of the last range that starts at or before `uid`; -1 when none does. */
function lastStartingAtOrBefore(set: UidSet, uid: number): number {
  let low = 0;
  let high = set.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((set[middle]?.[0] ?? Infinity) <= uid) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
