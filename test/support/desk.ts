/** The desk for tests: the real one, on a real database, spoken to over HTTP by a small client that keeps cookies. */
import { pino } from 'pino';
import { afterAll, beforeAll } from 'vitest';
import { CASE_CHANGED } from '../../src/cases/project.ts';
import type { Connection } from '../../src/db/connect.ts';
import { openFeed } from '../../src/web/feed.ts';
import type { OidcConfig, WebConfig } from '../../src/web/options.ts';
import { makeSignInLink } from '../../src/web/sign_in_link.ts';
import { openWeb } from '../../src/web/web.ts';
import { openTestHouse, type TestHouse } from './house.ts';

export interface TestDesk {
  url: URL;
  internal_url: URL;
  connection: Connection;
  test: TestHouse;
  /** Lines of the log, parsed. */
  logged: Record<string, unknown>[];
  addColleague(id: string, name: string, roles: string[]): Promise<void>;
  /** @returns a client that is signed in by link, as a person would be */
  signIn(id: string): Promise<Client>;
  link(id: string): Promise<URL>;
  client(): Client;
  setNow(at: Date): void;
}

/** For a test file that has `useDatabase()`: opens the desk before its tests, closes it after them. */
export function useDesk(
  database: () => Connection,
  options: { config?: Partial<WebConfig>; oidc?: () => OidcConfig | null } = {},
): () => TestDesk {
  let desk: TestDesk | undefined;
  let close: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    const connection = database();
    const test = openTestHouse(connection);
    const logged: Record<string, unknown>[] = [];
    const log = pino({ level: 'info' }, { write: (line: string) => void logged.push(JSON.parse(line) as Record<string, unknown>) });
    const feed = openFeed(connection.url, CASE_CHANGED, (error) => log.warn({ error: error.message }, 'feed lost'));
    // The public address must be known before the port is: the desk is told the port that the machine gave to nobody else.
    const port = await freePort();
    const config: WebConfig = {
      public_url: new URL(`http://127.0.0.1:${port}`),
      host: '127.0.0.1',
      port,
      internal_host: '127.0.0.1',
      internal_port: 0,
      trusted_proxies: 0,
      session_idle_ms: 60 * 60_000,
      session_total_ms: 12 * 3_600_000,
      oidc: options.oidc?.() ?? null,
      ...options.config,
    };
    const web = await openWeb({ house: test.house, config, feed, log });
    const { url, internal_url } = await web.listen();
    close = async () => {
      await web.close();
      await feed.close();
    };
    const addColleague = async (id: string, name: string, roles: string[]) => {
      await connection.db
        .insertInto('staff')
        .values({ id, name, email: `${id}@connexus.example`, roles })
        .execute();
    };
    const link = (id: string) => makeSignInLink(connection.db, url, id, test.house.now());
    desk = {
      url,
      internal_url,
      connection,
      test,
      logged,
      addColleague,
      link,
      client: () => openClient(url),
      async signIn(id) {
        const client = openClient(url);
        const at = await link(id);
        const page = await client.get(at.pathname + at.search);
        const answer = await client.post('/sign-in', { ...hiddenFields(page.body, '/sign-in') });
        if (answer.status !== 303) throw new Error(`expected to be signed in, got ${answer.status}: ${answer.body}`);
        return client;
      },
      setNow: test.setNow,
    };
  });
  afterAll(async () => close?.());
  return () => {
    if (!desk) throw new Error('the desk is there only inside tests');
    return desk;
  };
}

async function freePort(): Promise<number> {
  const { createServer } = await import('node:net');
  return new Promise((done, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address !== null && typeof address === 'object' ? done(address.port) : failed(new Error('no port'))));
    });
  });
}

export interface Answer {
  status: number;
  headers: Headers;
  body: string;
  location: string | null;
}

export interface Client {
  cookies: Map<string, string>;
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  /** Sends a form as a browser on the desk's own page does, unless headers say otherwise. */
  post(path: string, fields: Record<string, string | string[]>, headers?: Record<string, string>): Promise<Answer>;
}

export function openClient(base: URL): Client {
  const cookies = new Map<string, string>();
  async function send(path: string, init: RequestInit, headers: Record<string, string>): Promise<Answer> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(new URL(path, base), {
      ...init,
      redirect: 'manual',
      headers: { ...(cookie === '' ? {} : { cookie }), ...headers },
      signal: AbortSignal.timeout(20_000),
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      const value = pair.slice(at + 1);
      if (value === '') cookies.delete(pair.slice(0, at));
      else cookies.set(pair.slice(0, at), value);
    }
    return {
      status: response.status,
      headers: response.headers,
      body: await response.text(),
      location: response.headers.get('location'),
    };
  }
  return {
    cookies,
    get: (path, headers = {}) => send(path, { method: 'GET' }, headers),
    post(path, fields, headers = {}) {
      const body = new URLSearchParams();
      for (const [name, value] of Object.entries(fields)) for (const each of [value].flat()) body.append(name, each);
      return send(
        path,
        { method: 'POST', body: body.toString() },
        { 'content-type': 'application/x-www-form-urlencoded', origin: base.origin, 'sec-fetch-site': 'same-origin', ...headers },
      );
    },
  };
}

/** The hidden fields of the first form that goes to `action`, as a browser would send them. */
export function hiddenFields(html: string, action: string): Record<string, string> {
  const from = html.indexOf(`action="${action}"`);
  if (from < 0) throw new Error(`expected a form to ${action} on the page`);
  const form = html.slice(from, html.indexOf('</form>', from));
  const found: Record<string, string> = {};
  for (const [, name, value] of form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)) {
    if (name !== undefined && value !== undefined) found[name] = value.replaceAll('&amp;', '&');
  }
  return found;
}
