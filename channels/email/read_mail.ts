/** The one entrance to reading a mail: raw bytes to a contact, within limits of time and memory. */
import { NOBODY, type Arrival, type Contact } from '../contact.ts';
import { ATTACHMENT_LIMITS, type AttachmentLimits } from './attachments.ts';
import { cleanLine, cleanText, decodeBytes } from './charset.ts';
import { addresses, decodeWords, header, messageIds, readHeaders } from './headers.ts';
import { openPool, POOL_OPTIONS, ReadingStopped, type PoolOptions, type ReadingPool } from './mime_pool.ts';
import { tidy } from './reply_text.ts';

/** What the landlord's own addresses are: a colleague's forward is known by them. */
export interface OwnMail {
  addresses: string[];
}

export interface MailReader {
  /** Reads a mail. Never throws on what is in it: what cannot be read comes back `held`, with whatever could be saved. */
  read(arrival: Pick<Arrival, 'raw'>, own: OwnMail): Promise<Contact>;
  close(): Promise<void>;
}

/** Bytes looked at when every thread has failed: enough for the headers and the first words, at once. */
const SALVAGED_BYTES = 200_000;

/** A reader with a pool of its own, for those who want other limits than the usual. */
export function openReader(options: Partial<PoolOptions & { attachments: AttachmentLimits }> = {}): MailReader {
  const { attachments = ATTACHMENT_LIMITS, ...rest } = options;
  const pool = openPool({ ...POOL_OPTIONS, ...rest });
  return { read: (arrival, own) => readWith(pool, arrival.raw, own, attachments), close: () => pool.close() };
}

let usual: MailReader | null = null;

/**
 * Reads a mail by the usual reader, whose threads start with the first mail and never keep the process alive.
 * Never throws on what is in it: what cannot be read comes back `held`, with whatever could be saved.
 */
export async function readMail(arrival: Pick<Arrival, 'raw'>, own: OwnMail): Promise<Contact> {
  usual ??= openReader();
  return await usual.read(arrival, own);
}

/** First with the libraries; if that hangs or bursts, by our own plain code; if even that, the first words by hand. */
async function readWith(pool: ReadingPool, raw: Uint8Array, own: OwnMail, attachments: AttachmentLimits): Promise<Contact> {
  const reasons: string[] = [];
  for (const level of ['full', 'plain'] as const) {
    try {
      const contact = await pool.read(raw, { own_addresses: own.addresses, attachments, level });
      return reasons.length === 0
        ? contact
        : { ...contact, held: `${reasons[0]} What follows was read in a simpler way; compare it with the raw mail.` };
    } catch (error) {
      if (!(error instanceof ReadingStopped)) throw error;
      reasons.push(error.message);
    }
  }
  return salvaged(raw, reasons[0] ?? 'Reading failed.');
}

/** Headers and the first words as they stand: less than reading, more than nothing. */
export function salvaged(raw: Uint8Array, because: string): Contact {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, Math.min(raw.byteLength, SALVAGED_BYTES));
  const headers = readHeaders(bytes);
  const words = tidy(cleanText(decodeBytes(bytes.subarray(headers.body_at), null)));
  const subject = cleanLine(decodeWords(header(headers, 'subject') ?? ''));
  const sender = addresses(headers, 'from', 1)[0];
  return {
    sender: { ...NOBODY, name: sender?.name ?? null, email: sender?.email ?? null },
    subject: subject === '' ? null : subject,
    text: words,
    full_text: words,
    html: null,
    thread: [...new Set([...messageIds(headers, 'references'), ...messageIds(headers, 'in-reply-to', 10)])],
    recipients: addresses(headers, 'to').flatMap((one) => (one.email ? [one.email] : [])),
    message_id: messageIds(headers, 'message-id', 1)[0] ?? null,
    forwarded_from: null,
    attachments: [],
    is_public: false,
    is_automated: false,
    automated_because: null,
    held: `${because} Only the beginning is shown as it stands; the raw mail is kept whole.`,
    logged_by: null,
  };
}
