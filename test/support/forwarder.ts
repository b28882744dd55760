/** A port that stays the same while the server behind it comes and goes: a restarted database is found where it was. */
import { once } from 'node:events';
import { createConnection, createServer, type Socket } from 'node:net';

export interface Forwarder {
  port: number;
  /** Where connections go from now on; null refuses them, as a stopped server does. */
  to(port: number | null): void;
  close(): Promise<void>;
}

export async function startForwarder(): Promise<Forwarder> {
  let target: number | null = null;
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    if (target === null) {
      near.destroy();
      return;
    }
    const far = createConnection({ port: target, host: '127.0.0.1' });
    for (const [socket, end] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      // Whatever ends or breaks on one side ends on the other.
      socket.on('error', () => end.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        end.destroy();
      });
      socket.pipe(end);
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('expected a TCP port');
  return {
    port: address.port,
    to(port) {
      target = port;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
