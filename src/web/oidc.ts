/** Signing in with the organisation's own accounts: OpenID Connect, authorization code with PKCE, state and nonce. */
import { createHash } from 'node:crypto';
import * as openid from 'openid-client';
import { z } from 'zod';
import type { Db } from '../db/connect.ts';
import type { OidcConfig } from './options.ts';
import { Refused } from './refused.ts';
import { tokenHash } from './secrets.ts';

/** How long a colleague may take at the provider, in ms. */
const AWAY_MS = 10 * 60_000;
/** Longest wait for one answer of the provider, in seconds. */
const TIMEOUT_S = 10;
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

const waySchema = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), next: z.string() });

export interface Provider {
  /** What the button says. */
  button: string;
  /** Where to send the browser; what must be remembered until it is back lies in the database under the visit's hash. */
  leave(visit_secret: string, next: string): Promise<URL>;
  /** Checks the answer, and makes or refreshes the colleague. @throws Refused in a sentence for whatever did not hold */
  comeBack(visit_secret: string, url: URL): Promise<{ staff_id: string; next: string }>;
}

export function openProvider(config: OidcConfig, redirect_uri: URL, db: Db, now: () => Date): Provider {
  let found: Promise<openid.Configuration> | null = null;
  /** Asked when first needed, so that the desk opens while the provider is away; a failure is asked again. */
  function discover(): Promise<openid.Configuration> {
    const plain = config.issuer.protocol === 'http:' && LOOPBACK.has(config.issuer.hostname);
    found ??= openid
      .discovery(config.issuer, config.client_id, undefined, openid.ClientSecretPost(config.client_secret), {
        timeout: TIMEOUT_S,
        // The token's signature is checked as well as the line that it came over.
        execute: [openid.enableNonRepudiationChecks, ...(plain ? [openid.allowInsecureRequests] : [])],
      })
      .catch((cause: unknown) => {
        found = null;
        throw new Refused(502, 'provider', { cause });
      });
    return found;
  }

  return {
    button: config.button,
    async leave(visit_secret, next) {
      const configuration = await discover();
      const way = { state: openid.randomState(), nonce: openid.randomNonce(), verifier: openid.randomPKCECodeVerifier(), next };
      const at = now();
      const expires_at = new Date(at.getTime() + AWAY_MS);
      await db
        .insertInto('sessions')
        .values({
          id_hash: tokenHash(visit_secret),
          staff_id: null,
          data: JSON.stringify(way),
          created_at: at,
          seen_at: at,
          expires_at,
        })
        .onConflict((conflict) => conflict.column('id_hash').doUpdateSet({ data: JSON.stringify(way), expires_at }))
        .execute();
      return openid.buildAuthorizationUrl(configuration, {
        redirect_uri: redirect_uri.href,
        scope: config.scope,
        state: way.state,
        nonce: way.nonce,
        code_challenge: await openid.calculatePKCECodeChallenge(way.verifier),
        code_challenge_method: 'S256',
      });
    },

    async comeBack(visit_secret, url) {
      // Taken out as it is read: the same answer cannot be played twice.
      const row = await db
        .deleteFrom('sessions')
        .where('id_hash', '=', tokenHash(visit_secret))
        .where('staff_id', 'is', null)
        .returning(['data', 'expires_at'])
        .executeTakeFirst();
      const way = waySchema.safeParse(row?.data);
      if (!row || !way.success || row.expires_at <= now()) throw new Refused(400, 'provider');
      const configuration = await discover();
      const tokens = await openid
        .authorizationCodeGrant(configuration, url, {
          expectedState: way.data.state,
          expectedNonce: way.data.nonce,
          pkceCodeVerifier: way.data.verifier,
          idTokenExpected: true,
        })
        .catch((cause: unknown) => {
          throw new Refused(400, 'provider', { cause });
        });
      const claims = tokens.claims();
      if (!claims) throw new Refused(400, 'provider');
      return { staff_id: await welcome(db, config, claims), next: way.data.next };
    },
  };
}

/** The colleague of these claims, made at the first visit; name and roles follow the claims at every one. */
async function welcome(db: Db, config: OidcConfig, claims: openid.IDToken): Promise<string> {
  for (const [claim, value] of Object.entries(config.required_claims)) {
    if (claims[claim] !== value) throw new Refused(403, 'no_entry');
  }
  const roles = rolesFrom(config, claims);
  if (roles.length === 0) throw new Refused(403, 'no_entry');
  // The subject, never the address: an address can be given to somebody else, or be set by the person.
  const id = `oidc-${createHash('sha256').update(`${claims.iss} ${claims.sub}`).digest('hex').slice(0, 24)}`;
  const email = typeof claims['email'] === 'string' ? claims['email'].toLowerCase() : null;
  const name =
    typeof claims['name'] === 'string' && claims['name'].trim() !== ''
      ? claims['name'].trim().slice(0, 120)
      : (email ?? 'Colleague');
  const row = await db
    .insertInto('staff')
    .values({ id, name, email, roles })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ name, email, roles }))
    .returning('is_disabled')
    .executeTakeFirstOrThrow();
  if (row.is_disabled) throw new Refused(403, 'no_entry');
  return id;
}

/** Roles that the claim's values map to; an address counts only when the provider says that it is verified. */
export function rolesFrom(config: Pick<OidcConfig, 'roles_claim' | 'role_map'>, claims: Record<string, unknown>): string[] {
  if (config.roles_claim === 'email' && claims['email_verified'] !== true) return [];
  const value = claims[config.roles_claim];
  const values = Array.isArray(value) ? value : [value];
  const roles = values.flatMap((each) =>
    typeof each === 'string' && Object.hasOwn(config.role_map, each) ? [config.role_map[each]] : [],
  );
  return [...new Set(roles.filter((role) => role !== undefined))].toSorted();
}
