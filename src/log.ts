/** The log: ids and codes only, never names, addresses or a message's words. */
import { type Logger, pino } from 'pino';

/** Parts of an error that may be logged: database and mail errors can carry values of rows or addresses elsewhere. */
export function openLog(level: string, destination?: NodeJS.WritableStream): Logger {
  const options = {
    level,
    base: { pid: process.pid },
    timestamp: () => `,"at":"${new Date().toISOString()}"`,
    redact: ['*.password', '*.token', '*.secret', 'req.headers.authorization', 'req.headers.cookie'],
  };
  return destination ? pino(options, destination) : pino(options);
}
