/** Turns a letter into the bytes of a mail that no header of ours or of a stranger can bend. */
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Outgoing } from '../contact.ts';
import { isMailAddress } from './address.ts';

/** Marks every mail of ours, so that a copy that comes back is known (RFC 3834). */
export const LOOP_HEADER = 'X-Triage-Loop';

const MESSAGE_ID = /^[^\s\p{C}<>@]{1,180}@[^\s\p{C}<>@]{1,180}$/u;
/** Mail programs shorten long chains themselves; the newest matter. */
const MAX_REFERENCES = 30;
const MAX_SUBJECT = 400;
const MAX_NAME = 120;

/**
 * @throws RangeError naming the part of the letter that cannot be written into a header
 */
export async function compose(letter: Outgoing, from: { name: string | null; address: string }): Promise<Buffer> {
  if (!isMailAddress(letter.to.address)) throw new RangeError('the address of the letter is not a mail address');
  if (!MESSAGE_ID.test(letter.message_id)) throw new RangeError('the message id of the letter is not of the form left@right');
  if (letter.reply_to !== null && !isMailAddress(letter.reply_to))
    throw new RangeError('the reply address of the letter is not a mail address');
  const references = letter.references.filter((id) => MESSAGE_ID.test(id)).slice(-MAX_REFERENCES);
  const answers = letter.in_reply_to !== null && MESSAGE_ID.test(letter.in_reply_to) ? letter.in_reply_to : null;
  const mail = new MailComposer({
    from: { name: oneLine(from.name ?? '', MAX_NAME), address: from.address },
    to: { name: oneLine(letter.to.name ?? '', MAX_NAME), address: letter.to.address },
    ...(letter.reply_to !== null && { replyTo: { name: '', address: letter.reply_to } }),
    subject: oneLine(letter.subject, MAX_SUBJECT),
    text: letter.text,
    messageId: `<${letter.message_id}>`,
    ...(answers !== null && { inReplyTo: `<${answers}>` }),
    ...(references.length > 0 && { references: references.map((id) => `<${id}>`) }),
    headers: {
      [LOOP_HEADER]: 'triage-desk',
      ...(letter.auto_submitted !== null && { 'Auto-Submitted': letter.auto_submitted, 'X-Auto-Response-Suppress': 'All' }),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: '\r\n',
  });
  return await mail.compile().build();
}

/** A header value on one line, without control or direction characters. */
function oneLine(text: string, most: number): string {
  return text
    .replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .slice(0, most);
}
