/** The way out: a letter is sent, deferred, failed or unknown, and says so truly; no header can be bent. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Outgoing } from '../../channels/contact.ts';
import { openSmtp, type Smtp, type SmtpSettings } from '../../channels/email/smtp.ts';
import { type OauthServer, startOauthServer } from '../support/oauth_server.ts';
import { type SmtpSink, startSmtpSink } from '../support/smtp_sink.ts';

const US = 'complaints@connexus.example';
const never = new AbortController().signal;
let sink: SmtpSink;
let smtp: Smtp;

beforeEach(async () => {
  sink = await startSmtpSink();
  smtp = openSmtp(settings());
});
afterEach(async () => {
  await smtp.close();
  await sink.close();
});

function settings(changed: Partial<SmtpSettings> = {}): SmtpSettings {
  const from = { name: 'Connexus complaints', address: US };
  return {
    host: '127.0.0.1',
    port: sink.port,
    secure: false,
    loopback: true,
    user: null,
    password: null,
    oauth: null,
    from,
    ...changed,
  };
}

function letter(changed: Partial<Outgoing> = {}): Outgoing {
  return {
    to: { name: 'Rosa Lindqvist', address: 'rosa@resident.example' },
    subject: 'We have your complaint C-0042',
    text: 'Dear Rosa,\n\nWe have it.\n.\nThe end — truly.\n',
    message_id: 'letter-1@connexus.example',
    in_reply_to: 'first@resident.example',
    references: ['older@resident.example', 'first@resident.example'],
    reply_to: 'complaints+t0ken@connexus.example',
    auto_submitted: null,
    ...changed,
  };
}

/** Headers of the only letter in the sink, unfolded. */
function headers(): string[] {
  const [head = ''] = (sink.letters[0]?.raw ?? '').split('\r\n\r\n');
  return head.replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n');
}

describe('a letter', () => {
  test('leaves with its own Message-ID, its thread, its reply address and our loop header', async () => {
    const result = await smtp.send(letter(), never);
    expect(result).toEqual({ status: 'sent', external_id: 'letter-1@connexus.example', proof: '250 2.0.0 kept as 1' });
    expect(sink.letters[0]).toMatchObject({ from: US, to: ['rosa@resident.example'] });
    expect(headers()).toEqual(
      expect.arrayContaining([
        'From: Connexus complaints <complaints@connexus.example>',
        'To: Rosa Lindqvist <rosa@resident.example>',
        'Subject: We have your complaint C-0042',
        'Message-ID: <letter-1@connexus.example>',
        'In-Reply-To: <first@resident.example>',
        'References: <older@resident.example> <first@resident.example>',
        'Reply-To: complaints+t0ken@connexus.example',
        'X-Triage-Loop: triage-desk',
      ]),
    );
    expect(headers().join('\n')).not.toMatch(/Auto-Submitted|X-Auto-Response-Suppress/);
  });

  test('that the product sends by itself says so, and asks machines for no answer (RFC 3834)', async () => {
    await smtp.send(letter({ auto_submitted: 'auto-replied' }), never);
    expect(headers()).toEqual(expect.arrayContaining(['Auto-Submitted: auto-replied', 'X-Auto-Response-Suppress: All']));
  });

  test('keeps its words, a lone dot among them', async () => {
    await smtp.send(letter({ text: 'one\n.\ntwo\n' }), never);
    expect(sink.letters[0]?.raw).toMatch(/\r\n\r\none\r\n\.\r\ntwo\r\n$/);
  });

  test.each([
    ['subject', { subject: 'Hello\r\nBcc: everybody@connexus.example\u2028X-Evil: 1' }],
    ['name', { to: { name: 'Rosa"\r\nBcc: everybody@connexus.example', address: 'rosa@resident.example' } }],
    ['thread', { in_reply_to: 'a@b>\r\nBcc: everybody@connexus.example', references: ['x@y\r\nBcc: everybody@connexus.example'] }],
  ])('cannot get a header of its own through its %s', async (_part, changed) => {
    expect(await smtp.send(letter(changed), never)).toMatchObject({ status: 'sent' });
    expect(headers().filter((line) => /^(bcc|x-evil)/i.test(line))).toEqual([]);
    expect(sink.letters[0]?.to).toEqual(['rosa@resident.example']);
  });

  test.each([
    'rosa',
    'rosa@localhost',
    'rosa@resident.example>\r\nRCPT TO:<all@connexus.example',
    'a b@resident.example',
    'rosa@resident..example',
    'rosa@resident.example, all@connexus.example',
    `${'x'.repeat(65)}@resident.example`,
  ])('to %j fails before anything is said to the server', async (address) => {
    const result = await smtp.send(letter({ to: { name: null, address } }), never);
    expect(result).toEqual({ status: 'failed', because: 'the address of the letter is not a mail address' });
    expect(sink.letters).toEqual([]);
  });

  test('whose Message-ID cannot be written fails', async () => {
    expect(await smtp.send(letter({ message_id: 'no at sign' }), never)).toMatchObject({ status: 'failed' });
  });

  test('takes the id that the server gave in place of ours: answers will name that', async () => {
    sink.trouble = {
      replies: { DOT: '250 2.0.0 OK <LO2P1@LO2P265.GBRP265.PROD.OUTLOOK.COM> [Hostname=LO2P265.GBRP265.PROD.OUTLOOK.COM]' },
    };
    const result = await smtp.send(letter(), never);
    expect(result).toMatchObject({ status: 'sent', external_id: 'LO2P1@LO2P265.GBRP265.PROD.OUTLOOK.COM' });
  });
});

