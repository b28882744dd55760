/** Puts slips of spelling and hearing right before words are compared: a complaint must not depend on how its writer spells. */
import Metaphone from 'natural/lib/natural/phonetics/metaphone.js';
import { RANKS } from './english.ts';

/** The cost of a word rises with its rank by one for so many ranks. */
const RANKS_TO_COST = 7_000;
const SHORTEST = 4;
/** Two letters may be wrong in words from this length on. */
const LONG = 7;
const MOST_REMEMBERED = 20_000;
/** In a text with more unknown words than this, another language is spoken. */
const MOST_UNKNOWN = 0.6;

const metaphone = new Metaphone();
interface Targets {
  /** A word with one letter left out, and whole, to the words that it may be. */
  by_deletion: Map<string, string[]>;
  by_sound: Map<string, string[]>;
}

/** What a slip may have meant, made at the first slip. */
export interface Speller {
  words: ReadonlySet<string>;
  /** Beginnings of words that the phrases use: "bow*" knows "bowing". */
  starts: ReadonlySet<string>;
  targets: Targets | null;
  remembered: Map<string, string>;
}

/**
 * @param words those that the pack's phrases use: they are known, and slips are put right into them first
 * @param starts beginnings that they use: a word that begins so is known
 */
export function makeSpeller(words: Iterable<string>, starts: Iterable<string> = []): Speller {
  return { words: new Set(words), starts: new Set(starts), targets: null, remembered: new Map() };
}

const SHORTEST_START = 3;

function isKnown(word: string, { words, starts }: Speller): boolean {
  if (RANKS.has(word) || words.has(word)) return true;
  for (let length = SHORTEST_START; length <= word.length; length++) if (starts.has(word.slice(0, length))) return true;
  return false;
}

/**
 * The words with their slips put right, in place. Names, numbers and short words stay; so does a text of another language.
 * @param isName whether the word at this place is written like a name
 */
export function mendSpelling(words: string[], speller: Speller, isName: (at: number) => boolean): void {
  const unknown: number[] = [];
  let letters = 0;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (!/^[a-z]+$/.test(word)) continue;
    letters++;
    if (!isKnown(word, speller)) unknown.push(at);
  }
  if (unknown.length > letters * MOST_UNKNOWN) return;
  for (const at of unknown) {
    const word = words[at] ?? '';
    if (word.length >= SHORTEST && !isName(at)) words[at] = mended(word, speller);
  }
}

function mended(word: string, speller: Speller): string {
  const before = speller.remembered.get(word);
  if (before !== undefined) return before;
  const right = (word.endsWith('in') ? asIng(word, speller) : null) ?? nearest(word, speller) ?? word;
  if (speller.remembered.size < MOST_REMEMBERED) speller.remembered.set(word, right);
  return right;
}

/** "nuthin" for "nothing", "leakin" for "leaking". */
function asIng(word: string, speller: Speller): string | null {
  const whole = `${word}g`;
  return RANKS.has(whole) || speller.words.has(whole) ? whole : nearest(whole, speller);
}

function nearest(word: string, speller: Speller): string | null {
  if (word.length > 24) return null;
  const targets = (speller.targets ??= makeTargets(speller.words));
  const candidates = new Set<string>();
  for (const key of deletionsOf(word)) for (const target of targets.by_deletion.get(key) ?? []) candidates.add(target);
  const sound = soundOf(word);
  for (const target of targets.by_sound.get(sound) ?? []) candidates.add(target);
  let best: { target: string; cost: number } | null = null;
  for (const target of candidates) {
    if (Math.abs(target.length - word.length) > 3) continue;
    const wrong = distance(word, target);
    const alike = soundOf(target) === sound;
    const most = alike ? (word.length >= LONG ? 4 : 3) : word.length >= LONG ? 2 : 1;
    if (wrong > most) continue;
    const rank = Math.min(RANKS.get(target) ?? RANKS_TO_COST, speller.words.has(target) ? RANKS_TO_COST / 10 : RANKS_TO_COST * 3);
    const cost = wrong - (alike ? 1.2 : 0) + (target[0] === word[0] ? 0 : 0.8) + rank / RANKS_TO_COST;
    if (!best || cost < best.cost || (cost === best.cost && target < best.target)) best = { target, cost };
  }
  return best?.target ?? null;
}

function makeTargets(words: ReadonlySet<string>): Targets {
  const targets: Targets = { by_deletion: new Map(), by_sound: new Map() };
  for (const word of new Set([...words, ...RANKS.keys()])) {
    if (word.length < SHORTEST || !/^[a-z]+$/.test(word)) continue;
    for (const key of deletionsOf(word)) push(targets.by_deletion, key, word);
    push(targets.by_sound, soundOf(word), word);
  }
  return targets;
}

function push(to: Map<string, string[]>, key: string, word: string): void {
  const known = to.get(key);
  if (known) known.push(word);
  else to.set(key, [word]);
}

function deletionsOf(word: string): Set<string> {
  const keys = new Set([word]);
  for (let at = 0; at < word.length; at++) keys.add(word.slice(0, at) + word.slice(at + 1));
  return keys;
}

function soundOf(word: string): string {
  return metaphone.process(word);
}

/** Letters left out, put in, changed or swapped with the next. */
function distance(a: string, b: string): number {
  let [before, row]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      next.push(cost);
    }
    [before, row] = [row, next];
  }
  return row[b.length] ?? 0;
}
