/** The way in, against a real Dovecot: nothing lost, nothing twice, nothing touched. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { MailOutOfReach, openAccount, type Timing } from '../../channels/email/account.ts';
import { cursorSchema } from '../../channels/email/cursor.ts';
import { openFolder, type FolderOptions } from '../../channels/email/imap.ts';
import type { MailboxSettings } from '../../channels/email/env.ts';
import type { Json } from '../../channels/contact.ts';
import { type Dovecot, startDovecot } from '../support/dovecot.ts';
import { ledger, mail, mailbox, PASSWORD, pollAll, subjectOf } from '../support/mailbox.ts';

let server: Dovecot;
const opened: { close(): void }[] = [];
let users = 0;

beforeAll(async () => {
  server = await startDovecot();
});
afterEach(() => {
  for (const source of opened.splice(0)) source.close();
});
afterAll(async () => {
  await server.close();
});

/** An account of its own for each test, so that they run in any order. */
async function account(folders: string[] = []): Promise<{ user: string; settings: MailboxSettings }> {
  const user = `box${++users}@connexus.example`;
  await server.addUser(user, PASSWORD, folders);
  return { user, settings: mailbox(server.port, { user, id: user }) };
}

function folder(settings: MailboxSettings, name = 'INBOX', options: Partial<FolderOptions> = {}, waits: Partial<Timing> = {}) {
  const all = { max_bytes: 1024 * 1024, sweep_seconds: 3600, ...options };
  const timing = { first_retry_ms: 1, last_retry_ms: 50, ...waits };
  const source = openFolder(openAccount(settings, { ...all, timing }), name, all);
  opened.push(source);
  return source;
}

const never = new AbortController().signal;

