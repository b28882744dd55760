/** Makes a contact of a mail's bytes: the pure reading, the same wherever it runs. */
import type { Contact, ForwardedFrom } from '../contact.ts';
import { listAttachments, type AttachmentLimits } from './attachments.ts';
import { automatedBecause } from './automated.ts';
import { chooseBodies, type Bodies } from './bodies.ts';
import { cleanLine, cleanText, decodeBytes, hasWords } from './charset.ts';
import { findForward } from './forward.ts';
import { addresses, decodeWords, header, messageIds, parameters, parseDate, readHeaders, type Headers } from './headers.ts';
import { safeHtml } from './html.ts';
import { splitByHand, splitMail, type Leaf } from './mime.ts';
import { replyText, tidy } from './reply_text.ts';

export interface ReadOptions {
  own_addresses: string[];
  attachments: AttachmentLimits;
  /** `plain` keeps to our own single-pass code: the second try when a library has hung or fallen over. */
  level: 'full' | 'plain';
}

/** A letter is some KB; a megabyte of words is read by nobody. The rest stays in the raw mail. */
const MAX_TEXT = 4_000_000;
/** Mails within mails. */
const MAX_NESTING = 12;
/** Of a mail nested deeper still, this much is shown as it stands. */
const MAX_UNOPENED = 20_000;
const MAX_NESTED = 50;
const RECIPIENT_HEADERS = ['to', 'cc', 'delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to', 'bcc', 'resent-to'];
const MAX_RECIPIENTS = 200;
/** Anybody may have an address there: it makes nobody a colleague. */
const PUBLIC_DOMAINS = new Set([
  'gmail.com',
  'googlemail.com',
  'outlook.com',
  'hotmail.com',
  'hotmail.co.uk',
  'live.co.uk',
  'live.com',
  'yahoo.com',
  'yahoo.co.uk',
  'icloud.com',
  'me.com',
  'aol.com',
  'btinternet.com',
  'sky.com',
  'talktalk.net',
  'proton.me',
  'protonmail.com',
]);

interface Opened {
  headers: Headers;
  bodies: Bodies;
  types: string[];
  inner: Opened[];
  left_out: string | null;
  is_mail: boolean;
}

/** Reads a mail. What it cannot read it says in `held`; bounded in parts, depth and length of text, not in time. */
export async function readBytes(raw: Buffer, options: ReadOptions): Promise<Contact> {
  const mail = await open(raw, options, 0);
  const { headers, bodies } = mail;
  const subject = subjectOf(headers);
  const sender =
    addresses(headers, 'from', 5).find((one) => one.email !== null) ??
    addresses(headers, 'sender', 5)[0] ??
    addresses(headers, 'from', 5)[0] ??
    null;
  const isOwn = isColleague(sender?.email ?? null, options.own_addresses);
  const isReport =
    parameters(header(headers, 'content-type')).value === 'multipart/report' || mail.types.includes('message/delivery-status');
  const visible = bodies.text.slice(0, MAX_TEXT).toWellFormed();
  const attached = isReport ? null : attachedForward(mail, visible, subject, isOwn);
  const forward = attached ?? (isReport ? null : findForward(visible, subject, isOwn));
  let text = forward?.text ?? replyText(visible).text;
  const fullText = tidy(
    [visible, ...bodies.asides, ...mail.inner.map((inner) => told(inner))].filter((words) => hasWords(words)).join('\n\n'),
  ).slice(0, MAX_TEXT * 2);
  if (!hasWords(text) && hasWords(fullText)) text = replyText(fullText).text;
  const because = automatedBecause(headers, text, mail.types);
  return {
    sender: {
      name: sender?.name ?? null,
      email: sender?.email ?? null,
      phone: null,
      handle: null,
      address: null,
      on_behalf_of: null,
    },
    subject,
    text,
    full_text: fullText,
    html: bodies.html === null || options.level === 'plain' ? null : safeHtml(bodies.html),
    thread: [...new Set([...messageIds(headers, 'references'), ...messageIds(headers, 'in-reply-to', 10)])].slice(-100),
    recipients: recipients(headers),
    message_id: messageIds(headers, 'message-id', 1)[0] ?? null,
    forwarded_from: forward?.from ?? null,
    attachments: await listAttachments(allFiles(mail), options.attachments),
    is_public: false,
    is_automated: because !== null,
    automated_because: because,
    held: whyHeld(mail, text, raw),
    logged_by: null,
  };
}

