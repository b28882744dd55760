/** Makes a policy pack of its files, and refuses one that is incomplete, contradicts itself or falls below its floor. */
import { z } from 'zod';
import { contradictions } from './contradictions.ts';
import { EXCLUSIONS } from './decision.ts';
import { fromSchema, joinWeights, joinWords, takeRules, takeSections, type From } from './derive.ts';
import { differencesOf, type Differences } from './differs.ts';
import { floorBreaches } from './floor.ts';
import { packFileSchema, type PackFile } from './pack_schema.ts';
import { cuesSchema, ruleFileSchema, weightsSchema, wordsSchema, type Cues, type Rule, type Weights, type Words } from './rule.ts';
import { openYaml, PackError, readShape, readYaml, type Problem, type YamlFile } from './yaml_file.ts';

export { floorBreaches, floorWarnings, type Breach } from './floor.ts';
export { packFileSchema, type ClockRule, type Letter, type Match, type PackFile, type Route } from './pack_schema.ts';
export { PackError, type Problem } from './yaml_file.ts';

/** One landlord's policy in force from a day on: the text of `pack.yaml`, the rules of triage and the letters' templates. */
export type PolicyPack = PackFile & {
  rules: Rule[];
  /** Ids of those rules that another pack wrote, tried there on their examples. */
  taken_rules: string[];
  /** What a model trained for another policy must be told; null for a pack that stands alone. */
  differs: Differences | null;
  words: Words;
  cues: Cues;
  weights: Weights;
  /** By file name as in `letters`, for example `letters/receipt.njk`. */
  templates: Record<string, string>;
};

/** The text files of a pack by their name inside its folder: `pack.yaml`, `triage/complaint.yaml`, `letters/receipt.njk`. */
export type PackFiles = Readonly<Record<string, string>>;
/** Finds the files of the pack that another one is derived from. Throws PackError for one that is not there. */
export type FindFiles = (id: string) => PackFiles;

const PACK_FILE = 'pack.yaml';
const WORDS_FILE = 'triage/words.yaml';
const WEIGHTS_FILE = 'triage/weights.yaml';

const standsAlone: FindFiles = (id) => {
  throw new PackError([
    { file: PACK_FILE, line: null, says: `from: expected the files of ${id} beside those of this pack, got none` },
  ]);
};

/**
 * Reads a pack without holding it against its floor: for `triage check-pack`, which lists everything.
 * @param filesOf finds the pack that `from` names; a derived pack cannot be read without it
 * @throws PackError with every problem found, each with file, line, what was expected and what came
 */
export function readPack(files: PackFiles, filesOf: FindFiles = standsAlone): PolicyPack {
  const own = openYaml(PACK_FILE, textOf(files, PACK_FILE));
  const from = readShape(PACK_FILE, own, headSchema).from;
  return from === null ? readWhole(files, own) : readDerived(files, own, from, filesOf(from.pack));
}

/** Which pack this one is derived from is read before the rest can be. */
const headSchema = z.looseObject({ from: fromSchema.nullable().default(null) });

function readWhole(files: PackFiles, own: YamlFile): PolicyPack {
  const problems: Problem[] = [];
  const file = attempt(problems, () => readShape(PACK_FILE, own, packFileSchema));
  const words = attempt(problems, () => readYaml(WORDS_FILE, textOf(files, WORDS_FILE), wordsSchema).value);
  const weights = attempt(problems, () => readYaml(WEIGHTS_FILE, textOf(files, WEIGHTS_FILE), weightsSchema).value);
  const rules = readRules(files, file, problems);
  const cues = readCues(files, problems);
  return finish({ file, words, cues, weights, rules, taken: [], differs: null, files, lineOf: own.lineOf }, problems);
}

function readDerived(files: PackFiles, own: YamlFile, from: From, base_files: PackFiles): PolicyPack {
  const base_file = openYaml(PACK_FILE, textOf(base_files, PACK_FILE));
  if (readShape(PACK_FILE, base_file, headSchema).from !== null) {
    const says = `from.pack: expected a pack that stands alone, got ${from.pack}`;
    throw new PackError([{ file: PACK_FILE, line: own.lineOf(['from', 'pack']), says }]);
  }
  const base = readWhole(base_files, base_file);
  const problems: Problem[] = [];
  const { merged, unknown } = takeSections(recordOf(own.raw), recordOf(base_file.raw), from);
  for (const name of unknown) {
    const at = from.takes.indexOf(name);
    problems.push({
      file: PACK_FILE,
      line: own.lineOf(['from', 'takes', at]),
      says: `from.takes: expected a section or entry of ${from.pack}, got ${JSON.stringify(name)}`,
    });
  }
  const file = attempt(problems, () => readShape(PACK_FILE, { ...own, raw: merged }, packFileSchema));
  const optional = <T extends z.ZodType>(name: string, schema: T): z.output<T> | null =>
    Object.hasOwn(files, name) ? (attempt(problems, () => readYaml(name, textOf(files, name), schema).value) ?? null) : null;
  const words = joinWords(base.words, optional(WORDS_FILE, wordsSchema.partial({ lists: true })));
  const weights = joinWeights(base.weights, optional(WEIGHTS_FILE, weightsSchema.partial()));
  const written = readRules(files, file, problems);
  const grounds = file?.grounds.map(({ id }) => id) ?? EXCLUSIONS;
  const taken = takeRules(base.rules, written, from, grounds);
  for (const { path, says } of taken.problems)
    problems.push({ file: PACK_FILE, line: own.lineOf(path), says: `${path.join('.')}: ${says}` });
  const letters = Object.fromEntries(Object.entries(base_files).filter(([name]) => name.startsWith('letters/')));
  return finish(
    {
      file,
      words,
      cues: { ...base.cues, ...readCues(files, problems) },
      weights,
      rules: [...taken.rules, ...written],
      taken: taken.rules.map(({ id }) => id),
      differs: differencesOf(base.rules, written, taken.rules, grounds),
      files: { ...letters, ...files },
      lineOf: own.lineOf,
    },
    problems,
  );
}

