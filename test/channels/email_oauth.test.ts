/** Access tokens: kept, renewed in time, one refresh at a time, and errors that say what to do. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openAccount } from '../../channels/email/account.ts';
import { openFolder } from '../../channels/email/imap.ts';
import { type OauthSettings, openTokenSource } from '../../channels/email/oauth.ts';
import { type Dovecot, startDovecot } from '../support/dovecot.ts';
import { HELLO, ledger, mail, mailbox, pollAll } from '../support/mailbox.ts';
import { type OauthServer, startOauthServer } from '../support/oauth_server.ts';

const never = new AbortController().signal;
const HOUR_MS = 3_600_000;
let server: OauthServer;

beforeEach(async () => {
  server = await startOauthServer(HELLO);
});
afterEach(async () => {
  await server.close();
});

function settings(changed: Partial<OauthSettings> = {}): OauthSettings {
  return {
    token_url: server.token_url,
    client_id: 'desk',
    client_secret: 'hush',
    refresh_token: 'first',
    scope: 'mail',
    ...changed,
  };
}

describe('a token', () => {
  test('is asked for once and kept until two minutes before its end', async () => {
    let time = 0;
    const tokens = openTokenSource(settings(), () => time);
    expect(await tokens.token(never)).toBe('token-1');
    time = HOUR_MS - 120_001;
    expect(await tokens.token(never)).toBe('token-1');
    time = HOUR_MS - 120_000;
    expect(await tokens.token(never)).toBe('token-2');
  });

  test('comes by the refresh token, or by the client alone where there is none', async () => {
    await openTokenSource(settings()).token(never);
    await openTokenSource(settings({ refresh_token: null })).token(never);
    expect(server.requests.map((form) => Object.fromEntries(form))).toEqual([
      { client_id: 'desk', client_secret: 'hush', scope: 'mail', grant_type: 'refresh_token', refresh_token: 'first' },
      { client_id: 'desk', client_secret: 'hush', scope: 'mail', grant_type: 'client_credentials' },
    ]);
  });

  test('is fetched by one request however many ask at once', async () => {
    const tokens = openTokenSource(settings());
    const all = await Promise.all(Array.from({ length: 20 }, () => tokens.token(never)));
    expect(new Set(all)).toEqual(new Set(['token-1']));
    expect(server.requests).toHaveLength(1);
  });

  test('that a server refused is replaced, and a newer one is not', async () => {
    const tokens = openTokenSource(settings());
    expect(await tokens.token(never)).toBe('token-1');
    expect(await tokens.token(never, 'token-1')).toBe('token-2');
    expect(await tokens.token(never, 'token-1')).toBe('token-2');
  });

  test('follows a refresh token that the provider replaced', async () => {
    server.answer((form) => ({
      status: 200,
      body: { access_token: 'a', expires_in: '60', refresh_token: `after-${form.get('refresh_token')}` },
    }));
    const tokens = openTokenSource(settings());
    await tokens.token(never);
    await tokens.token(never);
    expect(server.requests.map((form) => form.get('refresh_token'))).toEqual(['first', 'after-first']);
  });

  test('one caller who gives up does not end the refresh for another', async () => {
    const tokens = openTokenSource(settings());
    const stopping = new AbortController();
    const left = tokens.token(stopping.signal);
    const stayed = tokens.token(never);
    stopping.abort(new Error('gave up'));
    await expect(left).rejects.toThrow('gave up');
    await expect(stayed).resolves.toBe('token-1');
  });
});

describe('an error', () => {
  test.each([
    [400, { error: 'invalid_grant', error_description: 'expired' }, /invalid_grant expired\): .*give consent again/, true],
    [401, { error: 'invalid_client' }, /client id or secret is wrong/, true],
    [503, { error: 'temporarily_unavailable' }, /temporarily_unavailable/, false],
    [500, 'oops', /answered 500 without a token/, false],
    [200, { token: 'x' }, /answered 200 without a token/, false],
    [200, { access_token: 'x'.repeat(100_000) }, /out of reach: expected an answer below 65536 bytes/, false],
  ])('%i %j says what to do', async (status, body, message, is_final) => {
    server.answer(() => ({ status, body }));
    const error = await openTokenSource(settings())
      .token(never)
      .catch((caught: unknown) => caught);
    expect(error).toMatchObject({ name: 'OauthError', message: expect.stringMatching(message), is_final });
    expect(String(error)).not.toContain('hush');
  });

  test('is not remembered: the next call asks again', async () => {
    server.answer(() => ({ status: 503, body: {} }));
    const tokens = openTokenSource(settings());
    await expect(tokens.token(never)).rejects.toThrow(/503/);
    server.answer(null);
    await expect(tokens.token(never)).resolves.toBe('token-1');
  });

  test('names a token endpoint that is not there', async () => {
    const tokens = openTokenSource(settings({ token_url: 'http://127.0.0.1:1/token' }));
    await expect(tokens.token(never)).rejects.toThrow(/127\.0\.0\.1:1 is out of reach: .*(ECONNREFUSED|bad port)/);
  });
});

describe('a mailbox by OAuth2, against a real Dovecot', () => {
  let dovecot: Dovecot;
  let introspection: OauthServer;
  beforeAll(async () => {
    introspection = await startOauthServer(HELLO);
    dovecot = await startDovecot({ introspection_url: introspection.introspection_url });
    await dovecot.addUser(HELLO, 'unused');
    await dovecot.deliver(HELLO, mail('by token'));
  });
  afterAll(async () => {
    await dovecot.close();
    await introspection.close();
  });

  test('is read with an access token; one withdrawn early is renewed', async () => {
    const oauth = settings({ token_url: introspection.token_url });
    const account = openAccount(mailbox(dovecot.port, { password: null, oauth }), { max_bytes: 1_000_000 });
    const house = ledger();
    const first = openFolder(account, 'INBOX', { max_bytes: 1_000_000, sweep_seconds: 3600 });
    await pollAll(first, house.intake, null);
    expect(house.subjects()).toEqual(['by token']);
    expect(introspection.requests).toHaveLength(1);
    introspection.withdraw();
    first.close();
    const second = openFolder(account, 'INBOX', { max_bytes: 1_000_000, sweep_seconds: 3600 });
    await pollAll(second, house.intake, null);
    expect(introspection.requests).toHaveLength(2);
    second.close();
  });

  test('with a token that is never accepted says which settings to look at', async () => {
    const oauth = settings({ token_url: server.token_url });
    const account = openAccount(mailbox(dovecot.port, { password: null, oauth }), { max_bytes: 1_000_000 });
    server.answer(() => ({ status: 200, body: { access_token: 'forged', expires_in: 3600 } }));
    await expect(account.open(never)).rejects.toThrow(/refused the login .*MAILBOX_HELLO_OAUTH_/);
    expect(server.requests).toHaveLength(2);
  });
});
