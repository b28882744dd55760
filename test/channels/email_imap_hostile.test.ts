/** Mail servers that misbehave, played by a small stand-in: throttling, busy logins, silence, cut lines, false sizes. */
import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { MailOutOfReach, openAccount, type Timing } from '../../channels/email/account.ts';
import { cursorSchema } from '../../channels/email/cursor.ts';
import { openFolder } from '../../channels/email/imap.ts';
import { ledger, mail, mailbox, pollAll } from '../support/mailbox.ts';

const never = new AbortController().signal;
const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** What the stand-in says to a command; `$` is the tag. Null falls back to a server with an empty INBOX. */
type Reply = (command: string, socket: Socket) => string | null;

const USUAL: [RegExp, string][] = [
  [/^CAPABILITY/, '* CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN\r\n$ OK done'],
  [/^(AUTHENTICATE|LOGIN)/, '$ OK [CAPABILITY IMAP4rev1] welcome'],
  [/^LIST/, '* LIST () "/" INBOX\r\n$ OK done'],
  [/^(EXAMINE|SELECT)/, '* 2 EXISTS\r\n* OK [UIDVALIDITY 7] fine\r\n* OK [UIDNEXT 3] fine\r\n$ OK [READ-ONLY] done'],
];

async function standIn(reply: Reply): Promise<{ port: number; server: Server }> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy()); // the client hung up first
    socket.write('* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] ready\r\n');
    let waiting = '';
    socket.on('data', (chunk: Buffer) => {
      waiting += chunk.toString('latin1');
      for (let end = waiting.indexOf('\r\n'); end !== -1; end = waiting.indexOf('\r\n')) {
        const line = waiting.slice(0, end);
        waiting = waiting.slice(end + 2);
        const space = line.indexOf(' ');
        const tag = line.slice(0, space);
        const command = line.slice(space + 1);
        const usual = USUAL.find(([pattern]) => pattern.test(command))?.[1] ?? '$ OK done';
        const said = reply(command, socket) ?? usual;
        if (said !== '' && !socket.destroyed) socket.write(`${said.replaceAll('$', () => tag)}\r\n`, 'latin1');
      }
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('expected a TCP port');
  return { port: address.port, server };
}

async function inbox(reply: Reply, timing: Partial<Timing> = {}, max_bytes = 1024 * 1024) {
  const { port } = await standIn(reply);
  let time = Date.parse('2026-11-24T09:00:00Z');
  const now = (): Date => new Date(time);
  const source = openFolder(openAccount(mailbox(port), { max_bytes, now, timing }), 'INBOX', {
    max_bytes,
    sweep_seconds: 3600,
    now,
  });
  closing.push(() => source.close());
  return { source, wait: (ms: number) => (time += ms) };
}

describe('a server that', () => {
  test('throttles a login is obeyed for as long as it says', async () => {
    let logins = 0;
    const { source, wait } = await inbox(
      (command) => {
        if (!/^(AUTHENTICATE|LOGIN)/.test(command)) return null;
        return ++logins === 1 ? '$ BAD Request is throttled. Suggested Backoff Time: 90000 milliseconds' : null;
      },
      { socket_ms: 100 }, // half of it is waited on the open line
    );
    const first = await source.poll(ledger().intake, null, never).catch((error: unknown) => error);
    expect(first).toBeInstanceOf(MailOutOfReach);
    expect(String(first)).toMatch(/asks us to slow down/);
    expect((first as MailOutOfReach).retry_at).toEqual(new Date('2026-11-24T09:01:29.950Z'));
    wait(89_000);
    await expect(source.poll(ledger().intake, null, never)).rejects.toBe(first);
    expect(logins).toBe(1);
    wait(1_000);
    await source.poll(ledger().intake, null, never).catch((error: unknown) => error);
    expect(logins).toBe(2);
  });

  test.each(['[UNAVAILABLE] Backend is away', '[ALERT] Too many simultaneous connections. (Failure)'])(
    'is too busy for a login is not taken for a wrong password: %s',
    async (words) => {
      const { source } = await inbox((command) => (/^(AUTHENTICATE|LOGIN)/.test(command) ? `$ NO ${words}` : null));
      const error = await source.poll(ledger().intake, null, never).catch((caught: unknown) => caught);
      expect(String(error)).toMatch(/takes no login at the moment .*tried again by itself/);
      expect((error as MailOutOfReach).retry_at.getTime()).toBeLessThanOrEqual(Date.parse('2026-11-24T09:00:01Z'));
    },
  );

  test('fails again and again is waited for twice as long each time, up to the limit', async () => {
    const { source, wait } = await inbox((_command, socket) => {
      socket.destroy();
      return '';
    });
    const waits: number[] = [];
    let time = Date.parse('2026-11-24T09:00:00Z');
    for (let n = 0; n < 12; n++) {
      const error = (await source.poll(ledger().intake, null, never).catch((caught: unknown) => caught)) as MailOutOfReach;
      const wait_ms = error.retry_at.getTime() - time;
      waits.push(wait_ms);
      wait(wait_ms);
      time += wait_ms;
    }
    for (const [n, wait_ms] of waits.entries()) {
      const most = Math.min(1_000 * 2 ** n, 300_000);
      expect(wait_ms).toBeGreaterThanOrEqual(most / 2);
      expect(wait_ms).toBeLessThanOrEqual(most);
    }
  });

  test('keeps silent is left after the time limit', async () => {
    const { source } = await inbox((command) => (command.startsWith('EXAMINE') ? '' : null), { socket_ms: 150 });
    await expect(source.poll(ledger().intake, null, never)).rejects.toThrow(/out of reach/);
  });

  test('keeps silent is left when we are asked to stop', async () => {
    const stopping = new AbortController();
    const { source } = await inbox((command) => {
      if (!command.startsWith('EXAMINE')) return null;
      stopping.abort();
      return '';
    });
    await expect(source.poll(ledger().intake, null, stopping.signal)).rejects.toThrow(/abort/i);
  });

  test('breaks the line at one message loses only that one, and it is tried again', async () => {
    let mended = false;
    const { source, wait } = await inbox((command, socket) => {
      if (command.startsWith('UID SEARCH')) return '* SEARCH 1 2\r\n$ OK done';
      if (/^UID FETCH .*RFC822.SIZE/.test(command)) return answers(command, (uid) => `UID ${uid} RFC822.SIZE 200`);
      if (!command.startsWith('UID FETCH')) return null;
      if (!mended && numbers(command).includes(1)) {
        socket.destroy();
        return '';
      }
      return answers(
        command,
        (uid) => `UID ${uid} INTERNALDATE "24-Nov-2026 08:00:00 +0000" BODY[]<0> ${literal(mail(`number ${uid}`))}`,
      );
    });
    const house = ledger();
    const cursor = await pollAll(source, house.intake, null);
    expect(house.subjects()).toEqual(['number 2']);
    expect(cursorSchema.parse(cursor)).toMatchObject({
      taken: '2',
      gaps: [{ uid: 1, tries: 1, because: expect.stringContaining('could not be fetched') }],
    });
    mended = true;
    wait(5_000);
    expect(cursorSchema.parse(await pollAll(source, house.intake, cursor))).toMatchObject({ taken: '1:2', gaps: [] });
    expect(house.subjects()).toEqual(['number 2', 'number 1']);
  });

  test('leaves a message out of its answers is asked again', async () => {
    let left_out = 1;
    const { source, wait } = await inbox((command) => {
      if (command.startsWith('UID SEARCH')) return '* SEARCH 1 2\r\n$ OK done';
      if (/^UID FETCH .*RFC822.SIZE/.test(command)) return answers(command, (uid) => `UID ${uid} RFC822.SIZE 200`);
      if (!command.startsWith('UID FETCH')) return null;
      return answers(command, (uid) =>
        uid === left_out
          ? null
          : `UID ${uid} INTERNALDATE "24-Nov-2026 08:00:00 +0000" BODY[]<0> ${literal(mail(`number ${uid}`))}`,
      );
    });
    const house = ledger();
    const cursor = await pollAll(source, house.intake, null);
    expect(cursorSchema.parse(cursor).gaps).toMatchObject([{ uid: 1, because: 'the mail server left it out of its answer' }]);
    left_out = 0;
    wait(5_000);
    await pollAll(source, house.intake, cursor);
    expect(house.subjects()).toEqual(['number 2', 'number 1']);
  });

  test('answers a part of several messages with only the first is asked for each alone', async () => {
    const { source } = await inbox((command) => {
      if (command.startsWith('UID SEARCH')) return '* SEARCH 1 2\r\n$ OK done';
      if (/^UID FETCH .*RFC822.SIZE/.test(command)) return answers(command, (uid) => `UID ${uid} RFC822.SIZE 200`);
      if (!command.startsWith('UID FETCH')) return null;
      const [first] = numbers(command);
      return answers(
        command,
        (uid) =>
          `UID ${uid} INTERNALDATE "24-Nov-2026 08:00:00 +0000" BODY[]<0> ${literal(uid === first ? mail(`number ${uid}`) : '')}`,
      );
    });
    const house = ledger();
    expect(cursorSchema.parse(await pollAll(source, house.intake, null))).toMatchObject({ taken: '1:2', gaps: [] });
    expect(house.subjects()).toEqual(['number 1', 'number 2']);
  });

  test('refuses to search an empty folder is not asked to (1:* is BAD there on some)', async () => {
    const { source } = await inbox((command) => {
      if (command.startsWith('EXAMINE')) return '* 0 EXISTS\r\n* OK [UIDVALIDITY 7] fine\r\n$ OK [READ-ONLY] done';
      return command.startsWith('UID') ? '$ BAD Invalid messageset' : null;
    });
    expect(cursorSchema.parse(await pollAll(source, ledger().intake, null))).toMatchObject({ last_uid: 0, more: false });
  });

  test('refuses to search a folder with mail is an error, not an empty folder', async () => {
    const { source } = await inbox((command) => (command.startsWith('UID SEARCH') ? '$ NO [SERVERBUG] Internal error' : null));
    await expect(source.poll(ledger().intake, null, never)).rejects.toThrow(/refused to list INBOX/);
  });

  test('names the last message for every range brings it only once', async () => {
    const { source } = await inbox((command) => {
      if (command.startsWith('UID SEARCH')) return '* SEARCH 2\r\n$ OK done';
      if (/^UID FETCH .*RFC822.SIZE/.test(command)) return answers(command, (uid) => `UID ${uid} RFC822.SIZE 200`);
      if (!command.startsWith('UID FETCH')) return null;
      return answers(
        command,
        (uid) => `UID ${uid} INTERNALDATE "24-Nov-2026 08:00:00 +0000" BODY[]<0> ${literal(mail(`number ${uid}`))}`,
      );
    });
    const house = ledger();
    const cursor = await pollAll(source, house.intake, null);
    await pollAll(source, house.intake, cursor);
    expect(house.handed).toBe(1);
  });

  test('an empty answer for a message that has a size is asked for again and never taken for the message', async () => {
    let alone = 0;
    const { source } = await inbox((command) => {
      if (command.startsWith('UID SEARCH')) return '* SEARCH 1 2 3\r\n$ OK done';
      if (/^UID FETCH .*RFC822.SIZE/.test(command)) return answers(command, (uid) => `UID ${uid} RFC822.SIZE 200`);
      if (!command.startsWith('UID FETCH')) return null;
      const is_alone = numbers(command).length === 1;
      alone += is_alone ? 1 : 0;
      // Message 3 is empty however it is asked for.
      return answers(command, (uid) => {
        const raw = (uid === 1 || is_alone) && uid !== 3 ? mail(`number ${uid}`, { body: 'x'.repeat(150) }) : '';
        return `UID ${uid} INTERNALDATE "24-Nov-2026 08:00:00 +0000" BODY[]<0> ${literal(raw)}`;
      });
    });
    const house = ledger();
    const cursor = await pollAll(source, house.intake, null);
    expect(house.handed).toBe(2);
    expect(alone).toBeGreaterThan(0);
    expect(JSON.stringify(cursor)).toContain('left it out of its answer');
  });

  test('lies about sizes cannot make us hold more than the limit', async () => {
    const body = 'x'.repeat(3 * 1024 * 1024);
    const { source } = await inbox((command) => {
      if (command.startsWith('UID SEARCH')) return '* SEARCH 1 2\r\n$ OK done';
      if (/^UID FETCH .*RFC822.SIZE/.test(command)) return answers(command, (uid) => `UID ${uid} RFC822.SIZE 10`);
      if (!command.startsWith('UID FETCH')) return null;
      const most = Number(/<0\.(\d+)>/.exec(command)?.[1]);
      return answers(
        command,
        (uid) =>
          `UID ${uid} INTERNALDATE "24-Nov-2026 08:00:00 +0000" BODY[]<0> ${literal(mail(`number ${uid}`, { body }).slice(0, most))}`,
      );
    });
    const house = ledger();
    await pollAll(source, house.intake, null);
    expect(house.arrivals.map(({ raw, meta }) => [raw.length, meta])).toEqual([
      [1024 * 1024, expect.objectContaining({ oversize: true })],
      [1024 * 1024, expect.objectContaining({ oversize: true })],
    ]);
  });
});

function numbers(command: string): number[] {
  return (/^UID FETCH ([\d,:]+)/.exec(command)?.[1] ?? '').split(',').flatMap((part) => {
    const [first = 0, last = first] = part.split(':').map(Number);
    return Array.from({ length: last - first + 1 }, (_, n) => first + n);
  });
}

function answers(command: string, each: (uid: number) => string | null): string {
  const lines = numbers(command).flatMap((uid) => {
    const said = each(uid);
    return said === null ? [] : [`* ${uid} FETCH (${said})`];
  });
  return [...lines, '$ OK done'].join('\r\n');
}

function literal(text: string): string {
  return `{${text.length}}\r\n${text}`;
}
