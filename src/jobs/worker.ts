/** Runs the jobs: takes them from the queue, keeps the process's sign of life, and looks every few seconds for what is owed. */
import { EventEmitter } from 'node:events';
import { type Runner, run, type TaskList, type WorkerEvents } from 'graphile-worker';
import type { Logger } from 'pino';
import type pg from 'pg';
import { sendLetter, type Sending } from '../cases/send.ts';
import { propose, type Triage } from '../cases/propose.ts';
import { watchClocks } from '../cases/watch.ts';
import { buryDead, type Presence } from '../db/processes.ts';
import { type Jobs, workerLogger } from '../db/queue.ts';
import { sweep } from './sweep.ts';
import { messageOf } from '../errors.ts';

export interface WorkerOptions {
  pool: pg.Pool;
  triage: Triage;
  sending: Sending;
  presence: Presence;
  /** Jobs at the same time in this process. */
  concurrency: number;
  /** Between two looks at what is owed, in ms. */
  tick_ms: number;
  log: Logger;
}

export interface Worker {
  /** Lets running jobs finish, then resolves. */
  stop(): Promise<void>;
}

export async function openWorker(options: WorkerOptions): Promise<Worker> {
  const { log, presence, triage, sending } = options;
  const { house } = triage;
  const worker_ids = new Set<string>();
  const events = new EventEmitter() as WorkerEvents;
  // Jobs are locked in the pool's name or in a worker's, as the queue is set up.
  events.on('pool:create', ({ workerPool }) => worker_ids.add(workerPool.id));
  events.on('worker:create', ({ worker }) => worker_ids.add(worker.workerId));
  events.on('job:error', ({ job, error }) => {
    log.warn({ job: job.task_identifier, attempt: job.attempts, error: messageOf(error) }, 'a job failed and will be tried again');
  });
  const tasks: { [N in keyof Jobs]: (payload: Jobs[N]) => Promise<void> } = {
    triage: async ({ contact_id }) => {
      await propose(triage, contact_id);
      log.info({ contact_id }, 'a message was read and has its case');
    },
    send_letter: ({ letter_id }) => sendLetter(sending, letter_id),
  };
  // The dead are buried before the first job is taken, or their jobs would wait for the first tick.
  await buryDead(house.db, presence.number);
  const runner: Runner = await run({
    pgPool: options.pool,
    taskList: tasks as unknown as TaskList,
    concurrency: options.concurrency,
    noHandleSignals: true,
    pollInterval: 1000,
    // A few jobs are taken and settled together: fewer round trips, and danger still overtakes within a breath.
    preset: { worker: { localQueue: { size: options.concurrency * 2 }, completeJobBatchDelay: 0 } },
    events,
    logger: workerLogger((message) => log.error({ message }, 'the job queue reports an error')),
  });
  await presence.beat([...worker_ids]);

  let is_stopping = false;
  let ticking: Promise<void> = Promise.resolve();
  const tick = async (): Promise<void> => {
    try {
      await presence.beat([...worker_ids]);
      const dead = await buryDead(house.db, presence.number);
      if (dead.length > 0) log.warn({ dead }, 'the jobs of ended processes were set free');
      await sweep(house);
      await watchClocks(house);
    } catch (error) {
      log.warn({ error: messageOf(error) }, 'a look at what is owed failed; the next one follows');
    }
  };
  const timer = setInterval(() => {
    if (!is_stopping) ticking = ticking.then(tick);
  }, options.tick_ms);
  ticking = tick();
  return {
    async stop() {
      is_stopping = true;
      clearInterval(timer);
      await ticking;
      await runner.stop();
    },
  };
}
