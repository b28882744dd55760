/** A small language of phrases over whole words, matched in time that grows only with the text: rules say what residents say without regular expressions. */
import { foldWord } from './fold.ts';

/** Phrases span at most this many words: the places reached so far fit into the bits of one number. */
const WINDOW = 31;
const DEEPEST = 8;
/** Looking for more words than this costs more than trying the phrase. */
const MOST_NEEDED = 400;
/** What `..` and `...` may skip, in words. */
const GAPS = { '..': 3, '...': 8 } as const;

type Part =
  | { kind: 'words'; exact: Set<string>; starts: string[]; letters: number; number: boolean }
  | { kind: 'gap'; most: number }
  | { kind: 'maybe'; parts: Part[] }
  | { kind: 'either'; options: Part[][]; by_word: Map<string, Part[][]>; others: Part[][] };

export interface Phrase {
  parts: Part[];
  /** Words with which it can begin; `*` at the end stands for any ending, `#` for any number. */
  openings: string[];
  /** Words, or beginnings with `*`, of which one must be somewhere in the message; null where that cannot be told beforehand. */
  needs: string[] | null;
  /** Words of which one must come second, where that is known: most tries end here. */
  second: ReadonlySet<string> | null;
}

const NO_SPELLINGS: ReadonlyMap<string, string> = new Map();
const NUMBER_WORDS = new Set(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty several couple few many'.split(
    ' ',
  ),
);

/** True for `12`, `3rd`, `four`, `several`. */
export function isNumberWord(word: string): boolean {
  const code = word.charCodeAt(0);
  return (code >= 48 && code <= 57) || NUMBER_WORDS.has(word);
}

/**
 * Reads one phrase.
 * @throws SyntaxError that says what was expected and where
 */
