/** Finds every phrase of a pack in a text at once: each word is looked up once a sentence, and only phrases whose rarest word is there are tried. */
import { RANKS } from './english.ts';
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
  /** The set with which each option begins, -1 where that is not known: most options end there. */
  firsts: Int32Array;
  /** Which options may begin with a word met so far: most lists are long, and most of their entries begin otherwise. */
  by_word: Map<Word, readonly number[]>;
}
/** Words remembered for each list. */
const MOST_REMEMBERED = 400;

interface Route {
  phrase: number;
  steps: Step[];
  opening: number;
  /** Sets that must all be in the sentence. */
  needs: number[];
}

/** Routes that need the same rarest set. */
interface Bundle {
  routes: Route[];
  /** For each route the next rarest set that it needs, kept apart because most routes fail there. */
  seconds: Int32Array;
}

/** Phrases made ready for searching. */
export interface PhraseIndex {
  phrases: number;
  /** Routes by the set that is the rarest of those they need. */
  by_rarest: (Bundle | undefined)[];
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
  /** Working memory of `findHits`. */
  places: Places;
}

interface Word {
  /** The sets that hold the word. */
  sets: Int32Array;
  of: ReadonlySet<number>;
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
  const together = new Map<number, Route[]>();
  for (const route of routes) {
    route.needs.sort((a, b) => (commonness[a] ?? 0) - (commonness[b] ?? 0));
    const rarest = route.needs[0] ?? route.opening;
    const others = together.get(rarest);
    if (others) others.push(route);
    else together.set(rarest, [route]);
  }
  const by_rarest = commonness.map((_, set): Bundle | undefined => {
    const of = together.get(set);
    return of && { routes: of, seconds: Int32Array.from(of, ({ needs }) => needs[1] ?? needs[0] ?? 0) };
  });
  return {
    phrases: phrases.length,
    by_rarest,
    by_word,
    by_start,
    start_lengths: [...new Set([...by_start.keys()].map((start) => start.length))].sort((a, b) => a - b),
    by_number,
    sets: commonness.length,
    known: new Map(),
    nothing: { sets: new Int32Array(0), of: new Set(), rarest: [] },
    places: placesFor(commonness.length, USUAL_SENTENCE),
  };
}

function makeStep(part: Part, numberOf: (set: WordSet) => number, stepsOf: (parts: readonly Part[]) => Step[]): Step {
  switch (part.kind) {
    case 'words':
      return { kind: 'words', set: numberOf(part), most: 0, options: [], firsts: NONE, by_word: NO_WORDS };
    case 'gap':
      return { kind: 'gap', set: -1, most: part.most, options: [], firsts: NONE, by_word: NO_WORDS };
    case 'maybe':
      return { kind: 'maybe', set: -1, most: 0, ...optionsOf([stepsOf(part.parts)]) };
    case 'either': {
      const starts = startsOf([part]);
      return { kind: 'either', set: starts ? numberOf(starts) : -1, most: 0, ...optionsOf(part.options.map(stepsOf)) };
    }
    default:
      return part satisfies never;
  }
}

const NONE = new Int32Array(0);
const NO_WORDS: Map<Word, readonly number[]> = new Map();

function optionsOf(options: Step[][]): Pick<Step, 'options' | 'firsts' | 'by_word'> {
  const firsts = Int32Array.from(options, ([first]) => (first?.kind === 'words' || first?.kind === 'either' ? first.set : -1));
  return { options, firsts, by_word: new Map() };
}

/** How often a word of the set is to be expected; only the order counts. By Zipf's law a word comes as often as its rank is low. */
function commonnessOf({ exact, starts, number }: WordSet): number {
  let sum = number ? 0.02 : 0;
  for (const start of starts) sum += start.length < 4 ? 0.005 : 0.001;
  for (const word of exact) sum += 1 / (20 + (RANKS.get(word) ?? RARE));
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
    made = { sets: Int32Array.from(found), of: found, rarest: [...found].filter((set) => index.by_rarest[set]) };
  }
  if (index.known.size < MOST_KNOWN) index.known.set(word, made);
  return made;
}

/** The rank of words that are not among the most used. */
const RARE = 30_000;
/** Sentences are cut at about so many words; for longer ones the working memory grows. */
const USUAL_SENTENCE = 64;
const MOST_STAMPS = 2 ** 31 - 1;

/** A phrase spans at most so many words: its places fit into the bits of one number. */
const WINDOW = 0x7fffffff;

/** Where the words of each set stand in the sentence in hand: working memory, filled anew for every sentence. */
interface Places {
  /** Numbers a set: which sentence the rest belongs to, so many times 32 bits of places, and one that is always empty. */
  row: number;
  rows: Int32Array;
  stamp: number;
  /** Those of the sentence. */
  words: Word[];
}

