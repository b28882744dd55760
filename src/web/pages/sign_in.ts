/** Signing in and out: the only pages that are open to everybody. */
import { type Request, Router } from 'express';
import type { Db } from '../../db/connect.ts';
import { field, localPath } from '../form.ts';
import type { Provider } from '../oidc.ts';
import type { WebConfig } from '../options.ts';
import { rateLimit } from '../rate_limit.ts';
import { Refused } from '../refused.ts';
import { isToken } from '../secrets.ts';
import { type Sessions, visitOf } from '../session.ts';
import type { Show } from '../show.ts';
import { useSignInLink } from '../sign_in_link.ts';

/** Sixty tries at once, then one a second: a whole office behind one address can sign in at nine, a program cannot hammer. */
const ATTEMPTS = { burst: 60, refill_ms: 1_000 };

export interface SignInParts {
  db: Db;
  config: WebConfig;
  sessions: Sessions;
  provider: Provider | null;
  show: Show;
  now: () => Date;
}

/** Where the provider sends the browser back to; must be registered there. */
export const BACK_PATH = '/sign-in/organisation/back';

export function signInPages({ db, config, sessions, provider, show, now }: SignInParts): Router {
  const router = Router();
  const limit = rateLimit(ATTEMPTS, now, () => new Refused(429, 'too_many'));

  router.get('/sign-in', (request, response) => {
    if (visitOf(request).colleague && !isToken(field(request.query, 'link'))) {
      response.redirect(303, localPath(field(request.query, 'next')));
      return;
    }
    if (visitOf(request).colleague === null) sessions.visitSecret(request, response);
    const given = field(request.query, 'link');
    show(request, response, 'sign_in', {
      title: 'Sign in',
      here: null,
      link: isToken(given) ? given : null,
      next: localPath(field(request.query, 'next')),
      provider: provider?.button ?? null,
    });
  });

  router.post('/sign-in', limit, async (request, response) => {
    const staff_id = await useSignInLink(db, field(request.body, 'link'), now());
    if (staff_id === null) throw new Refused(403, 'bad_link');
    await sessions.start(request, response, staff_id);
    response.redirect(303, localPath(field(request.body, 'next')));
  });

  router.post('/sign-out', async (request, response) => {
    await sessions.end(request, response);
    response.redirect(303, '/signed-out');
  });

  router.get('/signed-out', (request, response) => {
    show(request, response, 'signed_out', { title: 'Signed out', here: null });
  });

  if (provider !== null) {
    router.get('/sign-in/organisation', limit, async (request, response) => {
      if (visitOf(request).colleague) {
        response.redirect(303, localPath(field(request.query, 'next')));
        return;
      }
      const secret = sessions.visitSecret(request, response);
      response.redirect(303, (await provider.leave(secret, localPath(field(request.query, 'next')))).href);
    });
    router.get(BACK_PATH, limit, async (request, response) => {
      const { secret, colleague } = visitOf(request);
      if (colleague !== null || secret === null) throw new Refused(400, 'provider');
      const { staff_id, next } = await provider.comeBack(secret, answerUrl(request, config.public_url));
      await sessions.start(request, response, staff_id);
      response.redirect(303, next);
    });
  }
  return router;
}

/** The address the browser came to, as it saw it: behind a proxy our own host name is another. */
function answerUrl(request: Request, public_url: URL): URL {
  const url = new URL(BACK_PATH, public_url);
  url.search = new URL(request.originalUrl, public_url).search;
  return url;
}