export function parsePhrase(written: string, lists: ReadonlyMap<string, Phrase[]> = new Map()): Phrase {
  const pieces = written.match(/\{[a-z0-9_]*\}|\.\.\.|\.\.|[()|?#]|[\p{L}\p{N}\p{M}'’]+\*?|[^\s-]/gu) ?? [];
  let at = 0;
  const fail = (expected: string): never => {
    throw new SyntaxError(
      `phrase ${JSON.stringify(written)}: expected ${expected} at piece ${at + 1}, got ${JSON.stringify(pieces[at] ?? 'the end')}`,
    );
  };
  const readSequence = (depth: number): Part[] => {
    if (depth > DEEPEST) fail(`at most ${DEEPEST} nested brackets`);
    const parts: Part[] = [];
    for (let piece = pieces[at]; piece !== undefined && piece !== ')' && piece !== '|'; piece = pieces[at])
      parts.push(...readPiece(piece, depth));
    return parts;
  };
  const readPiece = (piece: string, depth: number): Part[] => {
    at++;
    if (piece === '..' || piece === '...') return [{ kind: 'gap', most: GAPS[piece] }];
    if (piece === '#') return [{ kind: 'words', exact: new Set(), starts: [], letters: 0, number: true }];
    if (piece === '(') {
      const options = [readSequence(depth + 1)];
      while (pieces[at] === '|') {
        at++;
        options.push(readSequence(depth + 1));
      }
      if (pieces[at] !== ')') fail('a closing bracket');
      at++;
      if (options.some((option) => option.length === 0)) fail('words in every branch of the brackets');
      return [maybe(simplify(options))];
    }
    if (piece.startsWith('{')) {
      const list = lists.get(piece.slice(1, -1));
      if (!list) return fail(`the name of a word list, known are ${[...lists.keys()].join(', ') || 'none'}`);
      return [maybe(partOf(list))];
    }
    if (!/^[\p{L}\p{N}]/u.test(piece)) fail('a word, brackets, a list or a gap');
    if (piece.endsWith('*')) {
      const start = foldWord(piece.slice(0, -1), NO_SPELLINGS).join('');
      return [{ kind: 'words', exact: new Set(), starts: [start], letters: letterBit(start), number: false }];
    }
    return foldWord(piece, NO_SPELLINGS).map((word) => ({
      kind: 'words',
      exact: new Set([word]),
      starts: [],
      letters: 0,
      number: false,
    }));
  };
  const maybe = (part: Part): Part => {
    if (pieces[at] !== '?') return part;
    at++;
    return { kind: 'maybe', parts: [part] };
  };
  const parts = readSequence(0);
  if (at < pieces.length) fail('no closing bracket or | outside brackets');
  if (parts.length === 0 || parts[0]?.kind === 'gap') fail('a word, a list or brackets first');
  if (narrowest(parts) === 0) fail('at least one word that must be there');
  return { parts, openings: openings(parts), needs: rarest(parts), second: secondOf(parts) };
}

const listParts = new WeakMap<Phrase[], Part>();
function partOf(list: Phrase[]): Part {
  const known = listParts.get(list);
  if (known) return known;
  const part = simplify(list.map((phrase) => phrase.parts));
  listParts.set(list, part);
  return part;
}

/** One set of words instead of many branches of one word each. */
function simplify(options: Part[][]): Part {
  const single: Extract<Part, { kind: 'words' }> = { kind: 'words', exact: new Set(), starts: [], letters: 0, number: false };
  const rest: Part[][] = [];
  for (const option of options) {
    const [only, more] = option;
    if (only?.kind === 'words' && !more) {
      for (const word of only.exact) single.exact.add(word);
      single.starts.push(...only.starts);
      single.letters |= only.letters;
      single.number ||= only.number;
    } else if (only?.kind === 'either' && !more) rest.push(...only.options);
    else rest.push(option);
  }
  const hasSingle = single.exact.size > 0 || single.starts.length > 0 || single.number;
  if (rest.length === 0) return single;
  return either(hasSingle ? [[single], ...rest] : rest);
}

/** Branches that begin with known words are found by the word that stands there, so that a long list costs no more than a short one. */
function either(options: Part[][]): Part {
  const by_word = new Map<string, Part[][]>();
  const others: Part[][] = [];
  for (const option of options) {
    const [first] = option;
    if (first?.kind !== 'words' || first.number || first.starts.length > 0) others.push(option);
    else {
      for (const word of first.exact) {
        const known = by_word.get(word);
        if (known) known.push(option);
        else by_word.set(word, [option]);
      }
    }
  }
  return { kind: 'either', options, by_word, others };
}

function narrowest(parts: Part[]): number {
  let least = 0;
  for (const part of parts) {
    if (part.kind === 'words') least += 1;
    else if (part.kind === 'either') least += Math.min(...part.options.map(narrowest));
  }
  return least;
}

/** The shortest list of words among the places that must be filled, the first place apart: that one is known when a match is tried. */
function rarest(parts: Part[]): string[] | null {
  let best: string[] | null = null;
  for (const part of parts.slice(1)) {
    const words = neededBy(part);
    if (words && (!best || words.length < best.length)) best = words;
  }
  return best && best.length <= MOST_NEEDED ? best : null;
}

function secondOf([first, second]: Part[]): ReadonlySet<string> | null {
  const words = first?.kind === 'words' && second ? neededBy(second) : null;
  return words && !words.some((word) => word.endsWith('*')) ? new Set(words) : null;
}

const needed = new WeakMap<Part, string[] | null>();

/** Words, or beginnings with `*`, of which one fills this place; the same list for the same part, so that it is looked up once a message. */
function neededBy(part: Part): string[] | null {
  const known = needed.get(part);
  if (known !== undefined) return known;
  const words = findNeeded(part);
  needed.set(part, words);
  return words;
}

function findNeeded(part: Part): string[] | null {
  if (part.kind === 'words') return part.number ? null : [...part.exact, ...part.starts.map((start) => `${start}*`)];
  if (part.kind !== 'either') return null;
  const words: string[] = [];
  for (const option of part.options) {
    const [first] = option;
    const inside = first && neededBy(first);
    if (!inside) return null;
    words.push(...inside);
  }
  return words;
}

function openings(parts: Part[]): string[] {
  const found: string[] = [];
  for (const part of parts) {
    if (part.kind === 'words') found.push(...part.exact, ...part.starts.map((start) => `${start}*`), ...(part.number ? ['#'] : []));
    else if (part.kind === 'either') found.push(...part.options.flatMap(openings));
    else if (part.kind === 'maybe') found.push(...openings(part.parts));
    if (part.kind === 'words' || (part.kind === 'either' && part.options.every((option) => narrowest(option) > 0))) break;
  }
  return [...new Set(found)];
}

/**
 * Where a match that begins at word `from` may end: the number of the word after the shortest match, or -1.
 * @param until first word that no longer belongs to the sentence
 */
export function matchAt(phrase: Phrase, words: readonly string[], from: number, until: number): number {
  const width = Math.min(until - from, WINDOW);
  const reached = run(phrase.parts, 1, words, from, width);
  if (reached === 0) return -1;
  return from + 31 - Math.clz32(reached & -reached);
}

/** Each bit of `reached` is a place after so many words; the answer holds the places after `parts` as well. */
function run(parts: Part[], reached: number, words: readonly string[], from: number, width: number): number {
  let places = reached;
  for (const part of parts) {
    if (places === 0) return 0;
    places = step(part, places, words, from, width);
  }
  return places;
}

function step(part: Part, places: number, words: readonly string[], from: number, width: number): number {
  switch (part.kind) {
    case 'words': {
      let next = 0;
      for (let left = places; left !== 0; left &= left - 1) {
        const place = 31 - Math.clz32(left & -left);
        if (place < width && isOneOf(part, words[from + place] ?? '')) next |= 1 << (place + 1);
      }
      return next;
    }
    case 'gap': {
      let next = places;
      for (let skipped = 0; skipped < part.most; skipped++) next |= next << 1;
      return width >= WINDOW ? next : next & ((2 << width) - 1);
    }
    case 'maybe':
      return places | run(part.parts, places, words, from, width);
    case 'either': {
      let next = 0;
      for (const option of part.others) next |= run(option, places, words, from, width);
      for (let left = places; left !== 0; left &= left - 1) {
        const bit = left & -left;
        const options = part.by_word.get(words[from + 31 - Math.clz32(bit)] ?? '');
        if (options) for (const option of options) next |= run(option, bit, words, from, width);
      }
      return next;
    }
    default:
      return part satisfies never;
  }
}

/** One bit for the first letter: most words are told apart from all beginnings by it alone. */
function letterBit(word: string): number {
  const letter = word.charCodeAt(0) - 97;
  return letter >= 0 && letter < 26 ? 1 << letter : 1 << 26;
}

function isOneOf(part: Extract<Part, { kind: 'words' }>, word: string): boolean {
  if (part.exact.has(word)) return true;
  if (part.letters !== 0 && (part.letters & letterBit(word)) !== 0) {
    for (const start of part.starts) if (word.startsWith(start)) return true;
  }
  return part.number && isNumberWord(word);
}
