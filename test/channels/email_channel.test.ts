/** The mail channel as the house sees it: every folder a source, an oversize message visible, letters out, a clean close. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Json } from '../../channels/contact.ts';
import { openEmail } from '../../channels/email/index.ts';
import { type Dovecot, startDovecot } from '../support/dovecot.ts';
import { HELLO, ledger, mail, mailbox, PASSWORD, pollAll } from '../support/mailbox.ts';

let dovecot: Dovecot;
beforeAll(async () => {
  dovecot = await startDovecot();
  await dovecot.addUser(HELLO, PASSWORD);
});
afterAll(async () => {
  await dovecot.close();
});

test('what arrives in any folder is read; of a message too large its beginning is, and it is held with the reason', async () => {
  await dovecot.deliver(HELLO, mail('in the inbox'));
  await dovecot.deliver(HELLO, mail('in the junk'), { folder: 'Junk' });
  await dovecot.deliver(HELLO, mail('very large', { body: `The ceiling came down.\r\n${`${'x'.repeat(76)}\r\n`.repeat(30_000)}` }));
  const settings = {
    mailboxes: [mailbox(dovecot.port)],
    smtp: null,
    poll_seconds: 60,
    sweep_seconds: 3600,
    max_bytes: 1024 * 1024,
  };
  const channel = openEmail(settings);
  const house = ledger();
  const cursors = new Map<string, Json>();
  for (const source of channel.sources ?? []) cursors.set(source.id, await pollAll(source, house.intake, null));
  expect([...cursors.keys()]).toEqual([`${HELLO}/INBOX`, `${HELLO}/\\Junk`]);
  expect(house.subjects().sort()).toEqual(['in the inbox', 'in the junk', 'very large']);
  const read = await Promise.all(house.arrivals.map((arrival) => channel.read(arrival)));
  const held = Object.fromEntries(read.map((contact) => [contact.subject, contact.held]));
  expect(held).toEqual({
    'in the inbox': null,
    'in the junk': null,
    'very large': 'Too large to keep whole (3 MB): only its beginning is here, the rest is in hello@connexus.example/INBOX.',
  });
  expect(read.find((contact) => contact.subject === 'very large')?.text).toContain('The ceiling came down.');
  expect(channel.send).toBeUndefined();
  await channel.close?.();
});
