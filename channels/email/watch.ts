/** Listens for new mail with IDLE, so that a message is on the desk within seconds; the poll stays the truth. */
import { setTimeout as delay } from 'node:timers/promises';
import type { ImapFlow } from 'imapflow';
import { type Account, isAboutFolder, MailOutOfReach } from './account.ts';
import { resolveFolder } from './folder.ts';

/** A session that lasted so long ended as planned (Gmail closes after an hour or a day): connect again without fuss. */
const STEADY_MS = 60_000;

/**
 * Calls `hint` after connecting and whenever the folder announces a message, until `signal` aborts; then it resolves.
 * Reconnects for ever: the account's waits apply, and its `poll` reports what is wrong.
 */
export async function watchFolder(account: Account, folder: string, hint: () => void, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await account.untilAllowed(signal);
      await listen(account, folder, hint, signal);
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof MailOutOfReach)) throw error;
    }
  }
}

/** One session, from login to its end. */
async function listen(account: Account, folder: string, hint: () => void, signal: AbortSignal): Promise<void> {
  const began_at = new Date();
  const client = await account.open(signal, true);
  const stop = (): void => client.close();
  signal.addEventListener('abort', stop, { once: true });
  const closed = new Promise<void>((resolve) => client.once('close', resolve));
  client.on('exists', ({ count, prevCount }) => {
    if (count > prevCount) hint();
  });
  try {
    signal.throwIfAborted();
    const path = await resolveFolder(client, folder);
    // No such folder yet, so nothing to hear; it may be made later.
    if (path === null) return await rest(account.timing.last_retry_ms, client, signal);
    await client.mailboxOpen(path, { readOnly: true });
    // Something may have come while nobody listened.
    hint();
    await closed;
  } catch (error) {
    signal.throwIfAborted();
    if (!isAboutFolder(error)) throw account.failed(error, began_at);
    await rest(account.timing.last_retry_ms, client, signal);
  } finally {
    signal.removeEventListener('abort', stop);
    client.close();
  }
  if (Date.now() - began_at.getTime() < STEADY_MS) throw account.failed(new Error('the connection was closed'), began_at);
  await rest(account.timing.first_retry_ms * (0.5 + Math.random() / 2), client, signal);
}

async function rest(wait_ms: number, client: ImapFlow, signal: AbortSignal): Promise<void> {
  client.close();
  await delay(wait_ms, undefined, { signal, ref: false });
}
