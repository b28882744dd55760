/** Brings the words of a message to their stems, for comparing matters and for the model. */
// The narrow path: the package's main entry loads database clients.
import PorterStemmer from 'natural/lib/natural/stemmers/porter_stemmer.js';
import type { Reading } from './read.ts';

const STOP = new Set(
  'a about after all also am an and any are as at be because been before but by can could day dear did do does for from get got had has have he hello her hi him his how i if in is it its just know like me month more my need no not now of on one or our out please regards said say she should so some thank thanks that the their them then there they this time to told up us very want was we week were what when where which who why will with would year you your'.split(
    ' ',
  ),
);
/** More of a long message is not compared: a matter is named early, and the work stays bounded. */
const MOST_WORDS = 2_000;

/** True for words that say nothing of the matter: greetings, pronouns, small verbs. Given folded. */
export function isStopWord(word: string): boolean {
  return STOP.has(word);
}

const known = new Map<string, string>();
const MOST_KNOWN = 20_000;

/** Stem of one folded word; remembered, since stemming costs more than reading. */
export function stemOf(word: string): string {
  const before = known.get(word);
  if (before !== undefined) return before;
  const stem = /^[a-z]+$/.test(word) ? PorterStemmer.stem(word) : word;
  if (known.size < MOST_KNOWN) known.set(word, stem);
  return stem;
}

/** Stems of the words that carry meaning, in order. Adviser's words and names are left out. */
export function contentStems(reading: Reading): string[] {
  const stems: string[] = [];
  for (const sentence of reading.sentences) {
    if (!sentence.counts) continue;
    for (let at = sentence.from; at < sentence.until; at++) {
      const word = reading.words[at] ?? '';
      if (word.length > 1 && !STOP.has(word)) stems.push(stemOf(word));
      if (stems.length >= MOST_WORDS) return stems;
    }
  }
  return stems;
}
