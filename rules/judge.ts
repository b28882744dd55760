/** Turns the model's scores into one decision: one outcome by share, never an exclusion on weak evidence, and each mark for itself. */
import {
  EXCLUSIONS,
  FLAGS,
  HAZARDS,
  SERVICE_AREAS,
  THEMES,
  TOPICS,
  type Decision,
  type Evidence,
  type Exclusion,
  type Flag,
} from './decision.ts';
import type { Features } from './features.ts';
import { KINDS, type Kind } from './kinds.ts';
import { outputAt, sharesOf } from './model.ts';
import type { Condition, Weights } from './rule.ts';
import type { Circumstances } from './weigh.ts';

export interface Judged {
  decision: Decision;
  kind: Kind;
  /** Probability of the kind, as the weights give it. */
  share: number;
  /** The next likely kind: what argues for it argues against the decision. */
  second: Kind;
  /** Grounds that are likely enough to be looked at, but too weakly shown to propose. */
  doubtful: Exclusion[];
  /** True for an exclusion that no rule has found: a person reads it first (CODE-2.5). */
  unshown: boolean;
}

/** What is judged besides the scores. */
export interface Judgeable {
  conditions: ReadonlySet<Condition>;
  circumstances: Circumstances;
  evidence: readonly Evidence[];
  /** Cues among them, by name. */
  features: readonly Pick<Features, 'names'>[];
}

/** Of danger a rule's word is enough: better told once too often (AWAAB-24H). */
const DANGERS: readonly Flag[] = ['emergency_hazard', 'safeguarding'];

/**
 * @param scores by output of the model
 * @source POL-2.2, POL-2.4, CODE-1.3, CODE-2.5
 */
export function judge(
  scores: Float64Array,
  { conditions, circumstances, evidence, features }: Judgeable,
  weights: Weights,
): Judged {
  const told = DANGERS.filter(
    (danger) =>
      sum(evidence.flatMap(({ finding, weight }) => ('flag' in finding && finding.flag === danger ? [weight] : []))) >=
      weights.flag,
  );
  const shares = whereItStands(
    new Map(sharesOf(scores, 'kind').map((share, at) => [KINDS[at] ?? 'complaint', share])),
    conditions,
    (cue) => features.some(({ names }) => names.includes(`q:${cue}`)),
  );
  const ranked = KINDS.map((kind) => ({ kind, share: shares.get(kind) ?? 0 }))
    .filter(({ kind }) => kind !== 'exclusion.duplicate' || conditions.has('history.same_matter'))
    .sort((a, b) => b.share - a.share);
  const shareOf = (kind: Kind) => ranked.find((one) => one.kind === kind)?.share ?? 0;
  // What repeats an open complaint is attached to it: nothing is refused.
  const leastOf = (kind: Kind) =>
    kind === 'exclusion.duplicate' && conditions.has('history.open_complaint') ? weights.attach_share : weights.exclusion_share;
  // Where no rule speaks for the ground the model must be surer (CODE-2.5).
  const isShown = (kind: Kind) =>
    kind === 'exclusion.duplicate' ||
    evidence.some(({ finding, weight }) => weight > 0 && 'exclusion' in finding && kind === `exclusion.${finding.exclusion}`);
  const isWeak = (kind: Kind) =>
    kind.startsWith('exclusion.') && shareOf(kind) < (isShown(kind) ? leastOf(kind) : weights.unshown_share);
  const unhappy = shareOf('complaint') + shareOf('review');
  const firm = ranked.filter(({ kind }) => !isWeak(kind));
  const best = firm[0] ?? { kind: 'complaint' as const, share: shareOf('complaint') };
  // In doubt it is a complaint (CODE-1.3).
  const lean =
    unhappy >= weights.complaint_share &&
    best.kind !== 'complaint' &&
    best.kind !== 'review' &&
    best.share < 1 - weights.complaint_share;
  const kind: Kind = lean ? (shareOf('review') > shareOf('complaint') ? 'review' : 'complaint') : best.kind;
  const second = ranked.find((one) => one.kind !== kind)?.kind ?? kind;
  const doubtful = EXCLUSIONS.filter(
    (ground) => kind !== `exclusion.${ground}` && shareOf(`exclusion.${ground}`) >= weights.exclusion_doubt_share,
  );
  return {
    decision: decisionOf(kind, scores, circumstances, told),
    kind,
    share: shareOf(kind),
    second,
    doubtful,
    unshown: kind.startsWith('exclusion.') && !isShown(kind),
  };
}

