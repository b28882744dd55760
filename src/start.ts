/** Starts the product as its role says, and stops it in good order. */
import { createServer } from 'node:net';
import type { Logger } from 'pino';
import { CASE_CHANGED } from './cases/project.ts';
import type { Config } from './config.ts';
import type { Db } from './db/connect.ts';
import { type Core, openCore, openWorkingPart, type Settings, type WorkingPart } from './product.ts';
import { openFeed } from './web/feed.ts';
import type { OidcConfig } from './web/options.ts';
import { makeSignInLink } from './web/sign_in_link.ts';
import { openWeb } from './web/web.ts';

export interface Running {
  core: Core;
  /** Where the desk is, or null for a worker. */
  url: URL | null;
  internal_url: URL | null;
  /** A one-time link that signs an administrator in, or null when sign-in is by OpenID Connect. */
  sign_in_link: URL | null;
  /** Finishes what is in hand and ends. */
  stop(): Promise<void>;
}

/** The colleague whom the sandbox's link signs in. */
const SANDBOX_ADMIN = { id: 'local:administrator', name: 'Administrator', email: null, roles: ['officer', 'manager', 'admin'] };

/** @param onLost told when the process can no longer go on and should be started again */
export async function start(settings: Settings, log: Logger, onLost: (error: Error) => void): Promise<Running> {
  const port =
    settings.config.PORT === 0 && settings.config.PUBLIC_URL === null ? await freePort(settings.config.HOST) : settings.config.PORT;
  const config: Config = {
    ...settings.config,
    PORT: port,
    PUBLIC_URL: settings.config.PUBLIC_URL ?? localUrl(settings.config.HOST, port),
  };
  const core = await openCore({ ...settings, config }, log, true);
  const parts: { stop(): Promise<void> }[] = [];
  const stop = async (): Promise<void> => {
    for (const part of parts.splice(0).reverse()) await part.stop();
    await core.connection.close();
  };
  try {
    let desk: Desk | null = null;
    if (config.ROLE !== 'web') {
      const working: WorkingPart = await openWorkingPart({ ...settings, config }, core, log, onLost);
      parts.push(working);
    }
    if (config.ROLE !== 'worker') {
      desk = await openDesk(config, core, log);
      parts.push(desk);
    }
    return {
      core,
      url: desk?.url ?? null,
      internal_url: desk?.internal_url ?? null,
      sign_in_link: desk?.sign_in_link ?? null,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface Desk {
  url: URL;
  internal_url: URL;
  sign_in_link: URL | null;
  stop(): Promise<void>;
}

async function openDesk(config: Config, core: Core, log: Logger): Promise<Desk> {
  const public_url = new URL(config.PUBLIC_URL ?? '');
  const { db, url } = core.connection;
  const feed = openFeed(url, CASE_CHANGED, (error) =>
    log.warn({ error: error.message }, 'the connection for live updates was lost and is opened again'),
  );
  const web = await openWeb({
    house: core.house,
    feed,
    log,
    config: {
      public_url,
      host: config.HOST,
      port: config.PORT,
      internal_host: config.INTERNAL_HOST,
      internal_port: config.INTERNAL_PORT,
      trusted_proxies: config.TRUSTED_PROXIES,
      session_idle_ms: config.SESSION_IDLE_MINUTES * 60_000,
      session_total_ms: config.SESSION_TOTAL_HOURS * 3_600_000,
      oidc: oidcOf(config),
    },
  });
  let listening: { url: URL; internal_url: URL };
  try {
    listening = await web.listen();
  } catch (error) {
    await web.close();
    await feed.close();
    throw listenError(error, config);
  }
  return {
    url: public_url,
    internal_url: listening.internal_url,
    sign_in_link: (config.SANDBOX_SIGN_IN ?? config.OIDC_ISSUER === null) ? await sandboxLink(db, public_url) : null,
    async stop() {
      await web.close();
      await feed.close();
    },
  };
}

function listenError(error: unknown, config: Config): Error {
  const { code, port } = error as NodeJS.ErrnoException & { port?: number };
  if (code !== 'EADDRINUSE' && code !== 'EACCES') return error instanceof Error ? error : new Error(String(error));
  const name = port === config.INTERNAL_PORT ? 'INTERNAL_PORT' : 'PORT';
  const why = code === 'EADDRINUSE' ? 'is in use by another program' : 'may not be used by this account';
  return new Error(`port ${port} ${why}: set ${name} to another one`, { cause: error });
}

async function sandboxLink(db: Db, public_url: URL): Promise<URL> {
  await db
    .insertInto('staff')
    .values(SANDBOX_ADMIN)
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ roles: SANDBOX_ADMIN.roles }))
    .execute();
  return makeSignInLink(db, public_url, SANDBOX_ADMIN.id, new Date());
}

function oidcOf(config: Config): OidcConfig | null {
  if (config.OIDC_ISSUER === null || config.OIDC_CLIENT_ID === null || config.OIDC_CLIENT_SECRET === null) return null;
  return {
    button: config.OIDC_NAME,
    issuer: new URL(config.OIDC_ISSUER),
    client_id: config.OIDC_CLIENT_ID,
    client_secret: config.OIDC_CLIENT_SECRET,
    scope: config.OIDC_SCOPE,
    required_claims: config.OIDC_REQUIRED_CLAIMS,
    roles_claim: config.OIDC_ROLES_CLAIM,
    role_map: config.OIDC_ROLES,
  };
}

function localUrl(host: string, port: number): string {
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${shown}:${port}`;
}

async function freePort(host: string): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, host, () => {
      const address = server.address();
      server.close(() => (address && typeof address === 'object' ? done(address.port) : failed(new Error('no free port'))));
    });
  });
}
