/** Who a sender is to us: one form for each address, number, account and name, so that one person is not taken for two, nor two for one. */
import type { ChannelName, Sender } from '../../channels/contact.ts';

/** The key under which messages of one sender are found: `email:…`, `phone:…` or `handle:x:…`; null while nobody is known. */
export function senderKey(sender: Sender, channel: ChannelName): string | null {
  if (sender.email) return `email:${normaliseEmail(sender.email)}`;
  const phone = sender.phone ? normalisePhone(sender.phone) : null;
  if (phone) return `phone:${phone}`;
  const handle = sender.handle ? normaliseHandle(sender.handle) : null;
  return handle ? `handle:${channel}:${handle}` : null;
}

/** Providers that deliver `a+b@` to `a@`. Elsewhere another person may have it. */
const PLUS_IS_NOTHING = new Set(
  'gmail.com googlemail.com outlook.com hotmail.com hotmail.co.uk live.com live.co.uk msn.com icloud.com me.com mac.com fastmail.com proton.me protonmail.com'.split(
    ' ',
  ),
);
const DOTS_ARE_NOTHING = new Set(['gmail.com', 'googlemail.com']);
const LONGEST_EMAIL = 320;

/** Lower case; dots and what follows a plus fall away only where the provider delivers both to one mailbox. */
export function normaliseEmail(email: string): string {
  const whole = email.trim().toLowerCase().slice(0, LONGEST_EMAIL);
  const at = whole.lastIndexOf('@');
  if (at < 1) return whole;
  let local = whole.slice(0, at);
  let domain = whole.slice(at + 1).replace(/\.$/, '');
  if (PLUS_IS_NOTHING.has(domain) && local.indexOf('+') > 0) local = local.slice(0, local.indexOf('+'));
  if (DOTS_ARE_NOTHING.has(domain)) local = local.replaceAll('.', '');
  if (domain === 'googlemail.com') domain = 'gmail.com';
  return `${local}@${domain}`;
}

/** British numbers in +44 form without spaces and extension, so that one telephone has one key; null where there are too few digits to be one. */
export function normalisePhone(phone: string): string | null {
  const bare = phone
    .slice(0, 60)
    .replace(/(?:ext|extension|x|#)\W{0,3}\d{1,6}\W*$/i, '')
    // "+44 (0)20": the nought is not dialled from abroad.
    .replace(/^(\W*(?:\+|00)\W*44\W*)\(?0\)?/, '$1')
    .replaceAll(/[^\d+]/g, '')
    .slice(0, 20);
  if (bare.replaceAll('+', '').length < 7) return null;
  if (bare.startsWith('+')) return bare;
  if (bare.startsWith('00')) return `+${bare.slice(2)}`;
  if (bare.startsWith('0')) return `+44${bare.slice(1)}`;
  return /^44\d{9,10}$/.test(bare) ? `+${bare}` : bare;
}

/** A mobile is carried by one person; a landline rings for a household or an office. */
export function isMobile(phone: string): boolean {
  return /^\+447[1-57-9]\d{8}$/.test(phone);
}

/** Account name as the network compares it; null where there is none. */
export function normaliseHandle(handle: string): string | null {
  const bare = handle
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?[a-z.]+\//, '')
    .replace(/^@+/, '')
    .slice(0, 100);
  return bare === '' ? null : bare;
}

const OFFICE_NAMES =
  /^(?:info|information|enquir\w*|inquir\w*|admin\w*|office|contact\w*|hello|reception\w*|casework\w*|cllr\w*|councillor\w*|mp|team|support|sales|accounts?|repairs?|maintenance|complaints?|housing\w*|customer\w*|help\w*|mail|post|no-?reply\w*|donotreply|lettings?|manager|secretary|clerk|advice|adviser\w*|advisor\w*|welfare|legal|correspondence|feedback|service\w*)$/;
const OFFICE_DOMAINS =
  /(?:^|[.-])(?:parliament|senedd|gov|nhs|police|council|citizensadvice\w*|shelter|advice\w*|law|lawyers|lawfirm|legal|solicitors?|housing|homes|lettings|ageuk|charity|mind)(?=[.-]|$)|(?:council|solicitors?|lawcentre|advicecentre|contractors?|builders|plumbing|heating|maintenance|casework)(?=[.-]|$)/;

/** A mailbox from which one hand writes for many residents: an office, a councillor, an adviser, a contractor. */
export function isSharedMailbox(email: string): boolean {
  const whole = normaliseEmail(email);
  const at = whole.lastIndexOf('@');
  const local = whole.slice(0, at);
  return local.split(/[._+-]/).some((part) => OFFICE_NAMES.test(part)) || OFFICE_DOMAINS.test(whole.slice(at + 1));
}

const TITLES = new Set('mr mrs ms miss mx dr prof professor rev reverend sir dame lady lord cllr councillor'.split(' '));
/** What mail programs and devices call themselves. */
const NOT_NAMES = new Set(
  'ipad iphone phone tablet laptop home house family mail email outlook gmail office admin team info the and'.split(' '),
);
const LONGEST_NAME = 120;

/** A person's name folded to its words, without titles, "Hart, Jodie" as "jodie hart"; null where it is none. */
export function normaliseName(name: string | null): string | null {
  if (name === null) return null;
  let written = name.slice(0, LONGEST_NAME);
  const comma = written.indexOf(',');
  if (comma > 0) written = `${written.slice(comma + 1)} ${written.slice(0, comma)}`;
  const parts = written
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/['’ʼ]/g, '')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((part) => part !== '' && !TITLES.has(part));
  if (parts.length === 0 || parts.some((part) => NOT_NAMES.has(part)) || /[@\d]/.test(written)) return null;
  return parts.join(' ');
}

/**
 * How two names stand to each other. `same`: forename and surname agree. `like`: nothing speaks against it, but an initial or a
 * surname alone is no proof. `differs`: forenames or surnames cannot be one person's. `unknown`: one of them is not known.
 */
export type NamesAgree = 'same' | 'like' | 'differs' | 'unknown';

export function compareNames(one: string | null, other: string | null): NamesAgree {
  if (one === null || other === null) return 'unknown';
  const [a, b] = [one.split(' '), other.split(' ')];
  if (a.length === 1 || b.length === 1) {
    const [single, full] = a.length === 1 ? [a[0] ?? '', b] : [b[0] ?? '', a];
    return full.includes(single) ? 'like' : 'differs';
  }
  const surname = a.at(-1) === b.at(-1);
  const [first, second] = [a[0] ?? '', b[0] ?? ''];
  if (!surname) return 'differs';
  if (first === second) return first.length > 1 ? 'same' : 'like';
  return (first.length === 1 || second.length === 1) && first[0] === second[0] ? 'like' : 'differs';
}
