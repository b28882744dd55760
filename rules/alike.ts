/** How like two messages are in their words, and by which few terms a like one is found among very many. */
import { isStopWord, stemOf } from './stems.ts';

/** A matter is named early; more words of a long letter are not compared. */
const MOST_WORDS = 400;
const READ_CHARACTERS = 8_000;
const MOST_SINGLES = 50;
const MOST_PAIRS = 50;

/** Stems that nearly every message to a landlord holds: they say little of which matter it is. */
const USUAL = new Set(
  `complain complaint problem issu matter repair report contact call rang ring phone email letter repli respons respond answer fix mend sort
  come came visit engin contractor plumber workman men man team offic staff manag landlord connexus tenant resid hous home flat properti live
  wait still noth nobodi someon somebodi anyon everi sinc ago last next day week month year morn today yesterday monday tuesdai tuesday wednesday
  thursday friday saturday sunday januari februari march april june juli august septemb octob novemb decemb appoint book job refer number
  went back again tell said ask know think feel like good bad realli happi unhappi thing way lot take took make made put go gone keep kept
  work done sent send write wrote wrot speak spoke talk hear heard see seen look help customer servic child children kid son daughter husband wife
  agent custom line one two three first second third final stage review formal escal`.split(/\s+/),
);
const USUAL_WEIGHT = 0.25;

/** Content words of a text as stems, in order: without greetings and small words, names and numbers kept. Linear; only the beginning is read. */
export function stemsOf(text: string): string[] {
  const stems: string[] = [];
  const folded = text
    .slice(0, READ_CHARACTERS)
    .normalize('NFKD')
    .replaceAll(/[\p{M}'’ʼ]/gu, '')
    .toLowerCase();
  for (const [word] of folded.matchAll(/[\p{L}\p{N}]+/gu)) {
    if (word.length < 2 || word.length > 40 || isStopWord(word)) continue;
    stems.push(stemOf(word));
    if (stems.length >= MOST_WORDS) break;
  }
  return stems;
}

/** What a shared word says: a usual one little, any other as much as the next. */
export function weightOf(stem: string): number {
  return USUAL.has(stem) ? USUAL_WEIGHT : 1;
}

/**
 * Share of the shorter text's weight that both hold, 0 to 1. Fewer than three shared words of meaning say nothing.
 * @param one and `other`: content words, as `stemsOf` gives them
 */
export function likeness(one: readonly string[], other: readonly string[]): number {
  const [a, b] = [new Set(one), new Set(other)];
  let shared = 0;
  for (const stem of a) if (b.has(stem)) shared += weightOf(stem);
  if (shared < 3) return 0;
  const least = Math.min(total(a), total(b));
  return Math.min(1, shared / Math.max(5, least));
}

function total(stems: ReadonlySet<string>): number {
  let sum = 0;
  for (const stem of stems) sum += weightOf(stem);
  return sum;
}

/** FNV-1a as a signed 32-bit number, which PostgreSQL keeps as an integer. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value | 0;
}

/** The term of two words that follow each other. */
export function pairOf(first: number, second: number): number {
  return (Math.imul(first, 31) + second) | 0;
}

/**
 * The terms by which a text is found, hashed: its words, and each two that follow each other. Rare words find what was said anew,
 * pairs what was said again. The usual words of any complaint are left out: they find everything.
 */
export function termsOf(text: string): { singles: number[]; pairs: number[] } {
  const stems = stemsOf(text);
  const singles = new Set<number>();
  const pairs = new Set<number>();
  let before: { usual: boolean; hash: number } | null = null;
  for (const stem of stems) {
    const one = { usual: USUAL.has(stem), hash: hash(stem) };
    if (!one.usual && singles.size < MOST_SINGLES) singles.add(one.hash);
    if (before && !(one.usual && before.usual) && pairs.size < MOST_PAIRS) pairs.add(pairOf(before.hash, one.hash));
    before = one;
  }
  return { singles: [...singles], pairs: [...pairs] };
}
