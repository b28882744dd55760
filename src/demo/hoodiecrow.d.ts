/** The part of the small IMAP server that the demonstration uses; the package ships no types. */
declare module 'hoodiecrow-imap' {
  import type { Server } from 'node:net';

  interface Options {
    plugins: string[];
    users: Record<string, { password: string }>;
    storage: Record<string, Record<string, unknown>>;
  }
  interface ImapServer {
    server: Server;
    listen(port: number, host: string, listening: () => void): void;
    close(closed: () => void): void;
    appendMessage(mailbox: string, flags: string[], internaldate: string, raw: string): void;
  }
  export default function hoodiecrow(options: Options): ImapServer;
}