describe('trouble', () => {
  test.each([
    [{ cut_at: 'GREETING' }, 'deferred'],
    [{ replies: { GREETING: '554 5.7.1 go away' } }, 'deferred'],
    [{ cut_at: 'MAIL' }, 'deferred'],
    [{ replies: { MAIL: '451 4.3.0 later' } }, 'deferred'],
    [{ replies: { MAIL: '550 5.7.60 may not send as this sender' } }, 'failed'],
    [{ cut_at: 'RCPT' }, 'deferred'],
    [{ replies: { RCPT: '450 4.2.0 greylisted' } }, 'deferred'],
    [{ replies: { RCPT: '550 5.1.1 no such person' } }, 'failed'],
    [{ cut_at: 'DATA' }, 'deferred'],
    [{ replies: { DATA: '451 4.3.0 later' } }, 'deferred'],
    [{ replies: { DOT: '451 4.7.1 try again' } }, 'deferred'],
    [{ replies: { DOT: '552 5.3.4 too big' } }, 'failed'],
    [{ cut_at: 'DOT' }, 'unknown'],
  ] as const)('%j makes the letter %s', async (trouble, status) => {
    sink.trouble = trouble;
    const result = await smtp.send(letter(), never);
    expect(result).toMatchObject({ status, because: expect.stringContaining(`127.0.0.1:${sink.port}`) });
    expect(sink.letters).toEqual([]);
    sink.trouble = null;
    expect(await smtp.send(letter(), never)).toMatchObject({ status: 'sent' });
  });

  test('a connection cut inside a long body certainly did not send it', async () => {
    sink.trouble = { cut_at: 'BODY' };
    const result = await smtp.send(letter({ text: `${'Many words. '.repeat(6)}\n`.repeat(400_000) }), never);
    expect(result).toMatchObject({ status: 'deferred' });
  });

  test('no answer to the whole letter in time leaves it unknown', async () => {
    sink.trouble = { silent_at: 'DOT' };
    smtp = openSmtp(settings(), { socket_ms: 200 });
    expect(await smtp.send(letter(), never)).toMatchObject({
      status: 'unknown',
      because: expect.stringContaining('it may have left'),
    });
  });

  test('no answer before the body leaves it deferred', async () => {
    sink.trouble = { silent_at: 'DATA' };
    smtp = openSmtp(settings(), { socket_ms: 200 });
    expect(await smtp.send(letter(), never)).toMatchObject({ status: 'deferred' });
  });

  test('a letter larger than the server takes fails by its announcement', async () => {
    sink.extensions = ['SIZE 200'];
    expect(await smtp.send(letter(), never)).toMatchObject({
      status: 'failed',
      because: expect.stringContaining('larger than allowed'),
    });
  });

  test('stopping before the letter is handed over defers it', async () => {
    sink.trouble = { silent_at: 'DATA' };
    const stopping = new AbortController();
    const sending = smtp.send(letter(), stopping.signal);
    await expect.poll(() => sink.connections()).toBe(1);
    stopping.abort();
    expect(await sending).toMatchObject({ status: 'deferred' });
    await expect.poll(() => sink.connections()).toBe(0);
  });

  test('closing ends a letter on its way and leaves no connection', async () => {
    sink.trouble = { silent_at: 'DOT' };
    const sending = smtp.send(letter(), never);
    await expect.poll(() => sink.connections()).toBe(1);
    await smtp.close();
    expect(['deferred', 'unknown']).toContain((await sending).status);
    await expect.poll(() => sink.connections()).toBe(0);
  });

  test('a server that is not there defers and names the setting', async () => {
    smtp = openSmtp(settings({ port: 1 }));
    expect(await smtp.send(letter(), never)).toMatchObject({
      status: 'deferred',
      because: expect.stringContaining('check SMTP_URL'),
    });
  });

  test('a server beyond this machine without STARTTLS gets no letter', async () => {
    smtp = openSmtp(settings({ loopback: false }));
    const result = await smtp.send(letter(), never);
    expect(result).toMatchObject({ status: 'deferred', because: expect.stringContaining('no secure connection') });
    expect(sink.letters).toEqual([]);
  });
});

