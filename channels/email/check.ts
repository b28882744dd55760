/** Tries each configured part of the mail channel for real, for `triage doctor`. */
import type { Check } from '../contact.ts';
import { openAccount, type AccountOptions } from './account.ts';
import type { EmailSettings, MailboxSettings } from './env.ts';
import { resolveFolder } from './folder.ts';
import type { Smtp } from './smtp.ts';

/** A check that takes longer has failed. */
const TIMEOUT_MS = 30_000;

/** One line for each mailbox and one for sending. Logs in anew, whatever waits there are after earlier failures. */
export async function checkEmail(settings: EmailSettings, smtp: Smtp | null, options: AccountOptions): Promise<Check[]> {
  const checks = settings.mailboxes.map((box) => check(`mailbox ${box.name}`, (signal) => lookInto(box, options, signal)));
  if (smtp && settings.smtp) {
    const { host, port, from } = settings.smtp;
    const tried = async (signal: AbortSignal): Promise<string> => {
      await smtp.verify(signal);
      return `${host}:${port} took the login; letters come from ${from.address}`;
    };
    checks.push(check('sending mail', tried));
  }
  return await Promise.all(checks);
}

async function check(part: string, tried: (signal: AbortSignal) => Promise<string>): Promise<Check> {
  try {
    return { part, ok: true, says: await tried(AbortSignal.timeout(TIMEOUT_MS)) };
  } catch (error) {
    const slow = error instanceof DOMException && error.name === 'TimeoutError';
    const says = slow ? `no answer within ${TIMEOUT_MS / 1000} seconds: check the host, the port and the firewall` : wordsOf(error);
    return { part, ok: false, says };
  }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function lookInto(box: MailboxSettings, options: AccountOptions, signal: AbortSignal): Promise<string> {
  const client = await openAccount(box, options).open(signal);
  const stop = (): void => client.close();
  signal.addEventListener('abort', stop, { once: true });
  try {
    const found: string[] = [];
    for (const folder of box.folders) {
      const path = await resolveFolder(client, folder);
      if (path === null) {
        found.push(`${folder}: the account has no such folder, so nothing is read there`);
        continue;
      }
      const { exists, uidValidity } = await client.mailboxOpen(path, { readOnly: true });
      found.push(`${path === folder ? folder : `${folder} (${path})`}: ${exists} messages, UIDVALIDITY ${uidValidity}`);
    }
    return `${box.id} on ${box.host}:${box.port}; ${found.join('; ')}`;
  } finally {
    signal.removeEventListener('abort', stop);
    client.close();
  }
}
