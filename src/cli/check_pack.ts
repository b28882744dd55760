/** `triage check-pack`: everything that is wrong with a policy pack before a landlord trusts it: text, floor, examples, labelled messages. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  baselineSchema,
  belowBaseline,
  countExamples,
  exampleFailures,
  ownRules,
  percent,
  scoreMessages,
  type Baseline,
} from '../../rules/check_pack.ts';
import { floorBreaches, floorWarnings, PackError, readPack, type PolicyPack } from '../../rules/pack.ts';
import { isSetAside } from '../../rules/train.ts';
import { readYaml } from '../../rules/yaml_file.ts';
import { readLabelledIn, type KnownMessage } from '../labelled.ts';
import { modelOf } from '../model.ts';
import { packFilesOf, readPackFiles } from '../packs.ts';
import { InputError, type Io, type Verb } from './verb.ts';

const BASELINE_FILE = 'baseline.yaml';

export const checkPack: Verb = {
  usage: 'check-pack DIR…',
  async run(args, io) {
    const folders = parseFolders(args);
    let failures = 0;
    const unreadable: string[] = [];
    for (const folder of folders) {
      try {
        failures += checkFolder(folder, io);
      } catch (error) {
        // A phrase that cannot be read makes the pack as unusable as a key that is not known.
        if (!(error instanceof PackError || error instanceof SyntaxError)) throw error;
        const place = error instanceof PackError ? folder : join(folder, 'triage');
        unreadable.push(...error.message.split('\n').map((line) => `${place}: ${line}`));
      }
    }
    if (unreadable.length > 0) throw new InputError(unreadable.join('\n'));
    return failures > 0 ? 1 : 0;
  },
};

function parseFolders(args: string[]): string[] {
  try {
    const { positionals } = parseArgs({ args, options: {}, allowPositionals: true });
    if (positionals.length > 0) return positionals;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new InputError(`expected folders of policy packs; ${error.message.split('\n')[0] ?? ''}`, { cause: error });
  }
  throw new InputError('expected at least one folder of a policy pack, got none');
}

/** @returns how many failures were printed. @throws PackError where a file cannot be read */
function checkFolder(folder: string, io: Io): number {
  const pack = readPack(readPackFiles(folder), packFilesOf);
  const messages = readLabelledIn(folder);
  const baseline = readBaseline(folder);
  const print = (line: string) => void io.stdout.write(`${line}\n`);
  const own = ownRules(pack);
  const taken = pack.from === null ? '' : ` and ${pack.taken_rules.length} of ${pack.from.pack}`;
  print(
    `${pack.pack} version ${pack.version}: ${own.length} rules${taken}, ${countExamples(own)} examples, ${messages.length} labelled messages`,
  );
  const failures = [...floorFailures(pack, print), ...exampleLines(pack), ...messageFailures(pack, messages, baseline, print)];
  for (const line of failures) print(`FAIL ${line}`);
  print(failures.length === 0 ? 'ok' : `${failures.length} failed`);
  return failures.length;
}

function floorFailures(pack: PolicyPack, print: (line: string) => void): string[] {
  for (const { clause, says } of floorWarnings(pack)) print(`warning ${clause}: ${says}`);
  const breaches = floorBreaches(pack).map(({ clause, says }) => `${clause}: ${says}`);
  if (pack.floor !== null) return breaches.map((breach) => `below ${pack.floor}, ${breach}`);
  for (const breach of breaches) print(`historic pack without a floor, ${breach}`);
  return [];
}

function exampleLines(pack: PolicyPack): string[] {
  const says = {
    match: 'expected a match, got none',
    no_match: 'expected no match, got one',
    todo: 'a known miss is found by now: move it to match',
  };
  return exampleFailures(pack).map(({ rule, expected, text }) => `${rule}: ${says[expected]}: ${JSON.stringify(text)}`);
}

function messageFailures(
  pack: PolicyPack,
  messages: readonly KnownMessage[],
  baseline: Baseline | null,
  print: (line: string) => void,
): string[] {
  if (messages.length === 0) return baseline === null ? [] : belowBaseline(scoreMessages(pack, messages, null), baseline);
  const scores = scoreMessages(pack, messages, modelOf(pack));
  for (const { outcome, count, right } of scores.outcomes) {
    print(`messages ${outcome}: ${right} of ${count} as labelled (${count === 0 ? 'none' : percent(right / count)})`);
  }
  print(`messages wrongly excluded: ${scores.wrongly_excluded.length}; emergencies missed: ${scores.missed_emergencies.length}`);
  const unread = new Set(messages.flatMap(({ id, seen }) => (!seen && pack.from === null && isSetAside(id) ? [id] : [])));
  if (unread.size > 0) print(`messages set aside, not to be read and not shown below: ${unread.size}`);
  for (const { id, label, proposed, needs_review } of scores.disagreements) {
    if (unread.has(id)) continue;
    print(`differs ${id}: labelled ${label}, proposed ${proposed}${needs_review ? ', marked for reading' : ''}`);
  }
  if (baseline === null) print(`no ${BASELINE_FILE}: how many messages agree is told, not judged`);
  return baseline === null ? [] : belowBaseline(scores, baseline);
}

function readBaseline(folder: string): Baseline | null {
  const file = join(folder, BASELINE_FILE);
  return existsSync(file) ? readYaml(BASELINE_FILE, readFileSync(file, 'utf8'), baselineSchema).value : null;
}
