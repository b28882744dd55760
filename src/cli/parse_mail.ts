/** `triage parse-mail`: shows what the product reads in a raw mail, one by one or a folder at a time. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Contact } from '../../channels/contact.ts';
import { addresses, header, messageIds, readHeaders, receivedDate } from '../../channels/email/headers.ts';
import { openReader, type MailReader } from '../../channels/email/read_mail.ts';
import { InputError, type Io, type Verb } from './verb.ts';

/** What is printed of one mail; the field names are public. */
interface MailLine {
  file: string;
  from: { name: string | null; email: string | null };
  subject: string | null;
  text: string;
  full_text: string;
  message_id: string | null;
  in_reply_to: string | null;
  references: string[];
  automated: boolean;
  automated_because: string | null;
  forwarded_from: { name: string | null; email: string | null; sent_at: string | null } | null;
  attachments: { name: string; type: string; bytes: number }[];
  received_at: string | null;
  held: string | null;
}

/** Mails on the way at once, so that a folder of any size needs little memory. */
const AHEAD = 4;

export const parseMail: Verb = {
  usage: 'parse-mail [--json] DIR | -',
  async run(args, io) {
    const { isJson, path } = parseArgs(args);
    const reader = openReader();
    try {
      if (path === '-') {
        const raw = await readAll(io);
        if (raw.length === 0) throw new InputError('expected one raw mail on standard input; got nothing');
        print(io, await lineOf(reader, '-', raw, null), isJson);
        return 0;
      }
      return await parseFolder(reader, path, isJson, io);
    } finally {
      await reader.close();
    }
  },
};

function parseArgs(args: string[]): { isJson: boolean; path: string } {
  const unknown = args.find((arg) => arg.startsWith('-') && arg !== '-' && arg !== '--json');
  if (unknown) throw new InputError(`expected --json or a folder; got: ${unknown}`);
  const paths = args.filter((arg) => arg !== '--json');
  const [path] = paths;
  if (path === undefined || paths.length > 1)
    throw new InputError(`expected one folder, or - for standard input; got: ${paths.length === 0 ? 'none' : paths.join(' ')}`);
  return { isJson: args.includes('--json'), path };
}

async function readAll(io: Io): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of io.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** Every regular file of the folder and the folders in it, by name; a `NAME.json` beside a mail `NAME` is its expected result, no mail. */
async function mailFiles(dir: string): Promise<string[]> {
  const found = await stat(dir).catch((error: NodeJS.ErrnoException) => error);
  if (found instanceof Error)
    throw new InputError(`expected a folder of raw mails; ${dir} cannot be read (${found.code ?? found.message})`);
  if (!found.isDirectory())
    throw new InputError(`expected a folder of raw mails; ${dir} is a file (give one mail with: parse-mail - < FILE)`);
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(dir, '/').length));
  const all = new Set(names);
  return names.filter((name) => !(name.endsWith('.json') && all.has(name.slice(0, -'.json'.length)))).sort();
}

async function parseFolder(reader: MailReader, dir: string, isJson: boolean, io: Io): Promise<number> {
  const files = await mailFiles(dir);
  const ahead: Promise<MailLine | { file: string; error: string }>[] = [];
  let next = 0;
  while (next < files.length || ahead.length > 0) {
    while (ahead.length < AHEAD && next < files.length) ahead.push(fileLine(reader, dir, files[next++] ?? ''));
    const line = await ahead.shift();
    if (line) print(io, line, isJson);
  }
  return 0;
}

async function fileLine(reader: MailReader, dir: string, file: string): Promise<MailLine | { file: string; error: string }> {
  try {
    const path = join(dir, file);
    const about = await stat(path);
    // A pipe or a device would wait for ever.
    if (!about.isFile()) return { file, error: `expected a regular file; ${file} is none` };
    return await lineOf(reader, file, await readFile(path), about.mtime);
  } catch (error) {
    return { file, error: `expected a readable file; ${error instanceof Error ? error.message : String(error)}` };
  }
}

async function lineOf(reader: MailReader, file: string, raw: Buffer, modified_at: Date | null): Promise<MailLine> {
  // Without a configuration the landlord's addresses are those that the mail was sent to.
  const headers = readHeaders(raw);
  const own = ['delivered-to', 'to'].flatMap((name) => addresses(headers, name, 20)).flatMap((one) => one.email ?? []);
  const contact = await reader.read({ raw }, { addresses: own });
  return inLine(file, raw, contact, modified_at);
}

function inLine(file: string, raw: Buffer, contact: Contact, modified_at: Date | null): MailLine {
  const headers = readHeaders(raw);
  const received_at = receivedDate(headers) ?? modified_at;
  const forwarded = contact.forwarded_from;
  return {
    file,
    from: { name: contact.sender.name, email: contact.sender.email },
    subject: contact.subject,
    text: contact.text,
    full_text: contact.full_text,
    message_id: contact.message_id,
    in_reply_to: header(headers, 'in-reply-to') === null ? null : (messageIds(headers, 'in-reply-to', 1)[0] ?? null),
    references: messageIds(headers, 'references'),
    automated: contact.is_automated,
    automated_because: contact.automated_because,
    forwarded_from: forwarded && { ...forwarded, sent_at: forwarded.sent_at?.toISOString() ?? null },
    attachments: contact.attachments.map(({ name, type, bytes }) => ({ name, type, bytes })),
    received_at: received_at?.toISOString() ?? null,
    held: contact.held,
  };
}

function print(io: Io, line: MailLine | { file: string; error: string }, isJson: boolean): void {
  io.stdout.write(isJson ? `${JSON.stringify(line)}\n` : inProse(line));
}

function inProse(line: MailLine | { file: string; error: string }): string {
  if ('error' in line) return `${line.file}\n  cannot be read: ${line.error}\n\n`;
  const rows = [
    ['from', [line.from.name, line.from.email && `<${line.from.email}>`].filter(Boolean).join(' ') || 'nobody named'],
    ['subject', line.subject ?? 'none'],
    ['received', line.received_at ?? 'not known'],
    ['automated', line.automated_because],
    [
      'forwarded',
      line.forwarded_from &&
        [line.forwarded_from.name, line.forwarded_from.email, line.forwarded_from.sent_at].filter(Boolean).join(', '),
    ],
    ['attached', line.attachments.map(({ name, type, bytes }) => `${name} (${type}, ${bytes} bytes)`).join('; ')],
    ['held', line.held],
  ];
  const told = rows.filter(([, value]) => value).map(([name, value]) => `  ${`${name ?? ''}:`.padEnd(11)}${value ?? ''}`);
  const folded = line.full_text.length - line.text.length;
  const words = line.text === '' ? ['  (no words)'] : line.text.split('\n').map((one) => `  | ${one}`);
  return [
    line.file,
    ...told,
    ...words,
    ...(folded > 0 ? [`  (${folded} further characters of history, signature or attachments are folded)`] : []),
    '',
    '',
  ].join('\n');
}
