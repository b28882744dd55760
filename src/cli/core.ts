/** Opens what a command of the database needs, from the environment, and closes it after. */
import { sql } from 'kysely';
import type { Channel, ChannelName } from '../../channels/contact.ts';
import { faultLines } from '../config.ts';
import { type Connection, connect, type Db } from '../db/connect.ts';
import { pendingMigrations } from '../db/migrate.ts';
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

/** What a command needs that only looks: the database, and the channels to read messages again. */
export interface Reader {
  db: Db;
  channels: ReadonlyMap<ChannelName, Channel>;
}

/**
 * For a command that must write nothing: unlike `withCore` it prepares no database, and its one session refuses every change.
 * @throws InputError as `withCore`, and where the product was never started on the database or is of another version
 */
export async function withReader<T>(io: Io, work: (reader: Reader) => Promise<T>): Promise<T> {
  const { settings, faults } = readSettings(io.env);
  if (settings === null) throw new InputError(`the configuration is wrong (see .env.example):\n${faultLines(faults)}`);
  const { config } = settings;
  const opening = { database_url: config.DATABASE_URL, data_dir: config.DATA_DIR, is_guest: true, pool_size: 1 };
  let connection: Connection;
  try {
    connection = await connect({ ...opening, onLost: () => undefined }); // the query in hand fails and tells
  } catch (error) {
    throw new InputError(`expected a database, got: ${messageOf(error)}`);
  }
  try {
    return await connection.db.connection().execute(async (db) => {
      await sql`set default_transaction_read_only = on`.execute(db);
      await expectCurrent(db);
      const channels = new Map(settings.channels.flatMap(({ channel }) => channel.serves.map((name) => [name, channel] as const)));
      return work({ db, channels });
    });
  } finally {
    for (const { channel } of settings.channels) await channel.close?.();
    await connection.close();
  }
}

async function expectCurrent(db: Db): Promise<void> {
  const { rows } = await sql<{ there: boolean }>`select to_regclass('migrations') is not null as there`.execute(db);
  const applied = rows[0]?.there ? await db.selectFrom('migrations').select('name').execute() : [];
  const pending = await pendingMigrations(applied.map(({ name }) => name));
  if (pending.length > 0) throw new InputError(`the database lacks ${pending.join(', ')}: start the product on it once`);
}

/** @throws InputError for what is no id */
export function contactId(text: string | undefined): string {
  if (text !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) return text.toLowerCase();
  throw new InputError(
    `expected the id of a contact, such as 0b54c1f0-…; got ${text === undefined ? 'nothing' : JSON.stringify(text)}`,
  );
}
