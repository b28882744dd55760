/** The mail channel: mail in from any IMAP server, letters out over SMTP. */
import type { Arrival, Channel, Contact } from '../contact.ts';
import { openAccount, type Timing } from './account.ts';
import { checkEmail } from './check.ts';
import type { EmailSettings } from './env.ts';
import { openFolder } from './imap.ts';
import { readMail } from './read_mail.ts';
import { openSmtp, type SmtpTiming } from './smtp.ts';

export { emailEnv, readEmailEnv } from './env.ts';
export type { EmailSettings, Env, Fault } from './env.ts';
export { boxVariables, VARIABLES } from './variables.ts';
export type { Variable } from './variables.ts';

export interface EmailOptions {
  timing?: Partial<Timing>;
  smtp_timing?: Partial<SmtpTiming>;
  /** Given by tests. */
  now?: () => Date;
  /** Messages after which a poll returns. */
  batch?: number;
}

/** One source for each folder of each mailbox; `send` only where sending is configured. Nothing connects before it is used. */
export function openEmail(settings: EmailSettings, options: EmailOptions = {}): Channel {
  const { max_bytes, sweep_seconds } = settings;
  const account_options = {
    max_bytes,
    ...(options.timing && { timing: options.timing }),
    ...(options.now && { now: options.now }),
  };
  const folder_options = { ...account_options, sweep_seconds, ...(options.batch !== undefined && { batch: options.batch }) };
  const sources = settings.mailboxes.flatMap((box) => {
    const account = openAccount(box, account_options);
    return box.folders.map((folder) => openFolder(account, folder, folder_options));
  });
  const smtp = settings.smtp ? openSmtp(settings.smtp, options.smtp_timing) : null;
  const from = settings.smtp ? [settings.smtp.from.address.toLowerCase()] : [];
  const addresses = [...new Set([...from, ...settings.mailboxes.flatMap((box) => box.addresses)])];
  return {
    serves: ['email'],
    addresses,
    read: async (arrival) => withOversize(await readMail(arrival, { addresses }), arrival),
    sources,
    ...(smtp && { send: (letter, signal) => smtp.send(letter, signal) }),
    check: () => checkEmail(settings, smtp, account_options),
    async close() {
      for (const source of sources) source.close();
      await smtp?.close();
    },
  };
}

/** Of a message over the size limit only the beginning is kept: a person is told where the rest is. */
function withOversize(contact: Contact, { meta, source }: Arrival): Contact {
  if (meta === null || typeof meta !== 'object' || Array.isArray(meta) || meta.oversize !== true) return contact;
  const megabytes = Math.ceil(Number(meta.bytes) / (1024 * 1024));
  const because = `Too large to keep whole (${megabytes} MB): only its beginning is here, the rest is in ${source ?? 'the mailbox'}.`;
  return { ...contact, held: contact.held === null ? because : `${because} ${contact.held}` };
}
