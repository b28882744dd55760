/** Chooses, out of a mail's parts, the words that a reader would see: plain or HTML, both, or what little there is. */
import { calendarWords } from './calendar.ts';
import { cleanText, decodeBytes, hasWords } from './charset.ts';
import { htmlWords } from './html.ts';
import { unflow, type Leaf } from './mime.ts';
import { openTnef, rtfWords } from './tnef.ts';
import { replyText, tidy } from './reply_text.ts';

export interface Bodies {
  /** What a reader sees first, quoted history included. */
  text: string;
  /** Machine parts and invitations: they belong to all the words, not to the new ones. */
  asides: string[];
  html: string | null;
  files: Leaf[];
  nested: Leaf[];
  /** Why some words are missing; null when none are. */
  held: string | null;
}

const HTML_IN_PLAIN = /^\s{0,200}(?:<!doctype html|<html[\s>])/i;
const MACHINE_PART =
  /^(?:message\/(?:delivery-status|global-delivery-status|disposition-notification|feedback-report|partial|external-body)|text\/rfc822-headers|message\/rfc822-headers)$/;
/** Characters of HTML that are read; 20 MB of it took three seconds, and no letter has a tenth. */
const MAX_HTML = 4_000_000;
/** Words compared between the plain and the HTML version. */
const COMPARED_WORDS = 3_000;

/** Sorts the parts into words, files and mails within the mail. */
export function chooseBodies(leaves: readonly Leaf[]): Bodies {
  const found: Bodies = { text: '', asides: [], html: null, files: [], nested: [], held: null };
  const plain: string[] = [];
  const rich: string[] = [];
  const events: string[] = [];
  const opened = leaves.flatMap((leaf) => (isTnef(leaf) ? unwrapped(leaf, found) : [leaf]));
  for (const leaf of opened) {
    if (leaf.type === 'message/rfc822' || leaf.type === 'message/global') found.nested.push(leaf);
    else if (MACHINE_PART.test(leaf.type)) found.asides.push(words(leaf));
    else if (leaf.type === 'text/calendar') {
      events.push(calendarWords(words(leaf)));
      if (leaf.is_attached || leaf.name !== null) found.files.push(leaf);
    } else if (isFile(leaf, plain.length + rich.length > 0)) found.files.push(leaf);
    else if (leaf.type === 'text/html' || HTML_IN_PLAIN.test(leaf.bytes.toString('latin1', 0, 300))) rich.push(words(leaf));
    else if (leaf.type === 'text/enriched' || leaf.type === 'text/richtext')
      plain.push(words(leaf).replace(/<\/?[a-z]{1,20}>/gi, ''));
    else if (leaf.type === 'text/rtf') plain.push(rtfWords(leaf.bytes.toString('latin1')));
    else plain.push(words(leaf));
  }
  const length = rich.reduce((sum, html) => sum + html.length, 0);
  if (length > MAX_HTML) found.held ??= 'The mail has more HTML than is read; all of it is in the raw mail.';
  const read = bounded(rich);
  found.html = rich.length === 0 ? null : rich.join('\n<hr>\n');
  found.text = joined(plain, read);
  const told = events.filter((event) => event !== '');
  // An invitation repeats its letter in the description; without a letter it is the letter.
  if (!hasWords(found.text)) found.text = told.join('\n\n');
  else found.asides.push(...told.filter((event) => !found.text.includes(event)));
  if (!hasWords(found.text)) found.text = lastResort(found.files);
  return found;
}

/** The first parts up to the limit, the last of them cut. */
function bounded(rich: readonly string[]): string[] {
  let left = MAX_HTML;
  return rich.flatMap((html) => {
    const part = html.slice(0, left);
    left -= part.length;
    return part === '' ? [] : [part];
  });
}

function isFile(leaf: Leaf, hasBody: boolean): boolean {
  if (leaf.is_attached || !leaf.type.startsWith('text/')) return true;
  return (leaf.name !== null && hasBody) || !/^text\/(?:plain|html|enriched|richtext|rtf|x-[a-z-]+|markdown)$/.test(leaf.type);
}

function isTnef(leaf: Leaf): boolean {
  return leaf.type === 'application/ms-tnef' || leaf.type === 'application/vnd.ms-tnef' || /^winmail\.dat$/i.test(leaf.name ?? '');
}

