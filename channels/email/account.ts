/** One mail account: logging in, waiting after failures, and saying in words what is wrong. */
import { setTimeout as delay } from 'node:timers/promises';
import { ImapFlow, type ImapFlowError, type ImapFlowOptions } from 'imapflow';
import type { MailboxSettings } from './env.ts';
import { NoSuchFolder } from './folder.ts';
import { OauthError, openTokenSource, type TokenSource } from './oauth.ts';

/** The account cannot be used now. */
export class MailOutOfReach extends Error {
  override name = 'MailOutOfReach';
  /** No connection is tried before. */
  readonly retry_at: Date;
  constructor(message: string, retry_at: Date, options?: ErrorOptions) {
    super(message, options);
    this.retry_at = retry_at;
  }
}

/** Milliseconds; each bound is one that a healthy server keeps with ease. */
export interface Timing {
  connect_ms: number;
  greeting_ms: number;
  /** Silence after which a connection counts as dead. */
  socket_ms: number;
  /** IDLE is renewed so often: it can die without a sign, and routers forget quiet connections after 5 minutes. */
  idle_ms: number;
  first_retry_ms: number;
  last_retry_ms: number;
}
export const TIMING: Timing = {
  connect_ms: 20_000,
  greeting_ms: 15_000,
  socket_ms: 5 * 60_000,
  idle_ms: 4 * 60_000,
  first_retry_ms: 1_000,
  last_retry_ms: 5 * 60_000,
};

export interface Account {
  settings: MailboxSettings;
  timing: Timing;
  /**
   * Logs in with a fresh client, which the caller closes; `signal` is for the login alone.
   * @throws MailOutOfReach at once while a wait after an earlier failure lasts, and on failure
   */
  open(signal: AbortSignal, idles?: boolean): Promise<ImapFlow>;
  /** A connection failed after its login; counts like a failed login. */
  failed(error: unknown, began_at: Date): MailOutOfReach;
  /** A whole look into a folder went well: the next failure waits the shortest time again. */
  succeeded(): void;
  /** Resolves when the next login may be tried. */
  untilAllowed(signal: AbortSignal): Promise<void>;
}

export interface AccountOptions {
  timing?: Partial<Timing>;
  /** Given by tests. */
  now?: () => Date;
  max_bytes: number;
}

/** Answers that are about the server's state, not about the password (RFC 5530). */
const BUSY = new Set(['UNAVAILABLE', 'INUSE', 'LIMIT', 'THROTTLED', 'OVERQUOTA', 'SERVERBUG']);
/** The same where a server uses words only: Gmail says `[ALERT] Too many simultaneous connections`. */
const BUSY_WORDS = /too many|simultaneous|temporar|try again later/i;
/** Room in one answer for what stands around the message itself. */
const FRAMING_BYTES = 1024 * 1024;

export function openAccount(settings: MailboxSettings, options: AccountOptions): Account {
  const timing = { ...TIMING, ...options.timing };
  const now = options.now ?? (() => new Date());
  const tokens = settings.oauth ? openTokenSource(settings.oauth, () => now().getTime()) : null;
  let failures = 0;
  let failed_at = 0;
  let last: MailOutOfReach | null = null;

  async function logIn(auth: ImapFlowOptions['auth'], signal: AbortSignal, idles: boolean): Promise<ImapFlow> {
    const client = new ImapFlow({ ...connection(settings, timing, options.max_bytes), auth, disableAutoIdle: !idles });
    // Without a listener a dying connection would end the process; what was under way rejects by itself.
    client.on('error', () => client.close());
    const stop = (): void => client.close();
    signal.addEventListener('abort', stop, { once: true });
    try {
      await client.connect();
      return client;
    } catch (error) {
      client.close();
      throw error;
    } finally {
      signal.removeEventListener('abort', stop);
    }
  }

  async function logInWithToken(source: TokenSource, signal: AbortSignal, idles: boolean): Promise<ImapFlow> {
    const accessToken = await source.token(signal);
    try {
      return await logIn({ user: settings.user, accessToken }, signal, idles);
    } catch (error) {
      if (!isRefusedLogin(error)) throw error;
      // The token may have been withdrawn before its time: once more with a new one.
      const fresh = await source.token(signal, accessToken);
      return await logIn({ user: settings.user, accessToken: fresh }, signal, idles);
    }
  }

  const account: Account = {
    settings,
    timing,
    async open(signal, idles = false) {
      signal.throwIfAborted();
      const began_at = now();
      if (last && began_at < last.retry_at) throw last;
      try {
        if (tokens) return await logInWithToken(tokens, signal, idles);
        return await logIn({ user: settings.user, pass: settings.password ?? '' }, signal, idles);
      } catch (error) {
        signal.throwIfAborted();
        throw account.failed(error, began_at);
      }
    },
    failed(error, began_at) {
      if (error instanceof MailOutOfReach) return error;
      const { says, at_least_ms } = explain(error, settings, timing);
      // Folders of one account fail together: failures that began before the last one was known are the same failure.
      if (began_at.getTime() >= failed_at) failures += 1;
      failed_at = now().getTime();
      const grown_ms = Math.min(timing.first_retry_ms * 2 ** (failures - 1), timing.last_retry_ms);
      const wait_ms = Math.max(at_least_ms, grown_ms * (0.5 + Math.random() / 2));
      last = new MailOutOfReach(says, new Date(failed_at + wait_ms), { cause: error });
      return last;
    },
    succeeded() {
      failures = 0;
      last = null;
    },
    async untilAllowed(signal) {
      const wait_ms = (last?.retry_at.getTime() ?? 0) - now().getTime();
      if (wait_ms > 0) await delay(wait_ms, undefined, { signal, ref: false });
    },
  };
  return account;
}

