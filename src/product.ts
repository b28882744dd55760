/** Puts the product together: database, packs, channels, jobs and desk, each handed what it needs. */
import type { Logger } from 'pino';
import { type OpenChannel, openChannels } from '../channels/index.ts';
import type { Channel, ChannelName } from '../channels/contact.ts';
import type { PolicyPack } from '../rules/pack.ts';
import { ruleBook, triage } from '../rules/triage.ts';
import type { LetterDesk } from './cases/letters.ts';
import type { House } from './cases/perform.ts';
import type { Triage } from './cases/propose.ts';
import { openIntake } from './cases/receive.ts';
import { openTokens } from './cases/tokens.ts';
import { type Config, type Fault, readConfig } from './config.ts';
import { type Connection, connect } from './db/connect.ts';
import { migrate } from './db/migrate.ts';
import { enter, type Presence } from './db/processes.ts';
import { sharedSecret } from './db/secret.ts';
import { pollForEver } from './jobs/poll.ts';
import { openWorker, type Worker } from './jobs/worker.ts';
import { loadModel } from './model.ts';
import { currentPackIds, loadPack, loadPacks, packInForce } from './packs.ts';
import { messageOf } from './errors.ts';

export interface Settings {
  config: Config;
  channels: OpenChannel[];
}

/** Reads the whole environment. @returns settings null when anything is wrong; faults then lists all of it */
export function readSettings(env: NodeJS.ProcessEnv): { settings: Settings | null; faults: Fault[] } {
  const { config, faults } = readConfig(env);
  const channels = openChannels(env);
  const all = [...faults, ...channels.faults];
  const chosen = config?.POLICY_PACK ?? null;
  const current = chosen === null ? [] : currentPackIds();
  if (chosen !== null && !current.includes(chosen))
    all.push({
      path: 'POLICY_PACK',
      expected: `one of ${current.join(', ')}`,
      got: JSON.stringify(chosen),
      example: current[0] ?? '',
    });
  return { settings: config && all.length === 0 ? { config, channels: channels.open } : null, faults: all };
}

/** What stands on the database, without jobs or faces: enough for a command that looks or mends. */
export interface Core {
  connection: Connection;
  house: House;
  triage: Triage;
  channels: ReadonlyMap<ChannelName, Channel>;
}

/** @throws Error when the database is out of reach, in use by another process, or of a newer version */
export async function openCore(settings: Settings, log: Logger, is_lasting: boolean): Promise<Core> {
  const { config } = settings;
  const connection = await connect({
    database_url: config.DATABASE_URL,
    data_dir: config.DATA_DIR,
    is_guest: !is_lasting,
    pool_size: is_lasting ? config.WORKER_CONCURRENCY + 8 : 4,
    onLost: (error) => log.warn({ error: error.message }, 'an idle database connection was lost and is replaced'),
  });
  try {
    await migrate(connection.url);
    const channels = new Map(settings.channels.flatMap(({ channel }) => channel.serves.map((name) => [name, channel] as const)));
    const addresses = [...new Set([...channels.values()].flatMap((channel) => channel.addresses ?? []))];
    const secret = config.SECRET ?? (await sharedSecret(connection.db, 'reply_tokens'));
    const letters: LetterDesk = {
      tokens: openTokens(secret, addresses[0] ?? 'landlord@landlord.invalid'),
      packFor: ({ pack }) => loadPack(pack),
      own_addresses: addresses,
      duty_address: config.DUTY_EMAIL,
      public_url: config.PUBLIC_URL ?? `http://${config.HOST}:${config.PORT}`,
    };
    const house: House = { db: connection.db, letters, now: () => new Date() };
    const chosen = config.POLICY_PACK === null ? null : loadPack(config.POLICY_PACK);
    const packs = loadPacks();
    // Made ready now, so that a rule that cannot be read stops the start and not the first message.
    for (const pack of packs) {
      ruleBook(pack);
      loadModel(pack.pack);
    }
    return {
      connection,
      house,
      channels,
      triage: {
        house,
        channels,
        packInForce: (received_at) => chosen ?? packOf(received_at, packs),
        triage: (input, pack) => triage(input, pack, loadModel(pack.pack)),
        reference_prefix: config.REFERENCE_PREFIX,
        onFault: (error, contact_id) =>
          log.error({ contact_id, error: messageOf(error) }, 'a message goes to a person without a proposal'),
      },
    };
  } catch (error) {
    await connection.close();
    throw error;
  }
}

/** Mail older than every policy that we hold is decided by the oldest one: it must not wait for a policy that nobody will add. */
function packOf(received_at: Date, packs: readonly PolicyPack[]): PolicyPack {
  const oldest = packs
    .filter((pack) => pack.floor !== null)
    .toSorted((a, b) => a.effective_from.localeCompare(b.effective_from))[0];
  if (oldest && received_at < new Date(oldest.effective_from)) return oldest;
  return packInForce(received_at, packs);
}

export interface WorkingPart {
  stop(): Promise<void>;
}

/** Polls the sources and runs the jobs. */
export async function openWorkingPart(
  settings: Settings,
  core: Core,
  log: Logger,
  onLost: (error: Error) => void,
): Promise<WorkingPart> {
  const { config } = settings;
  const { connection, house } = core;
  const stopping = new AbortController();
  const presence: Presence = await enter(connection.db, connection.url, onLost);
  const onResult = (letter_id: string, status: string, tries: number): void => {
    if (status === 'sent') log.info({ letter_id }, 'a letter was sent');
    else log.warn({ letter_id, status, tries }, 'a letter could not be sent; the desk says why');
  };
  const worker: Worker = await openWorker({
    pool: connection.pool,
    triage: core.triage,
    sending: { house, channels: core.channels, process_number: presence.number, signal: stopping.signal, onResult },
    presence,
    concurrency: config.WORKER_CONCURRENCY,
    tick_ms: config.TICK_SECONDS * 1000,
    log,
  });
  const intake = openIntake(connection.db);
  const polling = new AbortController();
  const polls = settings.channels.flatMap(({ channel, poll_seconds }) =>
    (channel.sources ?? []).map((source) =>
      pollForEver(source, {
        db: connection.db,
        url: connection.url,
        intake,
        every_ms: (poll_seconds ?? config.SOURCE_POLL_SECONDS) * 1000,
        log,
        signal: polling.signal,
      }),
    ),
  );
  return {
    async stop() {
      polling.abort();
      await Promise.all(polls);
      await worker.stop();
      stopping.abort();
      for (const { channel } of settings.channels) await channel.close?.();
      await presence.leave();
    },
  };
}