function unwrapped(leaf: Leaf, found: Bodies): Leaf[] {
  const content = openTnef(leaf.bytes);
  if (!content) return [leaf];
  const made = (type: string, bytes: Buffer, name: string | null): Leaf => ({
    ...leaf,
    type,
    charset: 'utf-8',
    flowed: 'no',
    is_attached: name !== null,
    name,
    bytes,
  });
  const bodies: Leaf[] = [];
  if (content.html && hasWords(htmlWords(content.html).text)) bodies.push(made('text/html', Buffer.from(content.html), null));
  else if (content.text && hasWords(content.text)) bodies.push(made('text/plain', Buffer.from(content.text), null));
  else if (content.has_closed_words)
    found.held = 'Part of the mail is in an Outlook form (winmail.dat) that could not be opened; the raw mail holds it.';
  return [...bodies, ...content.files.map((file) => made('application/octet-stream', file.bytes, file.name ?? 'attachment'))];
}

/** The decoded words of a text part. */
export function words(leaf: Leaf): string {
  const text = decodeBytes(leaf.bytes, metaCharset(leaf) ?? leaf.charset);
  return cleanText(leaf.flowed === 'no' ? text : unflow(text, leaf.flowed === 'delsp'));
}

function metaCharset(leaf: Leaf): string | null {
  if (leaf.type !== 'text/html' || leaf.charset !== null) return null;
  return /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{1,40})/i.exec(leaf.bytes.toString('latin1', 0, 2_000))?.[1] ?? null;
}

/**
 * Plain and HTML are mostly two versions of one letter; then the plain one is taken, unless the HTML shows quotes that the plain
 * one lost. Where they differ, both are words of the mail.
 */
function joined(plain: readonly string[], rich: readonly string[]): string {
  const typed = tidy(plain.join('\n\n'));
  if (rich.length === 0) return withoutArmour(typed);
  const shown = rich.map((html) => htmlWords(html));
  const read = tidy(shown.map((one) => one.text).join('\n\n'));
  if (!hasWords(typed)) return read;
  if (!hasWords(read)) return withoutArmour(typed);
  const typedWords = wordSet(typed);
  const readWords = wordSet(read);
  const covered = share(readWords, typedWords);
  const covering = share(typedWords, readWords);
  if (covered >= 0.8) {
    const marksQuotes = shown.some((one) => one.has_quotes) && !replyText(typed).is_folded && replyText(read).is_folded;
    return marksQuotes ? read : typed;
  }
  if (covering >= 0.8 || (typedWords.size < 40 && /\bhtml\b/i.test(typed))) return read;
  return `${typed}\n\n${read}`;
}

function wordSet(text: string): Set<string> {
  return new Set(
    (
      text
        .slice(0, 100_000)
        .toLowerCase()
        .match(/[\p{L}\p{N}]{2,40}/gu) ?? []
    ).slice(0, COMPARED_WORDS),
  );
}

function share(of: ReadonlySet<string>, within: ReadonlySet<string>): number {
  let hits = 0;
  for (const word of of) if (within.has(word)) hits++;
  return of.size === 0 ? 1 : hits / of.size;
}

/** A PGP-signed text is readable once its frame is off. */
function withoutArmour(text: string): string {
  if (!text.includes('-----BEGIN PGP SIGNED MESSAGE-----')) return text;
  return text
    .replace(/-----BEGIN PGP SIGNED MESSAGE-----\n(?:Hash:[^\n]{0,100}\n)?\n?/, '')
    .replace(/-----BEGIN PGP SIGNATURE-----[^]{0,20000}?(?:-----END PGP SIGNATURE-----|$)/, '')
    .trim();
}

/** Words that came only as an attached text are still what the sender wrote. */
function lastResort(files: readonly Leaf[]): string {
  for (const leaf of files) {
    if (leaf.type === 'text/plain' && leaf.bytes.length < 5_000_000) {
      const text = words(leaf);
      if (hasWords(text)) return tidy(text);
    }
    if (leaf.type === 'text/html' && leaf.bytes.length < 5_000_000) {
      const { text } = htmlWords(words(leaf));
      if (hasWords(text)) return tidy(text);
    }
    if (/^(?:text|application)\/rtf$/.test(leaf.type) && leaf.bytes.length < 5_000_000) {
      const text = rtfWords(leaf.bytes.toString('latin1'));
      if (hasWords(text)) return tidy(text);
    }
  }
  return '';
}
