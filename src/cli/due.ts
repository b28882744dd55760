/** `triage due`: when a clock that starts on a day is due, with each day counted or skipped and why, for whoever doubts a date. */
import { parseArgs } from 'node:util';
import { localDateSchema, whyNotWorking, type LocalDate } from '../../rules/days.ts';
import { clockIds, findDue, type Due } from '../../rules/due.ts';
import { PackError, type PolicyPack } from '../../rules/pack.ts';
import { loadPack, packInForce } from '../packs.ts';
import { InputError, type Io, type Verb } from './verb.ts';

const USAGE = 'due --from DATE --clock ID [--pack ID]';
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

export const due: Verb = {
  usage: USAGE,
  async run(args, io) {
    const { from, clock, pack: id } = parseDueArgs(args);
    const start = parseStart(from);
    const pack = choosePack(id, start);
    const found = dueOrInputError(clock, start, pack);
    print(io, `${clock} (${found.label}; ${found.source}; ${pack.pack} version ${pack.version})`, from, found);
    return 0;
  },
};

function parseDueArgs(args: string[]): { from: string; clock: string; pack: string | undefined } {
  const options = { from: { type: 'string' }, clock: { type: 'string' }, pack: { type: 'string' } } as const;
  try {
    const { values } = parseArgs({ args, options, allowPositionals: false });
    if (values.from === undefined) throw new InputError('expected --from with a day such as 2026-12-18, got none');
    if (values.clock === undefined) throw new InputError('expected --clock with the id of a clock such as ack_1, got none');
    return { from: values.from, clock: values.clock, pack: values.pack };
  } catch (error) {
    if (error instanceof InputError || !(error instanceof TypeError)) throw error;
    throw new InputError(`expected ${USAGE}; ${error.message.split('\n')[0] ?? ''}`, { cause: error });
  }
}

/** A London day as it is, or an instant with its zone. */
function parseStart(from: string): Date | LocalDate {
  if (localDateSchema.safeParse(from).success) return from;
  const isInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/.test(from);
  const isDay = localDateSchema.safeParse(from.slice(0, 10)).success;
  const at = isInstant && isDay ? new Date(from) : new Date(Number.NaN);
  if (!Number.isNaN(at.getTime())) return at;
  throw new InputError(
    `expected --from as a day (2026-12-18) or an instant with zone (2026-12-18T14:00:00Z), got ${JSON.stringify(from)}`,
  );
}

function choosePack(id: string | undefined, start: Date | LocalDate): PolicyPack {
  try {
    if (id !== undefined) return loadPack(id);
    return packInForce(typeof start === 'string' ? new Date(`${start}T12:00:00Z`) : start);
  } catch (error) {
    if (!(error instanceof PackError || error instanceof RangeError)) throw error;
    throw new InputError(`${id === undefined ? '--from' : '--pack'}: ${error.message}`, { cause: error });
  }
}

function dueOrInputError(clock: string, start: Date | LocalDate, pack: PolicyPack): NonNullable<ReturnType<typeof findDue>> {
  try {
    const found = findDue(clock, start, pack);
    if (found) return found;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new InputError(`--clock ${clock}: ${error.message}`, { cause: error });
  }
  throw new InputError(`expected --clock as one of ${clockIds(pack).join(', ')}; got ${JSON.stringify(clock)}`);
}

function print(io: Io, title: string, from: string, found: Due): void {
  const end = found.due_at ? `${found.due_at.toISOString()} (${inLondon(found.due_at)})` : dayInWords(found.due_on ?? '');
  const lines = found.working.map(({ on, number, why }) => {
    const closed = number === null || number === 0 ? null : closedOn(on);
    const note = closed === null || why === closed ? '' : ` (${closed})`;
    return `  ${dayInWords(on)}  ${number === null ? '-'.padStart(4) : String(number).padStart(4)}  ${why}${note}`;
  });
  io.stdout.write(`${title}\nfrom ${from}\ndue  ${end}\n${lines.join('\n')}\n`);
}

/** Why no work is done on a day that a calendar period counts all the same. */
function closedOn(on: LocalDate): string | null {
  try {
    return whyNotWorking(on);
  } catch (error) {
    // Months and calendar days may reach beyond the years for which bank holidays are known.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function dayInWords(on: LocalDate): string {
  return `${(WEEKDAYS[new Date(`${on}T12:00:00Z`).getUTCDay()] ?? '').slice(0, 3)} ${on}`;
}

function inLondon(at: Date): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', dateStyle: 'full', timeStyle: 'long' }).format(at);
}
