/** Finds every phrase of a pack in a text at once: each word is looked up once a sentence, and only phrases whose rarest word is there are tried. */
import { COMMON_WORDS } from './language.ts';
import { isNumberWord, openingOf, startsOf, type Part, type Phrase, type WordSet } from './phrase.ts';

export interface Hit {
  /** Number of the sentence. */
  sentence: number;
  /** First word and the word after the last, by number. */
  from: number;
  until: number;
}

/** By the phrase's number; undefined where it is not said. */
export type Hits = readonly (readonly Hit[] | undefined)[];

/** A phrase is looked for no further after so many places: a rule needs one. */
const MOST_HITS = 64;
/** Beginnings that are tried together; a longer sentence is searched in slices. */
const SLICE = 96;
/** Words that are seen beyond the last beginning: a phrase spans at most 31 places. */
const REACH = 31;
const WINDOW = 0x7fffffff;
/** Numbers of 32 bits for the places of a slice and what lies beyond, and one that stays empty. */
const STRIDE = (SLICE + REACH + 1) / 32 + 1;
/** Words whose sets are remembered from message to message; more would only be a stranger's to fill. */
const MOST_KNOWN = 20_000;

/** A part of a phrase with numbers for word sets. `set` is where the part must begin, -1 where that is not known. */
interface Step {
  kind: 'words' | 'gap' | 'maybe' | 'either';
  set: number;
  most: number;
  options: Step[][];
}

interface Route {
  phrase: number;
  steps: Step[];
  opening: number;
  /** Sets that must all be in the sentence. */
  needs: number[];
}

/** Phrases made ready for searching. */
export interface PhraseIndex {
  phrases: number;
  /** Routes by the set that is the rarest of those they need. */
  by_rarest: Route[][];
  by_word: Map<string, number[]>;
  by_start: Map<string, number[]>;
  start_lengths: number[];
  by_number: number[];
  /** Sets of the words met so far. */
  known: Map<string, readonly number[]>;
  /** For each set, in bits, the places of the sentence at hand whose word it holds. All zero between two sentences. */
  places: Int32Array;
}

/** Makes phrases ready; their numbers are their places in the list. */
export function indexPhrases(phrases: readonly Phrase[]): PhraseIndex {
  const by_word = new Map<string, number[]>();
  const by_start = new Map<string, number[]>();
  const by_number: number[] = [];
  const commonness: number[] = [];
  const numbers = new Map<WordSet, number>();
  const written = new Map<string, number>();
  const numberOf = (set: WordSet): number => {
    const before = numbers.get(set);
    if (before !== undefined) return before;
    const starts = [...new Set(set.starts)].sort();
    const key = `${[...set.exact].sort().join(' ')}|${starts.join(' ')}|${set.number}`;
    const alike = written.get(key);
    const number = alike ?? commonness.push(commonnessOf(set)) - 1;
    numbers.set(set, number);
    if (alike !== undefined) return number;
    written.set(key, number);
    for (const word of set.exact) push(by_word, word, number);
    for (const start of starts) push(by_start, start, number);
    if (set.number) by_number.push(number);
    return number;
  };
  const ready = new Map<Part, Step>();
  const stepOf = (part: Part): Step => {
    const before = ready.get(part);
    if (before) return before;
    const step = makeStep(part, numberOf, (parts) => parts.map(stepOf));
    ready.set(part, step);
    return step;
  };
  const routes = phrases.map(({ parts }, phrase): Route => {
    const steps = parts.map(stepOf);
    const opening = numberOf(openingOf(parts));
    const needs = steps.slice(1).flatMap(({ set }) => (set >= 0 ? [set] : []));
    return { phrase, steps, opening, needs: [...new Set([opening, ...needs])] };
  });
  const by_rarest: Route[][] = commonness.map(() => []);
  for (const route of routes) {
    const [rarest] = route.needs.toSorted((a, b) => (commonness[a] ?? 0) - (commonness[b] ?? 0));
    by_rarest[rarest ?? route.opening]?.push(route);
  }
  return {
    phrases: phrases.length,
    by_rarest,
    by_word,
    by_start,
    start_lengths: [...new Set([...by_start.keys()].map((start) => start.length))].sort((a, b) => a - b),
    by_number,
    known: new Map(),
    places: new Int32Array(commonness.length * STRIDE),
  };
}

function makeStep(part: Part, numberOf: (set: WordSet) => number, stepsOf: (parts: readonly Part[]) => Step[]): Step {
  switch (part.kind) {
    case 'words':
      return { kind: 'words', set: numberOf(part), most: 0, options: [] };
    case 'gap':
      return { kind: 'gap', set: -1, most: part.most, options: [] };
    case 'maybe':
      return { kind: 'maybe', set: -1, most: 0, options: [stepsOf(part.parts)] };
    case 'either': {
      const starts = startsOf([part]);
      return { kind: 'either', set: starts ? numberOf(starts) : -1, most: 0, options: part.options.map(stepsOf) };
    }
    default:
      return part satisfies never;
  }
}

