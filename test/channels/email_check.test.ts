/** `triage doctor` for mail: each part is tried for real, and each failure says what to do. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openEmail } from '../../channels/email/index.ts';
import type { EmailSettings } from '../../channels/email/env.ts';
import { type Dovecot, startDovecot } from '../support/dovecot.ts';
import { HELLO, mail, mailbox, PASSWORD } from '../support/mailbox.ts';
import { type SmtpSink, startSmtpSink } from '../support/smtp_sink.ts';

let dovecot: Dovecot;
let sink: SmtpSink;
beforeAll(async () => {
  [dovecot, sink] = await Promise.all([startDovecot(), startSmtpSink()]);
  await dovecot.addUser(HELLO, PASSWORD);
  await dovecot.deliver(HELLO, mail('one'));
});
afterAll(async () => {
  await Promise.all([dovecot.close(), sink.close()]);
});

function settings(changed: Partial<EmailSettings> = {}): EmailSettings {
  const from = { name: null, address: 'complaints@connexus.example' };
  const smtp = { host: '127.0.0.1', port: sink.port, secure: false, loopback: true, user: null, password: null, oauth: null, from };
  return { mailboxes: [mailbox(dovecot.port)], smtp, poll_seconds: 60, sweep_seconds: 3600, max_bytes: 1_000_000, ...changed };
}

test('what works is counted: folders, messages, UIDVALIDITY', async () => {
  const channel = openEmail(settings());
  expect(await channel.check?.()).toEqual([
    {
      part: 'mailbox hello',
      ok: true,
      says: expect.stringMatching(
        /^hello@connexus\.example on 127\.0\.0\.1:\d+; INBOX: 1 messages, UIDVALIDITY \d+; \\Junk \(Junk\): 0 messages, UIDVALIDITY \d+$/,
      ),
    },
    {
      part: 'sending mail',
      ok: true,
      says: `127.0.0.1:${sink.port} took the login; letters come from complaints@connexus.example`,
    },
  ]);
  await channel.close?.();
});

test('each failure is told apart and one does not hide the next', async () => {
  const wrong = mailbox(dovecot.port, { name: 'wrong', password: 'mistyped' });
  const away = mailbox(1, { name: 'away' });
  const missing = mailbox(dovecot.port, { name: 'missing', folders: ['Complants'] });
  const plain = mailbox(dovecot.port, { name: 'plain', secure: true });
  const base = settings();
  const channel = openEmail({ ...base, mailboxes: [wrong, away, missing, plain], smtp: base.smtp && { ...base.smtp, port: 1 } });
  expect(await channel.check?.()).toEqual([
    { part: 'mailbox wrong', ok: false, says: expect.stringMatching(/refused the login .*MAILBOX_WRONG_PASSWORD/) },
    { part: 'mailbox away', ok: false, says: expect.stringMatching(/out of reach .*MAILBOX_AWAY_IMAP_URL/) },
    { part: 'mailbox missing', ok: false, says: expect.stringMatching(/no folder "Complants"; there are: INBOX, Junk/) },
    { part: 'mailbox plain', ok: false, says: expect.stringMatching(/no secure connection to 127\.0\.0\.1/) },
    { part: 'sending mail', ok: false, says: expect.stringMatching(/out of reach .*check SMTP_URL/) },
  ]);
  await channel.close?.();
});
