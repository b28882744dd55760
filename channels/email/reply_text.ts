/** Finds the words that are new in a mail: quoted history, signatures and small print are folded away, and kept whenever in doubt. */
import EmailReplyParser from 'email-reply-parser';
import { hasWords } from './charset.ts';
import { quoteHeadAt, nextWords } from './quote_marks.ts';

/** Above this only our own linear passes run; email-reply-parser's patterns are not linear. */
const LIBRARY_MAX_LENGTH = 20_000;
const LIBRARY_MAX_LINE = 300;
/** A mail of more lines than this is no letter; what lies beyond is kept as new words without a look. */
const MAX_LINES = 40_000;

const QUOTED = /^[ \t]{0,3}(?:>|&gt;|\u203A|\uFF1E)/;
/** A rule that mail programs put before the signature (RFC 3676 4.3, and what they make of it). */
const SIGNATURE_RULE = /^[ \t]{0,3}(?:--|-- |—|––|- -)[ \t]{0,3}$/;
const DEVICE = new RegExp(
  '^[\\s*_>-]{0,4}(?:' +
    [
      'sent from my [^\\n]{2,60}',
      'sent from (?:(?:the )?(?:all new )?(?:aol|yahoo|outlook|mail|gmail|samsung|huawei|xiaomi|proton|surface|windows|bt|sky|talktalk|myemail|ipad|iphone|android|blackberry|nine|spark|mobile|an? )[^\\n]{0,80})',
      '[<(]{0,2}sent (?:via|using|with|by|from) (?:my |the |an? )?(?:mobile|phone|outlook|samsung|galaxy|ipad|iphone|android|blackberry|airmail|spark|mailbird|protonmail)[^\\n]{0,25}',
      'get outlook for [^\\n]{2,80}',
      'download outlook for [^\\n]{2,80}',
      "(?:anfonwyd|wedi ei anfon|wedi'i anfon|danfonwyd) (?:o(?:['’]m| fy|r) [^\\n]{2,60}|o (?:outlook|gmail|yahoo|samsung|galaxy|iphone|ipad|android)[^\\n]{0,60})",
      '(?:wysłano|wysłane|wyslano) (?:z|ze|przy użyciu) [^\\n]{2,60}',
      'pobierz (?:aplikację )?outlook[^\\n]{0,60}',
      '(?:надіслано|відправлено|отправлено) (?:з|зі|с|со|из|від) [^\\n]{2,60}',
      '(?:أُ?رسلت?|تم الإرسال|مرسل(?:ة)?|أرسل) (?:من|بواسطة) [^\\n]{2,60}',
      '(?:von meinem [^\\n]{2,40} gesendet|gesendet (?:von|mit) [^\\n]{2,60}|diese nachricht wurde von meinem[^\\n]{0,80})',
      "envoyé (?:de(?:puis)? mon|depuis|à partir de|de mon|depuis l['’]application) [^\\n]{2,60}",
      'télécharger outlook pour [^\\n]{2,60}',
      '(?:enviado|enviada) (?:desde|do|a partir d[eo]|de) (?:mi|meu|o|la)? ?[^\\n]{2,60}',
      '(?:inviato da|verzonden (?:vanaf|met|via)|verstuurd vanaf|skickat från|sendt fra|lähetetty|odesláno z|odoslané z|trimis de pe|elküldve) [^\\n]{2,60}',
    ].join('|') +
    ')\\s{0,3}$',
  'iu',
);
/** "Sent from my phone to your repairs team three times" is a person's sentence, not a program's. */
const PERSONAL =
  /\b(?:you|your|i|i['’]m|we|us|nobody|no one|again|times|about|asking|because|complain\w{0,6}|reply|replied|answer\w{0,4})\b/i;
/** How the small print of organisations begins. */
const SMALL_PRINT =
  /^[\s*_-]{0,6}(?:(?:this|the (?:information|content)s?(?: contained)? (?:in|of) this) (?:e-?mail|message|communication|transmission)\b|(?:confidentiality|privacy|legal|email) (?:notice|disclaimer|statement)\b|disclaimer\b|if you (?:are not|have received this)\b|mae(?:['’]r| yr) (?:e-?bost|neges)\b|(?:niniejsza|ta) (?:wiadomość|korespondencja)|diese e-?mail\b|ce (?:message|courriel)\b|це повідомлення)/iu;
/** Lines of programs that are small print by themselves. */
const ROBOT_PRINT =
  /^[\s*_-]{0,6}(?:please consider the environment before printing|think before you print|(?:this|the) (?:e-?mail|message) has been (?:scanned|checked) (?:for|by)|virus-free\.|scanned by\b)/iu;
/** What small print speaks of; a resident's own sentence ("This email is intended as a complaint") has one of these at most. */
const PRINT_SIGNS = [
  /confiden|gyfrinachol|poufn|vertraulich|конфіденц/iu,
  /intended (?:only|solely|for the|exclusively)|solely for|bwriad|przeznaczon/iu,
  /recipient|addressee|named (?:person|individual)|adresat|derbynnydd|empfänger|destinataire/iu,
  /privileged/iu,
  /in error|by mistake|błędnie|camgymeriad/iu,
  /disclos|distribut|copying|unauthori[sz]ed/iu,
  /virus|malware/iu,
  /liabilit|does not accept|views expressed/iu,
  /notify the sender|delete (?:it|this|the)|destroy/iu,
];

/** The writer says that the answers stand among our words, unmarked: then nothing can be told apart and all is kept. */
const ANSWERS_AMONG =
  /\b(?:(?:my|our|the) (?:answers?|repl(?:y|ies)|responses?|comments?|notes?) (?:are |is |have been )?(?:(?:all |set out |given |shown |added |marked |typed |written )?(?:below|inline|in-line|in line|underneath|beneath|in (?:red|blue|green|bold|capitals|caps|italics)))|(?:answered|replied|responded|commented|see) (?:my (?:answers?|replies|comments|responses) )?(?:in ?-?line|in (?:red|blue|green|bold|capitals)|within your|under each|below each|beneath each)|fy (?:atebion|sylwadau) (?:isod|mewn coch)|odpowiedzi (?:poniżej|na czerwono)|відповіді (?:нижче|червоним))/iu;

/** What was found, and how sure that is. */
export interface ReplyText {
  /** Never empty where the whole has words. */
  text: string;
  /** True where anything was folded away. */
  is_folded: boolean;
}

/**
 * The new words of a mail. Lines of others between the writer's own are taken out one by one, so inline answers stay together
 * in order. Linear in the length.
 */
export function replyText(full: string): ReplyText {
  const all = full.split('\n');
  const lines = all.slice(0, MAX_LINES);
  const kept = keptLines(lines);
  const own = tidy([...lines.filter((_, at) => kept[at]), ...all.slice(MAX_LINES)].join('\n'));
  const whole = tidy(full);
  if (!hasWords(own)) return { text: withoutMarks(whole, lines), is_folded: false };
  const isFolded = kept.includes(false);
  const text = isFolded || isAnsweredAmong(lines) ? own : secondOpinion(own);
  return { text, is_folded: text !== whole };
}

function isAnsweredAmong(lines: readonly string[]): boolean {
  return lines.some((line) => line.length < 2_000 && ANSWERS_AMONG.test(line));
}

/** Which lines are the writer's own. */
function keptLines(lines: readonly string[]): boolean[] {
  const kept = lines.map(() => true);
  const fold = (from: number, to: number): void => {
    for (let at = from; at < to; at++) kept[at] = false;
  };
  const isAmong = isAnsweredAmong(lines);
  let hasOwn = false;
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    if (QUOTED.test(line) && !isComparison(lines, at)) {
      const end = quoteEnd(lines, at);
      fold(at, end);
      at = end;
      continue;
    }
    const head = quoteHeadAt(lines, at);
    if (head) {
      const next = nextWords(lines, head.end);
      const isMarked = next >= 0 && QUOTED.test(lines[next] ?? '');
      if (isMarked) {
        fold(at, next);
        at = next;
        continue;
      }
      // Nothing marks where the words of others end: all that follows is theirs, if the writer has spoken already.
      if (head.is_certain && hasOwn && !isAmong) {
        fold(at, lines.length);
        break;
      }
      if (head.kind === 'attribution' && head.is_certain && next < 0) fold(at, head.end);
      hasOwn ||= head.kind !== 'separator';
      at = head.end;
      continue;
    }
    if (SIGNATURE_RULE.test(line) && hasOwn) {
      const end = signatureEnd(lines, at + 1);
      fold(at, end);
      at = end;
      continue;
    }
    if (line.length < 200 && DEVICE.test(line) && !PERSONAL.test(line)) {
      fold(at, at + 1);
      // Outlook puts the link of its shop on the next line.
      if (/^\s*<?https?:\/\/\S{1,300}>?\s*$/.test(lines[at + 1] ?? '')) fold(at + 1, at + 2);
    } else if (hasOwn && isSmallPrint(lines, at)) {
      const end = printEnd(lines, at);
      fold(at, end);
      at = end;
      continue;
    } else if (hasWords(line)) hasOwn = true;
    at++;
  }
  return kept;
}

/** `>50 degrees` in somebody's own words: one such line, with a number, among no others. */
function isComparison(lines: readonly string[], at: number): boolean {
  return (
    /^\s{0,3}>\s?\d/.test(lines[at] ?? '') &&
    !QUOTED.test(lines[at - 1] ?? '') &&
    !QUOTED.test(lines[at + 1] ?? '') &&
    hasWords(lines[at - 1] ?? '')
  );
}

/** The end of a run of marked lines; a short tail that the sender's program wrapped without its mark belongs to it. */
function quoteEnd(lines: readonly string[], from: number): number {
  let at = from;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    if (QUOTED.test(line)) {
      at++;
      continue;
    }
    const before = lines[at - 1] ?? '';
    const after = lines[at + 1] ?? '';
    const isWrapped =
      before.length >= 66 &&
      before.length <= 84 &&
      line.length < 40 &&
      QUOTED.test(after) &&
      /^\p{Ll}/u.test(line) &&
      !/[.?!:]\s*$/.test(before);
    if (!isWrapped) break;
    at++;
  }
  return at;
}

/**
 * A signature ends where quoted words begin. After the standard rule (`-- `) it may run to two dozen lines; after any other rule, which
 * people also draw between their points, it is short and holds no sentences. Otherwise only the rule itself is folded.
 */
function signatureEnd(lines: readonly string[], from: number): number {
  const isStandard = /^-- $/.test(lines[from - 1] ?? '');
  let words = 0;
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (QUOTED.test(line) || quoteHeadAt(lines, at)) return at;
    if (isSmallPrint(lines, at)) return lines.length;
    if (hasWords(line)) words++;
    const isSentence = line.length > 120 || (/[.!?]\s*$/.test(line) && line.trim().split(/\s+/).length >= 4);
    if (isStandard ? words > 25 || line.length > 700 : words > 12 || isSentence) return from;
  }
  return lines.length;
}

/** A paragraph that begins like small print and speaks of two of its matters. */
function isSmallPrint(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? '';
  if (line.length > 3_000) return false;
  if (ROBOT_PRINT.test(line)) return true;
  if (!SMALL_PRINT.test(line)) return false;
  const words: string[] = [];
  for (let look = at; look < Math.min(lines.length, at + 12) && (lines[look] ?? '').trim() !== ''; look++)
    words.push(lines[look] ?? '');
  const paragraph = words.join(' ').slice(0, 3_000);
  return PRINT_SIGNS.filter((sign) => sign.test(paragraph)).length >= 2;
}

/** Small print runs to the next paragraph that is none, unless quoted words come first. */
function printEnd(lines: readonly string[], from: number): number {
  let at = from;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    if (QUOTED.test(line) || (at > from && quoteHeadAt(lines, at))) return at;
    if (line.trim() === '') {
      const next = nextWords(lines, at);
      if (next < 0 || !isPrintToo(lines, next)) return at;
      at = next;
    } else at++;
  }
  return at;
}

function isPrintToo(lines: readonly string[], at: number): boolean {
  const line = (lines[at] ?? '').slice(0, 2_000);
  return (
    isSmallPrint(lines, at) ||
    /\bregistered (?:in|office|number|charity|society)\b/i.test(line) ||
    PRINT_SIGNS.filter((sign) => sign.test(line)).length >= 2
  );
}

/**
 * Where our own marks found nothing, email-reply-parser is asked: it knows further programs. Only what it holds to be quoted at the
 * end counts; it takes signatures too eagerly, and is not followed there.
 */
function secondOpinion(text: string): string {
  if (text.length > LIBRARY_MAX_LENGTH || text.split('\n').some((line) => line.length > LIBRARY_MAX_LINE)) return text;
  const fragments = new EmailReplyParser().read(text).getFragments();
  let end = fragments.length;
  while (end > 0 && fragments[end - 1]?.isQuoted() && fragments[end - 1]?.isHidden()) end--;
  const words = tidy(
    fragments
      .slice(0, end)
      .map((fragment) => fragment.getContent())
      .join('\n'),
  );
  return end < fragments.length && hasWords(words) && text.startsWith(words.slice(0, 60))
    ? text.slice(0, lastLineEnd(text, words))
    : text;
}

/** The library changes white space; the words are cut from the text as it stands. */
function lastLineEnd(text: string, words: string): number {
  const last = words.slice(words.lastIndexOf('\n') + 1).trim();
  const at = last === '' ? -1 : text.lastIndexOf(last);
  return at < 0 ? text.length : at + last.length;
}

/** A mail of nothing but quoted words keeps them, without the marks. */
function withoutMarks(whole: string, lines: readonly string[]): string {
  const marked = lines.filter((line) => QUOTED.test(line)).length;
  return marked === 0 ? whole : tidy(whole.replace(/^[ \t]{0,3}(?:>[ \t]?){1,20}/gm, ''));
}

/** No trailing blanks, no more than one empty line in a row, none at either end. */
export function tidy(text: string): string {
  const out: string[] = [];
  for (const line of text.split('\n')) {
    const words = line.trimEnd();
    if (words !== '' || (out.length > 0 && out.at(-1) !== '')) out.push(words);
  }
  while (out.at(-1) === '') out.pop();
  return out.join('\n').replace(/^[ \t\u00A0]{1,200}(?=\S)/, '');
}
