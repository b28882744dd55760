/** Who is taken for one customer, on which proof, alone or together: never on weak proof. */
import { describe, expect, test } from 'vitest';
import { NOBODY, type ChannelName, type Sender } from '../../channels/contact.ts';
import {
  compareNames,
  isSharedMailbox,
  normaliseEmail,
  normaliseHandle,
  normaliseName,
  normalisePhone,
  senderKey,
} from '../../src/cases/identity.ts';
import { compareWith, personOf } from '../../src/cases/same_customer.ts';

interface Written extends Partial<Sender> {
  channel?: ChannelName;
  text?: string;
  forwarded?: { name: string | null; email: string | null };
}

function person({ channel = 'email', text = 'Hello.', forwarded, ...sender }: Written) {
  const forwarded_from = forwarded ? { ...forwarded, sent_at: null } : null;
  return personOf({ sender: { ...NOBODY, ...sender }, text, forwarded_from }, channel);
}

/** @param others further people on file who gave the same things */
function verdict(mine: Written, theirs: Written, ...others: Written[]) {
  const [one, other] = [person(mine), person(theirs)];
  const names = new Map<string, Set<string>>();
  for (const { name, proofs } of [other, ...others.map(person)])
    for (const { key } of proofs) if (name !== null) names.set(key, (names.get(key) ?? new Set()).add(name));
  return compareWith(
    one,
    other.proofs.map(({ key, said }) => ({ proof: key, name: other.name, said })),
    names,
  ).is;
}

describe('one form for one thing', () => {
  test.each([
    ['Ann.Lee@Mail.Example ', 'ann.lee@mail.example'],
    ['Ann.Lee+rent@gmail.com', 'annlee@gmail.com'],
    ['annlee@googlemail.com', 'annlee@gmail.com'],
    ['ann.lee+rent@outlook.com', 'ann.lee@outlook.com'],
    ['ann+lee@mail.example', 'ann+lee@mail.example'],
    ['+odd@gmail.com', '+odd@gmail.com'],
  ])('email %s is %s', (given, expected) => expect(normaliseEmail(given)).toBe(expected));

  test.each([
    ['07700 900123', '+447700900123'],
    ['+44 (0)7700 900 123', '+447700900123'],
    ['0044 7700-900123', '+447700900123'],
    ['447700900123', '+447700900123'],
    ['01632 960123 ext. 42', '+441632960123'],
    ['01632 960123 x42', '+441632960123'],
    ['12345', null],
    ['+33 1 23 45 67 89', '+33123456789'],
  ])('phone %s is %s', (given, expected) => expect(normalisePhone(given)).toBe(expected));

  test.each([
    ['@Kezza_B', 'kezza_b'],
    ['kezza_b ', 'kezza_b'],
    ['https://x.com/Kezza_B', 'kezza_b'],
    ['@', null],
  ])('account %s is %s', (given, expected) => expect(normaliseHandle(given)).toBe(expected));

  test('an account of one network is not that of another', () => {
    const sender = { ...NOBODY, handle: '@ann' };
    expect(senderKey(sender, 'x')).toBe('handle:x:ann');
    expect(senderKey(sender, 'facebook')).toBe('handle:facebook:ann');
  });

  test.each([
    ['Mrs. Jodie HART', 'jodie hart'],
    ['Hart, Jodie', 'jodie hart'],
    ['Zoë O’Neill', 'zoe oneill'],
    ["Bob's iPad", null],
    ['ann@mail.example', null],
    ['Mr', null],
  ])('name %s is %s', (given, expected) => expect(normaliseName(given)).toBe(expected));

  test.each([
    ['jodie hart', 'jodie hart', 'same'],
    ['jodie anne hart', 'jodie hart', 'same'],
    ['j hart', 'jodie hart', 'like'],
    ['hart', 'jodie hart', 'like'],
    ['jack hart', 'jodie hart', 'differs'],
    ['jodie cole', 'jodie hart', 'differs'],
    ['j hart', 'j hart', 'like'],
  ])('%s and %s: %s', (one, other, expected) => expect(compareNames(one, other)).toBe(expected));

  test.each([
    'info@cleehouse.example',
    'cllr.ann.lee@mail.example',
    'a.lee@wrekin-council.example',
    'j.doe@parliament.example',
    'sam@lee-solicitors.example',
    'repairs@lee.example',
  ])('%s is an office', (email) => expect(isSharedMailbox(email)).toBe(true));
  test.each([
    'ann.lee@mail.example',
    'informal.ann@mail.example',
    'mpower@mail.example',
    'ann@lawson.example',
    'officer.dibble1@mail.example',
  ])('%s is a person', (email) => expect(isSharedMailbox(email)).toBe(false));
});

