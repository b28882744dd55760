/** Which proofs show that two messages are one customer's, alone or together, and which only make it likely. */
import type { ChannelName, Contact } from '../../channels/contact.ts';
import { findPlaces, ownHomes } from '../../rules/addresses.ts';
import {
  compareNames,
  isMobile,
  isSharedMailbox,
  normaliseEmail,
  normaliseHandle,
  normaliseName,
  normalisePhone,
} from './identity.ts';

/**
 * - `email`: a mailbox of one's own. Proof alone, unless two full names show that a household shares it.
 * - `handle`: an account of one network. Proof alone: its display name may be anything.
 * - `phone`: a number. A mobile is proof unless another name stands beside it, now or before; a landline, or a number only said
 *   in the words, is proof together with the same full name.
 * - `home`: house number and street or postcode. Proof together with the same full name.
 * - `mailbox`: an office, adviser, councillor or contractor, or somebody who writes for another: one hand, many residents.
 *   Proof together with the same resident's full name.
 */
export type ProofKind = 'email' | 'handle' | 'phone' | 'home' | 'mailbox';

export interface Proof {
  kind: ProofKind;
  /** With the kind before it: `phone:+447700900123`. */
  key: string;
  /** Only said in the words of the message. */
  said: boolean;
}

export interface Person {
  /** The resident's name, folded; null while it is not known. */
  name: string | null;
  proofs: Proof[];
}

export type Writer = Pick<Contact, 'sender' | 'text' | 'forwarded_from'>;

const MOST_SAID = 4;
const READ_WORDS = 20_000;
/** A number that the writer gives as their own; any other may be a contractor's. */
const OWN_NUMBER =
  /\b(?:my (?:number|mobile|phone|tel\w*|mob|landline)(?: number)?|(?:ring|call|phone|text|reach|contact|get) me(?: back)?|on|tel(?:ephone)?|mob(?:ile)?|phone|m|t|contact number)\W{0,4}(?:is|on|at|number is)?\W{0,4}((?:\+44\W{0,3}|0)\d[\d ()-]{7,14}\d)/gi;
const OWN_EMAIL = /\bmy e-?mail(?: address)?(?: is|:)? ([^\s@<>]{1,64}@[^\s@<>]{3,200})/gi;

/**
 * All that a message proves of who its customer is. A forward proves nothing: its sender is a colleague or a go-between, and the
 * person it came from is only what its words say.
 */
export function personOf(contact: Writer, channel: ChannelName): Person {
  const { sender, forwarded_from } = contact;
  if (forwarded_from !== null) return { name: normaliseName(forwarded_from.name), proofs: [] };
  const proofs: Proof[] = [];
  const add = (kind: ProofKind, value: string | null, said: boolean): void => {
    if (value === null || value === '') return;
    const key = `${kind}:${value}`.slice(0, 400);
    if (!proofs.some((one) => one.key === key)) proofs.push({ kind, key, said });
  };
  const writes_for_another = sender.on_behalf_of !== null;
  const is_office = sender.email !== null && isSharedMailbox(sender.email);
  if (sender.email) add(writes_for_another || is_office ? 'mailbox' : 'email', normaliseEmail(sender.email), false);
  if (writes_for_another || is_office) {
    // Numbers and addresses of a letterhead are the office's. Of a resident who is named, a home that was given is the resident's.
    if (sender.address && sender.on_behalf_of) for (const home of ownHomes(sender.address, true)) add('home', home, false);
    const named = residentNamed(contact.text.slice(0, READ_WORDS));
    for (const home of named?.homes ?? []) add('home', home, true);
    return { name: normaliseName(sender.on_behalf_of) ?? named?.name ?? null, proofs };
  }
  if (sender.phone) add('phone', normalisePhone(sender.phone), false);
  if (sender.handle) {
    const handle = normaliseHandle(sender.handle);
    add('handle', handle && `${channel}:${handle}`, false);
  }
  if (sender.address) for (const home of ownHomes(sender.address, true)) add('home', home, false);
  const words = contact.text.slice(0, READ_WORDS);
  for (const home of ownHomes(words)) add('home', home, true);
  for (const found of [...words.matchAll(OWN_NUMBER)].slice(0, MOST_SAID)) add('phone', normalisePhone(found[1] ?? ''), true);
  for (const found of [...words.matchAll(OWN_EMAIL)].slice(0, MOST_SAID)) {
    const email = (found[1] ?? '').replace(/[.,;:!?)]+$/, '');
    if (!isSharedMailbox(email)) add('email', normaliseEmail(email), true);
  }
  return { name: normaliseName(sender.name), proofs };
}

