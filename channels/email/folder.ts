/** Finds the folder that a setting names on the server at hand. */
import type { ImapFlow, ListResponse } from 'imapflow';

const SHOWN = 20;

/** A folder named in the settings is not on the server. */
export class NoSuchFolder extends Error {
  override name = 'NoSuchFolder';
}

/**
 * The server's path of a folder. A name that begins with a backslash is a special use (`\Junk`), whatever it is called there.
 * @returns null when the account has no folder of that use: nothing lies in it
 * @throws NoSuchFolder naming the folders there are, when a folder called by name is missing
 */
export async function resolveFolder(client: ImapFlow, folder: string): Promise<string | null> {
  if (folder.toUpperCase() === 'INBOX') return 'INBOX';
  const all = await client.list();
  if (folder.startsWith('\\')) return all.find((one) => isUse(one, folder))?.path ?? null;
  const found = all.find((one) => one.path === folder || one.pathAsListed === folder);
  if (found) return found.path;
  const names = all.slice(0, SHOWN).map((one) => one.path);
  throw new NoSuchFolder(`no folder ${JSON.stringify(folder)}; there are: ${names.join(', ')}${all.length > SHOWN ? ', …' : ''}`);
}

function isUse(folder: ListResponse, use: string): boolean {
  return folder.specialUse?.toLowerCase() === use.toLowerCase() && !folder.flags.has('\\Noselect');
}
