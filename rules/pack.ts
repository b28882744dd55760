/** Makes a policy pack of its files, and refuses one that is incomplete, contradicts itself or falls below its floor. */
import { floorBreaches } from './floor.ts';
import { AREA_ROLES, packFileSchema, type PackFile } from './pack_schema.ts';
import { ruleFileSchema, weightsSchema, wordsSchema, type Rule, type Weights, type Words } from './rule.ts';
import { PackError, readYaml, type Problem } from './yaml_file.ts';

export { floorBreaches, floorWarnings, type Breach } from './floor.ts';
export { packFileSchema, type ClockRule, type Letter, type Match, type PackFile, type Route } from './pack_schema.ts';
export { PackError, type Problem } from './yaml_file.ts';

/** One landlord's policy in force from a day on: the text of `pack.yaml`, the rules of triage and the letters' templates. */
export type PolicyPack = PackFile & {
  rules: Rule[];
  words: Words;
  weights: Weights;
  /** By file name as in `letters`, for example `letters/receipt.njk`. */
  templates: Record<string, string>;
};

const PACK_FILE = 'pack.yaml';
const WORDS_FILE = 'triage/words.yaml';
const WEIGHTS_FILE = 'triage/weights.yaml';

/**
 * Reads a pack without holding it against its floor: for `triage check-pack`, which lists everything.
 * @param files names relative to the pack's folder (`pack.yaml`, `triage/complaint.yaml`, `letters/receipt.njk`) and their text
 * @throws PackError with every problem found, each with file, line, what was expected and what came
 */
export function readPack(files: Readonly<Record<string, string>>): PolicyPack {
  const problems: Problem[] = [];
  const attempt = <T>(read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof PackError)) throw error;
      problems.push(...error.problems);
      return undefined;
    }
  };
  const file = attempt(() => readYaml(PACK_FILE, textOf(files, PACK_FILE), packFileSchema));
  const words = attempt(() => readYaml(WORDS_FILE, textOf(files, WORDS_FILE), wordsSchema).value);
  const weights = attempt(() => readYaml(WEIGHTS_FILE, textOf(files, WEIGHTS_FILE), weightsSchema).value);
  const rules: Rule[] = [];
  const seen = new Map<string, string>();
  for (const name of Object.keys(files).sort()) {
    if (!/^triage\/[a-z0-9_]+\.yaml$/.test(name) || name === WORDS_FILE || name === WEIGHTS_FILE) continue;
    const read = attempt(() => readYaml(name, files[name] ?? '', ruleFileSchema));
    for (const [at, rule] of (read?.value ?? []).entries()) {
      const before = seen.get(rule.id);
      if (before)
        problems.push({
          file: name,
          line: read?.lineOf([at]) ?? null,
          says: `expected unique ids, got ${rule.id} again (first in ${before})`,
        });
      seen.set(rule.id, name);
      rules.push(rule);
    }
  }
  if (file) {
    for (const { path, says } of contradictions(file.value, files))
      problems.push({ file: PACK_FILE, line: file.lineOf(path), says });
  }
  if (!file || !words || !weights || problems.length > 0) throw new PackError(problems);
  const templates = Object.fromEntries(Object.entries(files).filter(([name]) => name.startsWith('letters/')));
  return { ...file.value, rules, words, weights, templates };
}

/**
 * Reads a pack and refuses one below its floor, naming the clause.
 * @throws PackError as `readPack`, or with one problem for each clause that the pack breaks
 */
export function parsePack(files: Readonly<Record<string, string>>): PolicyPack {
  const pack = readPack(files);
  const breaches = pack.floor === null ? [] : floorBreaches(pack);
  if (breaches.length === 0) return pack;
  throw new PackError(
    breaches.map(({ clause, says }) => ({ file: PACK_FILE, line: null, says: `below ${pack.floor}, ${clause}: ${says}` })),
  );
}

function textOf(files: Readonly<Record<string, string>>, name: string): string {
  const text = Object.hasOwn(files, name) ? files[name] : undefined;
  if (text === undefined) throw new PackError([{ file: name, line: null, says: 'expected this file in the pack, got none' }]);
  return text;
}

interface Contradiction {
  path: PropertyKey[];
  says: string;
}

