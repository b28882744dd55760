/** The desk: the staff's pages on one address, health and metrics on another. Composed here, from arguments alone. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Express, type RequestHandler } from 'express';
import { loadAssets } from './assets.ts';
import { cookieJar } from './cookies.ts';
import { formTokenOnly, sameSiteOnly } from './cross_site.ts';
import { errorPages, notFound } from './error_pages.ts';
import { strictHeaders } from './headers.ts';
import { openInternal } from './internal.ts';
import { openLive } from './live.ts';
import { openProvider } from './oidc.ts';
import type { WebOptions } from './options.ts';
import { casePages } from './pages/case.ts';
import { correctPages } from './pages/correct.ts';
import { filePages } from './pages/files.ts';
import { queuePages } from './pages/queue.ts';
import { BACK_PATH, signInPages } from './pages/sign_in.ts';
import { openSessions, visitOf } from './session.ts';
import { openShow } from './show.ts';
import { openTemplates } from './templates.ts';

/** Proxies keep idle connections about a minute; ours must outlive theirs, or a request meets a closed door. */
const KEEP_ALIVE_MS = 75_000;
const HEADERS_WITHIN_MS = 80_000;
const REQUEST_WITHIN_MS = 120_000;
/** A form holds a reason and a few ticks; 20,000 characters of any script fit four times over. */
const BODY_LIMIT = '256kb';
const MAX_FIELDS = 200;
/** On closing, how long an answer in hand may still take, in ms. */
const FINISH_WITHIN_MS = 10_000;

export interface Web {
  app: Express;
  internal_app: Express;
  /** Starts both servers. @returns where they listen */
  listen(): Promise<{ url: URL; internal_url: URL }>;
  /** Ends live streams, finishes answers in hand, then closes. */
  close(): Promise<void>;
}

/** @throws Error when the installed govuk-frontend is not the one that the desk was built for */
export async function openWeb({ house, config, feed, log }: WebOptions): Promise<Web> {
  const { db } = house;
  const now = () => house.now();
  const is_https = config.public_url.protocol === 'https:';
  const assets = await loadAssets();
  const show = openShow(openTemplates(assets.path, now));
  const sessions = openSessions(db, cookieJar(is_https), config, now);
  const provider = config.oidc === null ? null : openProvider(config.oidc, new URL(BACK_PATH, config.public_url), db, now);
  const live = openLive(db, feed, sessions);
  const internal = openInternal(db, log, now);

  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', config.trusted_proxies);
  app.set('query parser', 'simple');
  app.use((_request, response, next) => {
    response.on('finish', () => internal.countRequest(response.statusCode));
    next();
  });
  app.use(strictHeaders(is_https));
  app.use(assets.router);
  app.use(sessions.load);
  app.use(sameSiteOnly(config.public_url.origin));
  app.use(express.urlencoded({ extended: false, limit: BODY_LIMIT, parameterLimit: MAX_FIELDS }));
  app.use(formTokenOnly((request) => visitOf(request).secret));
  app.use(signInPages({ db, config, sessions, provider, show, now }));
  app.use(signedInOnly);
  app.use(live.router);
  app.use(queuePages(house, show));
  app.use(correctPages(house, show));
  app.use(casePages(house, show));
  app.use(filePages(db));
  app.use(notFound);
  app.use(errorPages(show, log, now));

  const servers: Server[] = [];
  return {
    app,
    internal_app: internal.app,
    async listen() {
      const url = await open(servers, app, config.host, config.port);
      const internal_url = await open(servers, internal.app, config.internal_host, config.internal_port);
      return { url, internal_url };
    },
    async close() {
      live.close();
      await Promise.all(servers.map(finish));
    },
  };
}

/** Everything behind this line needs a colleague; a page asked for is come back to after signing in. */
const signedInOnly: RequestHandler = (request, response, next) => {
  if (visitOf(request).colleague !== null) {
    next();
    return;
  }
  if (request.path === '/live') {
    response.status(401).end();
    return;
  }
  const back = request.method === 'GET' && request.originalUrl !== '/' ? `?next=${encodeURIComponent(request.originalUrl)}` : '';
  response.redirect(303, `/sign-in${back}`);
};

async function open(servers: Server[], app: Express, host: string, port: number): Promise<URL> {
  const server = createServer(
    { keepAliveTimeout: KEEP_ALIVE_MS, headersTimeout: HEADERS_WITHIN_MS, requestTimeout: REQUEST_WITHIN_MS },
    app,
  );
  await new Promise<void>((done, failed) => {
    server.once('error', failed);
    server.listen(port, host, () => {
      server.off('error', failed);
      done();
    });
  });
  servers.push(server);
  const address = server.address() as AddressInfo;
  return new URL(`http://${address.family === 'IPv6' ? `[${address.address}]` : address.address}:${address.port}`);
}

async function finish(server: Server): Promise<void> {
  const closed = new Promise<void>((done) => server.close(() => done()));
  server.closeIdleConnections();
  const late = setTimeout(() => server.closeAllConnections(), FINISH_WITHIN_MS);
  await closed;
  clearTimeout(late);
}
