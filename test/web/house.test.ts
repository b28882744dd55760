/** What the house itself sees of the desk: health, readiness, numbers, and a good ending. */
import { connect } from 'node:net';
import { pino } from 'pino';
import { beforeAll, describe, expect, it } from 'vitest';
import { CASE_CHANGED } from '../../src/cases/project.ts';
import { openFeed } from '../../src/web/feed.ts';
import { openWeb } from '../../src/web/web.ts';
import { makeDatabase, useDatabase } from '../support/database.ts';
import { openClient, useDesk } from '../support/desk.ts';
import { openTestHouse } from '../support/house.ts';
import { fillDesk } from '../support/residents.ts';
import { connect as connectDatabase } from '../../src/db/connect.ts';

const database = useDatabase();
const desk = useDesk(database);

beforeAll(async () => {
  await desk().addColleague('ann', 'Ann Lee', ['officer']);
  await fillDesk(desk().test);
});

describe('the internal address', () => {
  it('says that the process lives and is ready', async () => {
    const inside = openClient(desk().internal_url);
    expect(await inside.get('/healthz')).toMatchObject({ status: 200, body: 'alive\n' });
    const ready = await inside.get('/readyz');
    expect({ status: ready.status, body: JSON.parse(ready.body) }).toEqual({
      status: 200,
      body: { ready: true, parts: ['database', 'migrations', 'queue'].map((part) => ({ part, ok: true, says: 'ok' })) },
    });
    expect((await inside.get('/')).status).toBe(404);
  });

  it('counts what there is and names nobody', async () => {
    const { body } = await openClient(desk().internal_url).get('/metrics');
    expect(body).toContain('triage_cases{status="proposed"}');
    expect(body).toMatch(/triage_contacts_held \d/);
    expect(body).toMatch(/triage_letters\{status="queued"\} \d/);
    expect(body).toMatch(/triage_jobs\{task="\w+"\} \d/);
    expect(body).not.toMatch(/kowalska|boiler|mail\.example|Ann Lee/i);
  });

  it('is not ready while a migration is missing or the database is away, and says which part', async () => {
    const { url, drop } = await makeDatabase();
    const connection = await connectDatabase({ database_url: url, data_dir: '', pool_size: 2, onLost: () => undefined });
    const feed = openFeed(url, CASE_CHANGED, () => undefined);
    const web = await openWeb({
      house: openTestHouse(connection).house,
      config: {
        public_url: new URL('https://desk.connexus.example'),
        host: '127.0.0.1',
        port: 0,
        internal_host: '127.0.0.1',
        internal_port: 0,
        trusted_proxies: 1,
        session_idle_ms: 1000,
        session_total_ms: 1000,
        oidc: null,
      },
      feed,
      log: pino({ level: 'silent' }),
    });
    const at = await web.listen();
    const inside = openClient(at.internal_url);
    await connection.db.deleteFrom('migrations').execute();
    const behind = await inside.get('/readyz');
    expect(behind.status).toBe(503);
    expect(behind.body).toContain('not yet run: 0001_spine.sql');

    // Under https the cookies are secure and carry the host's promise.
    const visit = await openClient(at.url).get('/sign-in');
    expect(visit.headers.getSetCookie().join()).toMatch(/^__Host-desk_visit=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    expect(visit.headers.get('strict-transport-security')).toContain('max-age=31536000');

    await feed.close();
    await drop();
    const away = await inside.get('/readyz');
    expect(away.status).toBe(503);
    expect(away.body).toContain('"part":"database","ok":false');
    expect(away.body).not.toContain('test_');
    expect((await inside.get('/healthz')).status).toBe(200);
    await web.close();
    await connection.close();
  });
});

describe('the end', () => {
  it('closing ends open streams and finishes an answer in hand', async () => {
    const connection = database();
    const test = openTestHouse(connection);
    const feed = openFeed(connection.url, CASE_CHANGED, () => undefined);
    const web = await openWeb({
      house: test.house,
      config: {
        public_url: desk().url,
        host: '127.0.0.1',
        port: 0,
        internal_host: '127.0.0.1',
        internal_port: 0,
        trusted_proxies: 0,
        session_idle_ms: 3_600_000,
        session_total_ms: 3_600_000,
        oidc: null,
      },
      feed,
      log: pino({ level: 'silent' }),
    });
    const { url } = await web.listen();
    const ann = await desk().signIn('ann');
    const cookie = [...ann.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const stream = await fetch(new URL('/live', url), { headers: { cookie } });
    expect(stream.headers.get('content-type')).toContain('text/event-stream');
    const ended = stream.text();

    // A request whose last line is still on its way when closing begins is answered all the same.
    const socket = connect(Number(url.port), url.hostname);
    let answer = '';
    socket.on('data', (chunk: Buffer) => {
      answer += chunk.toString();
    });
    const answered = new Promise((done) => socket.once('close', done));
    await new Promise<void>((done) =>
      socket.write(`GET /sign-in HTTP/1.1\r\nHost: ${url.host}\r\nConnection: close\r\n`, () => done()),
    );
    const begun = new Promise<void>((done) => setImmediate(done));
    await begun;
    const closed = web.close();
    socket.write('\r\n');
    await closed;
    await answered;
    expect(await ended).toContain('retry: ');
    expect(answer).toContain('HTTP/1.1 200');
    await feed.close();
  });
});
