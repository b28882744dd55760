/** Finds which rules a message meets, and the very words that meet them. */
import type { Evidence } from './decision.ts';
import { isNumberWord, matchAt, parsePhrase, type Phrase } from './phrase.ts';
import type { Reading, Sentence } from './read.ts';
import type { Condition, Doubt, Rule, Words } from './rule.ts';

interface Hit {
  sentence: number;
  from: number;
  until: number;
}
interface CompiledRule {
  rule: Rule;
  any: number[];
  all: number[];
  anywhere: number[];
  unless: number[];
  unless_anywhere: number[];
}

/** Rules made ready for matching: every phrase once, found by its first words. */
export interface RuleBook {
  rules: CompiledRule[];
  phrases: Phrase[];
  by_word: Map<string, number[]>;
  by_start: Map<string, number[]>;
  start_lengths: number[];
  by_number: number[];
  /** Beginnings that some phrase needs, by length, shortest first. */
  needed_starts: [number, Set<string>][];
  spellings: Map<string, string>;
}

/** A phrase is looked for no further after so many places: a rule needs one. */
const MOST_HITS = 64;

/**
 * Makes rules ready for matching.
 * @throws SyntaxError naming the rule and the phrase that cannot be read
 */
export function compileRules(rules: readonly Rule[], words: Words): RuleBook {
  const lists = new Map<string, Phrase[]>();
  for (const [name, entries] of Object.entries(words.lists)) {
    lists.set(
      name,
      entries.map((entry) => parsePhrase(entry, lists)),
    );
  }
  const numbers = new Map<string, number>();
  const book: RuleBook = {
    rules: [],
    phrases: [],
    by_word: new Map(),
    by_start: new Map(),
    start_lengths: [],
    by_number: [],
    needed_starts: [],
    spellings: new Map(Object.entries(words.spellings).flatMap(([right, wrong]) => wrong.map((slip) => [slip, right] as const))),
  };
  const numberOf = (written: string): number => {
    const known = numbers.get(written);
    if (known !== undefined) return known;
    const phrase = parsePhrase(written, lists);
    const number = book.phrases.push(phrase) - 1;
    numbers.set(written, number);
    for (const opening of phrase.openings) {
      if (opening === '#') book.by_number.push(number);
      else if (opening.endsWith('*')) push(book.by_start, opening.slice(0, -1), number);
      else push(book.by_word, opening, number);
    }
    return number;
  };
  for (const rule of rules) {
    const numbersOf = (written: string[] | undefined) => (written ?? []).map(numberOf);
    try {
      book.rules.push({
        rule,
        any: numbersOf(rule.any),
        all: numbersOf(rule.all),
        anywhere: numbersOf(rule.anywhere),
        unless: numbersOf(rule.unless),
        unless_anywhere: numbersOf(rule.unless_anywhere),
      });
    } catch (cause) {
      throw new SyntaxError(`rule ${rule.id}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    }
  }
  const starts = new Map<number, Set<string>>();
  for (const need of new Set(book.phrases.flatMap(({ needs }) => needs ?? []))) {
    if (!need.endsWith('*')) continue;
    const known = starts.get(need.length - 1) ?? new Set();
    starts.set(need.length - 1, known.add(need.slice(0, -1)));
  }
  book.needed_starts = [...starts].sort(([a], [b]) => a - b);
  book.start_lengths = [...new Set([...book.by_start.keys()].map((start) => start.length))].sort((a, b) => a - b);
  return book;
}

function push(index: Map<string, number[]>, key: string, number: number): void {
  const known = index.get(key);
  if (known) known.push(number);
  else index.set(key, [number]);
}

/** Which rules are met and where; `failed` names rules that could not be run, with the reason. */
export function matchRules(
  book: RuleBook,
  reading: Reading,
  facts: ReadonlySet<Condition>,
): { evidence: Evidence[]; unaimed: Set<string>; failed: { rule: string; because: string }[] } {
  const hits = findHits(book, reading);
  const evidence: Evidence[] = [];
  const unaimed = new Set<string>();
  const failed: { rule: string; because: string }[] = [];
  for (const compiled of book.rules) {
    const { rule } = compiled;
    try {
      const span = meets(compiled, reading, hits, facts);
      if (!span) continue;
      evidence.push({
        rule: rule.id,
        finding: rule.finding,
        weight: rule.weight,
        ...span,
        source: rule.source,
        because: rule.because,
      });
      if (!rule.aimed) unaimed.add(rule.id);
    } catch (error) {
      failed.push({ rule: rule.id, because: error instanceof Error ? error.message : String(error) });
    }
  }
  return { evidence, unaimed, failed };
}

function findHits(book: RuleBook, reading: Reading): (Hit[] | undefined)[] {
  const hits: (Hit[] | undefined)[] = [];
  const { words } = reading;
  const said = saidIn(book, words);
  const checked = new Map<string[], boolean>();
  const possible: (boolean | undefined)[] = [];
  const canMatch = (id: number, { needs }: Phrase): boolean => {
    const before = possible[id];
    if (before !== undefined) return before;
    let can = needs === null || checked.get(needs);
    if (can === undefined && needs) {
      can = needs.some((word) => said.has(word));
      checked.set(needs, can);
    }
    return (possible[id] = can === true);
  };
  for (const [number, sentence] of reading.sentences.entries()) {
    if (!sentence.counts) continue;
    const tryPhrases = (phrases: readonly number[] | undefined, at: number) => {
      if (!phrases) return;
      for (const id of phrases) {
        const found = hits[id];
        const phrase = book.phrases[id];
        if (
          !phrase ||
          (phrase.second && !phrase.second.has(words[at + 1] ?? '')) ||
          !canMatch(id, phrase) ||
          (found && found.length >= MOST_HITS)
        )
          continue;
        const until = matchAt(phrase, words, at, sentence.until);
        if (until < 0) continue;
        const hit = { sentence: number, from: at, until };
        if (found) found.push(hit);
        else hits[id] = [hit];
      }
    };
    for (let at = sentence.from; at < sentence.until; at++) {
      const word = words[at] ?? '';
      if (word === '') continue;
      tryPhrases(book.by_word.get(word), at);
      for (const length of book.start_lengths) {
        if (length > word.length) break;
        tryPhrases(book.by_start.get(word.slice(0, length)), at);
      }
      if (book.by_number.length > 0 && isNumberWord(word)) tryPhrases(book.by_number, at);
    }
  }
  return hits;
}

/** The words of a message, and their beginnings as far as any phrase asks for them. */
function saidIn(book: RuleBook, words: readonly string[]): Set<string> {
  const said = new Set(words);
  for (const word of new Set(words)) {
    for (const [length, starts] of book.needed_starts) {
      if (length > word.length) break;
      const start = word.slice(0, length);
      if (starts.has(start)) said.add(`${start}*`);
    }
  }
  return said;
}

type Hits = (Hit[] | undefined)[];

function meets(
  { rule, ...phrases }: CompiledRule,
  reading: Reading,
  hits: Hits,
  facts: ReadonlySet<Condition>,
): { start: number; end: number } | null {
  if (rule.when?.some((fact) => !facts.has(fact)) || rule.unless_when?.some((fact) => facts.has(fact))) return null;
  const said = (ids: readonly number[]) => ids.some((id) => hits[id] !== undefined);
  if (said(phrases.unless_anywhere)) return null;
  const counts = (hit: Hit) => !isInDoubt(reading, hit, rule.even);
  const elsewhere: Hit[] = [];
  for (const id of phrases.anywhere) {
    const hit = hits[id]?.[0];
    if (!hit) return null;
    elsewhere.push(hit);
  }
  const whole = rule.scope === 'message';
  if (whole && said(phrases.unless)) return null;
  const [first, ...others] =
    phrases.any.length > 0 ? [phrases.any, ...phrases.all.map((id) => [id])] : phrases.all.map((id) => [id]);
  if (!first) return spanOf(reading, elsewhere.slice(0, 1));
  const leads = first.flatMap((id) => hits[id] ?? []).sort((a, b) => a.from - b.from);
  for (const lead of leads) {
    if (!counts(lead)) continue;
    const near = (hit: Hit) => whole || hit.sentence === lead.sentence;
    if (!whole && phrases.unless.some((id) => hits[id]?.some(near))) continue;
    const rest = others.map((ids) => ids.flatMap((id) => hits[id] ?? []).find((hit) => near(hit) && counts(hit)));
    if (rest.some((hit) => hit === undefined)) continue;
    return spanOf(reading, whole ? [lead] : [lead, ...rest.filter((hit) => hit !== undefined)]);
  }
  return null;
}

function spanOf(reading: Reading, hits: readonly Hit[]): { start: number; end: number } {
  const [first] = hits;
  if (!first) return { start: 0, end: 0 };
  const from = Math.min(...hits.map((hit) => hit.from));
  const until = Math.max(...hits.map((hit) => hit.until));
  return { start: reading.starts[from] ?? 0, end: reading.ends[until - 1] ?? 0 };
}

const DENIES = new Set('not no never without nobody nothing neither none hardly nor'.split(' '));
/** "I cannot believe …", "not acceptable that …" deny nothing that follows. */
const NO_DENIAL = new Set(
  'believe understand know see happy acceptable fair right good only impressed satisfied surprised sure just once one longer doubt wonder matter'.split(
    ' ',
  ),
);
const NEW_CLAUSE = new Set('that because but and which when so as since while although though why how'.split(' '));
const SUPPOSES = new Set('if unless suppose supposing imagine'.split(' '));

function isInDoubt(reading: Reading, hit: Hit, even: readonly Doubt[]): boolean {
  const sentence = reading.sentences[hit.sentence];
  if (!sentence) return false;
  return (
    (!even.includes('negated') && isDenied(reading, sentence, hit.from)) ||
    (!even.includes('hypothetical') && isSupposed(reading, sentence, hit.from))
  );
}

function isDenied(reading: Reading, sentence: Sentence, at: number): boolean {
  for (let index = at - 1; index >= Math.max(sentence.from, at - 4); index--) {
    if (reading.breaks[index + 1]) return false;
    const word = reading.words[index] ?? '';
    if (NEW_CLAUSE.has(word)) return false;
    if (DENIES.has(word)) return !NO_DENIAL.has(reading.words[index + 1] ?? '');
  }
  return false;
}

function isSupposed(reading: Reading, sentence: Sentence, at: number): boolean {
  for (let index = at - 1; index >= Math.max(sentence.from, at - 12); index--) {
    if (reading.breaks[index + 1]) return false;
    const word = reading.words[index] ?? '';
    if (word === 'but' || word === 'because') return false;
    if (SUPPOSES.has(word)) return true;
    if (word === 'case' && reading.words[index - 1] === 'in') return true;
  }
  return false;
}
