/** Opens `winmail.dat`, in which old Outlook wraps a mail's words and attachments (TNEF, [MS-OXTNEF]). */
import { decodeBytes } from './charset.ts';

export interface TnefContent {
  text: string | null;
  html: string | null;
  /** The words exist only as compressed RTF that could not be opened. */
  has_closed_words: boolean;
  files: { name: string | null; bytes: Buffer }[];
}

const SIGNATURE = 0x223e9f78;
const ATT_BODY = 0x0002800c;
const ATT_MAPI = 0x00069003;
const ATT_ATTACH_DATA = 0x0006800f;
const ATT_ATTACH_TITLE = 0x00018010;
const ATT_ATTACH_START = 0x00069002;
const ATT_ATTACH_MAPI = 0x00069005;
const MAPI_BODY = 0x1000;
const MAPI_HTML = 0x1013;
const MAPI_RTF = 0x1009;
const MAPI_LONG_NAME = 0x3707;
const MAX_FILES = 200;

/** @returns null where the bytes are no TNEF at all; what is cut off is left out. */
export function openTnef(bytes: Buffer): TnefContent | null {
  if (bytes.length < 6 || bytes.readUInt32LE(0) !== SIGNATURE) return null;
  const content: TnefContent = { text: null, html: null, has_closed_words: false, files: [] };
  let file: { name: string | null; bytes: Buffer } | null = null;
  let at = 6;
  while (at + 9 <= bytes.length) {
    const id = bytes.readUInt32LE(at + 1);
    const length = bytes.readUInt32LE(at + 5);
    const value = bytes.subarray(at + 9, at + 9 + length);
    at += 9 + length + 2; // a checksum follows
    if (id === ATT_BODY) content.text ??= decodeBytes(value, null).replace(/\0+$/, '');
    else if (id === ATT_MAPI) takeWords(value, content);
    else if (id === ATT_ATTACH_START && content.files.length < MAX_FILES) {
      file = { name: null, bytes: Buffer.alloc(0) };
      content.files.push(file);
    } else if (file && id === ATT_ATTACH_TITLE) file.name ??= decodeBytes(value, null).replace(/\0+$/, '');
    else if (file && id === ATT_ATTACH_DATA) file.bytes = value;
    else if (file && id === ATT_ATTACH_MAPI) file.name = longName(value) ?? file.name;
  }
  content.files = content.files.filter((one) => one.bytes.length > 0);
  return content;
}

function takeWords(value: Buffer, content: TnefContent): void {
  for (const { id, type, data } of properties(value)) {
    if (id === MAPI_BODY) content.text ??= asText(type, data);
    else if (id === MAPI_HTML) content.html ??= asText(type, data);
    else if (id === MAPI_RTF) {
      const rtf = openRtf(data);
      if (rtf === null) content.has_closed_words = true;
      else content.text ??= rtfWords(rtf);
    }
  }
}

function longName(value: Buffer): string | null {
  for (const { id, type, data } of properties(value)) if (id === MAPI_LONG_NAME) return asText(type, data);
  return null;
}

function asText(type: number, data: Buffer): string {
  return (type === 0x1f ? new TextDecoder('utf-16le').decode(data) : decodeBytes(data, null)).replace(/\0+$/, '');
}

const SIZES: Record<number, number> = {
  0x02: 4,
  0x03: 4,
  0x04: 4,
  0x05: 8,
  0x06: 8,
  0x07: 8,
  0x0a: 4,
  0x0b: 4,
  0x14: 8,
  0x40: 8,
  0x48: 16,
};

/** MAPI properties with values of known size; the reading ends where the bytes stop making sense. */
function* properties(value: Buffer): Generator<{ id: number; type: number; data: Buffer }> {
  if (value.length < 4) return;
  const count = Math.min(value.readUInt32LE(0), 2_000);
  let at = 4;
  for (let index = 0; index < count && at + 4 <= value.length; index++) {
    const rawType = value.readUInt16LE(at);
    const id = value.readUInt16LE(at + 2);
    const type = rawType & 0xfff;
    at += 4;
    if (id >= 0x8000) {
      if (at + 20 > value.length) return;
      const kind = value.readUInt32LE(at + 16);
      at += 20;
      if (kind === 0) at += 4;
      else {
        if (at + 4 > value.length) return;
        at += 4 + padded(value.readUInt32LE(at));
      }
    }
    const isVariable = type === 0x1e || type === 0x1f || type === 0x102 || type === 0x0d;
    let values = 1;
    if (isVariable || (rawType & 0x1000) !== 0) {
      if (at + 4 > value.length) return;
      values = Math.min(value.readUInt32LE(at), 2_000);
      at += 4;
    }
    for (let one = 0; one < values; one++) {
      let size = SIZES[type] ?? -1;
      if (isVariable) {
        if (at + 4 > value.length) return;
        size = value.readUInt32LE(at);
        at += 4;
      }
      if (size < 0 || at + size > value.length) return;
      if (one === 0) yield { id, type, data: value.subarray(at, at + size) };
      at += isVariable ? padded(size) : size;
    }
  }
}

