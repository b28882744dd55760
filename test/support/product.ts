/** The product as its own process, started and killed as an administrator or a power cut would. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');
const START_MS = 60_000;

export interface Product {
  /** Resolves when it says that it has started. */
  start(): Promise<void>;
  /** `kill -9`: nothing is finished. */
  kill(): Promise<void>;
  /** SIGTERM. @returns its exit code */
  stop(): Promise<number | null>;
  /** All that it wrote, of all its lives. */
  said(): string;
  isRunning(): boolean;
  /** Resident memory in MB, as the system counts it; 0 while it does not run. */
  rssMb(): number;
}

/** @param env its whole configuration; ports are chosen by the machine */
export function openProduct(env: Record<string, string>): Product {
  let child: ChildProcess | null = null;
  let said = '';
  return {
    async start() {
      const from = said.length;
      child = spawn(process.execPath, [join(ROOT, 'src', 'main.ts')], {
        cwd: ROOT,
        env: { PATH: process.env.PATH, PORT: '0', INTERNAL_PORT: '0', LOG_LEVEL: 'info', TICK_SECONDS: '2', ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const running = child;
      const heard = new Promise<void>((done, failed) => {
        const timer = setTimeout(() => failed(new Error(`not started within ${START_MS} ms: ${said.slice(from)}`)), START_MS);
        const hear = (chunk: Buffer): void => {
          said += chunk.toString();
          if (!said.slice(from).includes('"msg":"started"')) return;
          clearTimeout(timer);
          done();
        };
        running.stdout?.on('data', hear);
        running.stderr?.on('data', hear);
        running.once('exit', (code, signal) => {
          clearTimeout(timer);
          failed(new Error(`ended (${code ?? signal ?? ''}) before it had started: ${said.slice(from)}`));
        });
      });
      await heard;
    },
    async kill() {
      if (!child || child.exitCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
    async stop() {
      if (!child || child.exitCode !== null || child.signalCode !== null) return null;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      const [code] = (await ended) as [number | null];
      return code;
    },
    said: () => said,
    rssMb() {
      if (!child?.pid || child.exitCode !== null) return 0;
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
    },
    isRunning: () => child !== null && child.exitCode === null && child.signalCode === null,
  };
}
