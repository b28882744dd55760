/** Reads a mail's headers on our own account: from bytes that may be in any charset, folded anywhere, or a megabyte long. */
import addressparser from 'nodemailer/lib/addressparser';
import { cleanLine, decodeBytes } from './charset.ts';

export interface Address {
  name: string | null;
  /** Lower-cased. */
  email: string | null;
}

export interface Headers {
  /** Decoded values by lower-cased name, in order, each at most `MAX_VALUE` long. */
  values: Map<string, string[]>;
  /** Where the body starts in the bytes; 0 when there are no headers at all. */
  body_at: number;
  /** A part of the headers was left out, because there was too much. */
  is_cut: boolean;
}

/** A sane header is below 1 KB; References of a long thread reach some KB. */
const MAX_VALUE = 16_384;
/** More kinds of header than any sane mail has; further ones are only skipped, not lost: the raw mail is kept. */
const MAX_NAMES = 1_000;
/** Headers of one name that are kept; a mail passes a dozen servers at most. */
const MAX_OF_A_NAME = 50;
/** Bytes; beyond it something is wrong, and staff are told that not all was looked at. mailparser refuses at 1 MB. */
const SANE_LENGTH = 500_000;
const HEADER_NAME = /^[!-9;-~]{1,78}$/;

const LF = 0x0a;
const CR = 0x0d;

/** Reads the header block at the start of `bytes`. A first line that is no header means that there are none. */
export function readHeaders(bytes: Buffer, start = 0): Headers {
  const values = new Map<string, string[]>();
  let at = start;
  let count = 0;
  let isCut = false;
  const isTooLong = (to: number): boolean => isCut || to - start > SANE_LENGTH;
  // mbox files and some gateways leave an envelope line in front.
  if (bytes.toString('latin1', at, at + 5) === 'From ' || bytes.toString('latin1', at, at + 6) === '>From ')
    at = lineEnd(bytes, at) + 1;
  while (at < bytes.length) {
    const first = bytes[at];
    if (first === LF) return { values, body_at: at + 1, is_cut: isTooLong(at) };
    if (first === CR && (bytes[at + 1] === LF || at + 1 >= bytes.length))
      return { values, body_at: Math.min(at + 2, bytes.length), is_cut: isTooLong(at) };
    let end = lineEnd(bytes, at);
    while (end + 1 < bytes.length && isFold(bytes, end + 1)) end = lineEnd(bytes, end + 1);
    const colon = bytes.subarray(at, Math.min(end, at + 80)).indexOf(0x3a);
    const name =
      colon > 0
        ? bytes
            .toString('latin1', at, at + colon)
            .trim()
            .toLowerCase()
        : '';
    if (!HEADER_NAME.test(name)) {
      // Not a header: the body starts here without the empty line; a stray line between headers is passed over.
      if (count === 0 || !looksLikeHeaderAhead(bytes, end + 1)) return { values, body_at: at, is_cut: isTooLong(at) };
    } else if (!values.has(name) && ++count > MAX_NAMES) {
      isCut = true;
    } else {
      const kept = values.get(name) ?? [];
      if (kept.length < MAX_OF_A_NAME)
        kept.push(decodeHeader(bytes.subarray(at + colon + 1, Math.min(end, at + colon + 1 + MAX_VALUE))));
      values.set(name, kept);
    }
    at = end + 1;
  }
  return { values, body_at: bytes.length, is_cut: isTooLong(at) };
}

function lineEnd(bytes: Buffer, from: number): number {
  const end = bytes.indexOf(LF, from);
  return end < 0 ? bytes.length : end;
}

/** A folded line starts with white space and is not empty. */
function isFold(bytes: Buffer, at: number): boolean {
  if (bytes[at] !== 0x20 && bytes[at] !== 0x09) return false;
  for (let look = at; look < Math.min(bytes.length, at + 200); look++) {
    const byte = bytes[look];
    if (byte === LF) return false;
    if (byte !== 0x20 && byte !== 0x09 && byte !== CR) return true;
  }
  return true;
}

function looksLikeHeaderAhead(bytes: Buffer, at: number): boolean {
  return /^[A-Za-z][A-Za-z0-9-]{1,60}:/.test(bytes.toString('latin1', at, Math.min(bytes.length, at + 64)));
}

