/** What the desk needs to know and to hold in order to open: everything arrives as an argument. */
import type { Logger } from 'pino';
import type { House } from '../cases/perform.ts';

export interface OidcConfig {
  /** What the button says: `Sign in with Microsoft`. */
  button: string;
  /** For Entra ID the tenant's own, never `common`. Plain http only to loopback. */
  issuer: URL;
  client_id: string;
  client_secret: string;
  /** For example `openid profile email`. */
  scope: string;
  /** Claims that must have exactly this value, such as Google's `hd` or Slack's `https://slack.com/team_id`. */
  required_claims: Record<string, string>;
  /** The claim that names roles, such as Entra's `roles`, or `email`, then only when verified. */
  roles_claim: string;
  /** Value of the claim to role at the desk; values not listed give no role. */
  role_map: Record<string, string>;
}

export interface WebConfig {
  /** Under which colleagues reach the desk; https makes cookies `Secure`. */
  public_url: URL;
  /** Where the desk listens; port 0 lets the machine choose. */
  host: string;
  port: number;
  /** Where health and metrics listen: an address that only the house can reach. */
  internal_host: string;
  internal_port: number;
  /** Exact number of proxies in front; 0 when there is none, so that nobody can choose their own address. */
  trusted_proxies: number;
  /** A session ends after so long without a page, in ms. */
  session_idle_ms: number;
  /** A session ends after so long in any case, in ms. */
  session_total_ms: number;
  /** Null: sign-in by one-time link only. */
  oidc: OidcConfig | null;
}

/** Tells of changes to cases, whoever made them in whichever process. */
export interface LiveFeed {
  /** Calls the listener after each committed change. @returns how to stop */
  subscribe(listener: (change: { case_id: string | null }) => void): () => void;
}

export interface WebOptions {
  /** Database, letters and the clock: all that acting on a case needs. */
  house: House;
  config: WebConfig;
  feed: LiveFeed;
  log: Logger;
}

/** How long a one-time sign-in link works, in ms. */
export const SIGN_IN_LINK_MS = 15 * 60_000;
