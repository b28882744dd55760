/** Turns a message into sentences of comparable words, each with its place in the text, so that every finding can show the words it rests on. */
import { foldWord } from './fold.ts';
import { maskNames } from './names.ts';
import { hasUnquoted, isAddedLine, isQuotedLine, isSmallPrint } from './own_words.ts';
import { mendSpelling, type Speller } from './spelling.ts';
import { findTurns, type Turn } from './turns.ts';

export interface Sentence {
  /** First word and the word after the last, by number. */
  from: number;
  until: number;
  /** Whether its words may be evidence: not an adviser's words, a disclaimer or a signature. */
  counts: boolean;
  question: boolean;
  /** For an adviser's question that the customer affirmed: the offsets of the answer, which is the evidence. */
  answer: { start: number; end: number } | null;
}

/** Words by number. Parallel lists, because a long message has very many. */
export interface Reading {
  text: string;
  words: string[];
  starts: number[];
  ends: number[];
  /** True where a comma or the like stands before the word. */
  breaks: boolean[];
  sentences: Sentence[];
  /** True when the text was too long and the rest was not read. */
  cut: boolean;
}

/** No letter is longer than a long book; more is not read but shown to a person. */
const LONGEST_TEXT = 2_000_000;
/** Speech written down without full stops is cut here, so that gaps cannot join what is far apart. */
const LONGEST_SENTENCE = 70;
const LONGEST_SUBJECT = 500;
const LINE_IS_FULL = 50;
/** Programs that break lines do so between these widths. */
const LINE_MAY_BE_FULL = 30;
const WIDEST_WRAP = 100;

const TOKEN = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}'’ʼ\u200b-\u200d\u2060\ufeff\u00ad]*[\p{L}\p{N}\p{M}])?|[.!?…]+|\n|[,;:()"“”–—•*]/gu;
const ABBREVIATIONS = new Set('mr mrs ms dr st no nos approx etc eg ie vs rd ave tel dept prof rev cllr'.split(' '));
const YES = new Set('yes yeah yep yup correct definitely absolutely aye please exactly sure ok okay'.split(' '));
/** These ask for more than a yes. */
const OPEN_QUESTION = new Set('how what when where why which who'.split(' '));
/** A yes to these gives leave to ask or to write something down, and says nothing of the matter. */
const OF_THE_CALL = new Set(
  'name names address postcode birth dob number email spell hold moment bear repeat security password identity'.split(' '),
);
/** Reads a text. Linear in its length. */
export function readText(
  text: string,
  options: {
    is_call: boolean;
    sender_name: string | null;
    subject: string | null;
    spellings: ReadonlyMap<string, string>;
    speller?: Speller;
  },
): Reading {
  const cut = text.length > LONGEST_TEXT;
  const reading: Reading = { text, words: [], starts: [], ends: [], breaks: [], sentences: [], cut };
  const turns = findTurns(cut ? text.slice(0, wholeCharacters(text, LONGEST_TEXT)) : text, options.is_call);
  let question: Sentence | null = null;
  for (const turn of turns) {
    const first = reading.sentences.length;
    readTurn(reading, turn, options.spellings, !options.is_call);
    if (turn.speaker === 'adviser') question = reading.sentences.slice(first).findLast((sentence) => sentence.question) ?? null;
    else {
      const answer = reading.sentences[first];
      if (question && answer) addAffirmed(reading, question, answer);
      question = null;
    }
  }
  if (options.speller) mendSpelling(reading.words, options.speller, (at) => isWrittenAsName(reading, at));
  maskNames(reading, options.sender_name);
  if (options.subject) addSubject(reading, options.subject, options.spellings);
  return reading;
}

/** A capital and then small letters: a name, or the beginning of a sentence. */
function isWrittenAsName({ text, starts }: Reading, at: number): boolean {
  const start = starts[at] ?? 0;
  return /^\p{Lu}\p{Ll}/u.test(text.slice(start, start + 4));
}

/** The subject counts, but evidence from it has no place in the text. */
function addSubject(reading: Reading, subject: string, spellings: ReadonlyMap<string, string>): void {
  const read = readText(subject.slice(0, LONGEST_SUBJECT), { is_call: false, sender_name: null, subject: null, spellings });
  const shift = reading.words.length;
  reading.words.push(...read.words);
  reading.starts.push(...read.words.map(() => 0));
  reading.ends.push(...read.words.map(() => 0));
  reading.breaks.push(...read.breaks);
  for (const sentence of read.sentences)
    reading.sentences.push({
      ...sentence,
      from: sentence.from + shift,
      until: sentence.until + shift,
      answer: { start: 0, end: 0 },
    });
}

/** The length itself, or one less where it would cut a character in two. */
function wholeCharacters(text: string, length: number): number {
  const code = text.charCodeAt(length - 1);
  return code >= 0xd8_00 && code < 0xdc_00 ? length - 1 : length;
}

