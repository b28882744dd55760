/** An OpenID Connect provider on loopback: real HTTP, real signatures, and every answer bent at will. */
import { createHash, createSign, generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';

export interface Issuer {
  url: URL;
  /** Claims of whoever signs in next, beside iss, aud, iat, exp and nonce. */
  claims: Record<string, unknown>;
  /** Changes what the next token says or how it is signed. */
  bend: { claims?: Record<string, unknown>; wrong_key?: boolean };
  /** Form bodies that came to the token endpoint. */
  exchanges: URLSearchParams[];
  /** What a browser does at the authorization endpoint: signs in and comes back. @returns the address to go back to */
  authorize(url: string): Promise<URL>;
  close(): Promise<void>;
}

export const CLIENT_ID = 'desk-client';
export const CLIENT_SECRET = 'desk-client-secret';

export async function openIssuer(): Promise<Issuer> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const codes = new Map<string, { nonce: string; challenge: string; redirect_uri: string }>();
  const issuer: Issuer = { url: new URL('http://127.0.0.1'), claims: {}, bend: {}, exchanges: [], authorize, close };

  async function authorize(text: string): Promise<URL> {
    const url = new URL(text);
    const response = await fetch(url, { redirect: 'manual' });
    const location = response.headers.get('location');
    if (location === null) throw new Error(`expected the provider to send the browser back, got ${response.status}`);
    return new URL(location);
  }

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', issuer.url);
    const json = (status: number, body: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    const base = issuer.url.href.replace(/\/$/, '');
    if (url.pathname === '/.well-known/openid-configuration') {
      json(200, {
        issuer: base,
        authorization_endpoint: `${base}/authorize`,
        token_endpoint: `${base}/token`,
        jwks_uri: `${base}/keys`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
        code_challenge_methods_supported: ['S256'],
      });
      return;
    }
    if (url.pathname === '/keys') {
      json(200, { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }] });
      return;
    }
    if (url.pathname === '/authorize') {
      const code = randomUUID();
      const back = new URL(url.searchParams.get('redirect_uri') ?? '');
      codes.set(code, {
        nonce: url.searchParams.get('nonce') ?? '',
        challenge: url.searchParams.get('code_challenge') ?? '',
        redirect_uri: back.href,
      });
      back.searchParams.set('code', code);
      back.searchParams.set('state', url.searchParams.get('state') ?? '');
      response.writeHead(302, { location: back.href }).end();
      return;
    }
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', () => {
      const form = new URLSearchParams(body);
      issuer.exchanges.push(form);
      const grant = codes.get(form.get('code') ?? '');
      codes.delete(form.get('code') ?? '');
      const challenge = createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url');
      const sound =
        grant?.challenge === challenge &&
        grant.redirect_uri === form.get('redirect_uri') &&
        form.get('client_secret') === CLIENT_SECRET;
      if (!grant || !sound) {
        json(400, { error: 'invalid_grant' });
        return;
      }
      const now = Math.floor(Date.now() / 1000);
      const claims = {
        iss: base,
        aud: CLIENT_ID,
        iat: now,
        exp: now + 300,
        nonce: grant.nonce,
        ...issuer.claims,
        ...issuer.bend.claims,
      };
      const head = Buffer.from(JSON.stringify({ alg: 'RS256', kid: 'one', typ: 'JWT' })).toString('base64url');
      const payload = Buffer.from(JSON.stringify(claims)).toString('base64url');
      const key = issuer.bend.wrong_key ? stranger.privateKey : privateKey;
      const signature = createSign('RSA-SHA256').update(`${head}.${payload}`).sign(key).toString('base64url');
      json(200, { access_token: randomUUID(), token_type: 'Bearer', expires_in: 300, id_token: `${head}.${payload}.${signature}` });
    });
  });

  async function close(): Promise<void> {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }

  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('expected a port');
  issuer.url = new URL(`http://127.0.0.1:${address.port}`);
  return issuer;
}
