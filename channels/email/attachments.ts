/** Lists what hangs on a mail, and trusts none of it: the type is read from the bytes, the name is cleaned, the size is capped. */
import { createHash } from 'node:crypto';
import { fileTypeFromBuffer } from 'file-type';
import type { Attachment } from '../contact.ts';
import { cleanText } from './charset.ts';
import type { Leaf } from './mime.ts';

export interface AttachmentLimits {
  /** Larger content stays in the raw mail only; default 20 MB, above what most servers let through. */
  max_bytes: number;
  /** More are counted, not listed; default 200. */
  max_count: number;
}
export const ATTACHMENT_LIMITS: AttachmentLimits = { max_bytes: 20_000_000, max_count: 200 };

/** Names that Windows gives to devices. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
const ENDINGS: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/heic': 'heic',
  'application/pdf': 'pdf',
  'text/plain': 'txt',
  'text/html': 'html',
  'text/calendar': 'ics',
  'message/rfc822': 'eml',
  'application/zip': 'zip',
};

/** The attachments in order; content is null beyond the size cap. */
export async function listAttachments(leaves: readonly Leaf[], limits: AttachmentLimits): Promise<Attachment[]> {
  const listed: Attachment[] = [];
  for (const leaf of leaves.slice(0, limits.max_count)) {
    const type = await sniff(leaf.bytes, leaf.type);
    listed.push({
      name: cleanName(leaf.name, type, listed.length + 1),
      type,
      declared_type: leaf.type,
      bytes: leaf.bytes.length,
      sha256: createHash('sha256').update(leaf.bytes).digest('hex'),
      content: leaf.bytes.length > limits.max_bytes ? null : new Uint8Array(leaf.bytes),
    });
  }
  return listed;
}

/** The type that the bytes show; the declared one only among kinds of text, which bytes cannot tell apart. */
export async function sniff(bytes: Uint8Array, declared: string): Promise<string> {
  const head = bytes.subarray(0, 8_192);
  const found = await fileTypeFromBuffer(head).catch(() => undefined); // a cut or forged container has no type
  if (found) {
    const detailed =
      /zip|cfb|xml|ogg|matroska/.test(found.mime) && bytes.length <= 20_000_000
        ? await fileTypeFromBuffer(bytes).catch(() => undefined)
        : undefined;
    return (detailed ?? found).mime;
  }
  if (bytes.length === 0) return 'application/octet-stream';
  if (!isText(head)) return 'application/octet-stream';
  const start = Buffer.from(head).toString('latin1').trimStart().slice(0, 200).toLowerCase();
  if (start.startsWith('<!doctype html') || start.startsWith('<html') || start.includes('<script')) return 'text/html';
  if (start.startsWith('<svg') || (start.startsWith('<?xml') && start.includes('<svg'))) return 'image/svg+xml';
  if (start.startsWith('begin:vcalendar')) return 'text/calendar';
  if (start.startsWith('begin:vcard')) return 'text/vcard';
  if (start.startsWith('{\\rtf')) return 'application/rtf';
  return /^(?:text\/[a-z0-9.+-]+|message\/[a-z0-9.+-]+|application\/(?:json|xml))$/.test(declared) ? declared : 'text/plain';
}

function isText(head: Uint8Array): boolean {
  let odd = 0;
  for (const byte of head) {
    if (byte === 0) return false;
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c && byte !== 0x1b) odd++;
  }
  return odd * 50 <= head.length;
}

/** A name without path, control or direction characters, at most 120 characters, never empty and never a device's. */
export function cleanName(name: string | null, type: string, order: number): string {
  const last =
    cleanText((name ?? '').slice(0, 4_000))
      .split(/[\\/]/)
      .at(-1) ?? '';
  const plain = last
    .replace(/[\n\t]/g, ' ')
    .replace(/[<>:"|?*\u200B-\u200D\u2060\uFFFD]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  if (plain === '') return `attachment-${order}.${ENDINGS[type] ?? 'bin'}`;
  const safe = RESERVED.test(plain) ? `_${plain}` : plain;
  if (safe.length <= 120) return safe;
  const ending = /\.[\p{L}\p{N}]{1,10}$/u.exec(safe)?.[0] ?? '';
  return (
    safe
      .slice(0, 120 - ending.length)
      .toWellFormed()
      .replaceAll('\uFFFD', '')
      .trim() + ending
  );
}
