/** `triage doctor`: tries every configured part for real and says what to do about each failure. */
import { statfs } from 'node:fs/promises';
import { sql } from 'kysely';
import type { Check } from '../../channels/contact.ts';
import { pendingMigrations } from '../db/migrate.ts';
import { faultLines } from '../config.ts';
import { openLog } from '../log.ts';
import { messageOf } from '../errors.ts';
import { type Core, openCore, readSettings, type Settings } from '../product.ts';
import { InputError, type Verb } from './verb.ts';

/** Below it a day's mail with photographs may not fit. */
const FREE_BYTES = 2 * 1024 ** 3;
/** A clock further off than this from the database's gives wrong due times for 24-hour clocks. */
const CLOCK_MS = 5_000;

export const doctor: Verb = {
  usage: 'doctor',
  async run(_args, io) {
    const { settings, faults } = readSettings(io.env);
    if (settings === null) throw new InputError(`the configuration is wrong (see .env.example):\n${faultLines(faults)}`);
    const checks = await tryAll(settings);
    for (const { part, ok, says } of checks) io.stdout.write(`${ok ? 'ok  ' : 'FAIL'}  ${part}: ${says}\n`);
    return checks.every((check) => check.ok) ? 0 : 1;
  },
};

async function tryAll(settings: Settings): Promise<Check[]> {
  const checks: Check[] = [];
  let core: Core | null = null;
  try {
    core = await openCore(settings, openLog('silent'), false);
    checks.push(...(await tryDatabase(core)));
  } catch (error) {
    checks.push({
      part: 'database',
      ok: false,
      says: `${messageOf(error)}. Check DATABASE_URL, or that nobody else uses DATA_DIR.`,
    });
  }
  try {
    for (const { channel } of settings.channels) checks.push(...((await channel.check?.()) ?? []));
    if (settings.channels.length === 0)
      checks.push({
        part: 'channels',
        ok: false,
        says: 'none is configured, so nothing comes in. Set MAILBOXES and what belongs to it.',
      });
    checks.push(await tryDisk(settings));
    checks.push(tryAlarm(settings));
  } finally {
    for (const { channel } of settings.channels) await channel.close?.();
    await core?.connection.close();
  }
  return checks;
}

async function tryDatabase({ connection: { db } }: Core): Promise<Check[]> {
  const row = await sql<{
    version: string;
    at: Date;
  }>`select current_setting('server_version') as version, clock_timestamp() as at`.execute(db);
  const { version = '?', at = new Date(0) } = row.rows[0] ?? {};
  const applied = await db.selectFrom('migrations').select('name').execute();
  const pending = await pendingMigrations(applied.map((one) => one.name));
  const apart_ms = Math.abs(Date.now() - at.getTime());
  const failing = await db
    .selectFrom('sources')
    .select(['id', 'last_error', 'failing_since'])
    .where('failing_since', 'is not', null)
    .execute();
  return [
    {
      part: 'database',
      ok: pending.length === 0,
      says: pending.length === 0 ? `PostgreSQL ${version}, schema current` : `lacks ${pending.join(', ')}: start the product once`,
    },
    {
      part: 'clock',
      ok: apart_ms < CLOCK_MS,
      says:
        apart_ms < CLOCK_MS
          ? `within ${apart_ms} ms of the database's`
          : `${Math.round(apart_ms / 1000)} s apart from the database's. Let both follow a time server.`,
    },
    ...failing.map(({ id, last_error, failing_since }) => ({
      part: `source ${id}`,
      ok: false,
      says: `cannot be polled since ${failing_since?.toISOString() ?? '?'}: ${last_error ?? '?'}`,
    })),
  ];
}

async function tryDisk({ config }: Settings): Promise<Check> {
  if (config.DATABASE_URL !== null)
    return { part: 'disk', ok: true, says: 'the database server keeps everything; watch its disk there' };
  const { bavail, bsize } = await statfs(config.DATA_DIR);
  const free = bavail * bsize;
  const says = `${(free / 1024 ** 3).toFixed(1)} GB free for ${config.DATA_DIR}`;
  return free > FREE_BYTES
    ? { part: 'disk', ok: true, says }
    : { part: 'disk', ok: false, says: `${says}: make room, or move DATA_DIR` };
}

function tryAlarm({ config, channels }: Settings): Check {
  const can_send = channels.some(({ channel }) => channel.send !== undefined);
  if (config.DUTY_EMAIL === null)
    return {
      part: 'alarm',
      ok: false,
      says: 'danger shows only at the desk. Set DUTY_EMAIL to an address that somebody watches day and night.',
    };
  if (!can_send)
    return { part: 'alarm', ok: false, says: 'nothing can be sent, so danger reaches nobody by mail. Set SMTP_URL and MAIL_FROM.' };
  return { part: 'alarm', ok: true, says: 'danger is told to the duty address by mail' };
}
