/** Who is signed in: sessions live in the database, the browser holds only an opaque secret, the table only its hash. */
import type { Request, RequestHandler, Response } from 'express';
import { sql } from 'kysely';
import type { Db } from '../db/connect.ts';
import type { CookieJar } from './cookies.ts';
import type { WebConfig } from './options.ts';
import { isToken, newToken, tokenHash } from './secrets.ts';

export interface Colleague {
  /** Staff id, as in events. */
  id: string;
  name: string;
  roles: readonly string[];
}

/** What is known of one request's browser. */
export interface Visit {
  /** Null while nobody is signed in. */
  colleague: Colleague | null;
  /** The secret of the session, or of the visit while nobody is signed in; null before the first page. */
  secret: string | null;
}

export interface Sessions {
  /** Reads the cookies of each request; after it `visitOf` works. */
  load: RequestHandler;
  /** Starts a new session with a new secret, ends any that the browser had: nobody can plant one beforehand. */
  start(request: Request, response: Response, staff_id: string): Promise<void>;
  end(request: Request, response: Response): Promise<void>;
  /** The secret for the forms of a person who is not signed in; makes one where there is none. */
  visitSecret(request: Request, response: Response): string;
  /** Whether the session that a request came with still stands; does not count as activity. */
  stillStands(request: Request): Promise<boolean>;
}

/** `seen_at` is written at most so often, in ms: one write a minute, not one a page. */
const SEEN_EVERY_MS = 60_000;
const visits = new WeakMap<Request, Visit>();

/** @throws Error before `sessions.load` ran: a mistake in the order of routes */
export function visitOf(request: Request): Visit {
  const visit = visits.get(request);
  if (!visit) throw new Error('expected the session to be loaded before this route');
  return visit;
}

/** @throws Error when nobody is signed in: such routes stand behind `signedInOnly` */
export function colleagueOf(request: Request): Colleague {
  const { colleague } = visitOf(request);
  if (!colleague) throw new Error('expected a signed-in colleague before this route');
  return colleague;
}

export function openSessions(db: Db, jar: CookieJar, config: WebConfig, now: () => Date): Sessions {
  async function find(secret: string): Promise<(Colleague & { seen_at: Date }) | null> {
    const at = now();
    const row = await db
      .selectFrom('sessions')
      .innerJoin('staff', 'staff.id', 'sessions.staff_id')
      .select(['staff.id', 'staff.name', 'staff.roles', 'sessions.seen_at'])
      .where('sessions.id_hash', '=', tokenHash(secret))
      .where('sessions.expires_at', '>', at)
      .where('sessions.seen_at', '>', new Date(at.getTime() - config.session_idle_ms))
      .where('staff.is_disabled', '=', false)
      .executeTakeFirst();
    return row ?? null;
  }

  async function forget(secret: string): Promise<void> {
    await db.deleteFrom('sessions').where('id_hash', '=', tokenHash(secret)).execute();
  }

  function sessionSecret(request: Request): string | null {
    const secret = jar.read(request, 'session');
    return isToken(secret) ? secret : null;
  }

  return {
    async load(request, response, next) {
      const secret = sessionSecret(request);
      const found = secret === null ? null : await find(secret);
      if (secret !== null && found !== null) {
        visits.set(request, { colleague: { id: found.id, name: found.name, roles: found.roles }, secret });
        const at = now();
        if (at.getTime() - found.seen_at.getTime() > SEEN_EVERY_MS && request.path !== '/live') {
          await db.updateTable('sessions').set({ seen_at: at }).where('id_hash', '=', tokenHash(secret)).execute();
        }
      } else {
        if (secret !== null) jar.clear(response, 'session');
        const visit = jar.read(request, 'visit');
        visits.set(request, { colleague: null, secret: isToken(visit) ? visit : null });
      }
      next();
    },

    async start(request, response, staff_id) {
      const before = sessionSecret(request);
      const secret = newToken();
      const at = now();
      await db.transaction().execute(async (tx) => {
        if (before !== null) await tx.deleteFrom('sessions').where('id_hash', '=', tokenHash(before)).execute();
        await tx.deleteFrom('sessions').where('expires_at', '<=', at).execute();
        await tx
          .insertInto('sessions')
          .values({
            id_hash: tokenHash(secret),
            staff_id,
            created_at: at,
            seen_at: at,
            expires_at: new Date(at.getTime() + config.session_total_ms),
          })
          .execute();
        await tx.updateTable('staff').set({ signed_in_at: at }).where('id', '=', staff_id).execute();
      });
      jar.clear(response, 'visit');
      jar.write(response, 'session', secret, config.session_total_ms);
    },

    async end(request, response) {
      const secret = sessionSecret(request);
      if (secret !== null) await forget(secret);
      jar.clear(response, 'session');
    },

    visitSecret(request, response) {
      const visit = visitOf(request);
      if (visit.secret !== null) return visit.secret;
      const secret = newToken();
      jar.write(response, 'visit', secret, null);
      visits.set(request, { ...visit, secret });
      return secret;
    },

    async stillStands(request) {
      const { secret, colleague } = visitOf(request);
      return secret !== null && colleague !== null && (await find(secret)) !== null;
    },
  };
}

/** How long after the last page somebody counts as looking at a case, in ms. */
const LOOKING_MS = 3 * 60_000;

/** Notes which case the session's colleague has open, for those who open it next. */
export async function noteLooking(db: Db, secret: string, case_id: string | null, at: Date): Promise<void> {
  await db
    .updateTable('sessions')
    .set({ data: sql`data || jsonb_build_object('looking_at', ${case_id}::text, 'looking_since', ${at.toISOString()}::text)` })
    .where('id_hash', '=', tokenHash(secret))
    .execute();
}

/** Names of the other colleagues who have one of the cases open now, by case. */
export async function whoIsLooking(
  db: Db,
  case_ids: readonly string[],
  not_staff_id: string,
  at: Date,
): Promise<Map<string, string[]>> {
  const looking = new Map<string, string[]>();
  if (case_ids.length === 0) return looking;
  const since = new Date(at.getTime() - LOOKING_MS).toISOString();
  const rows = await db
    .selectFrom('sessions')
    .innerJoin('staff', 'staff.id', 'sessions.staff_id')
    .select(['staff.name', sql<string>`sessions.data ->> 'looking_at'`.as('case_id')])
    .distinct()
    .where(sql<string>`sessions.data ->> 'looking_at'`, 'in', [...case_ids])
    .where(sql<string>`sessions.data ->> 'looking_since'`, '>', since)
    .where('sessions.expires_at', '>', at)
    .where('staff.id', '!=', not_staff_id)
    .orderBy('staff.name')
    .execute();
  for (const { case_id, name } of rows) looking.set(case_id, [...(looking.get(case_id) ?? []), name]);
  return looking;
}