const ANN: Written = { name: 'Ann Lee', email: 'ann@mail.example' };
const HOME = '14 Sorrel Way, Whitchurch SY13 1AB';

test.each<[string, 'same' | 'maybe' | 'other', Written, Written]>([
  ['the same email, its case apart', 'same', ANN, { email: 'ANN@mail.example' }],
  [
    'the same account of one network, whatever its name',
    'same',
    { channel: 'x', handle: '@Ann', name: 'Ann' },
    { channel: 'x', handle: 'ann', name: '🌻 sunny 🌻' },
  ],
  ['the same mobile without a name', 'same', { phone: '07700 900123' }, { phone: '+44 7700 900123', name: 'Ann Lee' }],
  ['the same mobile and an initial', 'same', { phone: '07700 900123', name: 'A Lee' }, { phone: '07700 900123', name: 'Ann Lee' }],
  [
    'the same landline and the same full name',
    'same',
    { phone: '01632 960123', name: 'Ann Lee' },
    { phone: '01632960123', name: 'Mrs Ann Lee' },
  ],
  [
    'a number said in an email, and the same full name',
    'same',
    { phone: '07700 900123', name: 'Ann Lee' },
    { ...ANN, text: 'Please ring me on 07700 900123. Ann' },
  ],
  [
    'a home on a form and in a letter, and the same full name',
    'same',
    { channel: 'web_form', name: 'Ann Lee', address: HOME },
    { ...ANN, text: 'I live at 14 Sorrel Way and the gate is stuck.' },
  ],
  [
    'house number and postcode, and the same full name',
    'same',
    { name: 'Ann Lee', address: '14 Sorrel Way, SY13 1AB' },
    { name: 'Lee, Ann', address: '14 Sorrel Way SY131AB' },
  ],
  [
    'an office writes again for the same resident',
    'same',
    { name: 'Cllr Bob Ray', email: 'cllr.ray@mail.example', on_behalf_of: 'Ann Lee' },
    { email: 'cllr.ray@mail.example', on_behalf_of: 'Mrs Ann Lee' },
  ],
  // Weak: shown, never joined.
  [
    'a household email under two full names',
    'maybe',
    { name: 'Ann Lee', email: 'lees@mail.example' },
    { name: 'Tom Lee', email: 'lees@mail.example' },
  ],
  [
    'a shared household phone under another name',
    'maybe',
    { phone: '01632 960123', name: 'Ann Lee' },
    { phone: '01632 960123', name: 'Tom Lee' },
  ],
  ['a mobile under another name', 'maybe', { phone: '07700 900123', name: 'Ann Lee' }, { phone: '07700 900123', name: 'Tom Ray' }],
  [
    'a landline, which a switchboard may be, without a name',
    'maybe',
    { phone: '01632 960100' },
    { phone: '01632 960100', name: 'Ann Lee' },
  ],
  [
    'a number that a message only mentions',
    'maybe',
    { phone: '07700 900123' },
    { ...ANN, text: 'Please call me on 07700 900123.' },
  ],
  ['one home, another name', 'maybe', { name: 'Tom Lee', address: HOME }, { name: 'Ann Lee', address: HOME }],
  ['one home, only a surname', 'maybe', { name: 'Mrs Lee', address: HOME }, { name: 'Ann Lee', address: HOME }],
  // Nothing.
  ['a name alone', 'other', { name: 'Ann Lee', email: 'a1@mail.example' }, { name: 'Ann Lee', email: 'a2@mail.example' }],
  [
    'a name and a street without a number',
    'other',
    { name: 'Ann Lee', email: 'a1@mail.example', text: 'I live in Sorrel Way.' },
    { name: 'Ann Lee', address: 'Sorrel Way' },
  ],
  ['an account of that name on another network', 'other', { channel: 'x', handle: 'ann' }, { channel: 'facebook', handle: 'ann' }],
  [
    'an office that writes for another resident',
    'other',
    { email: 'casework@mail.example', on_behalf_of: 'Ann Lee' },
    { email: 'casework@mail.example', on_behalf_of: 'Tom Ray' },
  ],
  [
    'an office that does not say for whom',
    'other',
    { email: 'info@advice.example', name: 'Advice' },
    { email: 'info@advice.example', name: 'Advice' },
  ],
  ['somebody for her mother, and for herself', 'other', { ...ANN, on_behalf_of: 'Edna Lee' }, ANN],
  [
    'the sender of a forward',
    'other',
    { name: 'Sam Staff', email: 'sam@mail.example', forwarded: { name: 'Ann Lee', email: 'ann@mail.example' } },
    { name: 'Sam Staff', email: 'sam@mail.example' },
  ],
  [
    'whom a forward says it came from',
    'other',
    { name: 'Sam Staff', email: 'sam@mail.example', forwarded: { name: 'Ann Lee', email: 'ann@mail.example' } },
    ANN,
  ],
  [
    'another landlord’s house of the same number',
    'other',
    { name: 'Ann Lee', address: '14 Mill Lane' },
    { name: 'Ann Lee', address: '14 Sorrel Way' },
  ],
])('%s: %s', (_what, expected, one, other) => {
  expect(verdict(one, other)).toBe(expected);
  expect(verdict(other, one)).toBe(expected);
});

