/** A token endpoint and the introspection a mail server asks, both on loopback. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export interface OauthServer {
  token_url: string;
  /** A GET address to which a token is appended (RFC 7662 as Dovecot asks it). */
  introspection_url: string;
  /** The forms that came to the token endpoint, oldest first. */
  requests: URLSearchParams[];
  /** What the token endpoint answers; by default a new token for the user, good for an hour. */
  answer(reply: ((form: URLSearchParams) => { status: number; body: unknown }) | null): void;
  /** Withdraws every token given so far. */
  withdraw(): void;
  close(): Promise<void>;
}

/** @param user the mailbox that every token is good for */
export async function startOauthServer(user: string): Promise<OauthServer> {
  const requests: URLSearchParams[] = [];
  let good = new Set<string>();
  let given = 0;
  let reply: ((form: URLSearchParams) => { status: number; body: unknown }) | null = null;

  function grant(): { status: number; body: unknown } {
    const access_token = `token-${++given}`;
    good.add(access_token);
    return { status: 200, body: { access_token, token_type: 'Bearer', expires_in: 3600 } };
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    let text = '';
    for await (const chunk of request) text += String(chunk);
    let answer: { status: number; body: unknown };
    if (url.pathname === '/token') {
      const form = new URLSearchParams(text);
      requests.push(form);
      answer = (reply ?? grant)(form);
    } else {
      const active = good.has(url.searchParams.get('token') ?? '');
      answer = { status: 200, body: active ? { active: 'true', email: user } : { active: 'false' } };
    }
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body));
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('expected a TCP port');
  const base = `http://127.0.0.1:${address.port}`;
  return {
    token_url: `${base}/token`,
    introspection_url: `${base}/introspect?token=`,
    requests,
    answer: (given_reply) => (reply = given_reply),
    withdraw: () => (good = new Set()),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