/** What words cannot be where the earlier case on the same matter stands so, and what they are then. */
const STANDINGS: readonly {
  when: Condition[];
  unless: Condition[];
  unless_said: string[];
  from: Kind[];
  to: Kind;
  part: number;
}[] = [
  // A response that may still be disputed: POL-2.5, POL-2.8, CODE-6.10.
  { when: ['history.window_open'], unless: [], unless_said: [], from: ['exclusion.duplicate'], to: 'review', part: 1 },
  {
    when: ['history.window_open'],
    unless: ['history.new_occurrence'],
    unless_said: [],
    from: ['complaint'],
    to: 'review',
    part: 0.7,
  },
  // One that may no longer be: POL-2.4, CODE-2.2.
  { when: ['history.window_closed'], unless: [], unless_said: [], from: ['review'], to: 'exclusion.duplicate', part: 1 },
  { when: ['history.final'], unless: [], unless_said: [], from: ['review'], to: 'exclusion.duplicate', part: 1 },
  // Nothing new on an open complaint is attached to it.
  {
    when: ['history.open_complaint', 'history.nothing_new'],
    unless: ['history.new_occurrence'],
    // Our own missed date is new: CODE-6.3.
    unless_said: ['own_complaint_late', 'complaint_mishandled'],
    from: ['complaint', 'service_request'],
    to: 'exclusion.duplicate',
    part: 0.7,
  },
];

function whereItStands(
  shares: Map<Kind, number>,
  conditions: ReadonlySet<Condition>,
  isSaid: (cue: string) => boolean,
): Map<Kind, number> {
  for (const { when, unless, unless_said, from, to, part } of STANDINGS) {
    if (!when.every((one) => conditions.has(one)) || unless.some((one) => conditions.has(one)) || unless_said.some(isSaid))
      continue;
    for (const kind of from) {
      const moved = (shares.get(kind) ?? 0) * part;
      shares.set(kind, (shares.get(kind) ?? 0) - moved);
      shares.set(to, (shares.get(to) ?? 0) + moved);
    }
  }
  return shares;
}

function decisionOf(kind: Kind, scores: Float64Array, circumstances: Circumstances, told: readonly Flag[]): Decision {
  const holds = (output: string) => (scores[outputAt(output)] ?? 0) > 0;
  const aspects = {
    service_area: highest(scores, 'area', SERVICE_AREAS),
    flags: FLAGS.filter((flag) => told.includes(flag) || holds(`flag:${flag}`)),
    themes: THEMES.filter((theme) => holds(`theme:${theme}`)),
    hazard_category: highest(scores, 'hazard', HAZARDS),
    duplicate_of: null,
    also_service_request: false,
    partial_exclusions: [],
  };
  const also_service_request = holds('also:service_request');
  if (kind === 'complaint' || kind === 'review')
    return {
      outcome: kind,
      ...aspects,
      also_service_request,
      partial_exclusions: EXCLUSIONS.filter((ground) => holds(`partial:${ground}`)),
    };
  if (kind === 'service_request') return { outcome: kind, ...aspects };
  const exclusion = EXCLUSIONS.find((ground) => kind === `exclusion.${ground}`);
  if (exclusion)
    return {
      outcome: 'exclusion',
      exclusion,
      ...aspects,
      duplicate_of: exclusion === 'duplicate' ? circumstances.same_case : null,
      also_service_request,
    };
  const topic = TOPICS.find((name) => kind === `other.${name}`);
  if (!topic) throw new RangeError(`expected a kind of decision, got ${kind}`);
  return { outcome: 'other', topic, ...aspects };
}

/** The likeliest value of a head, or null where "none" is likelier. */
function highest<T extends string>(scores: Float64Array, head: 'area' | 'hazard', values: readonly T[]): T | null {
  let found: T | null = null;
  let most = scores[outputAt(`${head}:none`)] ?? 0;
  for (const value of values) {
    const score = scores[outputAt(`${head}:${value}`)] ?? 0;
    if (score > most) {
      most = score;
      found = value;
    }
  }
  return found;
}

function sum(weights: readonly number[]): number {
  return weights.reduce((total, weight) => total + weight, 0);
}