describe('a poll', () => {
  test('takes each message once, as it came, with the day the server had it (CLK-3, CODE-5.12)', async () => {
    const { user, settings } = await account();
    const internal_date = new Date('2026-03-29T00:30:00Z');
    await server.deliver(user, mail('boiler'), { internal_date });
    const house = ledger();
    const source = folder(settings);
    const cursor = await pollAll(source, house.intake, null);
    await pollAll(source, house.intake, cursor);
    expect(house.handed).toBe(1);
    expect(house.arrivals[0]).toMatchObject({ channel: 'email', received_at: internal_date, source: `${user}/INBOX` });
    expect(Buffer.from(house.arrivals[0]?.raw ?? []).toString()).toBe(mail('boiler'));
  });

  test('takes what came since, by number and not by the read flag', async () => {
    const { user, settings } = await account();
    const house = ledger();
    const source = folder(settings);
    let cursor = await pollAll(source, house.intake, null);
    await server.deliver(user, mail('opened by a colleague'), { flags: 'S' });
    await server.deliver(user, mail('unread'));
    cursor = await pollAll(source, house.intake, cursor);
    expect(house.subjects().sort()).toEqual(['opened by a colleague', 'unread']);
    expect(cursorSchema.parse(cursor)).toMatchObject({ last_uid: 2, taken: '1:2', gaps: [], more: false });
  });

  test('leaves every flag as it was', async () => {
    const { user, settings } = await account();
    await server.deliver(user, mail('read'), { flags: 'S' });
    await server.deliver(user, mail('unread'));
    await pollAll(folder(settings), ledger().intake, null);
    expect((await server.flags(user)).sort()).toEqual(['', 'S']);
  });

  test('finds nothing in an empty folder and is content', async () => {
    const { settings } = await account();
    const cursor = await pollAll(folder(settings), ledger().intake, null);
    expect(cursorSchema.parse(cursor)).toMatchObject({ last_uid: 0, taken: '', more: false, swept_at: expect.any(String) });
  });

  test('reads the junk folder, whatever it is called', async () => {
    const { user, settings } = await account();
    await server.deliver(user, mail('taken for junk'), { folder: 'Junk' });
    const house = ledger();
    await pollAll(folder(settings, '\\Junk'), house.intake, null);
    expect(house.subjects()).toEqual(['taken for junk']);
  });

  test('says which folders there are when one named in the settings is missing, and leaves the others alone', async () => {
    const { user, settings } = await account(['Complaints']);
    await server.deliver(user, mail('in the inbox'));
    await expect(folder(settings, 'Complants').poll(ledger().intake, null, never)).rejects.toThrow(
      /no folder "Complants"; there are: .*Complaints/,
    );
    const house = ledger();
    await pollAll(folder(settings), house.intake, null);
    expect(house.subjects()).toEqual(['in the inbox']);
  });

  test('an account without a folder of that use has nothing there', async () => {
    const { settings } = await account();
    expect(await folder(settings, '\\Archive').poll(ledger().intake, null, never)).toBeNull();
  });

  test('goes in steps, so that progress can be stored', async () => {
    const { user, settings } = await account();
    for (let n = 0; n < 7; n++) await server.deliver(user, mail(`matter ${n}`));
    const house = ledger();
    const source = folder(settings, 'INBOX', { batch: 3 });
    const first = cursorSchema.parse(await source.poll(house.intake, null, never));
    expect(first).toMatchObject({ more: true, taken: '1:3', swept_at: null });
    const last = cursorSchema.parse(await pollAll(source, house.intake, first));
    expect(last).toMatchObject({ more: false, taken: '1:7', swept_at: expect.any(String) });
    expect(house.handed).toBe(7);
  });

  test('a cursor that was not stored means the same messages again, and the house knows them', async () => {
    const { user, settings } = await account();
    for (let n = 0; n < 5; n++) await server.deliver(user, mail(`matter ${n}`));
    const house = ledger();
    const source = folder(settings, 'INBOX', { batch: 2 });
    await source.poll(house.intake, null, never);
    await pollAll(source, house.intake, null);
    expect(house.arrivals).toHaveLength(5);
    expect(house.handed).toBe(7);
  });

  test('a new UIDVALIDITY reads the folder again without doubles', async () => {
    const { user, settings } = await account();
    for (const subject of ['one', 'two', 'three']) await server.deliver(user, mail(subject));
    const house = ledger();
    const source = folder(settings);
    const before = cursorSchema.parse(await pollAll(source, house.intake, null));
    await server.changeUidvalidity(user);
    await server.deliver(user, mail('four'));
    const after = cursorSchema.parse(await pollAll(source, house.intake, before));
    expect(after.uidvalidity).not.toBe(before.uidvalidity);
    expect(house.subjects().sort()).toEqual(['four', 'one', 'three', 'two']);
    expect(house.handed).toBe(7);
  });

  test('goes on after the mail server was restarted or killed', async () => {
    const { user, settings } = await account();
    const house = ledger();
    const source = folder(settings);
    let cursor = await pollAll(source, house.intake, null);
    await server.deliver(user, mail('before'));
    await server.restart();
    cursor = await pollAll(source, house.intake, cursor);
    await server.kill();
    await expect(source.poll(house.intake, cursor, never)).rejects.toThrow(/out of reach/);
    await server.start();
    await server.deliver(user, mail('after'));
    await expect.poll(() => pollAll(source, house.intake, cursor).then(() => house.subjects())).toEqual(['before', 'after']);
  });

  test('a message that the house cannot take stops no other and is taken later', async () => {
    const { user, settings } = await account();
    let time = Date.parse('2026-11-24T09:00:00Z');
    for (const subject of ['good 1', 'bad', 'good 2']) await server.deliver(user, mail(subject));
    let refusals = 0;
    const house = ledger((arrival) => {
      if (subjectOf(arrival) === 'bad' && refusals++ < 3) throw new Error('the house stumbles');
    });
    const source = folder(settings, 'INBOX', { now: () => new Date(time) });
    let cursor = await pollAll(source, house.intake, null);
    expect(house.subjects().sort()).toEqual(['good 1', 'good 2']);
    expect(cursorSchema.parse(cursor).gaps).toEqual([
      { uid: 2, tries: 1, next_try_at: '2026-11-24T09:00:05.000Z', because: 'could not be taken in: Error: the house stumbles' },
    ]);
    await pollAll(source, house.intake, cursor);
    expect(refusals).toBe(1); // its next try is not due yet
    for (const wait_ms of [5_000, 10_000, 20_000]) {
      time += wait_ms;
      cursor = await pollAll(source, house.intake, cursor);
    }
    expect(refusals).toBe(4);
    expect(house.subjects()).toContain('bad');
    expect(cursorSchema.parse(cursor)).toMatchObject({ gaps: [], taken: '1:3' });
  });

  test('when the house takes nothing at all, the poll stops early and forgets nothing', async () => {
    const { user, settings } = await account();
    for (let n = 0; n < 60; n++) await server.deliver(user, mail(`matter ${n}`));
    let down = true;
    let time = Date.parse('2026-11-24T09:00:00Z');
    const house = ledger(() => {
      if (down) throw new Error('no database');
    });
    const source = folder(settings, 'INBOX', { now: () => new Date(time) });
    let cursor = await source.poll(house.intake, null, never);
    expect(cursorSchema.parse(cursor).more).toBe(false);
    down = false;
    time += 60_000;
    cursor = await pollAll(source, house.intake, cursor);
    expect(house.arrivals).toHaveLength(60);
  });

  test('the sweep finds a message below the last number', async () => {
    const { user, settings } = await account();
    for (const subject of ['one', 'two', 'three']) await server.deliver(user, mail(subject));
    const house = ledger();
    const source = folder(settings, 'INBOX', { sweep_seconds: 0 });
    const cursor = cursorSchema.parse(await pollAll(source, ledger().intake, null));
    await pollAll(source, house.intake, { ...cursor, taken: '1,3' });
    expect(house.subjects()).toEqual(['two']);
  });

  test('a gap whose message is gone is asked for again and then given up', async () => {
    const { user, settings } = await account();
    await server.deliver(user, mail('there'));
    let time = Date.parse('2026-11-24T09:00:00Z');
    const source = folder(settings, 'INBOX', { sweep_seconds: 0, now: () => new Date(time) });
    const start = cursorSchema.parse(await pollAll(source, ledger().intake, null));
    const lost = {
      uid: 9,
      tries: 0,
      next_try_at: '2026-11-24T09:00:00.000Z',
      because: 'the mail server left it out of its answer',
    };
    let cursor = { ...start, last_uid: 9, gaps: [lost] };
    for (const tries of [1, 2, 3, 4, 5]) {
      cursor = cursorSchema.parse(await pollAll(source, ledger().intake, cursor));
      expect(cursor.gaps).toMatchObject([{ uid: 9, tries, because: 'the mail server left it out of its answer' }]);
      time += 3_600_000;
    }
    expect(cursorSchema.parse(await pollAll(source, ledger().intake, cursor)).gaps).toEqual([]);
  });

  test('nothing is lost or doubled while the server is killed, its UIDVALIDITY changes and the house stumbles', async () => {
    const { user, settings } = await account();
    const total = 400;
    for (let n = 0; n < total; n++) await server.deliver(user, mail(`matter ${n}`));
    let time = Date.parse('2026-11-24T09:00:00Z');
    const trouble = new Set([30, 90, 91, 150, 230, 310, 380, 500]);
    let ending: Promise<void> | null = null;
    const house = ledger((_arrival, handed) => {
      if (handed % 17 === 0) throw new Error('the house stumbles');
      if (trouble.has(handed))
        ending ??= handed === 230 ? server.changeUidvalidity(user) : server.kill().then(() => server.start());
    });
    const options = { batch: 60, now: () => new Date(time) };
    let source = folder(settings, 'INBOX', options);
    let cursor: Json = null;
    const outages: unknown[] = [];
    for (let round = 0; round < 60; round++) {
      time += 900_000;
      try {
        cursor = JSON.parse(JSON.stringify(await source.poll(house.intake, cursor, never))) as Json;
      } catch (error) {
        outages.push(error);
      }
      await ending;
      ending = null;
      // A process that dies forgets everything but the stored cursor.
      if (round % 4 === 3) source = folder(settings, 'INBOX', options);
    }
    for (const outage of outages) expect(outage).toBeInstanceOf(MailOutOfReach);
    expect(house.handed).toBeGreaterThan(500);
    expect(new Set(house.subjects()).size).toBe(total);
    expect(house.arrivals).toHaveLength(total);
    expect(cursorSchema.parse(cursor)).toMatchObject({ gaps: [], more: false });
  });

  test('takes mail without a Message-ID, and two mails with the same one', async () => {
    const { user, settings } = await account();
    await server.deliver(user, mail('nameless', { id: null }));
    await server.deliver(user, mail('twin', { id: 'same@resident.example', body: 'First words.' }));
    await server.deliver(user, mail('twin', { id: 'same@resident.example', body: 'Other words.' }));
    const house = ledger();
    await pollAll(folder(settings), house.intake, null);
    expect(house.arrivals).toHaveLength(3);
  });

  test('a message over the size limit is handed over in part and marked, never skipped', async () => {
    const { user, settings } = await account();
    await server.deliver(user, mail('huge', { body: 'My words.\r\n' + `${'x'.repeat(76)}\r\n`.repeat(40_000) }));
    await server.deliver(user, mail('small'));
    const house = ledger();
    const source = folder(settings, 'INBOX', { max_bytes: 2 * 1024 * 1024 });
    await pollAll(source, house.intake, null);
    const huge = house.arrivals.find((arrival) => subjectOf(arrival) === 'huge');
    expect(huge?.raw).toHaveLength(1024 * 1024);
    expect(huge?.meta).toMatchObject({ oversize: true, bytes: expect.any(Number) });
    expect(house.subjects()).toContain('small');
    const again = ledger();
    await pollAll(source, again.intake, null);
    expect(again.arrivals.find((arrival) => subjectOf(arrival) === 'huge')?.external_id).toBe(huge?.external_id);
  });

  test('two mailboxes are read apart', async () => {
    const one = await account();
    const two = await account();
    await server.deliver(one.user, mail('for one'));
    await server.deliver(two.user, mail('for two'));
    const house = ledger();
    await Promise.all([pollAll(folder(one.settings), house.intake, null), pollAll(folder(two.settings), house.intake, null)]);
    expect(house.arrivals.map((arrival) => [arrival.source, subjectOf(arrival)]).sort()).toEqual([
      [`${one.user}/INBOX`, 'for one'],
      [`${two.user}/INBOX`, 'for two'],
    ]);
  });

  test('stops when asked, keeping what it took', async () => {
    const { user, settings } = await account();
    for (let n = 0; n < 20; n++) await server.deliver(user, mail(`matter ${n}`));
    const stopping = new AbortController();
    const house = ledger((_arrival, handed) => {
      if (handed === 5) stopping.abort();
    });
    const source = folder(settings);
    const cursor = await source.poll(house.intake, null, stopping.signal);
    expect(house.arrivals.length).toBeLessThan(20);
    await pollAll(source, house.intake, cursor);
    expect(house.arrivals).toHaveLength(20);
  });

  test('a wrong password is named as such, and is not tried again at once', async () => {
    const { user, settings } = await account();
    const source = folder({ ...settings, password: 'mistyped' }, 'INBOX', {}, { last_retry_ms: 300_000 });
    const refused = await source.poll(ledger().intake, null, never).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(MailOutOfReach);
    expect(String(refused)).toContain(`${user}: the mail server refused the login`);
    expect(String(refused)).toContain('MAILBOX_HELLO_PASSWORD');
    expect(String(refused)).not.toContain('mistyped');
    await expect(source.poll(ledger().intake, null, never)).rejects.toBe(refused);
  });

  test('a server that is not there is out of reach, with its address', async () => {
    const { settings } = await account();
    const source = folder({ ...settings, port: 1 });
    await expect(source.poll(ledger().intake, null, never)).rejects.toThrow(
      /127\.0\.0\.1:1 is out of reach .*MAILBOX_HELLO_IMAP_URL/,
    );
  });

  test('a damaged cursor is an error, not a fresh start', async () => {
    const { settings } = await account();
    await expect(folder(settings).poll(ledger().intake, { last_uid: 'x' }, never)).rejects.toThrow(
      /cursor of the folder is damaged/,
    );
  });
});

describe('watching', () => {
  test('hints when connected and when a message comes, and survives a restart of the server', async () => {
    const { user, settings } = await account();
    const stopping = new AbortController();
    let hints = 0;
    let heard = (): void => {};
    const nextHint = (): Promise<void> => new Promise((resolve) => (heard = resolve));
    const hint = (): void => {
      hints += 1;
      heard();
    };
    const connected = nextHint();
    const watching = folder(settings).watch?.(hint, stopping.signal);
    await connected;
    const announced = nextHint();
    await server.deliver(user, mail('announced'));
    await announced;
    const again = nextHint();
    await server.restart();
    await again;
    expect(hints).toBeGreaterThanOrEqual(3);
    stopping.abort();
    await watching;
  });

  test('ends at once when stopped while waiting for a server that is away', async () => {
    const { settings } = await account();
    const stopping = new AbortController();
    const watching = folder({ ...settings, port: 1 }).watch?.(() => {}, stopping.signal);
    setImmediate(() => stopping.abort());
    await expect(watching).resolves.toBeUndefined();
  });
});
