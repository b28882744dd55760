/** Takes a mail apart into its leaves: by mailparser, and by hand where mailparser refuses (too many parts, too much header). */
import MailParser from 'mailparser/lib/mail-parser';
import { header, parameters, readHeaders, type Headers } from './headers.ts';

/** One part that holds something, transfer encoding undone, charset not. */
export interface Leaf {
  type: string;
  charset: string | null;
  /** format=flowed, and whether trailing spaces belong to the words. */
  flowed: 'no' | 'flowed' | 'delsp';
  params: Map<string, string>;
  is_attached: boolean;
  /** Whether the part named its type at all. */
  is_declared: boolean;
  name: string | null;
  content_id: string | null;
  bytes: Buffer;
}

export interface Split {
  leaves: Leaf[];
  /** Why not everything is here; null when it is. */
  left_out: string | null;
}

/** mailparser stops at 1,000; beyond this many a mail is an attack, and the rest stays in the raw mail only. */
const MAX_LEAVES = 5_000;
/** Boundaries open at once. */
const MAX_DEPTH = 50;
/** Above this mailparser's line-by-line splitting takes seconds; the walk by hand takes a tenth of it. */
const LIBRARY_MAX_BYTES = 4_000_000;

/** Every leaf comes as it is: words are decoded by our own charset rules, which know wrong labels. */
class LeafParser extends MailParser {
  textTypes: string[] = [];
}

/** Takes a mail apart. Never throws on what is in it. */
export async function splitMail(raw: Buffer, top: Headers): Promise<Split> {
  const byHand = (): Split => splitByHand(raw, top);
  if (raw.length > LIBRARY_MAX_BYTES || top.is_cut) return byHand();
  try {
    const leaves = await splitByLibrary(raw);
    return leaves.some((leaf) => leaf.bytes.length > 0) ? { leaves, left_out: null } : byHand();
  } catch {
    return byHand(); // mailparser refuses a mail by throwing; the walk by hand reads it all the same
  }
}

function splitByLibrary(raw: Buffer): Promise<Leaf[]> {
  return new Promise((resolve, reject) => {
    const leaves: Leaf[] = [];
    const parser = new LeafParser({
      ignoreEmbedded: true,
      skipTextToHtml: true,
      skipHtmlToText: true,
      skipImageLinks: true,
      checksumAlgo: false,
    });
    parser.on('data', (data) => {
      if (data.type !== 'attachment') return;
      const chunks: Buffer[] = [];
      data.content.on('data', (chunk: Buffer) => chunks.push(chunk));
      data.content.on('error', reject);
      data.content.on('end', () => {
        const of = (name: string): string | null => {
          const lines = data.headers.get(name);
          return lines === undefined ? null : rebuilt(lines);
        };
        leaves.push(
          makeLeaf(of('content-type'), of('content-disposition'), of('content-id'), Buffer.concat(chunks), data.filename ?? null),
        );
        data.release?.();
      });
    });
    parser.on('error', reject);
    parser.on('end', () => resolve(leaves));
    parser.end(raw);
  });
}

/** mailparser gives structured headers as a value and its parameters. */
function rebuilt(parsed: unknown): string {
  if (typeof parsed === 'string') return parsed;
  if (Array.isArray(parsed)) return rebuilt(parsed[0]);
  if (typeof parsed !== 'object' || parsed === null || !('value' in parsed)) return '';
  const params =
    'params' in parsed && typeof parsed.params === 'object' && parsed.params !== null ? Object.entries(parsed.params) : [];
  return [String(parsed.value), ...params.map(([name, value]) => `${name}="${String(value).replace(/["\\]/g, '\\$&')}"`)].join(
    '; ',
  );
}

