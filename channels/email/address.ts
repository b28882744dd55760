/** What counts as a mail address that we write to or read for. */

/** RFC 5321: 64 octets before the @, 254 in all. */
const MAX_LOCAL = 64;
const MAX_ADDRESS = 254;
// No spaces, control characters, brackets, quotes or separators: nothing that could end a header or an SMTP command early.
const LOCAL = /^[^\s\p{C}()<>@,;:\\"[\]]+$/u;
const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]*[\p{L}\p{N}\p{M}])?$/u;

/** Whether the text is one bare address, safe to put into a header and an SMTP command. Linear in its length. */
export function isMailAddress(text: string): boolean {
  if (text.length > MAX_ADDRESS) return false;
  const at = text.lastIndexOf('@');
  const local = text.slice(0, Math.max(at, 0));
  const labels = text.slice(at + 1).split('.');
  return (
    LOCAL.test(local) &&
    local.length <= MAX_LOCAL &&
    !local.startsWith('.') &&
    !local.endsWith('.') &&
    labels.length >= 2 &&
    labels.every((label) => label.length <= 63 && LABEL.test(label))
  );
}
