/** One-time sign-in links: made for a colleague who is already known, used once, within minutes. */
import type { Db } from '../db/connect.ts';
import { SIGN_IN_LINK_MS } from './options.ts';
import { isToken, newToken, tokenHash } from './secrets.ts';

/**
 * Makes a link that signs this colleague in once within 15 minutes.
 * Opening it uses nothing up: only the button on the page does, so programs that follow links in mail burn none.
 * @throws Error when there is no such colleague
 */
export async function makeSignInLink(db: Db, public_url: URL, staff_id: string, now: Date): Promise<URL> {
  const token = newToken();
  await db
    .insertInto('sign_in_links')
    .values({ token_hash: tokenHash(token), staff_id, created_at: now, expires_at: new Date(now.getTime() + SIGN_IN_LINK_MS) })
    .execute();
  const link = new URL('/sign-in', public_url);
  link.searchParams.set('link', token);
  return link;
}

/** Uses the link up. @returns whom it signs in, or null when it was used, has run out or never was */
export async function useSignInLink(db: Db, token: unknown, now: Date): Promise<string | null> {
  if (!isToken(token)) return null;
  // One statement: of two presses at once the database lets one win.
  const used = await db
    .updateTable('sign_in_links')
    .set({ used_at: now })
    .from('staff')
    .whereRef('staff.id', '=', 'sign_in_links.staff_id')
    .where('token_hash', '=', tokenHash(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .where('staff.is_disabled', '=', false)
    .returning('sign_in_links.staff_id')
    .executeTakeFirst();
  return used?.staff_id ?? null;
}
