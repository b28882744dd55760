/** Keeps threads ready for reading mails, with a limit of time and memory each, and replaces one that dies. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Contact } from '../contact.ts';
import type { ReadOptions } from './reading.ts';

export interface ReadTask {
  id: number;
  raw: Uint8Array;
  options: ReadOptions;
}
export type ReadAnswer = { id: number; contact: Contact } | { id: number; failure: string };

export interface PoolOptions {
  /** Threads; default one less than the machine's cores, at least 1. */
  size: number;
  /** A mail of 25 MB takes about a second; default 20 s. */
  timeout_ms: number;
  /** Heap of a thread; default 512 MB. Raw bytes lie outside it. */
  memory_mb: number;
}
export const POOL_OPTIONS: PoolOptions = { size: Math.max(1, availableParallelism() - 1), timeout_ms: 20_000, memory_mb: 512 };

/** A thread gave no contact: it hung, burst or met a fault of ours. The message says which, for staff. */
export class ReadingStopped extends Error {
  override name = 'ReadingStopped';
}

export interface ReadingPool {
  /** @throws ReadingStopped when this mail could not be read so; the pool itself goes on. */
  read(raw: Uint8Array, options: ReadOptions): Promise<Contact>;
  close(): Promise<void>;
}

interface Waiting {
  raw: Uint8Array;
  options: ReadOptions;
  resolve(contact: Contact): void;
  reject(error: ReadingStopped): void;
}
interface Seat {
  worker: Worker;
  job: (Waiting & { id: number; timer: NodeJS.Timeout }) | null;
}

/** Opens the pool; threads start with the first mails, and idle ones do not keep the process alive. */
export function openPool(options: PoolOptions): ReadingPool {
  const queue: Waiting[] = [];
  const seats = new Set<Seat>();
  let nextId = 1;
  let isClosed = false;

  const finish = (seat: Seat, settle: (job: Waiting) => void): void => {
    const job = seat.job;
    if (!job) return;
    seat.job = null;
    clearTimeout(job.timer);
    settle(job);
  };
  const drop = (seat: Seat, because: string): void => {
    if (!seats.delete(seat)) return;
    finish(seat, (job) => job.reject(new ReadingStopped(because)));
    void seat.worker.terminate();
    fill();
  };
  const seat = (): Seat => {
    const worker = new Worker(new URL('./mime_worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: options.memory_mb },
      // The parent's flags may be a test runner's.
      execArgv: [],
    });
    const made: Seat = { worker, job: null };
    worker.unref();
    worker.on('message', (answer: ReadAnswer) => {
      if (made.job?.id !== answer.id) return;
      worker.unref();
      finish(made, (job) =>
        'contact' in answer ? job.resolve(answer.contact) : job.reject(new ReadingStopped(`Reading failed (${answer.failure}).`)),
      );
      fill();
    });
    worker.on('error', (error: Error & { code?: string }) => {
      drop(
        made,
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? 'Reading was stopped because the mail takes more memory than it may.'
          : `Reading failed (${error.message}).`,
      );
    });
    worker.on('exit', () => drop(made, 'Reading was cut off.'));
    seats.add(made);
    return made;
  };
  const fill = (): void => {
    for (;;) {
      if (queue.length === 0 || isClosed) return;
      const free = [...seats].find((one) => one.job === null) ?? (seats.size < options.size ? seat() : undefined);
      const next = free ? queue.shift() : undefined;
      if (!free || !next) return;
      const id = nextId++;
      const timer = setTimeout(
        () => drop(free, `Reading was stopped after ${Math.round(options.timeout_ms / 1000)} seconds.`),
        options.timeout_ms,
      );
      free.job = { ...next, id, timer };
      free.worker.ref();
      free.worker.postMessage({ id, raw: next.raw, options: next.options } satisfies ReadTask, []);
    }
  };

  return {
    read: (raw, readOptions) =>
      new Promise((resolve, reject) => {
        if (isClosed) reject(new ReadingStopped('Reading has ended.'));
        else {
          queue.push({ raw, options: readOptions, resolve, reject });
          fill();
        }
      }),
    async close() {
      isClosed = true;
      for (const waiting of queue.splice(0)) waiting.reject(new ReadingStopped('Reading has ended.'));
      const closing = [...seats];
      for (const one of closing) finish(one, (job) => job.reject(new ReadingStopped('Reading has ended.')));
      seats.clear();
      await Promise.all(closing.map((one) => one.worker.terminate()));
    },
  };
}
