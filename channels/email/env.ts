/** The mail channel's settings: what each variable means, and everything that is wrong with them at once. */
import { z } from 'zod';
import { isMailAddress } from './address.ts';
import type { OauthSettings } from './oauth.ts';
import type { Variable } from './variables.ts';
import { boxVariables, OAUTH_PARTS, VARIABLES } from './variables.ts';

export type Env = Record<string, string | undefined>;

/** One thing that is wrong with the configuration. Never holds a secret. */
export interface Fault {
  path: string;
  expected: string;
  got: string;
  example: string;
}

export interface ServerSettings {
  host: string;
  port: number;
  /** TLS from the first byte; otherwise STARTTLS is required, except on loopback. */
  secure: boolean;
  loopback: boolean;
  user: string | null;
  password: string | null;
  oauth: OauthSettings | null;
}

export interface MailboxSettings extends ServerSettings {
  /** Lower case, as in `MAILBOXES`. */
  name: string;
  user: string;
  /** Stable and unique, for example `hello@connexus.example`: source ids begin with it. */
  id: string;
  /** Folder names; one that begins with a backslash is a special use, for example `\Junk`. */
  folders: string[];
  addresses: string[];
}

export interface EmailSettings {
  mailboxes: MailboxSettings[];
  smtp: (ServerSettings & { from: { name: string | null; address: string } }) | null;
  poll_seconds: number;
  sweep_seconds: number;
  max_bytes: number;
}

const MEGABYTE = 1024 * 1024;
const NAME = /^[a-z][a-z0-9_]{0,30}$/;
const PORTS: Record<string, number> = { imap: 143, imaps: 993, smtp: 587, smtps: 465 };

const wholeNumber = (least: number, most: number) => z.coerce.number().int().min(least).max(most);
/** The variables that stand alone; those of each mailbox are read by name. */
export const emailEnv = z.object({
  MAIL_POLL_SECONDS: wholeNumber(1, 3_600).default(60),
  MAIL_SWEEP_SECONDS: wholeNumber(1, 86_400).default(3_600),
  MAIL_MAX_MEGABYTES: wholeNumber(1, 200).default(40),
});

/**
 * Reads the channel's variables. Empty values count as unset.
 * @returns settings null when the channel is not configured or when there are faults; faults lists all of them
 */
export function readEmailEnv(all: Env): { settings: EmailSettings | null; faults: Fault[] } {
  const env: Env = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined && value.trim() !== ''));
  const faults: Fault[] = [];
  const names = list(env.MAILBOXES).map((name) => name.toLowerCase());
  const known = new Set([...VARIABLES, ...names.flatMap(boxVariables)].map((variable) => variable.name));
  for (const key of Object.keys(env)) {
    if (!/^(MAILBOX_|MAILBOXES$|SMTP_|MAIL_)/.test(key) || known.has(key)) continue;
    const expected = key.startsWith('MAILBOX_') ? 'a variable of a mailbox that MAILBOXES names' : 'a variable of the mail channel';
    faults.push({ path: key, expected, got: 'a name that means nothing here', example: [...known].join(', ') });
  }
  const numbers = emailEnv.safeParse(env);
  for (const issue of numbers.error?.issues ?? []) {
    const path = issue.path.join('.');
    faults.push({ path, expected: issue.message, got: shown(env[path]), example: exampleOf(path) });
  }
  const mailboxes = names.flatMap((name) => readMailbox(env, name, faults) ?? []);
  for (const [at, box] of mailboxes.entries()) {
    if (mailboxes.findIndex((other) => other.id === box.id || other.name === box.name) === at) continue;
    faults.push({ path: 'MAILBOXES', expected: 'each mailbox once', got: `${box.name} repeated`, example: exampleOf('MAILBOXES') });
  }
  const smtp = readSmtp(env, faults);
  if (faults.length > 0 || !numbers.success || (mailboxes.length === 0 && smtp === null)) return { settings: null, faults };
  const { MAIL_POLL_SECONDS: poll_seconds, MAIL_SWEEP_SECONDS: sweep_seconds, MAIL_MAX_MEGABYTES } = numbers.data;
  return { settings: { mailboxes, smtp, poll_seconds, sweep_seconds, max_bytes: MAIL_MAX_MEGABYTES * MEGABYTE }, faults };
}

function readMailbox(env: Env, name: string, faults: Fault[]): MailboxSettings | null {
  if (!NAME.test(name)) {
    const expected = 'names of letters, digits and underscores';
    faults.push({ path: 'MAILBOXES', expected, got: shown(name), example: exampleOf('MAILBOXES') });
    return null;
  }
  const prefix = `MAILBOX_${name.toUpperCase()}`;
  const server = readServer(env, prefix, `${prefix}_IMAP_URL`, ['imaps', 'imap'], faults);
  const addresses = list(env[`${prefix}_ADDRESSES`]).map((address) => address.toLowerCase());
  for (const address of addresses.filter((address) => !isMailAddress(address))) {
    const path = `${prefix}_ADDRESSES`;
    faults.push({ path, expected: 'mail addresses, comma between', got: shown(address), example: exampleOf(path, name) });
  }
  if (server === null) return null;
  if (server.user === null) {
    const path = `${prefix}_IMAP_URL`;
    faults.push({ path, expected: 'the user name before the @', got: 'no user', example: exampleOf(path, name) });
    return null;
  }
  const user = server.user;
  const folders = list(env[`${prefix}_FOLDERS`] ?? 'INBOX,\\Junk');
  const own = isMailAddress(user) ? [user.toLowerCase(), ...addresses] : addresses;
  const id = user.includes('@') ? user : `${user}@${server.host}`;
  return { ...server, name, user, id, folders: [...new Set(folders)], addresses: [...new Set(own)] };
}

