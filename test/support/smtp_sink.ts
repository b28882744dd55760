/** A mail server for letters, on loopback, that keeps what it is given or fails exactly where a test tells it to. */
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

/** Where and how a conversation goes wrong; null where all goes well. */
export interface Trouble {
  /** Replies in place of the usual ones, for example `{ RCPT: '550 5.1.1 no such person' }`; DOT is the answer to the whole letter. */
  replies?: Partial<Record<'GREETING' | 'EHLO' | 'AUTH' | 'MAIL' | 'RCPT' | 'DATA' | 'DOT', string>>;
  /** Ends the connection: at a command, inside the body, or after the final dot and before any answer. */
  cut_at?: 'GREETING' | 'MAIL' | 'RCPT' | 'DATA' | 'BODY' | 'DOT';
  /** Keeps silent from there on. */
  silent_at?: 'DOT' | 'DATA';
}

export interface SinkLetter {
  from: string;
  to: string[];
  /** As received, dots unstuffed. */
  raw: string;
}

export interface SmtpSink {
  port: number;
  letters: SinkLetter[];
  /** AUTH lines, as sent. */
  logins: string[];
  trouble: Trouble | null;
  /** Accepts this password by PLAIN, or these XOAUTH2 tokens; null lets everybody in and offers no AUTH. */
  accept: { password?: string; tokens?: () => string[] } | null;
  /** EHLO lines besides AUTH, for example `SIZE 1000`. */
  extensions: string[];
  connections(): number;
  close(): Promise<void>;
}

/** @param port a port that an earlier one had, so that it seems to come back; 0 for any */
export async function startSmtpSink(port = 0): Promise<SmtpSink> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy()); // the client hung up first
    converse(socket, sink);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('expected a TCP port');
  const sink: SmtpSink = {
    port: address.port,
    letters: [],
    logins: [],
    trouble: null,
    accept: null,
    extensions: ['PIPELINING', '8BITMIME', 'SMTPUTF8'],
    connections: () => sockets.size,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
  return sink;
}

function converse(socket: Socket, sink: SmtpSink): void {
  let letter: SinkLetter = { from: '', to: [], raw: '' };
  let in_body = false;
  let waiting = '';
  const at = (place: NonNullable<Trouble['cut_at']>): boolean => {
    if (sink.trouble?.cut_at !== place) return false;
    socket.destroy();
    return true;
  };
  const say = (place: keyof NonNullable<Trouble['replies']>, usual: string): boolean => {
    const reply = sink.trouble?.replies?.[place] ?? usual;
    socket.write(`${reply}\r\n`);
    return reply === usual;
  };

  function command(line: string): void {
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === 'EHLO' || verb === 'HELO') {
      const auth = sink.accept ? ['AUTH PLAIN XOAUTH2'] : [];
      const lines = ['sink.example', ...sink.extensions, ...auth];
      say('EHLO', lines.map((text, n) => `250${n === lines.length - 1 ? ' ' : '-'}${text}`).join('\r\n'));
    } else if (verb === 'AUTH') {
      sink.logins.push(line);
      say('AUTH', lets(sink, line) ? '235 2.7.0 welcome' : '535 5.7.8 authentication failed');
    } else if (verb === 'MAIL') {
      if (at('MAIL')) return;
      letter = { from: /<(.*?)>/.exec(line)?.[1] ?? '', to: [], raw: '' };
      say('MAIL', '250 2.1.0 fine');
    } else if (verb === 'RCPT') {
      if (at('RCPT')) return;
      if (say('RCPT', '250 2.1.5 fine')) letter.to.push(/<(.*?)>/.exec(line)?.[1] ?? '');
    } else if (verb === 'DATA') {
      if (at('DATA') || sink.trouble?.silent_at === 'DATA') return;
      if (letter.to.length === 0) socket.write('503 5.5.1 no recipient\r\n');
      else in_body = say('DATA', '354 go ahead');
    } else if (verb === 'QUIT') socket.end('221 2.0.0 bye\r\n');
    else if (verb === 'RSET' || verb === 'NOOP') socket.write('250 2.0.0 fine\r\n');
    else socket.write('502 5.5.1 not known here\r\n');
  }

  function body(): boolean {
    if (at('BODY')) return false;
    const end = waiting.startsWith('.\r\n') ? 0 : waiting.indexOf('\r\n.\r\n') + 2;
    if (end === 1) return false;
    letter.raw = waiting.slice(0, end).replaceAll(/^\./gm, '');
    waiting = waiting.slice(end + 3);
    in_body = false;
    if (at('DOT') || sink.trouble?.silent_at === 'DOT') return false;
    if (say('DOT', `250 2.0.0 kept as ${sink.letters.length + 1}`)) sink.letters.push(letter);
    return true;
  }

  if (at('GREETING')) return;
  say('GREETING', '220 sink.example ready');
  socket.on('data', (chunk: Buffer) => {
    waiting += chunk.toString('latin1');
    for (;;) {
      if (in_body) {
        if (!body()) return;
        continue;
      }
      const end = waiting.indexOf('\r\n');
      if (end === -1) return;
      const line = waiting.slice(0, end);
      waiting = waiting.slice(end + 2);
      command(line);
    }
  });
}

function lets(sink: SmtpSink, line: string): boolean {
  const [, method, encoded = ''] = line.split(' ');
  const said = Buffer.from(encoded, 'base64').toString();
  if (method === 'PLAIN') return sink.accept?.password !== undefined && said.split('\0')[2] === sink.accept.password;
  const token = said.split('auth=Bearer ')[1]?.split('\u0001')[0] ?? '';
  return sink.accept?.tokens?.().includes(token) ?? false;
}
