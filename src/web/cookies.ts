/** Reads and writes the two cookies of the desk, with the strictest attributes that still let a colleague sign in. */
import type { Request, Response } from 'express';

/** Longest Cookie header that is looked at, in characters; ours need under 200. */
const MAX_HEADER_LENGTH = 8_192;

export interface CookieJar {
  read(request: Request, name: CookieName): string | null;
  /** @param max_age_ms null: until the browser closes */
  write(response: Response, name: CookieName, value: string, max_age_ms: number | null): void;
  clear(response: Response, name: CookieName): void;
}

/** `session` names a signed-in session; `visit` ties the forms of a person not signed in to their own browser. */
export type CookieName = 'session' | 'visit';

/** @param is_https whether the public address is https: then cookies are `Secure` and carry the `__Host-` promise. */
export function cookieJar(is_https: boolean): CookieJar {
  const fullName = (name: CookieName) => `${is_https ? '__Host-' : ''}desk_${name}`;
  // Lax, not Strict: the way back from the identity provider and a link in a message are navigations from elsewhere.
  const attributes = { httpOnly: true, sameSite: 'lax', secure: is_https, path: '/' } as const;
  return {
    read(request, name) {
      const header = request.headers.cookie ?? '';
      if (header.length > MAX_HEADER_LENGTH) return null;
      const prefix = `${fullName(name)}=`;
      // The first one: browsers send the cookie with the longest path first, and ours can only have "/".
      const found = header.split(';').find((pair) => pair.trimStart().startsWith(prefix));
      return found === undefined ? null : found.trim().slice(prefix.length);
    },
    write(response, name, value, max_age_ms) {
      response.cookie(fullName(name), value, { ...attributes, ...(max_age_ms === null ? {} : { maxAge: max_age_ms }) });
    },
    clear(response, name) {
      response.clearCookie(fullName(name), attributes);
    },
  };
}
