/** Live updates: one stream of server-sent events per open page, ended in good order when the house closes. */
import { type Request, type Response, Router } from 'express';
import type { Db } from '../db/connect.ts';
import { field, isId } from './form.ts';
import type { LiveFeed } from './options.ts';
import type { Sessions } from './session.ts';

/** Keeps proxies from cutting a quiet stream, and checks that the session still stands; in ms. */
const HEARTBEAT_MS = 25_000;
/** Changes within so long make one event, in ms: a burst of mail does not make a page flicker. */
const GATHER_MS = 300;
/** Streams of this process; the next one is asked to come again later. */
const MAX_STREAMS = 500;
/** How long a browser waits before it comes again, in ms. */
const RETRY_MS = 5_000;

export interface Live {
  router: Router;
  /** Ends every stream, so that the server can close. */
  close(): void;
}

export function openLive(db: Db, feed: LiveFeed, sessions: Sessions): Live {
  const streams = new Set<Response>();
  const router = Router();
  router.get('/live', async (request, response) => {
    if (streams.size >= MAX_STREAMS) {
      response.status(503).setHeader('Retry-After', '30').end();
      return;
    }
    response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8', 'X-Accel-Buffering': 'no' });
    response.write(`retry: ${RETRY_MS}\n\n`);
    streams.add(response);

    let gathered = new Set<string>();
    let timer: NodeJS.Timeout | null = null;
    const unsubscribe = feed.subscribe(({ case_id }) => {
      gathered.add(case_id ?? '*');
      timer ??= setTimeout(() => {
        timer = null;
        response.write(`event: changed\ndata: ${JSON.stringify([...gathered])}\n\n`);
        gathered = new Set();
      }, GATHER_MS);
    });
    // What changed between the page and this stream, or while the stream was cut, is told as well.
    const missed = await missedSince(db, request);
    if (missed !== null) response.write(`event: changed\ndata: ${JSON.stringify([missed])}\n\n`);
    const heartbeat = setInterval(() => {
      sessions.stillStands(request).then(
        (stands) => (stands ? response.write(': here\n\n') : response.end('event: ended\ndata: []\n\n')),
        () => response.end(), // the database is away: the browser comes again
      );
    }, HEARTBEAT_MS);
    const end = (): void => {
      unsubscribe();
      clearInterval(heartbeat);
      if (timer !== null) clearTimeout(timer);
      streams.delete(response);
    };
    response.on('close', end);
    if (response.destroyed) end();
  });
  return {
    router,
    close() {
      for (const response of streams) response.end();
    },
  };
}

/**
 * Whether the page is already out of date as its stream begins.
 * `page=queue&seen=<instant>` asks for any event since; `page=<case id>&seen=<version>` for a newer version of the case.
 */
async function missedSince(db: Db, request: Request): Promise<string | null> {
  const [page, seen] = [field(request.query, 'page'), field(request.query, 'seen')];
  if (page === 'queue' && !Number.isNaN(Date.parse(seen))) {
    const row = await db.selectFrom('case_events').select('case_id').where('at', '>', new Date(seen)).limit(1).executeTakeFirst();
    return row?.case_id ?? null;
  }
  const version = Number(seen);
  if (!isId(page) || !Number.isInteger(version)) return null;
  const row = await db.selectFrom('cases').select('id').where('id', '=', page).where('version', '>', version).executeTakeFirst();
  return row?.id ?? null;
}
