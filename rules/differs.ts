/** What a derived policy says otherwise, put beside a model that learned from decisions under another one. */
import { EXCLUSIONS, type Evidence, type Exclusion } from './decision.ts';
import { kindOf } from './kinds.ts';
import { outputAt, OUTPUTS } from './model.ts';
import type { Rule, Weights } from './rule.ts';
import { weigh, type Circumstances } from './weigh.ts';
import { outputOf } from './words_said.ts';

/** Where a derived pack's rules depart from those that the model has learned to weigh. */
export interface Differences {
  /** Log-odds that the model cannot know: all of an own rule's weight, and by how much a changed one was moved. */
  weights: Readonly<Record<string, number>>;
  /** Grounds that mean something else here, or that the policy does not have: the model's word for them does not count. */
  grounds: readonly Exclusion[];
}

/** Far below any sum of weights, yet a number to reckon with. */
const NEVER = -1e6;
/** By how much a ground stands out that the rules of the pack itself have found. */
const FOUND = 3;

/**
 * @param base the rules of the pack it is derived from
 * @param own those that it writes itself
 * @param grounds ids of the grounds that it has
 */
export function differencesOf(
  base: readonly Rule[],
  own: readonly Rule[],
  taken: readonly Rule[],
  grounds: readonly string[],
): Differences {
  const learned = new Map(base.map(({ id, weight }) => [id, weight]));
  const moved = taken.map(({ id, weight }) => [id, weight - (learned.get(id) ?? weight)] as const).filter(([, by]) => by !== 0);
  const kept = new Set([...taken, ...own].map(({ id }) => id));
  const otherwise = (ground: Exclusion) =>
    !grounds.includes(ground) ||
    base.some(({ id, finding, weight }) => 'exclusion' in finding && finding.exclusion === ground && weight > 0 && !kept.has(id));
  return {
    weights: Object.fromEntries([...own.map(({ id, weight }) => [id, weight] as const), ...moved]),
    grounds: EXCLUSIONS.filter(otherwise),
  };
}

interface Differing {
  differs: Differences | null;
  weights: Weights;
}

/**
 * The model's scores as this policy would have them: its own rules count by their own weight, and of the grounds that it has worded anew
 * its rules alone decide, never the model (CODE-2.5).
 */
export function byPolicy(
  scores: Float64Array,
  { evidence, circumstances }: { evidence: readonly Evidence[]; circumstances: Circumstances },
  { differs, weights }: Differing,
): Float64Array {
  if (differs === null) return scores;
  const changed = Float64Array.from(scores);
  const add = (output: string, by: number) => {
    const at = outputAt(output);
    changed[at] = (changed[at] ?? 0) + by;
  };
  for (const { rule, finding } of evidence) {
    const own = Object.hasOwn(differs.weights, rule) ? (differs.weights[rule] ?? 0) : 0;
    if (own !== 0 && !('exclusion' in finding && differs.grounds.includes(finding.exclusion))) add(outputOf(finding), own);
  }
  if (differs.grounds.length === 0) return changed;
  const { decision } = weigh(evidence, circumstances, weights);
  for (const ground of differs.grounds) {
    changed[outputAt(`kind:exclusion.${ground}`)] = NEVER;
    changed[outputAt(`partial:${ground}`)] = decision.partial_exclusions.includes(ground) ? FOUND : NEVER;
  }
  if (decision.outcome === 'exclusion' && differs.grounds.includes(decision.exclusion)) {
    const kinds = changed.filter((_, at) => OUTPUTS[at]?.startsWith('kind:'));
    changed[outputAt(`kind:${kindOf(decision)}`)] = Math.max(...kinds) + FOUND;
  }
  return changed;
}

/** Evidence with what the policy's own rules add to the weight that the model gives them. */
export function withOwnWeights(evidence: readonly Evidence[], { differs }: Pick<Differing, 'differs'>): Evidence[] {
  return evidence.map((one) => {
    const own = differs && Object.hasOwn(differs.weights, one.rule) ? (differs.weights[one.rule] ?? 0) : 0;
    return own === 0 ? one : { ...one, weight: Math.round((one.weight + own) * 100) / 100 };
  });
}
