/** Makes and checks the unguessable values of the desk: sessions, sign-in links, form tokens. */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 bits: not to be guessed at any rate of trying. */
const TOKEN_BYTES = 32;
const TOKEN_PATTERN = /^[A-Za-z0-9_-]{43}$/;

export function newToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** Whether a value has the shape of `newToken`; anything else need not be looked up. */
export function isToken(value: unknown): value is string {
  return typeof value === 'string' && TOKEN_PATTERN.test(value);
}

/** What the database keeps of a token: a stolen copy of it opens nothing. Hex SHA-256. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/**
 * The form token of a session or visit: derived from the secret in the cookie, so it is bound to it and needs no storing.
 * Another site can neither read the cookie nor work this out.
 */
export function formToken(cookie_secret: string): string {
  return createHmac('sha256', cookie_secret).update('desk form token').digest('base64url');
}

export function isFormToken(cookie_secret: string, given: unknown): boolean {
  if (!isToken(given)) return false;
  return timingSafeEqual(Buffer.from(formToken(cookie_secret)), Buffer.from(given));
}
