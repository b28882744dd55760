/** Runs a verb of the command line in this process and keeps what it printed. */
import { Readable, Writable } from 'node:stream';
import { runCommand } from '../../src/cli/index.ts';

export interface Printed {
  code: number;
  out: string;
  err: string;
}

export async function runTriage(...argv: string[]): Promise<Printed> {
  return runTriageIn({}, ...argv);
}

/** The same with an environment, for verbs that need a database or a channel. */
export async function runTriageIn(env: NodeJS.ProcessEnv, ...argv: string[]): Promise<Printed> {
  const [stdout, stderr] = [new Kept(), new Kept()];
  const code = await runCommand(argv, { stdin: Readable.from([]), stdout, stderr, env });
  return { code, out: stdout.text, err: stderr.text };
}

class Kept extends Writable {
  text = '';
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString('utf8');
    done();
  }
}
