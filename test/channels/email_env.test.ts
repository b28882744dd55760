/** Mail settings: everything that is wrong is told at once, with an example, and no secret is shown. */
import { describe, expect, test } from 'vitest';
import { readEmailEnv } from '../../channels/email/env.ts';
import { boxVariables, VARIABLES } from '../../channels/email/variables.ts';
import { openChannels } from '../../channels/index.ts';

const GOOD = {
  MAILBOXES: 'hello, complaints',
  MAILBOX_HELLO_IMAP_URL: 'imaps://hello@connexus.example@imap.connexus.example',
  MAILBOX_HELLO_PASSWORD: 'correct horse',
  MAILBOX_COMPLAINTS_IMAP_URL: 'imap://complaints%40connexus.example@imap.connexus.example:1143',
  MAILBOX_COMPLAINTS_OAUTH_TOKEN_URL: 'https://login.example/token',
  MAILBOX_COMPLAINTS_OAUTH_CLIENT_ID: 'desk',
  MAILBOX_COMPLAINTS_OAUTH_CLIENT_SECRET: 'hush',
  MAILBOX_COMPLAINTS_FOLDERS: 'INBOX,Old form',
  MAILBOX_COMPLAINTS_ADDRESSES: 'Complaints@connexus.example, feedback@connexus.example',
  SMTP_URL: 'smtp://127.0.0.1',
  MAIL_FROM: '"Connexus complaints" <complaints@connexus.example>',
};

test('good settings are read, defaults filled in', () => {
  const { settings, faults } = readEmailEnv(GOOD);
  expect(faults).toEqual([]);
  expect(settings).toMatchObject({
    mailboxes: [
      {
        name: 'hello',
        id: 'hello@connexus.example',
        host: 'imap.connexus.example',
        port: 993,
        secure: true,
        user: 'hello@connexus.example',
        folders: ['INBOX', '\\Junk'],
        addresses: ['hello@connexus.example'],
        oauth: null,
      },
      {
        port: 1143,
        secure: false,
        loopback: false,
        password: null,
        oauth: { refresh_token: null, client_secret: 'hush' },
        folders: ['INBOX', 'Old form'],
        addresses: ['complaints@connexus.example', 'feedback@connexus.example'],
      },
    ],
    smtp: {
      host: '127.0.0.1',
      port: 587,
      loopback: true,
      user: null,
      from: { name: 'Connexus complaints', address: 'complaints@connexus.example' },
    },
    poll_seconds: 60,
    sweep_seconds: 3600,
    max_bytes: 40 * 1024 * 1024,
  });
});

test('nothing configured is no fault and no channel', () => {
  expect(readEmailEnv({ PATH: '/bin', MAILBOXES: ' ' })).toEqual({ settings: null, faults: [] });
  expect(openChannels({})).toEqual({ open: [], faults: [] });
});

test('opens one source for each folder of each mailbox', async () => {
  const { open, faults } = openChannels(GOOD);
  expect(faults).toEqual([]);
  expect(
    open.map(({ channel, poll_seconds }) => [
      channel.sources?.map((source) => source.id),
      poll_seconds,
      channel.send !== undefined,
    ]),
  ).toEqual([
    [
      [
        'hello@connexus.example/INBOX',
        'hello@connexus.example/\\Junk',
        'complaints@connexus.example/INBOX',
        'complaints@connexus.example/Old form',
      ],
      60,
      true,
    ],
  ]);
  await open[0]?.channel.close?.();
});

describe('wrong settings', () => {
  test('are all told at once', () => {
    const { settings, faults } = readEmailEnv({
      ...GOOD,
      MAILBOX_HELLO_IMAP_URL: 'https://mail.example',
      MAILBOX_COMPLAINTS_OAUTH_TOKEN_URL: 'http://login.example/token',
      MAIL_FROM: 'nobody',
      MAIL_POLL_SECONDS: '0',
      MAILBOX_HELO_PASSWORD: 'typing error',
    });
    expect(settings).toBeNull();
    expect(faults.map((fault) => fault.path)).toEqual([
      'MAILBOX_HELO_PASSWORD',
      'MAIL_POLL_SECONDS',
      'MAILBOX_HELLO_IMAP_URL',
      'MAILBOX_COMPLAINTS_OAUTH_TOKEN_URL',
      'MAIL_FROM',
    ]);
    for (const fault of faults)
      expect(fault).toEqual({
        path: fault.path,
        expected: expect.any(String),
        got: expect.any(String),
        example: expect.stringMatching(/./),
      });
  });

  test.each([
    [{ MAILBOX_HELLO_PASSWORD: '' }, 'MAILBOX_HELLO_PASSWORD', 'nothing'],
    [
      { MAILBOX_HELLO_IMAP_URL: 'imaps://hello:letmein@imap.connexus.example' },
      'MAILBOX_HELLO_IMAP_URL',
      'a password inside the URL',
    ],
    [{ MAILBOX_HELLO_IMAP_URL: 'imaps://imap.connexus.example' }, 'MAILBOX_HELLO_IMAP_URL', 'no user'],
    [{ MAILBOX_HELLO_IMAP_URL: 'imaps://100%@imap.connexus.example' }, 'MAILBOX_HELLO_IMAP_URL', 'a broken % sign'],
    [{ MAILBOX_COMPLAINTS_PASSWORD: 'letmein' }, 'MAILBOX_COMPLAINTS_PASSWORD', 'both'],
    [{ MAILBOX_COMPLAINTS_OAUTH_CLIENT_SECRET: '' }, 'MAILBOX_COMPLAINTS_OAUTH_REFRESH_TOKEN', 'neither'],
    [{ MAILBOXES: 'hello,complaints,a b' }, 'MAILBOXES', '"a b"'],
    [{ MAILBOXES: 'hello,complaints,hello' }, 'MAILBOXES', 'hello repeated'],
    [{ MAILBOX_HELLO_ADDRESSES: 'not an address' }, 'MAILBOX_HELLO_ADDRESSES', '"not an address"'],
    [{ MAIL_FROM: '' }, 'MAIL_FROM', 'nothing'],
    [{ MAIL_MAX_MEGABYTES: 'lots' }, 'MAIL_MAX_MEGABYTES', '"lots"'],
    [{ SMTP_URL: 'ftp://x:letmein@y' }, 'SMTP_URL', 'something else'],
  ])('%j: %s, got %s', (changed, path, got) => {
    const { settings, faults } = readEmailEnv({ ...GOOD, ...changed });
    expect(settings).toBeNull();
    expect(faults).toEqual([expect.objectContaining({ path, got })]);
    expect(JSON.stringify(faults)).not.toContain('letmein');
  });
});

test('every variable has a sentence and an example, and no name twice', () => {
  const all = [...VARIABLES, ...boxVariables('hello')];
  expect(new Set(all.map((variable) => variable.name)).size).toBe(all.length);
  for (const { says, example } of all) {
    expect(says).toMatch(/\.$/);
    expect(example).not.toBe('');
  }
});