function padded(size: number): number {
  return size + ((4 - (size % 4)) % 4);
}

const RTF_START = Buffer.from(
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx',
  'latin1',
);
const RTF_MAX = 5_000_000;

/** [MS-OXRTFCP]: RTF in a ring of 4,096 bytes that starts filled with usual words. */
function openRtf(data: Buffer): string | null {
  if (data.length < 16) return null;
  const size = Math.min(data.readUInt32LE(4), RTF_MAX);
  const kind = data.readUInt32LE(8);
  if (kind === 0x414c454d) return data.toString('latin1', 16, 16 + size);
  if (kind !== 0x75465a4c) return null;
  const ring = Buffer.alloc(4096, 0x20);
  RTF_START.copy(ring);
  let write = RTF_START.length;
  const out: number[] = [];
  let at = 16;
  const put = (byte: number): void => {
    out.push(byte);
    ring[write] = byte;
    write = (write + 1) % 4096;
  };
  while (at < data.length && out.length < size) {
    const control = data[at++] ?? 0;
    for (let bit = 0; bit < 8 && at < data.length; bit++) {
      if (((control >> bit) & 1) === 0) {
        put(data[at++] ?? 0);
        continue;
      }
      const pointer = at + 1 < data.length ? data.readUInt16BE(at) : write << 4;
      at += 2;
      const from = pointer >> 4;
      if (from === write) return Buffer.from(out).toString('latin1', 0, size);
      for (let step = 0; step < (pointer & 0xf) + 2; step++) put(ring[(from + step) % 4096] ?? 0);
    }
  }
  return Buffer.from(out).toString('latin1', 0, size);
}

const RTF_TOKEN =
  /\\'([0-9a-f]{2})|\\u(-?\d{1,6}) ?(?:\\'[0-9a-f]{2}|\?)?|\\([a-z]{1,32})(-?\d{1,10})? ?|\\([^a-z'])|([{}])|([^\\{}\r\n]{1,10000})/gi;
const RTF_HIDDEN = /^(?:fonttbl|colortbl|stylesheet|info|pict|themedata|datastore|generator|listtable|htmltag|mhtmltag)$/;

/** The words of RTF, groups that hold tables of fonts and the like left out. HTML wrapped in RTF shows by its own text. */
export function rtfWords(rtf: string): string {
  let out = '';
  let level = 0;
  let hiddenAt = -1;
  let isHtml = false;
  for (const [, hex, code, word, number, symbol, brace, plain] of rtf.matchAll(RTF_TOKEN)) {
    if (brace === '{') level++;
    else if (brace === '}') {
      level--;
      if (level < hiddenAt) hiddenAt = -1;
    } else if (hiddenAt >= 0) continue;
    else if (symbol === '*') hiddenAt = level;
    else if (word && RTF_HIDDEN.test(word)) hiddenAt = level;
    else if (word === 'fromhtml') isHtml = true;
    else if (word === 'htmlrtf' && isHtml) continue;
    else if (word === 'par' || word === 'line' || word === 'row') out += '\n';
    else if (word === 'tab' || word === 'cell') out += ' ';
    else if (code !== undefined) out += String.fromCharCode((Number(code) + 65_536) % 65_536);
    else if (hex !== undefined) out += decodeBytes(Buffer.from([parseInt(hex, 16)]), 'windows-1252');
    else if (symbol === '~') out += ' ';
    else if (symbol && /[\\{}]/.test(symbol)) out += symbol;
    else if (plain !== undefined) out += plain;
    void number;
  }
  return out.replace(/\n{3,}/g, '\n\n').trim();
}
