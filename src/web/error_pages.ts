/** Turns what stopped a request into a page: a person's obstacle into its sentence, anything else into a number that the log knows. */
import { randomBytes } from 'node:crypto';
import type { ErrorRequestHandler, Request, RequestHandler } from 'express';
import type { Logger } from 'pino';
import { Objection } from '../errors.ts';
import { agoWords } from './dates.ts';
import { Refused } from './refused.ts';
import { visitOf } from './session.ts';
import type { Show } from './show.ts';

const TITLES: Record<number, string> = {
  400: 'That did not work',
  403: 'You cannot do this',
  404: 'Page not found',
  405: 'You cannot do this',
  409: 'Somebody else was first',
  413: 'Too much was sent',
  429: 'Please wait a moment',
  502: 'Your organisation’s sign-in does not answer',
};

export const notFound: RequestHandler = (_request, _response, next) => next(new Refused(404, 'no_page'));

export function errorPages(show: Show, log: Logger, now: () => Date): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error); // too late for a page: Express cuts the connection
      return;
    }
    const known = knownError(error);
    response.removeHeader('Content-Disposition');
    if (known !== null) {
      if (known.cause !== undefined)
        log.warn({ path: request.path, code: known.code, cause: causeName(known.cause) }, 'desk: refused');
      response.status(known.status);
      const says = known.says + (known.earlier === null ? '' : ` ${known.earlier(now())}`);
      showSafely(show, request, response, { title: TITLES[known.status] ?? 'That did not work', here: null, says });
      return;
    }
    // Short enough to read out on the phone.
    const error_id = randomBytes(4).toString('hex').toUpperCase();
    log.error({ error_id, method: request.method, path: routeOf(request), error: faultOf(error) }, 'desk: unexpected error');
    response.status(500);
    showSafely(show, request, response, {
      title: 'Something went wrong on our side',
      here: null,
      says: 'The case is safe. What you sent may not have been saved: look at the case before you send it again.',
      error_id,
    });
  };
}

function showSafely(show: Show, request: Request, response: Parameters<Show>[1], page: Parameters<Show>[3]): void {
  try {
    visitOf(request);
  } catch {
    // Stopped before the session was read: without a page of its own, plain words are all there is.
    response
      .type('text/plain')
      .send(`${page.title}. ${String(page['says'])}${page['error_id'] ? ` (${String(page['error_id'])})` : ''}\n`);
    return;
  }
  show(request, response, 'error', page);
}

interface Known {
  status: number;
  code: string;
  says: string;
  earlier: ((now: Date) => string) | null;
  cause?: unknown;
}

function knownError(error: unknown): Known | null {
  if (error instanceof Objection) {
    const { earlier } = error;
    return {
      status: error.status,
      code: error.code,
      says: error.message,
      earlier: earlier && ((now) => earlierWords(earlier, now)),
    };
  }
  if (error instanceof Refused)
    return { status: error.status, code: error.code, says: error.message, earlier: null, cause: error.cause };
  const status = httpStatus(error);
  if (status === 413) return knownError(new Refused(413, 'too_large'));
  // Body parser, router and URL decoding mark what the sender did wrong with a 4xx.
  if (status !== null && status >= 400 && status < 500) return knownError(new Refused(400, 'bad_request'));
  return null;
}

function httpStatus(error: unknown): number | null {
  return error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : null;
}

/** Names and codes of a cause, never its text: it may hold what a person typed or a token. */
function causeName(cause: unknown): string {
  if (!(cause instanceof Error)) return typeof cause;
  return 'code' in cause ? `${cause.name} ${String(cause.code)}` : cause.name;
}

/** Where it broke and what kind it is. Messages are left out: those of parsers and of the database quote what people wrote. */
function faultOf(error: unknown): { name: string; code: unknown; at: string[] } {
  if (!(error instanceof Error)) return { name: typeof error, code: null, at: [] };
  const at = (error.stack ?? '')
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .map((line) => line.trim());
  return { name: error.name, code: 'code' in error ? error.code : null, at: at.slice(0, 12) };
}

/** The path without what a person typed: query strings hold searches and links. */
function routeOf(request: Request): string {
  return request.path;
}

/** `Sam Okoro confirmed this 8 seconds ago. Your press changed nothing.` */
export function earlierWords(earlier: { actor: string; at: Date; what: string }, now: Date): string {
  return `${earlier.actor} ${earlier.what} ${agoWords(earlier.at, now)}. Your press changed nothing.`;
}
