/** What a message shows, as named features with their places: the one language in which rules, facts and words are weighed together. */
import type { Evidence } from './decision.ts';
import type { CueHit } from './match.ts';
import type { Reading } from './read.ts';
import { stemOf } from './stems.ts';

/** Parallel lists; a feature stands once, at the place where it was first seen. */
export interface Features {
  names: string[];
  values: number[];
  /** UTF-16 offsets; equal where the feature is not in the words. */
  starts: number[];
  ends: number[];
}

/** More of a long message is not weighed word by word: a matter is named early, and the work stays bounded. The rules read all of it. */
const MOST_WORDS = 1_500;
/** Sums of rules count up to this, so that ten ways of saying one thing are not ten things. */
const MOST_SUM = 5;
const SUM_UNIT = 2;
/** A word alone says less than a rule. */
const WORD_VALUE = 0.3;

/** @returns the words and neighbouring pairs that count, each once */
export function wordFeatures(reading: Reading): Features {
  const features: Features = { names: [], values: [], starts: [], ends: [] };
  const seen = new Set<string>();
  const add = (name: string, start: number, end: number) => {
    if (seen.has(name)) return;
    seen.add(name);
    features.names.push(name);
    features.values.push(WORD_VALUE);
    features.starts.push(start);
    features.ends.push(end);
  };
  let words = 0;
  for (const sentence of reading.sentences) {
    if (!sentence.counts) continue;
    if (words > MOST_WORDS) break;
    let before = '^';
    let before_start = reading.starts[sentence.from] ?? 0;
    for (let at = sentence.from; at < sentence.until; at++) {
      const stem = tokenOf(reading.words[at] ?? '');
      const start = reading.starts[at] ?? 0;
      const end = reading.ends[at] ?? 0;
      add(`w:${stem}`, start, end);
      add(`w:${before} ${stem}`, before_start, end);
      before = stem;
      before_start = start;
      words++;
    }
    const last = reading.ends[sentence.until - 1] ?? 0;
    add(`w:${before} ${sentence.question ? '?' : '$'}`, before_start, last);
  }
  return features;
}

/** A name is no word, and of a number only that it is one. */
function tokenOf(word: string): string {
  if (word === '') return '<name>';
  const first = word.charCodeAt(0);
  return first >= 48 && first <= 57 ? '#' : stemOf(word);
}

/** More cues of one sentence are not paired: a list of everything says nothing about how two of its entries belong together. */
const MOST_PAIRED = 12;
const MOST_CUES = 4_000;
const CUE_VALUE = 0.7;
const PAIR_VALUE = 0.4;

/** @returns the cues, denied and supposed ones apart, and which are said in one sentence, each once */
export function cueFeatures(hits: readonly CueHit[], questions: ReadonlySet<number>): Features {
  const features: Features = { names: [], values: [], starts: [], ends: [] };
  const seen = new Set<string>();
  const add = (name: string, value: number, start: number, end: number) => {
    if (seen.has(name)) return;
    seen.add(name);
    features.names.push(name);
    features.values.push(value);
    features.starts.push(start);
    features.ends.push(end);
  };
  const sentences = new Map<number, CueHit[]>();
  for (const hit of hits.slice(0, MOST_CUES)) {
    const name = nameOf(hit);
    if (seen.has(name)) add(`${name}*2`, PAIR_VALUE, hit.start, hit.end);
    add(name, CUE_VALUE, hit.start, hit.end);
    const others = sentences.get(hit.sentence);
    if (others) others.push(hit);
    else sentences.set(hit.sentence, [hit]);
  }
  for (const [sentence, said] of sentences) {
    const paired = said.slice(0, MOST_PAIRED);
    for (const [at, one] of paired.entries()) {
      if (questions.has(sentence)) add(`${nameOf(one)}+?`, PAIR_VALUE, one.start, one.end);
      for (const other of paired.slice(at + 1))
        add(`${nameOf(one)}+${nameOf(other)}`, PAIR_VALUE, Math.min(one.start, other.start), Math.max(one.end, other.end));
    }
  }
  return features;
}

function isSingle(cue: string): boolean {
  return !cue.includes('+') && !cue.includes('*');
}

function nameOf({ cue, doubt }: CueHit): string {
  return `q:${doubt === 'negated' ? '!' : doubt === 'hypothetical' ? '?' : ''}${cue}`;
}

/** A finding as one word: `outcome:complaint`, `flag:ongoing`. */
export function findingName(finding: Evidence['finding']): string {
  for (const [kind, value] of Object.entries(finding)) return `${kind}:${String(value)}`;
  return '';
}

/**
 * The rules that are met, what they add up to for each finding, and the facts: all that is seen besides the words themselves.
 * What is said means another thing after a response than before one, and of an old matter than of a new one, so cues stand
 * beside the history and the dates too.
 * @param proposed what the rules alone would say, and by how much
 */
export function foundFeatures(
  evidence: readonly Evidence[],
  cues: Features,
  conditions: readonly string[],
  proposed: { kind: string; margin: number },
): Features {
  const features: Features = { names: [], values: [], starts: [], ends: [] };
  const add = (name: string, value: number, start = 0, end = 0) => {
    features.names.push(name);
    features.values.push(value);
    features.starts.push(start);
    features.ends.push(end);
  };
  const sums = new Map<string, number>();
  for (const { rule, finding, weight, start, end } of evidence) {
    const name = findingName(finding);
    sums.set(name, (sums.get(name) ?? 0) + weight);
    add(`r:${rule}`, 1, start, end);
  }
  for (const [name, sum] of sums) add(`s:${name}`, Math.max(-MOST_SUM, Math.min(MOST_SUM, sum)) / SUM_UNIT);
  for (const condition of conditions) add(`c:${condition}`, 1);
  const circumstances = conditions.filter((condition) => condition.startsWith('history.') || condition.startsWith('dates.'));
  for (const [at, cue] of cues.names.entries()) {
    if (!isSingle(cue)) continue;
    for (const condition of circumstances) add(`${cue}&${condition}`, PAIR_VALUE, cues.starts[at] ?? 0, cues.ends[at] ?? 0);
  }
  add(`k:${proposed.kind}`, Math.max(0.25, Math.min(1, proposed.margin / 2)));
  return features;
}
