/** A small language of phrases over whole words: rules say what residents say without regular expressions. */
import { foldWord } from './fold.ts';

const DEEPEST = 8;
/** What `..` and `...` may skip, in words. */
const GAPS = { '..': 3, '...': 8 } as const;

/** Words of which one fills a place: whole ones, those with a beginning, numbers. */
export interface WordSet {
  exact: ReadonlySet<string>;
  starts: readonly string[];
  number: boolean;
}

export type Part =
  | ({ kind: 'words' } & WordSet)
  | { kind: 'gap'; most: number }
  | { kind: 'maybe'; parts: Part[] }
  | { kind: 'either'; options: Part[][] };

export interface Phrase {
  parts: Part[];
}

const NO_WORDS: WordSet = { exact: new Set(), starts: [], number: false };
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
    if (piece === '#') return [{ kind: 'words', exact: new Set(), starts: [], number: true }];
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
      return [{ kind: 'words', exact: new Set(), starts: [start], number: false }];
    }
    return foldWord(piece, NO_SPELLINGS).map((word) => ({
      kind: 'words',
      exact: new Set([word]),
      starts: [],
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
  return { parts };
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
  const single = { kind: 'words' as const, exact: new Set<string>(), starts: [] as string[], number: false };
  const rest: Part[][] = [];
  for (const option of options) {
    const [only, more] = option;
    if (only?.kind === 'words' && !more) {
      for (const word of only.exact) single.exact.add(word);
      single.starts.push(...only.starts);
      single.number ||= only.number;
    } else if (only?.kind === 'either' && !more) rest.push(...only.options);
    else rest.push(option);
  }
  const hasSingle = single.exact.size > 0 || single.starts.length > 0 || single.number;
  if (rest.length === 0) return single;
  return { kind: 'either', options: hasSingle ? [[single], ...rest] : rest };
}

function narrowest(parts: readonly Part[]): number {
  let least = 0;
  for (const part of parts) {
    if (part.kind === 'words') least += 1;
    else if (part.kind === 'either') least += Math.min(...part.options.map(narrowest));
  }
  return least;
}

const starts = new WeakMap<Part, WordSet | null>();

/** Words of which one must stand where these parts begin; null where that is not known. The same set for the same part. */
export function startsOf(parts: readonly Part[]): WordSet | null {
  const [first] = parts;
  if (first?.kind === 'words') return first;
  if (first?.kind === 'either') {
    const known = starts.get(first);
    if (known !== undefined) return known;
    const found = union(first.options.map(startsOf));
    starts.set(first, found);
    return found;
  }
  if (first?.kind === 'maybe') return union([startsOf(first.parts), startsOf(parts.slice(1))]);
  return null;
}

/** Words with which a match of these parts can begin. */
export function openingOf(parts: readonly Part[]): WordSet {
  return startsOf(parts) ?? union(openings(parts)) ?? NO_WORDS;
}

/** Those of parts that begin with a gap, too: a match begins with the first word that is said. */
function openings(parts: readonly Part[]): WordSet[] {
  const found: WordSet[] = [];
  for (const part of parts) {
    if (part.kind === 'words') found.push(part);
    else if (part.kind === 'either') found.push(...part.options.flatMap(openings));
    else if (part.kind === 'maybe') found.push(...openings(part.parts));
    if (part.kind === 'words' || (part.kind === 'either' && part.options.every((option) => narrowest(option) > 0))) break;
  }
  return found;
}

function union(sets: readonly (WordSet | null)[]): WordSet | null {
  const whole = { exact: new Set<string>(), starts: new Set<string>(), number: false };
  for (const set of sets) {
    if (!set) return null;
    for (const word of set.exact) whole.exact.add(word);
    for (const start of set.starts) whole.starts.add(start);
    whole.number ||= set.number;
  }
  return { ...whole, starts: [...whole.starts] };
}