const FOR_WHOM =
  /\b(?:on behalf of|behalf of|my constituents?|my clients?|our clients?|your tenants?|your residents?|my patient|the tenant|the resident)\b[ ,:]{1,3}(?:(?:my|our|your) (?:constituent|client|tenant|resident|patient)[ ,:]{1,3})?(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.? )?(\p{Lu}[\p{L}'’-]{1,30}(?: \p{Lu}[\p{L}'’-]{1,30}){1,2})/u;
/** "Mrs Ann Lee, who lives at 14 Sorrel Way": further away it may be anybody's. */
const HOME_AFTER_NAME = 60;

/** The resident for whom an office writes, where its words name one in full, and the home that follows the name. */
function residentNamed(text: string): { name: string; homes: string[] } | null {
  const found = FOR_WHOM.exec(text);
  const name = normaliseName(found?.[1] ?? null);
  if (!found || name === null || !name.includes(' ')) return null;
  const after = text.slice(found.index + found[0].length, found.index + found[0].length + HOME_AFTER_NAME + 60);
  const [home] = findPlaces(after).filter(({ number, start }) => number !== null && start <= HOME_AFTER_NAME);
  return { name, homes: home ? ownHomes(after.slice(Math.max(0, home.start - 10)), true).slice(0, 2) : [] };
}

/** A proof as kept beside a case, with the name that stood beside it. */
export interface KeptProof {
  proof: string;
  name: string | null;
  said: boolean;
}

export interface Likeness {
  /** `same`: joined. `maybe`: shown to staff, never joined. `other`: nothing to show. */
  is: 'same' | 'maybe' | 'other';
  /** For `maybe`, what they share and why it is not enough, for staff. */
  because: string | null;
}

/**
 * Whether a case's customer is this person.
 * @param kept the proofs that both have
 * @param names all names on file beside each proof: a number known under two names is nobody's own
 */
export function compareWith(person: Person, kept: readonly KeptProof[], names: ReadonlyMap<string, ReadonlySet<string>>): Likeness {
  let maybe: string | null = null;
  for (const row of kept) {
    const mine = person.proofs.find(({ key }) => key === row.proof);
    if (!mine) continue;
    const found = weighProof(mine, row, compareNames(person.name, row.name), names.get(row.proof) ?? new Set());
    if (found.is === 'same') return found;
    if (found.is === 'maybe') maybe ??= found.because;
  }
  return maybe === null ? { is: 'other', because: null } : { is: 'maybe', because: maybe };
}

const SAME: Likeness = { is: 'same', because: null };
const maybe = (because: string): Likeness => ({ is: 'maybe', because });

function weighProof(mine: Proof, row: KeptProof, agree: ReturnType<typeof compareNames>, known_as: ReadonlySet<string>): Likeness {
  const said = mine.said || row.said;
  switch (mine.kind) {
    case 'handle':
      return SAME;
    case 'email':
      if (agree === 'differs') return maybe('The same email address, but another name.');
      return !said || agree === 'same' ? SAME : maybe('The same email address, said in the message.');
    case 'phone': {
      if (agree === 'same') return SAME;
      if (agree === 'differs') return maybe('The same telephone number, but another name.');
      const is_own = isMobile(mine.key.slice('phone:'.length)) && !said && !isShared(known_as);
      return is_own ? SAME : maybe('The same telephone number, which others may share.');
    }
    case 'home':
      if (agree === 'same') return SAME;
      if (agree === 'differs') return maybe('The same home, but another name.');
      return maybe(agree === 'like' ? 'The same home and a name that may be the same.' : 'The same home; the name is not known.');
    case 'mailbox':
      if (agree === 'same') return SAME;
      return agree === 'like'
        ? maybe('Written by the same office, of a name that may be the same.')
        : { is: 'other', because: null };
    default: {
      const never: never = mine.kind;
      return never;
    }
  }
}

/** True where two people are known under one proof; spellings of one name are one. */
function isShared(names: ReadonlySet<string>): boolean {
  const all = [...names];
  return all.some((one, at) => all.slice(at + 1).some((other) => compareNames(one, other) === 'differs'));
}
