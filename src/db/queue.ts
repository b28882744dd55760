/** The jobs: their names, what each needs to know, and how one is added in the transaction of the row it follows from. */
import { Logger } from 'graphile-worker';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Database } from './schema.ts';

/** What each job is given. Jobs are hints: whoever runs one reads the truth from its row. */
export interface Jobs {
  /** Reads a kept contact and proposes what it is. */
  triage: { contact_id: string };
  /** Gives a queued letter to its channel. */
  send_letter: { letter_id: string };
}
export type JobName = keyof Jobs;

/** Lower runs first. Danger goes before everything; reading and answering take turns, so that a flood of mail starves no receipt. */
export const PRIORITY = { alarm: -10, triage: 0, letter: 0 } as const;

export interface EnqueueOptions {
  /** Waiting jobs of one key merge into one. */
  key: string;
  run_at?: Date;
  priority?: number;
}

/** Adds a job; it exists if and only if the transaction commits. */
export async function enqueue<N extends JobName>(
  tx: Transaction<Database> | Kysely<Database>,
  name: N,
  payload: Jobs[N],
  options: EnqueueOptions,
): Promise<void> {
  await sql`select graphile_worker.add_job(
    identifier => ${name}::text,
    payload => ${JSON.stringify(payload)}::json,
    run_at => ${options.run_at ?? null}::timestamptz,
    max_attempts => 25,
    job_key => ${options.key}::text,
    priority => ${options.priority ?? 0}::int
  )`.execute(tx);
}

/** Graphile Worker's own messages: errors only, passed on; its info lines would name every job. */
export function workerLogger(onError: (message: string) => void = () => undefined): Logger {
  return new Logger(() => (level, message) => {
    if (level === 'error') onError(message);
  });
}
