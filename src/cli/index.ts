/** The command line `triage`: finds the verb, runs it, and turns errors into the exit codes that others rely on. */
import { InputError, type Io, type Verb } from './verb.ts';

/** Verbs are loaded when called, so that `decide` starts without a database client. */
const VERBS: Record<string, () => Promise<Verb>> = {
  decide: async () => (await import('./decide.ts')).decide,
  'check-pack': async () => (await import('./check_pack.ts')).checkPack,
  'parse-mail': async () => (await import('./parse_mail.ts')).parseMail,
  due: async () => (await import('./due.ts')).due,
  doctor: async () => (await import('./doctor.ts')).doctor,
  ledger: async () => (await import('./ledger.ts')).ledger,
  replay: async () => (await import('./replay.ts')).replay,
  requeue: async () => (await import('./requeue.ts')).requeue,
};

/** @returns the process's exit code: 0 done, 1 the answer is no, 2 the input or the configuration is wrong. */
export async function runCommand(argv: string[], io: Io): Promise<number> {
  const [name = '', ...args] = argv;
  const load = Object.hasOwn(VERBS, name) ? VERBS[name] : undefined;
  if (!load) {
    io.stderr.write(`expected one of: ${Object.keys(VERBS).join(', ')}; got: ${name === '' ? 'nothing' : JSON.stringify(name)}\n`);
    return 2;
  }
  const verb = await load();
  try {
    return await verb.run(args, io);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    io.stderr.write(`${error.message}\nusage: triage ${verb.usage}\n`);
    return 2;
  }
}

if (import.meta.main) {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0); // the reader, such as `head`, has seen enough
    throw error;
  });
  process.exitCode = await runCommand(process.argv.slice(2), process);
}
