/** Turns bytes into words, whatever the label on them says: labels in mail are often wrong. */

/** Labels that the encoding standard does not know, or that mail uses for something else. */
const ALIASES: Record<string, string> = {
  ascii: 'utf-8',
  usascii: 'utf-8',
  ansi: 'windows-1252',
  cp1252: 'windows-1252',
  ansix341968: 'utf-8',
  default: 'utf-8',
  unicode: 'utf-16le',
  utf16: 'utf-16le',
  cp437: 'ibm866',
  cp850: 'windows-1252',
  iso88598i: 'iso-8859-8',
  iso2022jpms: 'iso-2022-jp',
  iso2022jp1: 'iso-2022-jp',
  iso2022jp2: 'iso-2022-jp',
  ksc56011987: 'euc-kr',
  cp949: 'euc-kr',
  cp932: 'shift_jis',
  cp936: 'gbk',
  cp950: 'big5',
  gb23121980: 'gb18030',
  macintosh: 'macintosh',
};
const UTF7 = /^(?:(?:x|cs)?unicode11)?utf7(?:imap)?$/;
/** Latin labels under which programs send windows-1252 or UTF-8. */
const LOOSE_LABELS = new Set(['windows-1252', 'iso-8859-1', 'latin1']);

/**
 * Decodes bytes by their label where that fits, and otherwise as what they are: UTF-8 where valid, else windows-1252.
 * Never throws; an unknown or absurd label is no label.
 */
export function decodeBytes(bytes: Uint8Array, label: string | null): string {
  if (bytes.length === 0) return '';
  const marked = byMark(bytes);
  if (marked !== null) return marked;
  const plain = (label ?? '')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 40);
  if (UTF7.test(plain)) return decodeUtf7(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'));
  const decoder = decoderFor(plain, label);
  // UTF-8 is so strict that bytes which pass are hardly ever anything else.
  if (!decoder || decoder.encoding === 'utf-8' || LOOSE_LABELS.has(decoder.encoding))
    return asUtf8(bytes) ?? asUtf16(bytes) ?? asWindows(bytes);
  const text = decoder.decode(bytes);
  return text.includes('\uFFFD') ? (asUtf8(bytes) ?? text) : text;
}

function decoderFor(plain: string, label: string | null): InstanceType<typeof TextDecoder> | null {
  for (const name of [ALIASES[plain], label?.trim()]) {
    if (!name) continue;
    try {
      return new TextDecoder(name);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error; // a RangeError only says that the label is unknown
    }
  }
  return null;
}

function byMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return asUtf8(bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return null;
}

function asUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return mostlyUtf8(bytes);
    throw error;
  }
}

/** UTF-8 cut or damaged in a few places is still UTF-8; a Latin text has stray bytes and no valid sequences. */
function mostlyUtf8(bytes: Uint8Array): string | null {
  const text = new TextDecoder('utf-8').decode(bytes);
  let good = 0;
  let bad = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0xfffd) bad++;
    else if (code > 0x7f) good++;
  }
  return good > bad * 4 ? text : null;
}

/** UTF-16 without a mark: every other byte of Western text is zero. */
function asUtf16(bytes: Uint8Array): string | null {
  const seen = Math.min(bytes.length & ~1, 4000);
  if (seen < 8) return null;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < seen; at += 2) {
    if (bytes[at] === 0) even++;
    if (bytes[at + 1] === 0) odd++;
  }
  if (odd > seen / 4 && even < seen / 40) return new TextDecoder('utf-16le').decode(bytes);
  if (even > seen / 4 && odd < seen / 40) return new TextDecoder('utf-16be').decode(bytes);
  return null;
}

function asWindows(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252').decode(bytes);
}

/** RFC 2152. The result is only ever shown as plain words or sanitised after decoding. */
function decodeUtf7(text: string): string {
  return text.replace(/\+([A-Za-z0-9+/,]{0,100000})-?/g, (all, coded: string) => {
    if (coded === '') return all === '+-' ? '+' : all;
    const bytes = Buffer.from(coded.replaceAll(',', '/'), 'base64');
    if (bytes.length < 2) return all;
    return new TextDecoder('utf-16be').decode(bytes.subarray(0, bytes.length & ~1));
  });
}

/** Direction overrides and isolates, which can make words read as others; and NUL and the other controls but tab and line end. */
const UNSAFE = /(?![\t\n])\p{Cc}|[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C\uFEFF\uFFFE\uFFFF]/gu;

/** Words fit to keep and show: NFC, line ends as LF, no NUL, no control or direction characters, no lone surrogates. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(UNSAFE, '')
    .toWellFormed()
    .normalize('NFC');
}

/** One line of clean words, such as a subject or a name. */
export function cleanLine(text: string, longest = 998): string {
  return cleanText(text.slice(0, longest * 4))
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longest)
    .toWellFormed();
}

/** True where there is anything to read: a letter, a digit or an emoji. */
export function hasWords(text: string): boolean {
  return /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(text);
}
