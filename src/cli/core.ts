/** Opens what a command of the database needs, from the environment, and closes it after. */
import { faultLines } from '../config.ts';
import { openLog } from '../log.ts';
import { messageOf } from '../errors.ts';
import { type Core, openCore, readSettings, type Settings } from '../product.ts';
import { InputError, type Io } from './verb.ts';

/** @throws InputError with everything that is wrong with the configuration, or when the database is out of reach */
export async function withCore<T>(io: Io, work: (core: Core, settings: Settings) => Promise<T>): Promise<T> {
  const { settings, faults } = readSettings(io.env);
  if (settings === null) throw new InputError(`the configuration is wrong (see .env.example):\n${faultLines(faults)}`);
  let core: Core;
  try {
    core = await openCore(settings, openLog('silent'), false);
  } catch (error) {
    throw new InputError(`expected a database, got: ${messageOf(error)}`);
  }
  try {
    return await work(core, settings);
  } finally {
    for (const { channel } of settings.channels) await channel.close?.();
    await core.connection.close();
  }
}

/** @throws InputError for what is no id */
export function contactId(text: string | undefined): string {
  if (text !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) return text.toLowerCase();
  throw new InputError(
    `expected the id of a contact, such as 0b54c1f0-…; got ${text === undefined ? 'nothing' : JSON.stringify(text)}`,
  );
}