function connection(settings: MailboxSettings, timing: Timing, max_bytes: number): ImapFlowOptions {
  return {
    host: settings.host,
    port: settings.port,
    secure: settings.secure,
    doSTARTTLS: !settings.secure && !settings.loopback,
    logger: false,
    clientInfo: { name: 'Triage desk' },
    connectionTimeout: timing.connect_ms,
    greetingTimeout: timing.greeting_ms,
    socketTimeout: timing.socket_ms,
    maxIdleTime: timing.idle_ms,
    autoIdleDelay: 100,
    maxLineLength: 64 * 1024 * 1024, // a SEARCH answer that names millions of messages
    maxLiteralSize: max_bytes + FRAMING_BYTES,
    maxResponseSize: max_bytes + 2 * FRAMING_BYTES,
    maxResponseTokens: 100_000,
  };
}

/** Whether an error tells of one folder (missing, no permission) and not of the account: other folders go on. */
export function isAboutFolder(error: unknown): boolean {
  const { responseStatus, code, authenticationFailed } = error as ImapFlowError;
  return error instanceof NoSuchFolder || (responseStatus !== undefined && code !== 'ETHROTTLE' && authenticationFailed !== true);
}

function isRefusedLogin(error: unknown): boolean {
  const { authenticationFailed, serverResponseCode } = error as ImapFlowError;
  const is_busy = BUSY.has(serverResponseCode ?? '') || BUSY_WORDS.test(wordsOf(error as ImapFlowError));
  return authenticationFailed === true && !is_busy;
}

/** What went wrong, in a sentence that says what to do, and the shortest wait before the next try. */
function explain(error: unknown, settings: MailboxSettings, timing: Timing): { says: string; at_least_ms: number } {
  const { id, host, port } = settings;
  const prefix = `MAILBOX_${settings.name.toUpperCase()}`;
  const from_server = error as ImapFlowError;
  const said = wordsOf(from_server);
  if (error instanceof OauthError) {
    return { says: `${id}: ${error.message}`, at_least_ms: error.is_final ? timing.last_retry_ms : 0 };
  }
  if (from_server.code === 'ETHROTTLE') {
    const rest_ms = Math.max(0, (from_server.throttleReset ?? 0) - (from_server.throttleWaited ?? 0));
    const says = `${id}: the mail server asks us to slow down; we wait as long as it says`;
    return { says, at_least_ms: Math.min(rest_ms, timing.last_retry_ms) };
  }
  if (isRefusedLogin(error)) {
    const mend = settings.oauth
      ? `check that the application may use IMAP for this mailbox (${prefix}_OAUTH_*)`
      : `check the user in ${prefix}_IMAP_URL and ${prefix}_PASSWORD; Exchange Online and Gmail need OAuth2 instead of a password`;
    // Knocking on with a wrong password locks accounts.
    return { says: `${id}: the mail server refused the login (${said}): ${mend}`, at_least_ms: timing.last_retry_ms };
  }
  if (from_server.authenticationFailed) {
    return { says: `${id}: the mail server takes no login at the moment (${said}); tried again by itself`, at_least_ms: 0 };
  }
  if (from_server.tlsFailed || /CERT|SSL|TLS|SIGNED/.test(from_server.code ?? '')) {
    const mend = `check the certificate and key length (2048 bits or more) of ${host}, or name its authority in NODE_EXTRA_CA_CERTS`;
    return { says: `${id}: no secure connection to ${host}:${port} (${said}): ${mend}`, at_least_ms: 0 };
  }
  return { says: `${id}: ${host}:${port} is out of reach (${said}): check ${prefix}_IMAP_URL and the network`, at_least_ms: 0 };
}

function wordsOf(error: ImapFlowError): string {
  const response = typeof error.response === 'string' ? error.response : error.responseText;
  return [error.serverResponseCode, error.reason ?? response ?? error.message ?? error.code]
    .filter(Boolean)
    .join(': ')
    .slice(0, 200);
}