/** How often a word of the set is to be expected; only the order counts. */
function commonnessOf({ exact, starts, number }: WordSet): number {
  let sum = starts.length * 3 + (number ? 20 : 0);
  for (const word of exact) sum += COMMON_WORDS.has(word) ? 50 : 1;
  return sum;
}

function push(index: Map<string, number[]>, key: string, number: number): void {
  const known = index.get(key);
  if (known) known.push(number);
  else index.set(key, [number]);
}

/** The sets that hold a word, each once. */
function setsOf(index: PhraseIndex, word: string): readonly number[] {
  const before = index.known.get(word);
  if (before) return before;
  const found = new Set(index.by_word.get(word));
  for (const length of index.start_lengths) {
    if (length > word.length) break;
    for (const set of index.by_start.get(word.slice(0, length)) ?? []) found.add(set);
  }
  if (isNumberWord(word)) for (const set of index.by_number) found.add(set);
  const sets = [...found];
  if (index.known.size < MOST_KNOWN) index.known.set(word, sets);
  return sets;
}

/**
 * Where each phrase is said, in the order of the text: at most 64 places, each the shortest from its beginning.
 * Linear in the number of words. An empty word is a name, which nothing matches.
 */
export function findHits(
  index: PhraseIndex,
  words: readonly string[],
  sentences: readonly { from: number; until: number; counts: boolean }[],
): Hits {
  const hits: (Hit[] | undefined)[] = Array.from({ length: index.phrases });
  const touched: number[] = [];
  for (const [number, { from, until, counts }] of sentences.entries()) {
    if (!counts) continue;
    for (let start = from; start < until; start += SLICE) {
      mark(index, words, start, Math.min(until, start + SLICE + REACH), touched);
      for (const set of touched) {
        const routes = index.by_rarest[set];
        if (routes) for (const route of routes) search(index.places, route, start, number, hits);
      }
      for (const set of touched) index.places.fill(0, set * STRIDE, (set + 1) * STRIDE);
      touched.length = 0;
    }
  }
  return hits;
}

/** Notes the place of every word in all sets that hold it; `touched` names each of those sets once. */
function mark(index: PhraseIndex, words: readonly string[], start: number, until: number, touched: number[]): void {
  const { places } = index;
  for (let at = start; at < until; at++) {
    const word = words[at] ?? '';
    if (word === '') continue;
    const block = (at - start) >> 5;
    const bit = 1 << ((at - start) & 31);
    for (const set of setsOf(index, word)) {
      const first = set * STRIDE;
      if (isEmpty(places, first)) touched.push(set);
      places[first + block] = (places[first + block] ?? 0) | bit;
    }
  }
}

function isEmpty(places: Int32Array, first: number): boolean {
  return places[first] === 0 && places[first + 1] === 0 && places[first + 2] === 0 && places[first + 3] === 0;
}

function search(places: Int32Array, route: Route, start: number, sentence: number, hits: (Hit[] | undefined)[]): void {
  const { needs, opening, steps, phrase } = route;
  let found = hits[phrase];
  if (found && found.length >= MOST_HITS) return;
  for (const set of needs) if (isEmpty(places, set * STRIDE)) return;
  for (let block = 0; block < SLICE / 32; block++) {
    for (let left = places[opening * STRIDE + block] ?? 0; left !== 0; left &= left - 1) {
      const from = block * 32 + 31 - Math.clz32(left & -left);
      const reached = run(steps, 1, places, from);
      if (reached === 0) continue;
      const hit = { sentence, from: start + from, until: start + from + 31 - Math.clz32(reached & -reached) };
      if (!found) hits[phrase] = found = [hit];
      else if (found.push(hit) >= MOST_HITS) return;
    }
  }
}

/** Each bit of `reached` is a place after so many words; the answer holds the places after `steps` as well. */
function run(steps: readonly Step[], reached: number, places: Int32Array, from: number): number {
  let now = reached;
  for (const step of steps) {
    if (now === 0) return 0;
    switch (step.kind) {
      case 'words':
        now = (now & seen(places, step.set, from)) << 1;
        break;
      case 'gap': {
        for (let skipped = 0; skipped < step.most; skipped++) now |= now << 1;
        break;
      }
      case 'maybe':
        for (const option of step.options) now |= run(option, now, places, from);
        break;
      case 'either': {
        const begun = step.set < 0 ? now : now & seen(places, step.set, from);
        now = 0;
        if (begun !== 0) for (const option of step.options) now |= run(option, begun, places, from);
        break;
      }
      default:
        return step.kind satisfies never;
    }
  }
  return now;
}

/** The next 31 places from `from` on, as bits: those whose word the set holds. */
function seen(places: Int32Array, set: number, from: number): number {
  const at = set * STRIDE + (from >> 5);
  const shift = from & 31;
  const low = places[at] ?? 0;
  return (shift === 0 ? low : (low >>> shift) | ((places[at + 1] ?? 0) << (32 - shift))) & WINDOW;
}
