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
  /** How many sets there are. */
  sets: number;
  /** Words met so far. */
  known: Map<string, Word>;
  /** What stands for words that are in no phrase. */
  nothing: Word;
}

interface Word {
  /** The sets that hold the word. */
  sets: Int32Array;
  /** Those of its sets that some route needs and that are the rarest there. */
  rarest: readonly number[];
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
    sets: commonness.length,
    known: new Map(),
    nothing: { sets: new Int32Array(0), rarest: [] },
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

function lookUp(index: PhraseIndex, word: string): Word {
  if (word === '') return index.nothing;
  const before = index.known.get(word);
  if (before) return before;
  const found = new Set(index.by_word.get(word));
  for (const length of index.start_lengths) {
    if (length > word.length) break;
    for (const set of index.by_start.get(word.slice(0, length)) ?? []) found.add(set);
  }
  if (isNumberWord(word)) for (const set of index.by_number) found.add(set);
  let made = index.nothing;
  if (found.size > 0) {
    made = { sets: Int32Array.from(found), rarest: [...found].filter((set) => index.by_rarest[set]?.length) };
  }
  if (index.known.size < MOST_KNOWN) index.known.set(word, made);
  return made;
}

/** A phrase spans at most so many words: its places fit into the bits of one number. */
const WINDOW = 0x7fffffff;

/** Where the words of each set stand in the sentence in hand. */
interface Places {
  /** So many numbers of 32 bits a set, the last always empty. */
  lanes: number;
  masks: Int32Array;
  /** Sets of which some word stands in the sentence. */
  touched: Int32Array;
  count: number;
}

function clear(places: Places): void {
  for (let at = 0; at < places.count; at++) {
    const set = (places.touched[at] ?? 0) * places.lanes;
    places.masks.fill(0, set, set + places.lanes);
  }
  places.count = 0;
}

function put(places: Places, set: number, at: number): void {
  const { masks, lanes } = places;
  if (!isIn(places, set)) places.touched[places.count++] = set;
  const lane = set * lanes + (at >> 5);
  masks[lane] = (masks[lane] ?? 0) | (1 << (at & 31));
}

function isIn({ masks, lanes }: Places, set: number): boolean {
  const from = set * lanes;
  let any = 0;
  for (let lane = 0; lane < lanes; lane++) any |= masks[from + lane] ?? 0;
  return any !== 0;
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
  const longest = sentences.reduce((most, { from, until }) => Math.max(most, until - from), 0);
  const lanes = Math.ceil(longest / 32) + 1;
  const places: Places = { lanes, masks: new Int32Array(index.sets * lanes), touched: new Int32Array(index.sets), count: 0 };
  const rarest: number[] = [];
  for (const [number, { from, until, counts }] of sentences.entries()) {
    if (!counts) continue;
    clear(places);
    rarest.length = 0;
    for (let at = from; at < until; at++) {
      const word = lookUp(index, words[at] ?? '');
      if (word === index.nothing) continue;
      for (const set of word.rarest) if (!isIn(places, set)) rarest.push(set);
      const { sets } = word;
      for (let each = 0; each < sets.length; each++) put(places, sets[each] ?? 0, at - from);
    }
    for (const set of rarest) {
      const routes = index.by_rarest[set];
      if (routes) for (const route of routes) search(route, places, { sentence: number, from }, hits);
    }
  }
  return hits;
}

function search(
  { needs, opening, steps, phrase }: Route,
  places: Places,
  at: { sentence: number; from: number },
  hits: (Hit[] | undefined)[],
): void {
  let found = hits[phrase];
  if (found && found.length >= MOST_HITS) return;
  for (let each = 0; each < needs.length; each++) if (!isIn(places, needs[each] ?? 0)) return;
  for (let lane = 0; lane < places.lanes - 1; lane++) {
    for (let left = places.masks[opening * places.lanes + lane] ?? 0; left !== 0; left &= left - 1) {
      const from = lane * 32 + 31 - Math.clz32(left & -left);
      const reached = run(steps, 1, places, from);
      if (reached === 0) continue;
      const hit = { sentence: at.sentence, from: at.from + from, until: at.from + from + 31 - Math.clz32(reached & -reached) };
      if (!found) hits[phrase] = found = [hit];
      else if (found.push(hit) >= MOST_HITS) return;
    }
  }
}

/** Each bit of `reached` is a place after so many words; the answer holds the places after `steps` as well. */
function run(steps: readonly Step[], reached: number, places: Places, from: number): number {
  let now = reached;
  for (let each = 0; each < steps.length; each++) {
    const step = steps[each];
    if (now === 0 || !step) return 0;
    switch (step.kind) {
      case 'words':
        now = (now & held(step.set, places, from)) << 1;
        break;
      case 'gap': {
        for (let skipped = 0; skipped < step.most; skipped++) now |= now << 1;
        break;
      }
      case 'maybe':
        for (const option of step.options) now |= run(option, now, places, from);
        break;
      case 'either': {
        const begun = step.set < 0 ? now : now & held(step.set, places, from);
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

/** The places from `from` on whose word the set holds, one bit each, as many as a phrase may span. */
function held(set: number, places: Places, from: number): number {
  const { masks, lanes } = places;
  const lane = set * lanes + (from >> 5);
  const shift = from & 31;
  const low = (masks[lane] ?? 0) >>> shift;
  return (shift === 0 ? low : low | ((masks[lane + 1] ?? 0) << (32 - shift))) & WINDOW;
}
