/** Lets a form change something only when it was sent from a page of the desk, in the same browser that got the page. */
import type { Request, RequestHandler } from 'express';
import { isFormToken } from './secrets.ts';
import { Refused } from './refused.ts';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * First line, before any body is read: where the browser says the request came from.
 * Browsers that send neither header fall through to the form token, which everybody needs.
 * @param public_origin scheme, host and port under which colleagues reach the desk
 */
export function sameSiteOnly(public_origin: string): RequestHandler {
  return (request, _response, next) => {
    if (SAFE_METHODS.has(request.method)) {
      next();
      return;
    }
    const site = request.headers['sec-fetch-site'];
    const origin = request.headers.origin;
    const from_elsewhere = (site !== undefined && site !== 'same-origin') || (origin !== undefined && origin !== public_origin);
    next(from_elsewhere ? new Refused(403, 'cross_site') : undefined);
  };
}

/**
 * Second line: the token in the form must belong to the secret in the cookie.
 * @param secret_of the secret of the session or visit that the request's cookie holds; null where it has none
 */
export function formTokenOnly(secret_of: (request: Request) => string | null): RequestHandler {
  return (request, _response, next) => {
    if (SAFE_METHODS.has(request.method)) {
      next();
      return;
    }
    const body: unknown = request.body;
    const given = typeof body === 'object' && body !== null && '_token' in body ? body._token : undefined;
    const secret = secret_of(request);
    next(secret !== null && isFormToken(secret, given) ? undefined : new Refused(403, 'form_token'));
  };
}
