/** The signed marks by which an answer finds its case: they cannot be guessed or made up. */
import { createHmac, timingSafeEqual } from 'node:crypto';

/** Bits of the signature that stay, as hex digits: 80 bits, past any guessing over mail. */
const MARK_DIGITS = 20;

function mark(secret: string, what: string): string {
  return createHmac('sha256', secret).update(what).digest('hex').slice(0, MARK_DIGITS);
}

function isMark(secret: string, what: string, given: string): boolean {
  const expected = Buffer.from(mark(secret, what));
  const got = Buffer.from(given.toLowerCase());
  return expected.length === got.length && timingSafeEqual(expected, got);
}

export interface Tokens {
  /** Message-ID of a letter, without brackets. */
  messageId(letter_id: string): string;
  /** Address to which answers about a case go: `hello+c.cx-100001.<mark>@…`. */
  replyAddress(reference: string): string;
  /** The letter that a message id of ours names, or null. */
  letterOf(message_id: string): string | null;
  /** The reference that a reply address of ours names, or null. */
  referenceOf(address: string): string | null;
}

/**
 * @param secret at least 32 characters; changing it orphans the answers to letters already sent
 * @param address the landlord's own address that letters come from
 */
export function openTokens(secret: string, address: string): Tokens {
  const at = address.lastIndexOf('@');
  const [local, domain] = [address.slice(0, at), address.slice(at + 1).toLowerCase()];
  return {
    messageId: (letter_id) => `l.${letter_id}.${mark(secret, `letter:${letter_id}`)}@${domain}`,
    replyAddress: (reference) =>
      `${local}+c.${reference.toLowerCase()}.${mark(secret, `case:${reference.toUpperCase()}`)}@${domain}`,
    letterOf(message_id) {
      const found = /^l\.([0-9a-f-]{36})\.([0-9a-f]{20})@/i.exec(message_id);
      const [, id, given] = found ?? [];
      return id && given && isMark(secret, `letter:${id.toLowerCase()}`, given) ? id.toLowerCase() : null;
    },
    referenceOf(recipient) {
      const found = /\+c\.([a-z0-9-]{3,30})\.([0-9a-f]{20})@/i.exec(recipient);
      const [, reference, given] = found ?? [];
      return reference && given && isMark(secret, `case:${reference.toUpperCase()}`, given) ? reference.toUpperCase() : null;
    },
  };
}

/** The first case reference that a subject names: a hint, never a proof. */
export function hintedReference(subject: string | null, prefix: string): string | null {
  if (subject === null) return null;
  const upper = subject.slice(0, 1000).toUpperCase();
  let from = 0;
  for (;;) {
    const at = upper.indexOf(`${prefix}-`, from);
    if (at === -1) return null;
    const digits = /^\d{6,9}(?!\d)/.exec(upper.slice(at + prefix.length + 1, at + prefix.length + 12));
    if (digits) return `${prefix}-${digits[0]}`;
    from = at + 1;
  }
}