function decodeHeader(bytes: Buffer): string {
  return decodeBytes(bytes, null)
    .replace(/[\r\n]+[ \t]?/g, ' ')
    .replaceAll('\0', '')
    .trim();
}

/** The first value of a header, undecoded words and all; null where there is none. */
export function header(headers: Headers, name: string): string | null {
  return headers.values.get(name)?.[0] ?? null;
}

const ENCODED_WORD = /=\?([^?\s]{1,60})\?([bqBQ])\?([^?]{0,16000})\?=(\s+(?==\?[^?\s]{1,60}\?[bqBQ]\?))?/g;

/** RFC 2047 words; neighbours in one charset are joined as bytes first, since programs cut letters in half. Broken ones stay. */
export function decodeWords(value: string): string {
  let pending: { charset: string; bytes: Buffer[] } | null = null;
  const flush = (): string => {
    const text = pending ? decodeBytes(Buffer.concat(pending.bytes), pending.charset) : '';
    pending = null;
    return text;
  };
  let out = '';
  let last = 0;
  let glued = false;
  for (const found of value.matchAll(ENCODED_WORD)) {
    const [all, label = '', how = '', coded = '', gap] = found;
    if (!glued || found.index !== last) out += flush() + value.slice(last, found.index);
    const charset = label.replace(/\*.*$/, '').toLowerCase();
    const bytes = how.toLowerCase() === 'b' ? Buffer.from(coded.replace(/[^A-Za-z0-9+/]/g, ''), 'base64') : qWord(coded);
    const before: { charset: string; bytes: Buffer[] } | null = pending;
    if (before && (before as { charset: string }).charset !== charset) out += flush();
    pending ??= { charset, bytes: [] };
    (pending as { bytes: Buffer[] }).bytes.push(bytes);
    last = found.index + all.length;
    glued = gap !== undefined;
    if (!glued) out += flush();
  }
  return out + flush() + value.slice(last);
}

function qWord(coded: string): Buffer {
  const text = coded.replaceAll('_', ' ').replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  // Raw letters inside are against the rules but seen: they stay as UTF-8.
  return [...text].some((letter) => letter > '\u00FF') ? Buffer.from(text, 'utf8') : Buffer.from(text, 'latin1');
}

