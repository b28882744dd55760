/** Finds which rules a message meets, and the very words that meet them. */
import type { Evidence } from './decision.ts';
import { parsePhrase, type Phrase } from './phrase.ts';
import type { Reading, Sentence } from './read.ts';
import type { Condition, Cues, Doubt, Rule, Words } from './rule.ts';
import { makeSpeller, type Speller } from './spelling.ts';
import { findHits, indexPhrases, type Hit, type Hits, type PhraseIndex } from './search.ts';

interface CompiledRule {
  rule: Rule;
  any: number[];
  all: number[];
  anywhere: number[];
  unless: number[];
  unless_anywhere: number[];
}

/** Rules and cues made ready for matching: every phrase once. */
export interface RuleBook {
  rules: CompiledRule[];
  cues: { name: string; phrases: number[] }[];
  index: PhraseIndex;
  spellings: Map<string, string>;
  speller: Speller;
}

/** Where a cue is said. */
export interface CueHit {
  cue: string;
  sentence: number;
  start: number;
  end: number;
  doubt: Doubt | null;
}

/**
 * Makes rules and cues ready for matching.
 * @throws SyntaxError naming the rule or cue and the phrase that cannot be read
 */
export function compileRules(rules: readonly Rule[], words: Words, cues: Cues = {}): RuleBook {
  const lists = new Map<string, Phrase[]>();
  for (const [name, entries] of Object.entries(words.lists)) {
    lists.set(
      name,
      entries.map((entry) => parsePhrase(entry, lists)),
    );
  }
  const numbers = new Map<string, number>();
  const phrases: Phrase[] = [];
  const numberOf = (written: string): number => {
    const known = numbers.get(written);
    if (known !== undefined) return known;
    const number = phrases.push(parsePhrase(written, lists)) - 1;
    numbers.set(written, number);
    return number;
  };
  const compiled: CompiledRule[] = [];
  for (const rule of rules) {
    const numbersOf = (written: string[] | undefined) => (written ?? []).map(numberOf);
    try {
      compiled.push({
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
  const compiled_cues = Object.entries(cues).map(([name, { any }]) => {
    try {
      return { name, phrases: any.map(numberOf) };
    } catch (cause) {
      throw new SyntaxError(`cue ${name}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    }
  });
  const index = indexPhrases(phrases);
  return {
    rules: compiled,
    cues: compiled_cues,
    index,
    speller: makeSpeller(index.by_word.keys(), index.by_start.keys()),
    spellings: new Map(Object.entries(words.spellings).flatMap(([right, wrong]) => wrong.map((slip) => [slip, right] as const))),
  };
}

/** Which rules are met and where; `failed` names rules that could not be run, with the reason. */
export function matchRules(
  book: RuleBook,
  reading: Reading,
  facts: ReadonlySet<Condition>,
): { evidence: Evidence[]; cues: CueHit[]; unaimed: Set<string>; failed: { rule: string; because: string }[] } {
  const hits = findHits(book.index, reading.words, reading.sentences);
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
  return { evidence, cues: findCues(book, reading, hits), unaimed, failed };
}

/** Every cue once a sentence, in the order of the pack's cues; the first place in it counts. */
function findCues(book: RuleBook, reading: Reading, hits: Hits): CueHit[] {
  const found: CueHit[] = [];
  for (const { name, phrases } of book.cues) {
    const by_sentence = new Map<number, Hit>();
    for (const phrase of phrases) {
      for (const hit of hits[phrase] ?? []) {
        const before = by_sentence.get(hit.sentence);
        if (!before || hit.from < before.from) by_sentence.set(hit.sentence, hit);
      }
    }
    for (const [sentence, hit] of by_sentence) {
      const of = reading.sentences[sentence];
      const doubt = !of
        ? null
        : isDenied(reading, of, hit.from)
          ? 'negated'
          : isSupposed(reading, of, hit.from)
            ? 'hypothetical'
            : null;
      found.push({ cue: name, sentence, ...spanOf(reading, [hit]), doubt });
    }
  }
  return found;
}

function meets(
  { rule, any, all, anywhere, unless, unless_anywhere }: CompiledRule,
  reading: Reading,
  hits: Hits,
  facts: ReadonlySet<Condition>,
): { start: number; end: number } | null {
  if (rule.when?.some((fact) => !facts.has(fact)) || rule.unless_when?.some((fact) => facts.has(fact))) return null;
  const leads = leadsOf(any, all, hits);
  if (leads?.length === 0 || isSaid(unless_anywhere, hits)) return null;
  if (anywhere.some((id) => hits[id] === undefined)) return null;
  const whole = rule.scope === 'message';
  if (whole && isSaid(unless, hits)) return null;
  if (!leads)
    return spanOf(
      reading,
      anywhere.slice(0, 1).flatMap((id) => hits[id]?.[0] ?? []),
    );
  const others = any.length > 0 ? all : all.slice(1);
  const counts = (hit: Hit) => !isInDoubt(reading, hit, rule.even);
  for (const lead of leads) {
    if (!counts(lead)) continue;
    const near = (hit: Hit) => whole || hit.sentence === lead.sentence;
    if (!whole && unless.some((id) => hits[id]?.some(near))) continue;
    const rest = others.map((id) => hits[id]?.find((hit) => near(hit) && counts(hit)));
    if (rest.some((hit) => hit === undefined)) continue;
    return spanOf(reading, whole ? [lead] : [lead, ...rest.filter((hit) => hit !== undefined)]);
  }
  return null;
}

/** Where a rule's words begin, in the order of the text; null for a rule that has none of its own. */
function leadsOf(any: readonly number[], all: readonly number[], hits: Hits): readonly Hit[] | null {
  const ids = any.length > 0 ? any : all.slice(0, 1);
  if (ids.length === 0) return null;
  const leads: Hit[] = [];
  for (const id of ids) {
    const found = hits[id];
    if (found) for (const hit of found) leads.push(hit);
  }
  return leads.length > 1 ? leads.sort((a, b) => a.from - b.from) : leads;
}

function isSaid(ids: readonly number[], hits: Hits): boolean {
  for (const id of ids) if (hits[id] !== undefined) return true;
  return false;
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
