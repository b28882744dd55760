/** `npm start`: the product for real, from the environment. */
import { faultLines } from './config.ts';
import { openLog } from './log.ts';
import { messageOf } from './errors.ts';
import { readSettings } from './product.ts';
import { start } from './start.ts';

const { settings, faults } = readSettings(process.env);
if (settings === null) {
  process.stderr.write(`The configuration is wrong (see .env.example):\n${faultLines(faults)}\n`);
  process.exit(2);
}
const log = openLog(settings.config.LOG_LEVEL);
if (settings.channels.length === 0) log.warn('no channel is configured: nothing will come in; set MAILBOXES (see .env.example)');

const end = (code: number): void => {
  process.exitCode = code;
};
try {
  const running = await start(settings, log, (error) => {
    // Another process may take this one's jobs now: ending is the only safe thing.
    log.error({ error: error.message }, 'the database connection that proves this process alive was lost: ending');
    process.exit(1);
  });
  log.info({ role: settings.config.ROLE, desk: running.url?.href, internal: running.internal_url?.href }, 'started');
  if (running.sign_in_link) process.stdout.write(`Sign in once within 15 minutes: ${running.sign_in_link.href}\n`);
  let is_stopping = false;
  const stop = (signal: string): void => {
    if (is_stopping) return;
    is_stopping = true;
    log.info({ signal }, 'finishing what is in hand');
    running.stop().then(
      () => {
        log.info('stopped');
        process.exit(0);
      },
      (error: unknown) => {
        log.error({ error: messageOf(error) }, 'stopping failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
} catch (error) {
  log.error({ error: messageOf(error) }, 'the product did not start');
  end(1);
}
