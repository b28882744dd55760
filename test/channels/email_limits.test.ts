/** Sends what would hang or burst a mail reader: every mail comes back, with its words, in bounded time and memory. */
import { afterAll, expect, test } from 'vitest';
import fc from 'fast-check';
import { readFileSync, readdirSync } from 'node:fs';
import { ATTACHMENT_LIMITS } from '../../channels/email/attachments.ts';
import { openPool } from '../../channels/email/mime_pool.ts';
import { openReader, salvaged } from '../../channels/email/read_mail.ts';
import { readBytes } from '../../channels/email/reading.ts';
import { externalId } from '../../channels/email/identity.ts';

const reader = openReader({ size: 1, timeout_ms: 15_000 });
afterAll(() => reader.close());

const HEAD = 'From: Ann <ann@resident.example>\r\nSubject: Boiler\r\nMIME-Version: 1.0\r\n';
const plain = (body: string): string => `${HEAD}Content-Type: text/plain; charset=utf-8\r\n\r\n${body}`;
const html = (body: string): string => `${HEAD}Content-Type: text/html; charset=utf-8\r\n\r\n${body}`;
const parts = (count: number): string =>
  `${HEAD}Content-Type: multipart/mixed; boundary=bb\r\n\r\n${Array.from({ length: count }, (_, at) => `--bb\r\nContent-Type: text/plain\r\n\r\nword${at} here\r\n`).join('')}--bb--\r\n`;
const read = async (raw: string | Buffer) =>
  await reader.read({ raw: Buffer.isBuffer(raw) ? raw : Buffer.from(raw) }, { addresses: [] });

test('a mail of 2,000 parts yields the words of all', async () => {
  const contact = await read(parts(2_000));
  expect(contact.held).toBeNull();
  expect(contact.text).toContain('word0 here');
  expect(contact.text).toContain('word1999 here');
});

test('a mail of 6,000 parts says that not all are shown', async () => {
  const contact = await read(parts(6_000));
  expect(contact.text).toContain('word4999 here');
  expect(contact.held).toMatch(/more than 5000 parts/);
});

test('a mail of 25 MB with a photograph yields its words and the photograph', async () => {
  const photo = `${'QUJD'.repeat(19)}\r\n`.repeat(320_000);
  const contact = await read(
    `${HEAD}Content-Type: multipart/mixed; boundary=bb\r\n\r\n--bb\r\n\r\nThe ceiling fell.\r\n--bb\r\nContent-Type: image/jpeg\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=a.jpg\r\n\r\n${photo}--bb--\r\n`,
  );
  expect(contact.text).toBe('The ceiling fell.');
  expect(contact.held).toBeNull();
  expect(contact.attachments.map(({ name, bytes, content }) => [name, bytes, content?.length])).toEqual([
    ['a.jpg', 18_240_000, 18_240_000],
  ]);
});