async function open(raw: Buffer, options: ReadOptions, depth: number): Promise<Opened> {
  const headers = readHeaders(raw);
  let { leaves, left_out } = options.level === 'full' ? await splitMail(raw, headers) : splitByHand(raw, headers);
  // RFC 2046 5.1.5: in a digest a part without a type is a mail.
  if (parameters(header(headers, 'content-type')).value === 'multipart/digest')
    leaves = leaves.map((leaf) => (leaf.is_declared ? leaf : { ...leaf, type: 'message/rfc822' }));
  let bodies = chooseBodies(leaves);
  if (!hasWords(bodies.text) && bodies.nested.length === 0 && bodies.files.length === 0 && headers.body_at < raw.length) {
    ({ leaves, left_out } = splitByHand(raw, headers));
    bodies = chooseBodies(leaves);
  }
  const inner: Opened[] = [];
  for (const leaf of bodies.nested.slice(0, MAX_NESTED)) {
    if (depth < MAX_NESTING) inner.push(await open(leaf.bytes, options, depth + 1));
    else bodies.asides.push(cleanText(decodeBytes(leaf.bytes.subarray(0, MAX_UNOPENED), null)));
  }
  return { headers, bodies, types: leaves.map((leaf) => leaf.type), inner, left_out, is_mail: headers.values.size > 0 };
}

function subjectOf(headers: Headers): string | null {
  const value = header(headers, 'subject');
  const subject = value === null ? '' : cleanLine(decodeWords(value));
  return subject === '' ? null : subject;
}

function recipients(headers: Headers): string[] {
  const found = new Set<string>();
  for (const name of RECIPIENT_HEADERS)
    for (const one of addresses(headers, name, MAX_RECIPIENTS)) if (one.email) found.add(one.email);
  return [...found].slice(0, MAX_RECIPIENTS);
}

function isColleague(email: string | null, own: readonly string[]): boolean {
  if (email === null) return false;
  const domain = email.slice(email.lastIndexOf('@') + 1);
  return own.some((address) => {
    const mine = address.toLowerCase();
    return mine === email || (!PUBLIC_DOMAINS.has(domain) && mine.slice(mine.lastIndexOf('@') + 1) === domain);
  });
}

/** A mail attached whole: a forward where the writer says so, is a colleague, or adds nothing. */
function attachedForward(
  mail: Opened,
  visible: string,
  subject: string | null,
  isOwn: boolean,
): { from: ForwardedFrom; text: string } | null {
  const original = mail.inner.find((inner) => inner.is_mail);
  if (!original) return null;
  const note = replyText(visible).text;
  if (hasWords(note) && !isOwn && !/^\s*(?:fwd?|wg|tr|pd|rv|ymlaen|przek)\s*:/i.test(subject ?? '')) return null;
  const words = replyText(innerWords(original)).text;
  if (!hasWords(words)) return null;
  const sender = addresses(original.headers, 'from', 5)[0];
  return {
    from: { name: sender?.name ?? null, email: sender?.email ?? null, sent_at: parseDate(header(original.headers, 'date')) },
    text: hasWords(note) ? `${note}\n\n${words}` : words,
  };
}

/** The words of the outermost mail that has any; of one that was not opened, what stands there. */
function innerWords(mail: Opened): string {
  const candidates = [mail.bodies.text.slice(0, MAX_TEXT), ...mail.inner.map((inner) => innerWords(inner)), ...mail.bodies.asides];
  return candidates.find((words) => hasWords(words)) ?? '';
}

