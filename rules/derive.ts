/** Makes a pack that says only what differs from another one whole, so that no rule and no section is written twice. */
import { z } from 'zod';
import type { Rule, Weights, Words } from './rule.ts';

const clauseKeySchema = z.string().regex(/^[A-Z][A-Za-z0-9./-]{0,40}\*?$/, 'expected a clause key such as POL-2.4, or POL-*');
const ruleNameSchema = z
  .string()
  .regex(/^[a-z][a-z0-9_.]{0,100}\*?$/, 'expected a rule id, or a beginning such as exclusion.time_*');

/** `from` in `pack.yaml`: the pack that this one is derived from, and how the two differ. */
export const fromSchema = z.strictObject({
  /** Id of a pack that itself stands alone. */
  pack: z.string().regex(/^[a-z0-9_-]{1,60}$/, 'expected the id of a pack'),
  /** Sections of `pack.yaml` as they stand there (`routing`), or entries of one (`clocks.ack_1`, `clocks.data_*`). Own entries of the same id stand in their place. */
  takes: z.array(z.string().regex(/^[a-z_]+(\.[a-z0-9_-]+\*?)?$/, 'expected a section, section.entry or section.beginning*')),
  /** Clause keys there to clause keys of this policy, in all that is taken. The longest beginning that fits counts. */
  clauses: z.record(clauseKeySchema, z.string().regex(/^[A-Z][A-Za-z0-9./-]{0,40}$/, 'expected a clause key such as C21-1.7')),
  /** Rules that are not taken. A rule for a ground that this pack does not list never is. */
  leave_out: z.array(ruleNameSchema).default([]),
  /** Rules that are taken with another weight, clause or sentence. */
  change: z
    .array(
      z.strictObject({
        rule: ruleNameSchema,
        weight: z.number().min(-8).max(8).optional(),
        source: z.string().min(1).optional(),
        because: z.string().min(10).max(300).optional(),
      }),
    )
    .default([]),
});
export type From = z.infer<typeof fromSchema>;

type Raw = Readonly<Record<string, unknown>>;

/**
 * The text of `pack.yaml` with what it takes from the other pack, not yet held against its shape.
 * In lists the own entries come first, so that their places are those in the file. What is taken is assumed, never stated, by this policy.
 * @returns also the names in `takes` that lead nowhere
 */
export function takeSections(own: Raw, base: Raw, from: From): { merged: Record<string, unknown>; unknown: string[] } {
  const merged: Record<string, unknown> = { ...own };
  const unknown: string[] = [];
  for (const name of from.takes) {
    const [section = '', entry] = name.split('.');
    const there = Object.hasOwn(base, section) ? base[section] : undefined;
    const taken = entry === undefined ? there : pickEntries(there, entry);
    if (taken === undefined || ['pack', 'version', 'floor', 'from'].includes(section)) unknown.push(name);
    else merged[section] = join(merged[section], restate(taken, from.clauses));
  }
  return { merged, unknown };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function idOf(value: unknown): unknown {
  return isRecord(value) ? value['id'] : undefined;
}

/** The entries of a section that are named, still as a section. */
function pickEntries(section: unknown, name: string): unknown {
  if (Array.isArray(section)) {
    const found = section.filter((one) => isNamed(name, String(idOf(one))));
    return found.length > 0 ? found : undefined;
  }
  const found = isRecord(section) ? Object.entries(section).filter(([id]) => isNamed(name, id)) : [];
  return found.length > 0 ? Object.fromEntries(found) : undefined;
}

function join(own: unknown, taken: unknown): unknown {
  if (own === undefined) return taken;
  if (Array.isArray(own) && Array.isArray(taken)) {
    const ids = new Set(own.map(idOf));
    return [...own, ...taken.filter((one) => idOf(one) === undefined || !ids.has(idOf(one)))];
  }
  return isRecord(own) && isRecord(taken) ? { ...taken, ...own } : own;
}

function restate(value: unknown, clauses: From['clauses']): unknown {
  if (Array.isArray(value)) return value.map((one) => restate(one, clauses));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => {
      if (key === 'basis') return [key, 'assumed'];
      const is_clause = (key === 'source' || key === 'clause') && typeof part === 'string';
      return [key, is_clause ? renameClauses(part, clauses) : restate(part, clauses)];
    }),
  );
}

/** `POL-2.4, CODE-2.2` in the keys of the other policy; keys that it does not name stay as they are. */
function renameClauses(source: string, clauses: From['clauses']): string {
  const renamed = source.split(', ').map((key) => {
    const fits = Object.keys(clauses).filter((name) => isNamed(name, key));
    const best = fits.toSorted((a, b) => b.length - a.length)[0];
    return best === undefined ? key : (clauses[best] ?? key);
  });
  return [...new Set(renamed)].join(', ');
}

function isNamed(name: string, id: string): boolean {
  return name.endsWith('*') ? id.startsWith(name.slice(0, -1)) : id === name;
}

/**
 * The other pack's rules that this one takes: without those left out, those for grounds it does not have and those it writes itself.
 * @returns also what `from` says of rules that are not there, each with its place
 */
export function takeRules(
  base: readonly Rule[],
  own: readonly Rule[],
  from: From,
  grounds: readonly string[],
): { rules: Rule[]; problems: { path: PropertyKey[]; says: string }[] } {
  const problems: { path: PropertyKey[]; says: string }[] = [];
  const expectRule = (name: string, path: PropertyKey[]) => {
    if (!base.some(({ id }) => isNamed(name, id)))
      problems.push({ path, says: `expected a rule of ${from.pack}, got ${JSON.stringify(name)}` });
  };
  for (const [at, name] of from.leave_out.entries()) expectRule(name, ['from', 'leave_out', at]);
  for (const [at, { rule }] of from.change.entries()) expectRule(rule, ['from', 'change', at, 'rule']);
  const written = new Set(own.map(({ id }) => id));
  const rules = base
    .filter(({ id, finding }) => {
      if (written.has(id) || from.leave_out.some((name) => isNamed(name, id))) return false;
      return !('exclusion' in finding) || grounds.includes(finding.exclusion);
    })
    .map((rule) => {
      const changes = from.change.filter((change) => isNamed(change.rule, rule.id));
      const source = renameClauses(rule.source, from.clauses);
      return changes.reduce((changed, change) => ({ ...changed, ...given(change) }), { ...rule, source });
    });
  return { rules, problems };
}

function given({ weight, source, because }: From['change'][number]): Partial<Rule> {
  return Object.fromEntries(Object.entries({ weight, source, because }).filter(([, value]) => value !== undefined));
}

/** The other pack's word lists, each with the own entries of the same name added. */
export function joinWords(base: Words, own: Partial<Words> | null): Words {
  if (own === null) return base;
  return { lists: addTo(base.lists, own.lists ?? {}), spellings: addTo(base.spellings, own.spellings ?? {}) };
}

function addTo(base: Record<string, string[]>, own: Record<string, string[]>): Record<string, string[]> {
  const joined = { ...base };
  for (const [name, entries] of Object.entries(own)) joined[name] = [...new Set([...(base[name] ?? []), ...entries])];
  return joined;
}

/** The other pack's lines with those that the own file draws elsewhere. */
export function joinWeights(base: Weights, own: Partial<Weights> | null): Weights {
  if (own === null) return base;
  return { ...base, ...own, priors: { ...base.priors, ...own.priors } };
}