/** What each part alone cannot show: names that lead nowhere, and ids used twice. */
function contradictions(pack: PackFile, files: Readonly<Record<string, string>>): Contradiction[] {
  const found: Contradiction[] = [];
  const expect = (fine: boolean, path: PropertyKey[], says: string) => {
    if (!fine) found.push({ path, says: `${path.map(String).join('.')}: ${says}` });
  };
  const unique = (ids: readonly (string | number)[], path: string) => {
    for (const [at, id] of ids.entries())
      expect(ids.indexOf(id) === at, [path, at, 'id'], `expected unique ids, got ${JSON.stringify(id)} again`);
  };
  unique(
    pack.clocks.map(({ id }) => id),
    'clocks',
  );
  unique(
    pack.stages.map(({ id }) => id),
    'stages',
  );
  unique(
    pack.grounds.map(({ id }) => id),
    'grounds',
  );
  const clockIds = new Set([...pack.clocks.map(({ id }) => id), 'escalation']);
  for (const [at, clock] of pack.clocks.entries()) {
    const other = clock.kind === 'extension' ? clock.starts.replace(/_due$/, '') : clock.extended_by;
    expect(other === null || clockIds.has(other), ['clocks', at], `expected a clock of this pack, got ${JSON.stringify(other)}`);
  }
  for (const [at, late] of pack.lateness.entries()) {
    for (const id of late.clocks)
      expect(clockIds.has(id), ['lateness', at, 'clocks'], `expected a clock of this pack, got ${JSON.stringify(id)}`);
  }
  for (const [at, ground] of pack.grounds.entries()) {
    const letter = ground.refusal_letter;
    const known = letter === null || Object.hasOwn(pack.letters, letter);
    expect(known, ['grounds', at, 'refusal_letter'], `expected a letter of this pack, got ${JSON.stringify(letter)}`);
  }
  for (const [kind, letter] of Object.entries(pack.letters)) {
    const known = letter.template === null || Object.hasOwn(files, letter.template);
    expect(known, ['letters', kind, 'template'], `expected a file of this pack, got ${JSON.stringify(letter.template)}`);
  }
  const roles = new Set<string>([...Object.keys(pack.roles), ...AREA_ROLES]);
  for (const { path, role } of namedRoles(pack))
    expect(roles.has(role), path, `expected a role of this pack, got ${JSON.stringify(role)}`);
  return found;
}

function namedRoles(pack: PackFile): { path: PropertyKey[]; role: string }[] {
  const named: { path: PropertyKey[]; role: string }[] = [];
  const add = (path: PropertyKey[], ...roles: string[]) => named.push(...roles.map((role) => ({ path, role })));
  for (const [at, stage] of pack.stages.entries()) add(['stages', at], stage.handler_role, stage.approver_role);
  for (const [area, row] of Object.entries(pack.areas))
    add(['areas', area], row.request_owner, row.stage_1, row.deputy, row.head, ...row.copies);
  for (const [at, row] of pack.routing.routes.entries())
    add(['routing', 'routes', at], row.owner_role, row.deputy, row.fallback, ...row.copies);
  for (const [at, row] of pack.routing.always.entries()) add(['routing', 'always', at], ...row.copies);
  for (const [at, row] of pack.lateness.entries()) add(['lateness', at], ...row.roles);
  add(['routing', 'fallback_role'], pack.routing.fallback_role);
  add(['hazards', 'alarm'], ...pack.hazards.alarm.roles);
  add(['unconfirmed'], ...pack.unconfirmed.roles);
  add(['elected_members'], pack.elected_members.lead_role);
  add(['doubt_decider_role'], pack.doubt_decider_role);
  return named;
}

/**
 * The pack in force when a complaint was received: a later pack applies to later complaints only.
 * @param received_on London day of receipt
 * @returns undefined where no pack was in force yet
 */
export function findPackInForce<P extends Pick<PackFile, 'effective_from' | 'version'>>(
  packs: readonly P[],
  received_on: string,
): P | undefined {
  const begun = packs.filter((pack) => pack.effective_from <= received_on);
  return begun
    .sort((a, b) => (a.effective_from === b.effective_from ? a.version - b.version : a.effective_from < b.effective_from ? -1 : 1))
    .at(-1);
}