/** A mail within the mail, as a reader would see it. */
function told(mail: Opened): string {
  const lines = ['From', 'Date', 'To', 'Subject'].flatMap((label) => {
    const value = header(mail.headers, label.toLowerCase());
    return value === null ? [] : [`${label}: ${cleanLine(decodeWords(value), 300)}`];
  });
  return [lines.join('\n'), mail.bodies.text.slice(0, MAX_TEXT), ...mail.bodies.asides, ...mail.inner.map((inner) => told(inner))]
    .filter((words) => hasWords(words))
    .join('\n\n');
}

function allFiles(mail: Opened): Leaf[] {
  const nested = mail.bodies.nested.map((leaf, at) => ({ ...leaf, name: leaf.name ?? mailName(mail.inner[at]) }));
  return [...mail.bodies.files, ...nested, ...mail.inner.flatMap((inner) => inner.bodies.files)];
}

function mailName(mail: Opened | undefined): string {
  const subject = mail ? subjectOf(mail.headers) : null;
  return `${subject?.slice(0, 80) ?? 'mail'}.eml`;
}

/** The sentence that tells staff what is missing; null where everything could be read. */
function whyHeld(mail: Opened, text: string, raw: Buffer): string | null {
  const outer = parameters(header(mail.headers, 'content-type'));
  if (
    outer.value === 'multipart/encrypted' ||
    mail.types.includes('application/pgp-encrypted') ||
    /-----BEGIN PGP MESSAGE-----/.test(text)
  )
    return 'The mail is encrypted (PGP) and cannot be read here; ask the sender to send it again without encryption.';
  const closed =
    mail.types.some((type) => /^application\/(?:x-)?pkcs7-mime$/.test(type)) ||
    /^application\/(?:x-)?pkcs7-mime$/.test(outer.value);
  if (closed && outer.params.get('smime-type')?.toLowerCase() === 'signed-data')
    return 'The mail is signed in a closed form (S/MIME) and its words cannot be read here; open the raw mail in a mail program, or ask the sender to send it unsigned.';
  if (closed) return 'The mail is encrypted (S/MIME) and cannot be read here; ask the sender to send it again without encryption.';
  if (mail.bodies.held !== null) return mail.bodies.held;
  if (mail.left_out !== null) return mail.left_out;
  if (mail.bodies.text.length > MAX_TEXT) return 'The mail has more words than are shown; all are in the raw mail.';
  if (raw.length === 0 || !hasWords(cleanText(raw.toString('latin1', 0, 100_000))))
    return 'The mail is empty: nothing can be read in it.';
  if (isGarbled(text) || (mail.headers.values.size === 0 && isBinary(raw)))
    return 'The mail does not read as text; look at the raw mail.';
  if (isUnopened(mail)) return 'Mails are nested deeper in this one than are opened; all are in the raw mail.';
  return null;
}

function isUnopened(mail: Opened): boolean {
  return mail.inner.length < mail.bodies.nested.length || mail.inner.some((inner) => isUnopened(inner));
}

/** Text has hardly any control bytes; a file sent without any mail around it has. */
function isBinary(raw: Buffer): boolean {
  const head = raw.subarray(0, 8_192);
  let odd = 0;
  for (const byte of head) if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x1b) odd++;
  return odd * 50 > head.length;
}

/** Bytes that are no words in any charset show as marks of loss and odd letters. */
function isGarbled(text: string): boolean {
  const head = text.slice(0, 4_000);
  if (head.length < 4) return false;
  const lost = head.match(/[\uFFFD\uE000-\uF8FF]/g)?.length ?? 0;
  const readable = head.match(/[\p{L}\p{N}\p{P}\s\p{Sc}\p{Emoji}\p{M}]/gu)?.length ?? 0;
  return lost * 5 > head.length || readable * 2 < [...head].length;
}
