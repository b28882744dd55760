/** Access tokens for mail servers that no longer take a password (Exchange Online, Gmail). */
import { z } from 'zod';

export interface OauthSettings {
  token_url: string;
  client_id: string;
  client_secret: string | null;
  /** With it tokens are refreshed for a person's consent; without it the client's own credentials are used. */
  refresh_token: string | null;
  scope: string | null;
}

/** Gives the access token that is good now. */
export interface TokenSource {
  /**
   * @param refused a token the server has just refused: it is not given again
   * @throws OauthError saying what to do
   */
  token(signal: AbortSignal, refused?: string): Promise<string>;
}

/** The token endpoint gave no token. `is_final` when only a person can mend it. */
export class OauthError extends Error {
  override name = 'OauthError';
  readonly is_final: boolean;
  constructor(message: string, is_final: boolean, options?: ErrorOptions) {
    super(message, options);
    this.is_final = is_final;
  }
}

/** A token is renewed so long before its end, so that it does not expire on the way. */
const RENEW_BEFORE_MS = 2 * 60_000;
const TIMEOUT_MS = 15_000;
/** Answers of token endpoints are a few kilobytes. */
const MAX_ANSWER_BYTES = 64 * 1024;

const grantedSchema = z.object({
  access_token: z.string().min(1).max(16_384),
  /** Seconds; some servers send it as text. */
  expires_in: z.coerce.number().positive().default(300),
  refresh_token: z.string().min(1).max(16_384).optional(),
});
const refusedSchema = z.object({ error: z.string(), error_description: z.string().optional() });

/** What each refusal of RFC 6749 section 5.2 asks of the landlord. */
const ADVICE: Record<string, string> = {
  invalid_grant: 'the refresh token is no longer accepted: give consent again and store the new refresh token',
  invalid_client: 'the client id or secret is wrong or has expired: make a new secret and store it',
  unauthorized_client: 'the application may not use this grant: allow it in the identity provider',
  invalid_scope: 'the scope is wrong: for Exchange Online use https://outlook.office365.com/.default',
  unsupported_grant_type: 'the endpoint does not offer this grant: check the token URL',
};

/**
 * Tokens are kept until two minutes before they end; callers at the same moment share one refresh.
 * @param now milliseconds since 1970; given by tests
 */
export function openTokenSource(settings: OauthSettings, now: () => number = Date.now): TokenSource {
  let held: { token: string; until: number } | null = null;
  let refreshing: Promise<string> | null = null;
  let refresh_token = settings.refresh_token;

  async function refresh(): Promise<string> {
    const form = new URLSearchParams({ client_id: settings.client_id });
    if (settings.client_secret !== null) form.set('client_secret', settings.client_secret);
    if (settings.scope !== null) form.set('scope', settings.scope);
    form.set('grant_type', refresh_token === null ? 'client_credentials' : 'refresh_token');
    if (refresh_token !== null) form.set('refresh_token', refresh_token);
    const granted = await ask(settings.token_url, form);
    // Some providers replace the refresh token at each use and refuse the old one.
    refresh_token = refresh_token === null ? null : (granted.refresh_token ?? refresh_token);
    held = { token: granted.access_token, until: now() + granted.expires_in * 1000 - RENEW_BEFORE_MS };
    return held.token;
  }

  return {
    async token(signal, refused) {
      signal.throwIfAborted();
      if (held && held.token !== refused && now() < held.until) return held.token;
      refreshing ??= refresh().finally(() => (refreshing = null));
      return await unlessAborted(refreshing, signal);
    },
  };
}

/** Waits for shared work, but no longer than the caller's own signal allows. */
async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let stop = (): void => {};
  const aborted = new Promise<never>((_resolve, reject) => {
    stop = () => reject(signal.reason as Error);
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

async function ask(token_url: string, form: URLSearchParams): Promise<z.infer<typeof grantedSchema>> {
  const where = new URL(token_url).host;
  let status: number;
  let text: string;
  try {
    const answer = await fetch(token_url, {
      method: 'POST',
      body: form,
      headers: { accept: 'application/json' },
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    status = answer.status;
    text = await readBounded(answer);
  } catch (cause) {
    throw new OauthError(`the token endpoint ${where} is out of reach: ${reason(cause)}`, false, { cause });
  }
  const body = parseJson(text);
  const granted = grantedSchema.safeParse(body);
  if (status === 200 && granted.success) return granted.data;
  const refused = refusedSchema.safeParse(body);
  if (!refused.success) {
    throw new OauthError(
      `the token endpoint ${where} answered ${status} without a token: try again later or check the token URL`,
      false,
    );
  }
  const { error, error_description = '' } = refused.data;
  const said = `${error} ${error_description}`.trim().slice(0, 300);
  throw new OauthError(
    `the token endpoint ${where} refused (${said}): ${ADVICE[error] ?? 'see the identity provider'}`,
    status < 500 && error in ADVICE,
  );
}

async function readBounded(answer: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of answer.body ?? []) {
    bytes += chunk.length;
    if (bytes > MAX_ANSWER_BYTES) throw new Error(`expected an answer below ${MAX_ANSWER_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Null for what is not JSON: the caller tells it from a token and from a refusal. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** The innermost message of a failed fetch: the outer one says only `fetch failed`. */
function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? reason(error.cause) : error.message;
}