function readSmtp(env: Env, faults: Fault[]): EmailSettings['smtp'] {
  const from = env.MAIL_FROM === undefined ? null : readFrom(env.MAIL_FROM);
  if (env.SMTP_URL === undefined) return null;
  if (from === null) {
    const expected = 'the address that letters come from';
    faults.push({ path: 'MAIL_FROM', expected, got: shown(env.MAIL_FROM), example: exampleOf('MAIL_FROM') });
  }
  const server = readServer(env, 'SMTP', 'SMTP_URL', ['smtps', 'smtp'], faults);
  return server && from && { ...server, from };
}

function readServer(env: Env, prefix: string, path: string, schemes: string[], faults: Fault[]): ServerSettings | null {
  const before = faults.length;
  const fault = (at: string, expected: string, got: string): void => {
    faults.push({ path: at, expected, got, example: exampleOf(at, prefix.slice('MAILBOX_'.length).toLowerCase()) });
  };
  const url = URL.parse(env[path] ?? '');
  const scheme = url?.protocol.slice(0, -1) ?? '';
  if (!url || !schemes.includes(scheme) || url.hostname === '') {
    // A URL that cannot be read may hold a password.
    fault(path, `a URL that begins with ${schemes.join(':// or ')}://`, env[path] === undefined ? 'nothing' : 'something else');
    return null;
  }
  if (url.password !== '')
    fault(path, `the password in ${prefix}_PASSWORD, where it is not shown in lists`, 'a password inside the URL');
  const user = decode(url.username);
  if (user === undefined) fault(path, 'a user name written with valid % signs', 'a broken % sign');
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const loopback = isLoopback(host);
  const password = env[`${prefix}_PASSWORD`] ?? null;
  const oauth = readOauth(env, prefix, fault);
  const needs_login = schemes.includes('imaps') || url.username !== '';
  if (password !== null && oauth !== null) fault(`${prefix}_PASSWORD`, 'a password or OAuth2, not both', 'both');
  if (needs_login && password === null && oauth === null && faults.length === before) {
    fault(`${prefix}_PASSWORD`, `a password, or OAuth2 by ${prefix}_OAUTH_TOKEN_URL and what belongs to it`, 'nothing');
  }
  if (faults.length > before) return null;
  const port = url.port === '' ? (PORTS[scheme] ?? 0) : Number(url.port);
  return { host, port, secure: scheme.endsWith('s'), loopback, user: user === '' ? null : (user ?? null), password, oauth };
}

function readOauth(env: Env, prefix: string, fault: (path: string, expected: string, got: string) => void): OauthSettings | null {
  const part = (name: (typeof OAUTH_PARTS)[number]): string | null => env[`${prefix}_OAUTH_${name}`] ?? null;
  if (OAUTH_PARTS.every((name) => part(name) === null)) return null;
  const token_url = part('TOKEN_URL');
  const client_id = part('CLIENT_ID');
  const url = URL.parse(token_url ?? '');
  const may_be_plain = url !== null && isLoopback(url.hostname.replace(/^\[(.*)\]$/, '$1'));
  if (!url || !(url.protocol === 'https:' || (url.protocol === 'http:' && may_be_plain))) {
    fault(`${prefix}_OAUTH_TOKEN_URL`, 'an https:// URL', token_url === null ? 'nothing' : 'something else');
  }
  if (client_id === null) fault(`${prefix}_OAUTH_CLIENT_ID`, 'the id of the application', 'nothing');
  if (part('REFRESH_TOKEN') === null && part('CLIENT_SECRET') === null) {
    fault(`${prefix}_OAUTH_REFRESH_TOKEN`, `a refresh token, or ${prefix}_OAUTH_CLIENT_SECRET for client credentials`, 'neither');
  }
  if (token_url === null || client_id === null) return null;
  return { token_url, client_id, client_secret: part('CLIENT_SECRET'), refresh_token: part('REFRESH_TOKEN'), scope: part('SCOPE') };
}

/** `Name <address>` or a bare address; null when neither. */
function readFrom(text: string): { name: string | null; address: string } | null {
  const angle = text.lastIndexOf('<');
  const address = (angle === -1 ? text : text.slice(angle + 1).replace(/>\s*$/, '')).trim();
  const name =
    angle === -1
      ? ''
      : text
          .slice(0, angle)
          .trim()
          .replace(/^"(.*)"$/, '$1');
  return isMailAddress(address) ? { name: name === '' ? null : name, address } : null;
}

/** Whether bytes to this host never leave the machine: the only place for plain text. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host);
}

function list(value: string | undefined): string[] {
  return (value ?? '').split(',').flatMap((part) => (part.trim() === '' ? [] : [part.trim()]));
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

function shown(value: string | undefined): string {
  return value === undefined ? 'nothing' : JSON.stringify(value.slice(0, 80));
}

function exampleOf(path: string, name = 'hello'): string {
  const variables: Variable[] = [...VARIABLES, ...boxVariables(name)];
  return variables.find((variable) => variable.name === path)?.example ?? '';
}
