/** Sends one letter over SMTP and says for certain, or admits that it cannot, whether it left. */
import { Readable } from 'node:stream';
import type { NodemailerError } from 'nodemailer';
import SMTPConnection, {
  type SMTPConnectionCustomAuthHandler,
  type SMTPConnectionOptions,
  type SMTPConnectionSendInfo,
} from 'nodemailer/lib/smtp-connection';
import type { Outgoing, SendResult } from '../contact.ts';
import { compose } from './compose.ts';
import type { EmailSettings } from './env.ts';
import { OauthError, openTokenSource, type TokenSource } from './oauth.ts';

export type SmtpSettings = NonNullable<EmailSettings['smtp']>;

export interface SmtpTiming {
  connect_ms: number;
  greeting_ms: number;
  /** Silence after which a connection counts as dead; the answer to a whole message may take a virus scan's time. */
  socket_ms: number;
}
export const SMTP_TIMING: SmtpTiming = { connect_ms: 15_000, greeting_ms: 15_000, socket_ms: 120_000 };

export interface Smtp {
  send(letter: Outgoing, signal: AbortSignal): Promise<SendResult>;
  /** Connects and logs in without sending. @throws Error saying what to do */
  verify(signal: AbortSignal): Promise<void>;
  /** Ends connections that are still open; a letter on its way becomes `deferred` or `unknown`. */
  close(): Promise<void>;
}

/** Where a letter stood when something went wrong. */
type Stage = 'login' | 'envelope' | 'body' | 'answer';

class SmtpFailure extends Error {
  readonly stage: Stage;
  constructor(stage: Stage, cause: Error) {
    super(cause.message, { cause });
    this.stage = stage;
  }
}

/** Configuration is at fault, or the server is busy: no sooner than this. */
const LATER_MS = 5 * 60_000;
const MAX_BECAUSE = 300;
/** Under its real name the library would prefer a password method that the server offers as well. */
const TOKEN_LOGIN = 'ACCESS-TOKEN';
/** The body is handed over in pieces, so that its end is known to be near the wire. */
const PIECE_BYTES = 16 * 1024;

/**
 * Each letter goes over a connection of its own. Once the last byte of the body is on its way, only the server's answer
 * decides: 250 is `sent`, 4xx `deferred`, 5xx `failed`, and no answer `unknown`, never resent by itself (RFC 1047).
 * A refused login is `deferred`: no letter is at fault.
 */
export function openSmtp(settings: SmtpSettings, timing: Partial<SmtpTiming> = {}): Smtp {
  const times = { ...SMTP_TIMING, ...timing };
  const tokens = settings.oauth ? openTokenSource(settings.oauth) : null;
  const open = new Map<SMTPConnection, (reason: Error) => void>();

  /** Runs `work` on a logged-in connection; whatever breaks the connection or aborts ends the work too. */
  async function connected<T>(
    signal: AbortSignal,
    stage: () => Stage,
    work: (connection: SMTPConnection) => Promise<T>,
  ): Promise<T> {
    const connection = new SMTPConnection({
      ...options(settings, times),
      ...(tokens && settings.user !== null && { customAuth: { [TOKEN_LOGIN]: tokenLogin(settings.user, tokens, signal) } }),
    });
    let fail = (_reason: Error): void => {};
    const broken = new Promise<never>((_resolve, reject) => (fail = reject));
    const stop = (): void => fail(new Error('stopped before the end'));
    open.set(connection, fail);
    connection.on('error', fail);
    signal.addEventListener('abort', stop, { once: true });
    try {
      signal.throwIfAborted();
      return await Promise.race([begin(connection).then(() => work(connection)), broken]);
    } catch (error) {
      throw new SmtpFailure(stage(), error instanceof Error ? error : new Error(String(error)));
    } finally {
      signal.removeEventListener('abort', stop);
      open.delete(connection);
      // QUIT would wait for a server that may be the trouble; the letter's fate is known by now.
      connection.close();
    }
  }

  async function begin(connection: SMTPConnection): Promise<void> {
    await call((done) => connection.connect((error) => done(error ?? null)));
    if (settings.user === null) return;
    const { user, password } = settings;
    await call((done) => connection.login(tokens ? { user, method: TOKEN_LOGIN } : { user, pass: password ?? '' }, done));
  }

  return {
    async send(letter, signal) {
      let raw: Buffer;
      try {
        raw = await compose(letter, settings.from);
      } catch (error) {
        if (error instanceof RangeError) return { status: 'failed', because: error.message };
        throw error;
      }
      let stage: Stage = 'login';
      const body = Readable.from(pieces(raw), { objectMode: false, highWaterMark: PIECE_BYTES });
      // The stream is read only after the server's 354; its end means that the final dot follows at once.
      body.once('data', () => (stage = 'body'));
      body.once('end', () => (stage = 'answer'));
      body.pause();
      try {
        const envelope = { from: settings.from.address, to: [letter.to.address], size: raw.length };
        const info = await connected(
          signal,
          () => stage,
          (connection) => {
            stage = 'envelope';
            return call<SMTPConnectionSendInfo>((done) => connection.send(envelope, body, done));
          },
        );
        return { status: 'sent', external_id: withoutBrackets(info.serverMessageId) ?? letter.message_id, proof: info.response };
      } catch (error) {
        if (!(error instanceof SmtpFailure)) throw error;
        return judge(error, settings);
      } finally {
        body.destroy();
      }
    },
    async verify(signal) {
      try {
        await connected(
          signal,
          () => 'login',
          async () => {},
        );
      } catch (error) {
        if (!(error instanceof SmtpFailure)) throw error;
        throw new Error(adviceFor(error, settings), { cause: error });
      }
    },
    async close() {
      for (const fail of open.values()) fail(new Error('the mail channel is closing'));
    },
  };
}

