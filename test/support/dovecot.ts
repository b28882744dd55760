/** Starts a real Dovecot on a loopback port with its own folder, so that the mail channel is tested against a server people use. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { createConnection, createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

const BINARY = '/usr/sbin/dovecot';
const MISSING = 'the mail tests need Dovecot: apt-get install -y dovecot-imapd';
/** Dovecot says it is ready within a second here; the bound is for a loaded machine. */
const START_MS = 20_000;

export interface DovecotOptions {
  /** Where access tokens are checked (RFC 7662 introspection by GET); null when only passwords are used. */
  introspection_url?: string | null;
}

export interface Dovecot {
  host: string;
  port: number;
  /** The folder that holds everything; removed by `close`. */
  home: string;
  /** Adds an account with the folders INBOX, Junk (special use) and those named. */
  addUser(user: string, password: string, folders?: string[]): Promise<void>;
  /** Puts a message into the maildir as a delivery agent does; the internal date is the file's time. */
  deliver(
    user: string,
    raw: string | Uint8Array,
    options?: { folder?: string; internal_date?: Date; flags?: string },
  ): Promise<string>;
  /** Flags of each message in the folder, by file name, as the maildir shows them (`S` is seen). */
  flags(user: string, folder?: string): Promise<string[]>;
  /** Stops the server, makes the folder forget its UIDs, and starts it again on the same port. */
  changeUidvalidity(user: string, folder?: string): Promise<void>;
  start(): Promise<void>;
  /** Ends it politely. */
  stop(): Promise<void>;
  /** `kill -9` of the whole process group. */
  kill(): Promise<void>;
  restart(): Promise<void>;
  /** What the server logged, for a failing test. */
  log(): Promise<string>;
  close(): Promise<void>;
}

/**
 * Starts Dovecot as an ordinary user (`nobody` when the tests run as root), touching no system file.
 * @throws Error with the apt line when Dovecot is not installed: a missing server is never a skipped test.
 */
export async function startDovecot(options: DovecotOptions = {}): Promise<Dovecot> {
  try {
    accessSync(BINARY, constants.X_OK);
  } catch (cause) {
    throw new Error(MISSING, { cause });
  }
  const home = await mkdtemp(join(tmpdir(), 'dovecot-'));
  await chmod(home, 0o755);
  const owner = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534, user: 'nobody', group: 'nogroup' } : null;
  const me = userInfo();
  const port = await freePort();
  const config = join(home, 'dovecot.conf');
  const mine = async (path: string): Promise<void> => {
    if (owner) await chown(path, owner.uid, owner.gid);
  };
  const folder = async (path: string): Promise<void> => {
    await mkdir(path, { recursive: true });
    await mine(path);
  };
  await mine(home);
  for (const name of ['run', 'state', 'mail', 'users']) await folder(join(home, name));
  await writeFile(
    config,
    configuration(home, port, owner?.user ?? me.username, owner?.group ?? (await groupName(me.gid)), options),
  );
  if (options.introspection_url) await writeFile(join(home, 'oauth2.conf'), oauthConfiguration(options.introspection_url));

  let child: ChildProcess | null = null;
  const maildir = (user: string, name: string): string => join(home, 'mail', user, name === 'INBOX' ? '' : `.${name}`);
  let delivered = 0;

  const server: Dovecot = {
    host: '127.0.0.1',
    port,
    home,
    async addUser(user, password, folders = []) {
      for (const name of ['INBOX', 'Junk', ...folders]) {
        await folder(maildir(user, name));
        for (const part of ['new', 'cur', 'tmp']) await folder(join(maildir(user, name), part));
        if (name !== 'INBOX') await writeFile(join(maildir(user, name), 'maildirfolder'), '');
      }
      // A file for each user: Dovecot looks at a shared one only once a second.
      await writeFile(join(home, 'users', user), `${user}:{PLAIN}${password}::::::\n`);
    },
    async deliver(user, raw, { folder: name = 'INBOX', internal_date = new Date(), flags = '' } = {}) {
      const file = `${Math.trunc(Date.now() / 1000)}.M${process.pid}P${++delivered}.test`;
      const draft = join(maildir(user, name), 'tmp', file);
      await writeFile(draft, raw);
      await chmod(draft, 0o644);
      await utimes(draft, internal_date, internal_date);
      const final = flags === '' ? join(maildir(user, name), 'new', file) : join(maildir(user, name), 'cur', `${file}:2,${flags}`);
      await rename(draft, final);
      return file;
    },
    async flags(user, name = 'INBOX') {
      const cur = await readdir(join(maildir(user, name), 'cur'));
      const fresh = await readdir(join(maildir(user, name), 'new'));
      return [...cur.map((file) => file.split(':2,')[1] ?? ''), ...fresh.map(() => '')];
    },
    async changeUidvalidity(user, name = 'INBOX') {
      await server.stop();
      const path = maildir(user, name);
      const header = /^3 V(\d+)/.exec(await readFile(join(path, 'dovecot-uidlist'), 'utf8'));
      for (const file of await readdir(path)) if (file.startsWith('dovecot')) await rm(join(path, file));
      await writeFile(join(path, 'dovecot-uidlist'), `3 V${Number(header?.[1] ?? 0) + 1} N1\n`);
      await mine(join(path, 'dovecot-uidlist'));
      await server.start();
    },
    async start() {
      if (child) throw new Error('dovecot is running already');
      const deadline = Date.now() + START_MS;
      for (;;) {
        // Processes of a killed server can outlive it for a moment, holding the port and its sockets: then it ends at once, and is tried again.
        await rm(join(home, 'run'), { recursive: true, force: true });
        await folder(join(home, 'run'));
        const { running, said } = launch();
        let ready = false;
        while (!ready && running.exitCode === null && Date.now() < deadline) ready = await answers(port);
        if (ready && running.exitCode === null) {
          child = running;
          return;
        }
        if (running.exitCode === null) running.kill('SIGKILL');
        if (Date.now() >= deadline) throw new Error(`dovecot did not start: ${said()}\n${await server.log()}`);
      }
    },
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    async restart() {
      await server.stop();
      await server.start();
    },
    async log() {
      try {
        return await readFile(join(home, 'dovecot.log'), 'utf8');
      } catch (error) {
        return `no log: ${String(error)}`;
      }
    },
    async close() {
      if (child) await server.kill();
      await rm(home, { recursive: true, force: true });
    },
  };

  function launch(): { running: ChildProcess; said: () => string } {
    const running = spawn(BINARY, ['-F', '-c', config], {
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
      ...(owner && { uid: owner.uid, gid: owner.gid }),
    });
    let said = '';
    running.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    running.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    return { running, said: () => said };
  }

  async function end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    const running = child;
    child = null;
    if (!running?.pid || running.exitCode !== null) return;
    const exited = once(running, 'exit');
    process.kill(-running.pid, signal);
    await exited;
  }

  try {
    await server.start();
  } catch (error) {
    await server.close();
    throw error;
  }
  return server;
}