/** Addresses of all headers of that name, at most `most`; groups are opened. */
export function addresses(headers: Headers, name: string, most = 100): Address[] {
  const found: Address[] = [];
  for (const value of headers.values.get(name) ?? []) {
    // Words are decoded after the split, so that an encoded comma or bracket cannot make addresses.
    for (const one of addressparser(value.slice(0, 8_192), { flatten: true })) {
      if (found.length >= most) return found;
      const email = cleanEmail(one.address ?? '');
      const shown = cleanLine(decodeWords(one.name ?? ''), 200)
        .replace(/^["']+|["']+$/g, '')
        .trim();
      if (email || shown) found.push({ name: shown === '' || shown.toLowerCase() === email ? null : shown, email });
    }
  }
  return found;
}

/** @returns the address lower-cased, or null where it cannot be one. */
export function cleanEmail(text: string): string | null {
  const email = decodeWords(text)
    .trim()
    .replace(/^(?:mailto:|<)+|>+$/gi, '')
    .toLowerCase();
  return email.length <= 254 &&
    /^[^\s@<>"(),;:\\]+@[^\s@<>"(),;:\\]+$/.test(email) &&
    !/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u.test(email)
    ? email
    : null;
}

/** Message ids of all headers of that name, without brackets, the last `most` of them. */
export function messageIds(headers: Headers, name: string, most = 100): string[] {
  const found: string[] = [];
  for (const value of headers.values.get(name) ?? []) {
    const bracketed = [...value.matchAll(/<([^<>\s]{1,500})>/g)].map((match) => match[1] ?? '');
    const bare =
      bracketed.length > 0 ? bracketed : value.split(/[\s,]+/).filter((id) => /^[^<>\s@]{1,250}@[^<>\s@]{1,250}$/.test(id));
    found.push(...bare.map((id) => cleanLine(id, 500)).filter((id) => id !== ''));
  }
  return [...new Set(found)].slice(-most);
}

/** The instant that a date header names; null where it cannot be read, never the present moment. */
export function parseDate(value: string | null): Date | null {
  if (value === null) return null;
  const text = value
    .slice(0, 200)
    .replace(/\([^()]{0,80}\)/g, ' ')
    .trim();
  // Without a year and a time of day `Date.parse` invents the rest.
  if (!/\b(?:19|20)\d\d\b/.test(text) || !/\d{1,2}:\d\d/.test(text)) return null;
  const at = Date.parse(/(?:[+-]\d{4}|[A-Z]{1,4}|Z)$/.test(text) || /\d{4}-\d\d-\d\dT/.test(text) ? text : `${text} +0000`);
  return Number.isNaN(at) ? null : new Date(at);
}

/** When the last server took it: the date of the topmost Received header, after its last semicolon. */
export function receivedDate(headers: Headers): Date | null {
  const value = header(headers, 'received');
  return value === null ? null : parseDate(value.slice(value.lastIndexOf(';') + 1));
}

/** A header such as Content-Type: its value lower-cased, and its parameters with RFC 2231 charsets and continuations put together. */
export function parameters(value: string | null): { value: string; params: Map<string, string> } {
  const params = new Map<string, string>();
  if (value === null) return { value: '', params };
  const pieces = splitOutsideQuotes(value.slice(0, MAX_VALUE));
  const split = new Map<string, { index: number; text: string; isCoded: boolean }[]>();
  for (const piece of pieces.slice(1, 200)) {
    const equals = piece.indexOf('=');
    if (equals < 1) continue;
    const key = piece.slice(0, equals).trim().toLowerCase();
    const text = unquote(piece.slice(equals + 1).trim());
    const star = /^([^*]{1,60})\*(?:(\d{1,3})(\*?))?$/.exec(key);
    if (!star) {
      if (!params.has(key)) params.set(key, decodeWords(text));
      continue;
    }
    const name = star[1] ?? '';
    const parts = split.get(name) ?? [];
    parts.push({ index: Number(star[2] ?? 0), text, isCoded: star[2] === undefined || star[3] === '*' });
    split.set(name, parts);
  }
  for (const [name, parts] of split) params.set(name, joined(parts));
  return { value: (pieces[0] ?? '').trim().toLowerCase(), params };
}

function joined(parts: { index: number; text: string; isCoded: boolean }[]): string {
  let charset: string | null = null;
  const bytes: Buffer[] = [];
  for (const [order, part] of parts.sort((a, b) => a.index - b.index).entries()) {
    let text = part.text;
    if (order === 0 && part.isCoded) {
      const marks = /^([^']{0,60})'[^']{0,60}'/.exec(text);
      if (marks) {
        charset = marks[1] || null;
        text = text.slice(marks[0].length);
      }
    }
    bytes.push(part.isCoded ? percentBytes(text) : Buffer.from(text, 'utf8'));
  }
  return decodeBytes(Buffer.concat(bytes), charset);
}

function percentBytes(text: string): Buffer {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const hex = text[at] === '%' ? /^[0-9A-Fa-f]{2}/.exec(text.slice(at + 1, at + 3))?.[0] : undefined;
    if (hex) {
      bytes.push(parseInt(hex, 16));
      at += 2;
    } else bytes.push(...Buffer.from(text[at] ?? '', 'utf8'));
  }
  return Buffer.from(bytes);
}

function splitOutsideQuotes(value: string): string[] {
  const pieces: string[] = [];
  let piece = '';
  let isQuoted = false;
  for (let at = 0; at < value.length; at++) {
    const letter = value[at] ?? '';
    if (letter === '\\' && isQuoted) piece += letter + (value[++at] ?? '');
    else if (letter === ';' && !isQuoted) {
      pieces.push(piece);
      piece = '';
    } else {
      if (letter === '"') isQuoted = !isQuoted;
      piece += letter;
    }
  }
  return [...pieces, piece];
}

function unquote(text: string): string {
  return text.startsWith('"')
    ? text.slice(1, text.endsWith('"') && text.length > 1 ? -1 : undefined).replace(/\\(["\\])/g, '$1')
    : text.replace(/\s*\(.{0,200}\)$/, '');
}