function makeLeaf(
  type: string | null,
  disposition: string | null,
  contentId: string | null,
  bytes: Buffer,
  filename: string | null,
): Leaf {
  const content = parameters(type);
  const placed = parameters(disposition);
  const isFlowed = content.params.get('format')?.toLowerCase() === 'flowed';
  return {
    type: /^[a-z0-9!#$&^_.+-]{1,60}\/[a-z0-9!#$&^_.+-]{1,100}$/.test(content.value)
      ? content.value
      : content.value.startsWith('text') || content.value === ''
        ? 'text/plain'
        : 'application/octet-stream',
    charset: content.params.get('charset') ?? null,
    flowed: !isFlowed ? 'no' : content.params.get('delsp')?.toLowerCase() === 'yes' ? 'delsp' : 'flowed',
    params: content.params,
    is_declared: content.value !== '',
    is_attached: placed.value !== '' && placed.value !== 'inline',
    name: placed.params.get('filename') ?? content.params.get('name') ?? filename,
    content_id: contentId?.trim().replace(/^<|>$/g, '') ?? null,
    bytes,
  };
}

/**
 * The walk by hand: one pass over the bytes, boundaries looked up in a list, nothing recursive.
 * A multipart without a boundary takes the first line that looks like one; a missing end runs to the next known boundary or the end.
 */
export function splitByHand(raw: Buffer, top: Headers, isRetry = false): Split {
  const leaves: Leaf[] = [];
  const boundaries: string[] = [];
  let open: { headers: Headers; from: number; isOuter: boolean } | null = null;
  let leftOut: string | null = null;

  const close = (to: number): void => {
    if (!open) return;
    const { headers, from, isOuter } = open;
    open = null;
    if (isOuter) return; // what stands before the first boundary is for programs without MIME
    if (leaves.length >= MAX_LEAVES) {
      leftOut = `The mail has more than ${MAX_LEAVES} parts; what follows them is only in the raw mail.`;
      return;
    }
    leaves.push(leafFrom(headers, raw.subarray(from, Math.max(from, to))));
  };
  const begin = (headers: Headers): void => {
    const content = parameters(header(headers, 'content-type'));
    const isMultipart = content.value.startsWith('multipart/');
    const boundary = isMultipart ? (content.params.get('boundary') ?? guessBoundary(raw, headers.body_at)) : null;
    if (boundary && boundaries.length < MAX_DEPTH) {
      boundaries.push(boundary.trimEnd());
      open = { headers, from: headers.body_at, isOuter: true };
    } else open = { headers, from: headers.body_at, isOuter: false };
  };

  begin(top);
  const outermost: { headers: Headers; from: number } = { headers: top, from: top.body_at };
  let at = top.body_at;
  while (at < raw.length && boundaries.length > 0) {
    const line = raw[at] === 0x2d && raw[at + 1] === 0x2d ? at : raw.indexOf('\n--', at) + 1;
    if (line <= 0 && line !== at) break;
    const end = raw.indexOf(0x0a, line);
    const stop = end < 0 ? raw.length : end;
    const text = raw.toString('latin1', line + 2, Math.min(stop, line + 300)).trimEnd();
    const known = boundaries.findLastIndex((boundary) => text === boundary || text === `${boundary}--`);
    at = stop + 1;
    if (known < 0) {
      at = stop; // the next search begins at this line's end
      if (end < 0) break;
      continue;
    }
    close(raw[line - 2] === 0x0d ? line - 2 : line - 1);
    const isEnd = text !== boundaries[known];
    boundaries.length = isEnd ? known : known + 1;
    if (!isEnd) {
      const headers = readHeaders(raw, at);
      begin(headers);
      at = headers.body_at;
    }
  }
  close(raw.length);
  // A multipart whose boundary never comes has another one, or all its words are in the body.
  const other = leaves.length === 0 && !isRetry ? guessBoundary(raw, top.body_at) : null;
  if (other) {
    const values = new Map(top.values).set('content-type', [`multipart/mixed; boundary="${other.replace(/["\\]/g, '\\$&')}"`]);
    return splitByHand(raw, { ...top, values }, true);
  }
  if (leaves.length === 0 && raw.length > outermost.from)
    leaves.push(leafFrom({ ...outermost.headers, values: new Map() }, raw.subarray(outermost.from)));
  return { leaves, left_out: leftOut ?? (top.is_cut ? 'The mail has more headers than are read; all are in the raw mail.' : null) };
}

function guessBoundary(raw: Buffer, from: number): string | null {
  const found = /(?:^|\n)--([^\s-][^\r\n]{0,98}|-{2,40}[^\s-][^\r\n]{0,60})\r?\n(?=content-)/i.exec(
    raw.toString('latin1', from, from + 65_536),
  );
  return found?.[1]?.trimEnd() ?? null;
}

function leafFrom(headers: Headers, body: Buffer): Leaf {
  const encoding = (header(headers, 'content-transfer-encoding') ?? '').toLowerCase().replace(/[^a-z0-9-]/g, '');
  const bytes = encoding === 'base64' ? fromBase64(body) : encoding === 'quoted-printable' ? fromQuotedPrintable(body) : body;
  return makeLeaf(
    header(headers, 'content-type'),
    header(headers, 'content-disposition'),
    header(headers, 'content-id'),
    bytes,
    null,
  );
}

/** Junk between the letters is passed over, and padding in the middle starts a new piece. */
export function fromBase64(body: Buffer): Buffer {
  const text = body.toString('latin1').replace(/[^A-Za-z0-9+/=]+/g, '');
  if (!/=[^=]/.test(text)) return Buffer.from(text, 'base64');
  return Buffer.concat(text.split(/=+/).map((piece) => Buffer.from(piece, 'base64')));
}

/** Broken escapes stay as they stand. */
export function fromQuotedPrintable(body: Buffer): Buffer {
  const out = Buffer.allocUnsafe(body.length);
  let length = 0;
  for (let at = 0; at < body.length; at++) {
    const byte = body[at] ?? 0;
    if (byte !== 0x3d) {
      out[length++] = byte;
      continue;
    }
    if (body[at + 1] === 0x0a) at += 1;
    else if (body[at + 1] === 0x0d && body[at + 2] === 0x0a) at += 2;
    else {
      const hex = body.toString('latin1', at + 1, at + 3);
      if (/^[0-9A-Fa-f]{2}$/.test(hex)) {
        out[length++] = parseInt(hex, 16);
        at += 2;
      } else out[length++] = byte;
    }
  }
  return out.subarray(0, length);
}

/** RFC 3676: lines that end in a space go on in the next one, at the same depth of quoting. */
export function unflow(text: string, deleteSpace: boolean): string {
  const out: string[] = [];
  let isOpen = false;
  let depth = 0;
  for (const line of text.split(/\r?\n/)) {
    const marks = /^>*/.exec(line)?.[0].length ?? 0;
    const words = line.slice(marks).replace(/^ /, '');
    const isSignature = words === '-- ';
    if (isOpen && marks === depth && !isSignature) out[out.length - 1] += words;
    else out.push(marks > 0 ? `${'>'.repeat(marks)} ${words}` : words);
    depth = marks;
    isOpen = words.endsWith(' ') && !isSignature;
    const last = out.length - 1;
    if (isOpen && deleteSpace) out[last] = (out[last] ?? '').slice(0, -1);
  }
  return out.join('\n');
}