test('a mobile that two people have given is nobody’s own', () => {
  const nameless: Written = { phone: '07700 900123' };
  const ann: Written = { ...nameless, name: 'Ann Lee' };
  expect(verdict(nameless, ann)).toBe('same');
  expect(verdict(nameless, ann, { ...nameless, name: 'Mrs A Lee' })).toBe('same');
  expect(verdict(nameless, ann, { ...nameless, name: 'Tom Ray' })).toBe('maybe');
});

test('an office names the resident in its words, and where they live', () => {
  const councillor: Written = {
    name: 'Cllr Bob Ray',
    email: 'cllr.ray@mail.example',
    text: 'Dear all, I write on behalf of my constituent Mrs Ann Lee of 14 Sorrel Way, SY13 1AB, whose gate is stuck.',
  };
  const again: Written = { ...councillor, text: 'Any news for your tenant, Ann Lee?' };
  const another: Written = { ...councillor, text: 'I write on behalf of Mr Tom Cole of 2 Mill Lane.' };
  expect(person(councillor).name).toBe('ann lee');
  expect(verdict(councillor, again)).toBe('same');
  expect(verdict(councillor, another)).toBe('other');
  // The resident herself, by name and home.
  expect(verdict(councillor, { name: 'Ann Lee', email: 'ann@mail.example', text: 'I live at 14 Sorrel Way.' })).toBe('same');
  expect(verdict(councillor, { name: 'Ann Lee', email: 'ann@mail.example', text: 'I live at 2 Mill Lane.' })).toBe('other');
});

test('what a letterhead gives is the office’s, and proves nothing of the resident', () => {
  const { proofs } = person({
    email: 'cllr.ray@mail.example',
    phone: '01632 960100',
    text: 'My number is 01632 960100. I live at 2 Mill Lane.',
  });
  expect(proofs.map(({ key }) => key)).toEqual(['mailbox:cllr.ray@mail.example']);
});