function placesFor(sets: number, longest: number): Places {
  const row = Math.ceil(longest / 32) + 2;
  return { row, rows: new Int32Array(sets * row), stamp: 0, words: [] };
}

function put({ row, rows, stamp }: Places, set: number, at: number): void {
  const from = set * row;
  if (rows[from] !== stamp) {
    rows[from] = stamp;
    for (let lane = 1; lane < row; lane++) rows[from + lane] = 0;
  }
  const lane = from + 1 + (at >> 5);
  rows[lane] = (rows[lane] ?? 0) | (1 << (at & 31));
}

function isIn({ row, rows, stamp }: Places, set: number): boolean {
  return rows[set * row] === stamp;
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
  if (longest > (index.places.row - 2) * 32) index.places = { ...placesFor(index.sets, longest), stamp: index.places.stamp };
  const { places } = index;
  const rarest: number[] = [];
  for (const [number, { from, until, counts }] of sentences.entries()) {
    if (!counts) continue;
    if (places.stamp === MOST_STAMPS) {
      places.rows.fill(0);
      places.stamp = 0;
    }
    places.stamp++;
    rarest.length = 0;
    places.words.length = 0;
    for (let at = from; at < until; at++) {
      const word = lookUp(index, words[at] ?? '');
      places.words.push(word);
      if (word === index.nothing) continue;
      for (const set of word.rarest) if (!isIn(places, set)) rarest.push(set);
      const { sets } = word;
      for (let each = 0; each < sets.length; each++) put(places, sets[each] ?? 0, at - from);
    }
    for (const set of rarest) {
      const bundle = index.by_rarest[set];
      if (!bundle) continue;
      const { routes, seconds } = bundle;
      for (let each = 0; each < seconds.length; each++) {
        const route = isIn(places, seconds[each] ?? 0) ? routes[each] : undefined;
        if (route) search(route, places, number, from, hits);
      }
    }
  }
  return hits;
}

function search(
  { needs, opening, steps, phrase }: Route,
  places: Places,
  sentence: number,
  sentence_from: number,
  hits: (Hit[] | undefined)[],
): void {
  let found = hits[phrase];
  if (found && found.length >= MOST_HITS) return;
  for (let each = 0; each < needs.length; each++) if (!isIn(places, needs[each] ?? 0)) return;
  for (let lane = 0; lane < places.row - 2; lane++) {
    for (let left = isIn(places, opening) ? (places.rows[opening * places.row + 1 + lane] ?? 0) : 0; left !== 0; left &= left - 1) {
      const from = lane * 32 + 31 - Math.clz32(left & -left);
      const reached = run(steps, 1, places, from);
      if (reached === 0) continue;
      const hit = { sentence, from: sentence_from + from, until: sentence_from + from + 31 - Math.clz32(reached & -reached) };
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
        now |= runOptions(step, now, places, from);
        break;
      case 'either': {
        const begun = step.set < 0 ? now : now & held(step.set, places, from);
        now = begun === 0 ? 0 : runOptions(step, begun, places, from);
        break;
      }
      default:
        return step.kind satisfies never;
    }
  }
  return now;
}

function runOptions(step: Step, begun: number, places: Places, from: number): number {
  let reached = 0;
  for (let left = begun; left !== 0; left &= left - 1) {
    const place = 31 - Math.clz32(left & -left);
    const word = places.words[from + place];
    if (!word) break;
    for (const option of optionsWith(step, word)) reached |= run(step.options[option] ?? [], 1 << place, places, from);
  }
  return reached;
}

/** The options that may begin with the word; those that begin with a gap may begin with any. */
function optionsWith({ firsts, by_word }: Step, word: Word): readonly number[] {
  const known = by_word.get(word);
  if (known) return known;
  const found: number[] = [];
  for (const [option, first] of firsts.entries()) if (first < 0 || word.of.has(first)) found.push(option);
  if (by_word.size < MOST_REMEMBERED) by_word.set(word, found);
  return found;
}

/** The places from `from` on whose word the set holds, one bit each, as many as a phrase may span. */
function held(set: number, places: Places, from: number): number {
  const { row, rows, stamp } = places;
  const start = set * row;
  if (rows[start] !== stamp) return 0;
  const lane = start + 1 + (from >> 5);
  const shift = from & 31;
  const low = (rows[lane] ?? 0) >>> shift;
  return (shift === 0 ? low : low | ((rows[lane + 1] ?? 0) << (32 - shift))) & WINDOW;
}
