/** A mail server on loopback for the demonstration: SMTP in, IMAP out, in this process. */
import type { AddressInfo } from 'node:net';
import hoodiecrow from 'hoodiecrow-imap';
import { SMTPServer } from 'smtp-server';

export const DEMO_ADDRESS = 'hello@connexus.example';
export const DEMO_PASSWORD = 'demonstration';

export interface MailServer {
  smtp_port: number;
  imap_port: number;
  /** Addresses of letters that the product sent to residents. */
  onLetter(listener: (to: string, subject: string) => void): void;
  close(): Promise<void>;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `24-Nov-2026 17:30:00 +0000`, as IMAP writes it. */
function imapDate(at: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const day = `${two(at.getUTCDate())}-${MONTHS[at.getUTCMonth()] ?? ''}-${at.getUTCFullYear()}`;
  return `${day} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())} +0000`;
}

export async function openMailServer(): Promise<MailServer> {
  const uidvalidity = Math.floor(Date.now() / 1000);
  const imap = hoodiecrow({
    plugins: ['ID', 'SASL-IR', 'AUTH-PLAIN', 'NAMESPACE', 'IDLE', 'ENABLE', 'UIDPLUS', 'UNSELECT', 'SPECIAL-USE', 'LITERALPLUS'],
    users: { [DEMO_ADDRESS]: { password: DEMO_PASSWORD } },
    // Its folders are new at every start, and a new UIDVALIDITY says so.
    storage: {
      INBOX: { messages: [], uidvalidity },
      '': { separator: '/', folders: { Junk: { 'special-use': '\\Junk', uidvalidity } } },
    },
  });
  const letters: ((to: string, subject: string) => void)[] = [];
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString('latin1');
        const to = session.envelope.rcptTo.map((one) => one.address.toLowerCase());
        // Answers carry a token after the plus sign, as on a real server.
        const is_ours = to.some((address) => address.replace(/\+[^@]*@/, '@') === DEMO_ADDRESS);
        if (is_ours) imap.appendMessage('INBOX', [], imapDate(new Date()), raw);
        else for (const listener of letters) listener(to.join(', '), /^subject: (.*)$/im.exec(raw)?.[1]?.trim() ?? '');
        callback();
      });
    },
  });
  await new Promise<void>((done) => imap.listen(0, '127.0.0.1', done));
  await new Promise<void>((done) => smtp.listen(0, '127.0.0.1', done));
  return {
    smtp_port: (smtp.server.address() as AddressInfo).port,
    imap_port: (imap.server.address() as AddressInfo).port,
    onLetter: (listener) => letters.push(listener),
    async close() {
      await new Promise<void>((done) => smtp.close(done));
      // Its connections end with the process; waiting for clients that idle would never end.
      imap.close(() => undefined);
    },
  };
}
