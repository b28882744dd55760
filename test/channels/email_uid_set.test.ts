/** The compact set of taken message numbers behaves like a plain set. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addUid, formatUids, hasUid, MAX_RANGES, parseUids, type UidSet } from '../../channels/email/uid_set.ts';

test('holds what was added, in any order, and nothing else', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 80 }), (uids) => {
      const set: UidSet = [];
      for (const uid of uids) addUid(set, uid);
      const plain = new Set(uids);
      for (let uid = 0; uid <= 61; uid++) expect(hasUid(set, uid)).toBe(plain.has(uid));
      expect(parseUids(formatUids(set))).toEqual(set);
      for (const [n, [first]] of set.entries()) expect(first).toBeGreaterThan((set[n - 1]?.[1] ?? -1) + 1);
    }),
  );
});

test('stays small in a folder full of holes by closing the oldest', () => {
  const set: UidSet = [];
  for (let uid = 1; uid <= 3 * MAX_RANGES; uid += 2) addUid(set, uid);
  expect(set).toHaveLength(MAX_RANGES);
  expect(hasUid(set, 2)).toBe(true);
  expect(hasUid(set, 3 * MAX_RANGES - 2)).toBe(false);
});

test.each(['a', '0', '5:3', '1,,2', '-1', '1.5'])('refuses %j, naming the part', (text) => {
  expect(() => parseUids(text)).toThrow(/expected message numbers/);
});