/** Dovecot wants its group by name. */
async function groupName(gid: number): Promise<string> {
  const lines = (await readFile('/etc/group', 'utf8')).split('\n').map((line) => line.split(':'));
  const name = lines.find(([, , id]) => id === String(gid))?.[0];
  if (name === undefined) throw new Error(`expected a name for group ${gid} in /etc/group`);
  return name;
}

/** A port the system says is free at this moment. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  if (address === null || typeof address === 'string') throw new Error('expected a TCP port');
  probe.close();
  await once(probe, 'close');
  return address.port;
}

/** Whether the server greets; waits for the answer, not for a time. */
async function answers(port: number): Promise<boolean> {
  const socket = createConnection({ port, host: '127.0.0.1' });
  try {
    const [first] = (await Promise.race([once(socket, 'data'), once(socket, 'close')])) as [unknown];
    return Buffer.isBuffer(first) && first.toString().startsWith('* OK');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ECONNREFUSED' && (error as NodeJS.ErrnoException).code !== 'ECONNRESET')
      throw error;
    await new Promise((resolve) => setImmediate(resolve));
    return false;
  } finally {
    socket.destroy();
  }
}

function configuration(home: string, port: number, user: string, group: string, options: DovecotOptions): string {
  const oauth = options.introspection_url
    ? `passdb {\n  driver = oauth2\n  mechanisms = xoauth2 oauthbearer\n  args = ${home}/oauth2.conf\n}\n`
    : '';
  return `
base_dir = ${home}/run
state_dir = ${home}/state
log_path = ${home}/dovecot.log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain login${options.introspection_url ? ' xoauth2 oauthbearer' : ''}
auth_failure_delay = 0
auth_cache_size = 0
default_internal_user = ${user}
default_internal_group = ${group}
default_login_user = ${user}
mail_location = maildir:${home}/mail/%u
mail_max_userip_connections = 100
imap_idle_notify_interval = 2 mins
first_valid_uid = 1
${oauth}passdb {
  driver = passwd-file
  args = username_format=%u ${home}/users/%u
}
userdb {
  driver = static
  args = home=${home}/mail/%u
}
namespace inbox {
  inbox = yes
  separator = .
  mailbox Junk {
    special_use = \\Junk
    auto = subscribe
  }
}
service anvil {
  chroot =
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service stats {
  chroot =
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
  service_count = 0
}
service imap {
  process_limit = 200
}
`;
}

function oauthConfiguration(url: string): string {
  return `
tokeninfo_url =
introspection_url = ${url}
introspection_mode = get
username_attribute = email
active_attribute = active
active_value = true
`;
}
