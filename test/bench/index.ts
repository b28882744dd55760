/** `npm run bench`: speed and memory as ratios to bare loops, in one run on one machine. */
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openEmbedded } from '../../src/db/embedded.ts';
import { startDovecot } from '../support/dovecot.ts';
import { BENCH_CASES, candidateRows } from './candidates.ts';
import { decideRows } from './decide.ts';
import { BENCH_MAILS, bareLoop, benchMail, productRun, type Run } from './mail.ts';

const say = (line = ''): void => console.log(line);
const number = (n: number, digits = 2): string => n.toFixed(digits).padStart(9);

say(`${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`);
say('\ndecide, one message after the other (bare: the text folded and split into words)');
say('text             p50 ms    p99 ms   ms a KB   times bare');
const rows = decideRows();
for (const row of rows)
  say(`${row.name.padEnd(13)}${number(row.p50_ms)} ${number(row.p99_ms)} ${number(row.ms_per_kb, 3)} ${number(row.ratio, 1)}`);
const five = rows.find((row) => row.name === '5 KB');
const mega = rows.find((row) => row.name.startsWith('1 MB'));
if (five && mega) say(`time a KB at 1 MB to that at 5 KB: ${(mega.ms_per_kb / five.ms_per_kb).toFixed(2)} (linear: at most 2)`);

const folder = await mkdtemp(join(tmpdir(), 'triage-bench-'));
const server = await openEmbedded(folder);
const dovecot = await startDovecot();
try {
  await dovecot.addUser('hello', 'secret');
  for (let n = 0; n < BENCH_MAILS; n += 1) await dovecot.deliver('hello', benchMail(n));
  const fresh = async (name: string): Promise<string> => {
    const admin = new pg.Client({ connectionString: server.url });
    await admin.connect();
    await admin.query(`create database ${name}`);
    await admin.end();
    const url = new URL(server.url);
    url.pathname = `/${name}`;
    return url.href;
  };
  say(`\n${BENCH_MAILS} mails in Dovecot to durable triaged cases (bare: imapflow fetch, mailparser, one committed insert)`);
  say('                     mails/s   seconds    RSS MB   times bare');
  const bare = await bareLoop(dovecot, await fresh('bench_bare'));
  const show = (name: string, run: Run): void =>
    say(
      `${name.padEnd(18)}${number(run.per_second, 0)} ${number(run.seconds)} ${number(run.rss_mb, 0)} ${number(run.per_second / bare.per_second)}`,
    );
  show('bare loop', bare);
  show('one worker', await productRun(dovecot, await fresh('bench_one'), 1));
  show('two workers', await productRun(dovecot, await fresh('bench_two'), 2));
  say('(a worker polls, keeps, reads, triages, sets clocks, writes the receipt; two share one database)');
  say(`\nearlier cases of a message among ${BENCH_CASES} (by customer; then by its words, whoever sent it)`);
  const found = await candidateRows(await fresh('bench_candidates'), say);
  say('sent again          p50 ms    p95 ms    p99 ms    recall');
  for (const row of found)
    say(`${row.name.padEnd(16)}${number(row.p50_ms)} ${number(row.p95_ms)} ${number(row.p99_ms)} ${number(row.recall, 3)}`);
} finally {
  await dovecot.close();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