test('an attachment over the cap is listed with its size and hash, its content left in the raw mail', async () => {
  const small = openReader({ size: 1, attachments: { max_bytes: 3, max_count: 1 } });
  const file = (name: string): string =>
    `--bb\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename=${name}\r\n\r\n12345\r\n`;
  const contact = await small.read(
    { raw: Buffer.from(`${HEAD}Content-Type: multipart/mixed; boundary=bb\r\n\r\n${file('a.pdf')}${file('b.pdf')}--bb--\r\n`) },
    { addresses: [] },
  );
  await small.close();
  expect(contact.attachments).toHaveLength(1);
  expect(contact.attachments[0]).toMatchObject({ name: 'a.pdf', bytes: 5, content: null });
  expect(contact.attachments[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
});

test.each([
  ['1 MB in one header', `X-Junk: ${'a'.repeat(1_200_000)}\r\n${plain('The ceiling fell.')}`],
  ['1 MB of headers', `${'X-Junk: abc\r\n'.repeat(100_000)}${plain('The ceiling fell.')}`],
  ['a thousand recipients', `To: ${'a <b@c.example>, '.repeat(20_000)}\r\n${plain('The ceiling fell.')}`],
  ['HTML 5,000 deep', html(`${'<div>'.repeat(5_000)}The ceiling fell.`)],
  ['nested tables', html(`${'<table><tr><td>'.repeat(2_000)}The ceiling fell.`)],
  ['20 MB of flat HTML', html(`The ceiling fell.${'<p>more words</p>'.repeat(1_200_000)}`)],
  ['tags never closed', html(`The ceiling fell.${'<a '.repeat(500_000)}`)],
  ['comments never closed', html(`The ceiling fell.${'<!-- '.repeat(300_000)}`)],
  ['scripts never closed', html(`The ceiling fell.${'<script '.repeat(300_000)}`)],
  ['hidden elements never closed', html(`The ceiling fell.${'<div style="display:none">'.repeat(50_000)}`)],
  ['attributions that never end', plain(`The ceiling fell.\n${'On Mon, 3 Nov 2026 at 10:00 a@b\n'.repeat(100_000)}`)],
  ['header blocks without end', plain(`The ceiling fell.\n\n${'From: a\n'.repeat(100_000)}`)],
  ['signature rules without end', plain(`The ceiling fell.\n${'-- \nabc\n'.repeat(100_000)}`)],
  ['a line of marks', plain(`The ceiling fell.\n${'>'.repeat(2_000_000)}`)],
  ['25 MB of text', plain(`The ceiling fell.\n${'and it leaks, she says.\r\n'.repeat(1_000_000)}`)],
  ['one line of 10 MB', plain(`The ceiling fell. ${'x'.repeat(10_000_000)}`)],
  ['spaces', plain(`The ceiling fell.${' '.repeat(3_000_000)}x`)],
])('%s still yields the words', async (_, raw) => {
  const contact = await read(raw);
  expect(contact.text).toContain('The ceiling fell.');
  expect(contact.held ?? '').not.toMatch(/stopped|failed/);
  expect(contact.sender.email).toBe('ann@resident.example');
});

test('a mail that takes too long is held with a reason and its first words, and the next is read as usual', async () => {
  const hasty = openReader({ size: 1, timeout_ms: 1 });
  const contact = await hasty.read({ raw: Buffer.from(plain('The ceiling fell.')) }, { addresses: [] });
  await hasty.close();
  expect(contact.held).toMatch(/^Reading was stopped after \d+ seconds\. .*raw mail is kept whole\.$/);
  expect(contact.text).toContain('The ceiling fell.');
  expect(contact.subject).toBe('Boiler');
  expect((await read(plain('Next.'))).text).toBe('Next.');
});

test('a thread that bursts its memory is replaced', async () => {
  const pool = openPool({ size: 1, timeout_ms: 15_000, memory_mb: 48 });
  const options = { own_addresses: [], attachments: ATTACHMENT_LIMITS, level: 'full' as const };
  const bursting = pool.read(Buffer.from(html('<p>words <b>here</b></p>'.repeat(40_000))), options);
  await expect(bursting).rejects.toThrow(/memory|cut off|failed/i);
  const again = await pool.read(Buffer.from(plain('Small.')), options);
  await pool.close();
  expect(again.text).toBe('Small.');
});

test('a closed pool refuses, and says so', async () => {
  const pool = openPool({ size: 1, timeout_ms: 1_000, memory_mb: 64 });
  await pool.close();
  await expect(pool.read(Buffer.from('x'), { own_addresses: [], attachments: ATTACHMENT_LIMITS, level: 'full' })).rejects.toThrow(
    'Reading has ended.',
  );
});

const OPTIONS = { own_addresses: ['hello@connexus.example'], attachments: ATTACHMENT_LIMITS };
const isSound = async (raw: Buffer, level: 'full' | 'plain'): Promise<void> => {
  const contact = await readBytes(raw, { ...OPTIONS, level });
  expect(contact.text).toBe(contact.text.normalize('NFC'));
  expect(contact.text.isWellFormed() && contact.full_text.isWellFormed()).toBe(true);
  expect(contact.text + contact.full_text + (contact.subject ?? '') + (contact.html ?? '')).not.toMatch(
    /(?![\t\n])\p{Cc}|[\u202A-\u202E\u2066-\u2069]/u,
  );
  for (const one of contact.attachments) expect(one.name).toMatch(/^[^\\/\p{Cc}]{1,120}$/u);
  expect(salvaged(raw, 'Because.').held).toMatch(/^Because\./);
  expect(externalId(raw, new Date(0))).toMatch(/^[0-9a-f]{64}$/);
};

test('any bytes are read without an exception', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 3_000 }),
      fc.constantFrom('full' as const, 'plain' as const),
      async (bytes, level) => {
        await isSound(Buffer.from(bytes), level);
      },
    ),
    { numRuns: 300 },
  );
});

const FOLDER = new URL('../fixtures/mail/', import.meta.url);
const mails = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.eml'))
  .map((name) => readFileSync(new URL(name, FOLDER)));

test('any mail with pieces cut out, doubled, swapped or overwritten is read without an exception', async () => {
  const change = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(200),
    bytes: fc.uint8Array({ maxLength: 20 }),
    isDoubled: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...mails), fc.array(change, { minLength: 1, maxLength: 6 }), async (mail, changes) => {
      let raw = mail;
      for (const { at, length, bytes, isDoubled } of changes) {
        const from = Math.floor(at * raw.length);
        raw = Buffer.concat([
          raw.subarray(0, from),
          bytes,
          isDoubled ? raw.subarray(from, from + length) : Buffer.alloc(0),
          raw.subarray(isDoubled ? from : from + length),
        ]);
      }
      await isSound(raw, 'full');
    }),
    { numRuns: 400 },
  );
});
