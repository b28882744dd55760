/** What every verb of the command line is: a name, a usage line and a function from arguments to an exit code. */
import type { Readable, Writable } from 'node:stream';

export interface Io {
  stdin: Readable;
  stdout: Writable;
  stderr: Writable;
  env: NodeJS.ProcessEnv;
}

export interface Verb {
  usage: string;
  /** @returns 0 done, 1 the answer is no. Throws `InputError` where the input or the configuration is wrong (2). */
  run(args: string[], io: Io): Promise<number>;
}

/** Wrong input or configuration: one line that says what was expected, what came, and where. Exit code 2. */
export class InputError extends Error {
  override name = 'InputError';
}