/** @param marksQuotes whether `>` at the beginning of a line marks somebody else's words */
function readTurn(reading: Reading, turn: Turn, spellings: ReadonlyMap<string, string>, marksQuotes: boolean): void {
  const { start, end, speaker } = turn;
  const { text, words } = reading;
  let from = words.length;
  let pause = false;
  let line_start = start;
  let inSmallPrint = false;
  const hasQuotes = marksQuotes && hasUnquoted(text, start, end);
  let isQuoted = hasQuotes && isQuotedLine(text, start);
  const width = widthOf(text, start, end);
  const close = (question: boolean) => {
    if (words.length > from) {
      const span = text.slice(reading.starts[from], reading.ends[words.length - 1]);
      inSmallPrint ||= isSmallPrint(span);
      const isAdded = inSmallPrint || isQuoted || isAddedLine(span);
      reading.sentences.push({ from, until: words.length, counts: speaker === 'writer' && !isAdded, question, answer: null });
    }
    from = words.length;
    pause = false;
  };
  TOKEN.lastIndex = start;
  for (let token = TOKEN.exec(text); token && token.index < end; token = TOKEN.exec(text)) {
    const [written] = token;
    const at = token.index;
    const after = text[at + written.length] ?? '\n';
    if (written === '\n') {
      if (endsLine(text, line_start, at, width)) close(false);
      // Where a line is blank the small print is over.
      if (inSmallPrint && text.slice(line_start, at).trim() === '') inSmallPrint = false;
      if (hasQuotes && isQuotedLine(text, at + 1) !== isQuoted) {
        close(false);
        isQuoted = !isQuoted;
      }
      line_start = at + 1;
    } else if (/^[.!?…]/.test(written)) {
      if (written.includes('?')) close(true);
      else if (written.includes('!')) close(false);
      else if (written.length > 1 || written === '…') pause = true;
      else if (/\s/.test(after) && !ABBREVIATIONS.has(words.at(-1) ?? '')) close(false);
    } else if (/^[,;:()"“”–—•*]/.test(written)) pause = true;
    else {
      if (words.length - from >= LONGEST_SENTENCE) close(false);
      for (const word of foldWord(written, spellings)) {
        words.push(word);
        reading.starts.push(at);
        reading.ends.push(Math.min(at + written.length, end));
        reading.breaks.push(pause);
        pause = false;
      }
    }
  }
  close(false);
}

/**
 * A line break ends a sentence unless the line was full and simply went on: it is long, or the next word had no room in it.
 * @param width of the longest line
 */
function endsLine(text: string, line_start: number, at: number, width: number): boolean {
  const next = text.slice(at + 1, at + 40).replace(/^[ \t\u00a0]+/, '');
  if (/^(?:$|[\r\n]|[-*•]|\d{1,2}[.)]\s)/.test(next)) return true;
  const length = at - line_start;
  const room = /^\S*/.exec(next)?.[0].length ?? 0;
  const isWrapped = width <= WIDEST_WRAP && width >= LINE_IS_FULL && length >= LINE_MAY_BE_FULL && length + 1 + room > width;
  return length < LINE_IS_FULL && !isWrapped;
}

/** Length of the longest line of a part of the text. */
function widthOf(text: string, start: number, end: number): number {
  let width = 0;
  for (let line = start; line < end;) {
    const next = text.indexOf('\n', line);
    const until = next < 0 || next > end ? end : next;
    width = Math.max(width, until - line);
    line = until + 1;
  }
  return width;
}

/** "Is it still leaking?" — "Yes": as if the customer had said it. */
function addAffirmed(reading: Reading, question: Sentence, answer: Sentence): void {
  const opening = reading.words.slice(answer.from, Math.min(answer.from + 3, answer.until));
  const affirms =
    YES.has(opening[0] ?? '') ||
    /^(?:that is right|i (?:do|would|have|am)|it (?:is|has|does)|we (?:do|have|are))/.test(opening.join(' '));
  const asked = reading.words.slice(question.from, question.until);
  if (asked.some((word) => OPEN_QUESTION.has(word)) || asked.some((word) => OF_THE_CALL.has(word))) return;
  if (!affirms || asked.length > 40 || asked.includes('or') || opening.includes('not')) return;
  const start = reading.starts[answer.from] ?? 0;
  const end = reading.ends[Math.min(answer.from + 5, answer.until - 1)] ?? start;
  const from = reading.words.length;
  for (const word of asked) {
    reading.words.push(word);
    reading.starts.push(start);
    reading.ends.push(end);
    reading.breaks.push(false);
  }
  reading.sentences.push({ from, until: reading.words.length, counts: true, question: false, answer: { start, end } });
}