function attempt<T>(problems: Problem[], read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    problems.push(...error.problems);
    return undefined;
  }
}

function recordOf(raw: unknown): Readonly<Record<string, unknown>> {
  return z.record(z.string(), z.unknown()).catch({}).parse(raw);
}

/** The rules of the pack's own files. */
function readRules(files: PackFiles, pack: PackFile | undefined, problems: Problem[]): Rule[] {
  const grounds = pack?.grounds.map(({ id }) => id) ?? EXCLUSIONS;
  const rules: Rule[] = [];
  const seen = new Map<string, string>();
  for (const name of Object.keys(files).sort()) {
    if (!/^triage\/[a-z0-9_]+\.yaml$/.test(name) || name === WORDS_FILE || name === WEIGHTS_FILE) continue;
    const read = attempt(problems, () => readYaml(name, files[name] ?? '', ruleFileSchema));
    for (const [at, rule] of (read?.value ?? []).entries()) {
      const tell = (says: string) => problems.push({ file: name, line: read?.lineOf([at]) ?? null, says });
      const before = seen.get(rule.id);
      if (before) tell(`expected unique ids, got ${rule.id} again (first in ${before})`);
      if ('exclusion' in rule.finding && !grounds.includes(rule.finding.exclusion))
        tell(`rule ${rule.id}: expected a ground of this pack (${grounds.join(', ')}), got ${rule.finding.exclusion}`);
      seen.set(rule.id, name);
      rules.push(rule);
    }
  }
  return rules;
}

/** What messages say, by name; a name may stand in one file only. */
function readCues(files: PackFiles, problems: Problem[]): Cues {
  const cues: Cues = {};
  for (const name of Object.keys(files).sort()) {
    if (!/^triage\/cues\/[a-z0-9_]+\.yaml$/.test(name)) continue;
    const read = attempt(problems, () => readYaml(name, files[name] ?? '', cuesSchema));
    for (const [cue, said] of Object.entries(read?.value ?? {})) {
      if (Object.hasOwn(cues, cue))
        problems.push({ file: name, line: read?.lineOf([cue]) ?? null, says: `expected unique cues, got ${cue} again` });
      cues[cue] = said;
    }
  }
  return cues;
}

interface Parts {
  file: PackFile | undefined;
  words: Words | undefined;
  cues: Cues;
  weights: Weights | undefined;
  rules: Rule[];
  taken: string[];
  differs: Differences | null;
  files: PackFiles;
  lineOf: YamlFile['lineOf'];
}

function finish({ file, words, cues, weights, rules, taken, differs, files, lineOf }: Parts, problems: Problem[]): PolicyPack {
  if (file) {
    for (const { path, says } of contradictions(file, Object.keys(files)))
      problems.push({ file: PACK_FILE, line: lineOf(path), says });
  }
  if (!file || !words || !weights || problems.length > 0) throw new PackError(problems);
  const templates = Object.fromEntries(Object.entries(files).filter(([name]) => name.startsWith('letters/')));
  return { ...file, rules, taken_rules: taken, differs, words, cues, weights, templates };
}

/**
 * Reads a pack and refuses one below its floor, naming the clause.
 * @throws PackError as `readPack`, or with one problem for each clause that the pack breaks
 */
export function parsePack(files: PackFiles, filesOf: FindFiles = standsAlone): PolicyPack {
  const pack = readPack(files, filesOf);
  const breaches = pack.floor === null ? [] : floorBreaches(pack);
  if (breaches.length === 0) return pack;
  throw new PackError(
    breaches.map(({ clause, says }) => ({ file: PACK_FILE, line: null, says: `below ${pack.floor}, ${clause}: ${says}` })),
  );
}

function textOf(files: PackFiles, name: string): string {
  const text = Object.hasOwn(files, name) ? files[name] : undefined;
  if (text === undefined) throw new PackError([{ file: name, line: null, says: 'expected this file in the pack, got none' }]);
  return text;
}

/**
 * The pack in force when a complaint was received: a later pack applies to later complaints only.
 * @param received_on London day of receipt
 * @returns undefined where no pack was in force yet
 */
export function findPackInForce<P extends Pick<PackFile, 'effective_from' | 'version'> & Partial<Pick<PackFile, 'effective_to'>>>(
  packs: readonly P[],
  received_on: string,
): P | undefined {
  const begun = packs.filter(
    (pack) => pack.effective_from <= received_on && (!pack.effective_to || received_on <= pack.effective_to),
  );
  return begun
    .sort((a, b) => (a.effective_from === b.effective_from ? a.version - b.version : a.effective_from < b.effective_from ? -1 : 1))
    .at(-1);
}