describe('logging in', () => {
  test('by password', async () => {
    sink.accept = { password: 'correct horse' };
    smtp = openSmtp(settings({ user: US, password: 'correct horse' }));
    await expect(smtp.verify(never)).resolves.toBeUndefined();
    expect(await smtp.send(letter(), never)).toMatchObject({ status: 'sent' });
  });

  test('with a wrong password no letter is at fault: it is deferred, and the sentence says what to mend', async () => {
    sink.accept = { password: 'correct horse' };
    smtp = openSmtp(settings({ user: US, password: 'mistyped' }));
    const result = await smtp.send(letter(), never);
    expect(result).toMatchObject({
      status: 'deferred',
      because: expect.stringContaining('SMTP_PASSWORD'),
      retry_after_ms: 300_000,
    });
    expect(JSON.stringify(result)).not.toContain('mistyped');
    await expect(smtp.verify(never)).rejects.toThrow(/refused the login .*SMTP_PASSWORD/);
  });

  describe('by OAuth2', () => {
    let oauth: OauthServer;
    beforeEach(async () => {
      oauth = await startOauthServer(US);
    });
    afterEach(async () => {
      await oauth.close();
    });
    const byToken = (): SmtpSettings => {
      const client = { client_id: 'desk', client_secret: 'hush', refresh_token: 'refresh', scope: null };
      return settings({ user: US, oauth: { token_url: oauth.token_url, ...client } });
    };

    test('a token that was withdrawn is renewed once', async () => {
      let good = ['token-2'];
      sink.accept = { tokens: () => good };
      smtp = openSmtp(byToken());
      expect(await smtp.send(letter(), never)).toMatchObject({ status: 'sent' });
      expect(oauth.requests).toHaveLength(2);
      expect(await smtp.send(letter(), never)).toMatchObject({ status: 'sent' });
      expect(oauth.requests).toHaveLength(2);
      good = [];
      expect(await smtp.send(letter(), never)).toMatchObject({
        status: 'deferred',
        because: expect.stringContaining('SMTP_OAUTH_'),
      });
      expect(oauth.requests).toHaveLength(3);
    });

    test('a refused refresh token says what to do', async () => {
      sink.accept = { tokens: () => [] };
      oauth.answer(() => ({ status: 400, body: { error: 'invalid_grant', error_description: 'AADSTS700082: expired' } }));
      smtp = openSmtp(byToken());
      expect(await smtp.send(letter(), never)).toMatchObject({
        status: 'deferred',
        because: expect.stringContaining('give consent again'),
      });
    });
  });
});
