/** Holds one name to one mail: the same on every way to us, another for other words. */
import { expect, test } from 'vitest';
import { externalId } from '../../channels/email/identity.ts';

const at = new Date('2026-11-24T09:00:00.400Z');
const mail = (trace: string, body = 'The ceiling fell.\r\n', id = 'Message-ID: <a@resident.example>\r\n'): Buffer =>
  Buffer.from(
    `${trace}From: Ann <ann@resident.example>\r\nTo: hello@connexus.example\r\nSubject: A very long subject that goes on\r\n${id}Date: Tue, 24 Nov 2026 08:59:00 +0000\r\n\r\n${body}`,
  );

test('a mail delivered to a second mailbox by another way is the same mail', () => {
  const first = mail(
    'Return-Path: <ann@resident.example>\r\nReceived: from a by b; Tue, 24 Nov 2026 09:00:00 +0000\r\nDelivered-To: hello@connexus.example\r\n',
  );
  const second = mail(
    'Received: from c\r\n by d; Tue, 24 Nov 2026 09:00:07 +0000\r\nDelivered-To: repairs@connexus.example\r\nX-Spam: no\r\nAuthentication-Results: x\r\nARC-Seal: i=1\r\n',
  );
  expect(externalId(second, new Date('2026-11-25T00:00:00Z'))).toBe(externalId(first, at));
});

test('folding, line ends and a last line end do not count', () => {
  const folded = mail('').toString().replace('subject that', 'subject\r\n\tthat');
  expect(externalId(Buffer.from(folded), at)).toBe(externalId(mail(''), at));
  expect(externalId(Buffer.from(mail('').toString().replaceAll('\r\n', '\n')), at)).toBe(externalId(mail(''), at));
  expect(externalId(Buffer.concat([mail(''), Buffer.from('\r\n\r\n')]), at)).toBe(externalId(mail(''), at));
});

test('another body under a repeated Message-ID is another mail', () => {
  expect(externalId(mail('', 'The ceiling fell again.\r\n'), at)).not.toBe(externalId(mail(''), at));
});

test('another subject, sender, date or recipient is another mail', () => {
  const seen = new Set(
    ['X', 'A very long', 'ann@', 'hello@', '08:59'].map((word) =>
      externalId(Buffer.from(mail('').toString().replace(word, 'zz')), at),
    ),
  );
  expect(seen.size).toBe(5);
});

test('without a Message-ID the time of arrival, to the second, tells mails apart', () => {
  const bare = mail('', 'Help.\r\n', '');
  expect(externalId(bare, new Date('2026-11-24T09:00:00.900Z'))).toBe(externalId(bare, at));
  expect(externalId(bare, new Date('2026-11-24T09:00:01Z'))).not.toBe(externalId(bare, at));
  expect(externalId(mail(''), new Date(0))).toBe(externalId(mail(''), at));
});

test('nothing, garbage and a body alone have an identity', () => {
  for (const raw of ['', '\n', ':', 'no headers\nat all', '\0\0\0', 'Subject: x'])
    expect(externalId(Buffer.from(raw), at)).toMatch(/^[0-9a-f]{64}$/);
});