function* pieces(raw: Buffer): Generator<Buffer> {
  for (let at = 0; at < raw.length; at += PIECE_BYTES) yield raw.subarray(at, at + PIECE_BYTES);
}

function options(settings: SmtpSettings, times: SmtpTiming): SMTPConnectionOptions {
  return {
    host: settings.host,
    port: settings.port,
    secure: settings.secure,
    requireTLS: !settings.secure && !settings.loopback,
    ignoreTLS: settings.loopback && !settings.secure,
    connectionTimeout: times.connect_ms,
    greetingTimeout: times.greeting_ms,
    dnsTimeout: times.connect_ms,
    socketTimeout: times.socket_ms,
    socketCloseTimeout: 1_000,
    maxResponseSize: 64 * 1024,
  };
}

/** XOAUTH2, once more with a new token when the first is refused. */
function tokenLogin(user: string, tokens: TokenSource, signal: AbortSignal): SMTPConnectionCustomAuthHandler {
  return async ({ sendCommand }) => {
    const attempt = async (token: string): Promise<{ status: number; text: string }> => {
      const answer = await sendCommand(
        `AUTH XOAUTH2 ${Buffer.from(`user=${user}\u0001auth=Bearer ${token}\u0001\u0001`).toString('base64')}`,
      );
      // 334 carries the reason in base64; the refusal proper follows an empty line.
      return answer.status === 334 ? await sendCommand('') : answer;
    };
    const token = await tokens.token(signal);
    let answer = await attempt(token);
    if (answer.status === 535) answer = await attempt(await tokens.token(signal, token));
    if (answer.status !== 235) throw new Error(`the access token was not accepted: ${answer.text}`);
  };
}

/** One call with a node-style callback as a promise. */
function call<T = unknown>(start: (done: (error: Error | null, result?: T) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    start((error, result) => (error ? reject(error) : resolve(result as T)));
  });
}

function judge(failure: SmtpFailure, settings: SmtpSettings): SendResult {
  const { responseCode, code } = failure.cause as NodemailerError;
  const because = adviceFor(failure, settings);
  const deferred: SendResult = { status: 'deferred', because, retry_after_ms: null };
  if (failure.stage === 'login') return { ...deferred, retry_after_ms: responseCode === undefined ? null : LATER_MS };
  if (responseCode !== undefined) return responseCode >= 500 ? { status: 'failed', because } : deferred;
  // The server's size limit or an address it cannot carry: known before anything was sent.
  if (failure.stage === 'envelope' && (code === 'EMESSAGE' || code === 'EENVELOPE')) return { status: 'failed', because };
  return failure.stage === 'answer' ? { status: 'unknown', because } : deferred;
}

function adviceFor(failure: SmtpFailure, settings: SmtpSettings): string {
  const where = `${settings.host}:${settings.port}`;
  const cause = failure.cause as NodemailerError;
  const said = (cause.response ?? cause.message).replace(/\s+/g, ' ').slice(0, MAX_BECAUSE);
  if (cause instanceof OauthError || cause.cause instanceof OauthError) return `sending is not possible: ${said}`;
  if (cause.code === 'EAUTH') {
    const mend = settings.oauth
      ? 'check SMTP_OAUTH_* and that the application may send as this user'
      : 'check the user in SMTP_URL and SMTP_PASSWORD; Microsoft 365 needs OAuth2 instead of a password';
    return `${where} refused the login (${said}): ${mend}`;
  }
  if (cause.code === 'ETLS')
    return `no secure connection to ${where} (${said}): check its certificate, or use smtps:// if it has no STARTTLS`;
  if (failure.stage === 'login') return `${where} is out of reach (${said}): check SMTP_URL and the network`;
  if (failure.stage === 'answer' && cause.responseCode === undefined) {
    return `the connection to ${where} ended after the whole letter was handed over and before the answer (${said}): it may have left`;
  }
  return `${where} did not take the letter (${said})`;
}

function withoutBrackets(id: string | undefined): string | undefined {
  return id?.replace(/^<(.*)>$/, '$1');
}
