/** Holds the reading of mail to more than 250 awkward mails: what must be in the new words, what must not, and the whole result beside each. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Readable, Writable } from 'node:stream';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openReader } from '../../channels/email/read_mail.ts';
import { runCommand } from '../../src/cli/index.ts';

const FOLDER = new URL('../fixtures/mail/', import.meta.url);
/** What was planted in each mail, written down before it was read: results alone would only repeat what the code does. */
const plantedSchema = z.record(
  z.string(),
  z.strictObject({
    says: z.array(z.string()),
    not: z.array(z.string()).optional(),
    held: z.boolean().optional(),
    automated: z.boolean().optional(),
    forwarded: z.string().optional(),
    sent_at: z.string().optional(),
    subject: z.string().optional(),
    from_name: z.string().optional(),
    from_email: z.string().optional(),
    files: z.array(z.string()).optional(),
    types: z.array(z.string()).optional(),
  }),
);
const planted = plantedSchema.parse(JSON.parse(readFileSync(new URL('email_planted.json', import.meta.url), 'utf8')));
/** The planted facts in the shape of a contact; what is not told must not be there. */
function expected(told: z.infer<typeof plantedSchema>[string]): object {
  return {
    is_automated: told.automated ?? false,
    forwarded_from:
      told.forwarded === undefined
        ? null
        : { email: told.forwarded, ...(told.sent_at === undefined ? {} : { sent_at: new Date(told.sent_at) }) },
    ...(told.subject === undefined ? {} : { subject: told.subject }),
    ...(told.from_name === undefined ? {} : { sender: { name: told.from_name } }),
    ...(told.from_email === undefined ? {} : { sender: { email: told.from_email } }),
    ...(told.files === undefined ? {} : { names: told.files }),
    ...(told.types === undefined ? {} : { types: told.types }),
  };
}

const files = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.eml'))
  .sort();

const reader = openReader({ size: 1 });
afterAll(() => reader.close());

test('every mail of the folder says what was planted in it, and there are at least 150', () => {
  expect(files.length).toBeGreaterThanOrEqual(150);
  expect(Object.keys(planted).sort()).toEqual(files);
});

describe('the new words of a mail', () => {
  test.each(files)('%s', async (file) => {
    const told = planted[file];
    if (!told) throw new Error(`${file} is not in email_planted.json`);
    const contact = await reader.read({ raw: readFileSync(new URL(file, FOLDER)) }, { addresses: ['hello@connexus.example'] });
    const spaced = (text: string): string => text.replace(/\s+/g, ' ');
    const found = {
      ...contact,
      names: contact.attachments.map((one) => one.name),
      types: contact.attachments.map((one) => one.type),
    };
    for (const words of told.says) {
      expect(spaced(contact.text)).toContain(spaced(words));
      expect(spaced(contact.full_text)).toContain(spaced(words));
    }
    for (const words of told.not ?? []) expect(contact.text).not.toContain(words);
    expect(found).toMatchObject(expected(told));
    expect(contact.held ?? 'Read whole.').toMatch(/^[A-Z].*\.$/s);
    expect(contact.held !== null).toBe(told.held ?? false);
    expect(found.automated_because === null).toBe(!found.is_automated);
    expect(contact.text).toBe(contact.text.normalize('NFC'));
    expect(contact.text + contact.full_text + (contact.subject ?? '')).not.toMatch(/[\0\u202A-\u202E\u2066-\u2069\r]/);
    expect(contact.html ?? '').not.toMatch(/<(?:script|img|iframe|form|input|style|link)|javascript:|url\(|\son\w+=/i);
  });
});

test('parse-mail gives the result beside each mail', async () => {
  const printed: string[] = [];
  const stdout = new Writable({ write: (chunk, _, done) => (printed.push(String(chunk)), done()) });
  const code = await runCommand(['parse-mail', '--json', FOLDER.pathname], {
    stdin: Readable.from([]),
    stdout,
    stderr: stdout,
    env: {},
  });
  expect(code).toBe(0);
  const lines = printed
    .join('')
    .trimEnd()
    .split('\n')
    .map((line) => z.looseObject({ file: z.string(), received_at: z.string().nullable() }).parse(JSON.parse(line)));
  expect(lines.map((line) => line.file)).toEqual(files);
  const wrong: string[] = [];
  for (const line of lines) {
    const golden = new URL(`${line.file}.json`, FOLDER);
    // Without a Received header it is the file's own time, which no result can foretell.
    const stable = readFileSync(new URL(line.file, FOLDER)).includes('Received: from')
      ? line
      : { ...line, received_at: 'the time of the file' };
    const text = `${JSON.stringify(stable, null, 1)}\n`;
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(golden, text);
    else if (!existsSync(golden) || readFileSync(golden, 'utf8') !== text) wrong.push(`${line.file}\n${text}`);
  }
  expect(wrong.join('\n'), 'look at each difference; if it is right, run again with UPDATE_GOLDEN=1').toBe('');
});
