/** Weighs the evidence into one decision, by the pack's thresholds and the order of precedence, never refusing on weak evidence. */
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
  type ServiceArea,
  type Topic,
} from './decision.ts';
import type { Weights } from './rule.ts';

export interface Weighed {
  decision: Decision;
  /** How far the decision is from the next best, in log-odds. */
  margin: number;
  /** Grounds that some words suggest, but too weakly to propose. */
  doubtful: Exclusion[];
}

export interface Circumstances {
  /** Rules whose dissatisfaction names nobody. */
  unaimed: ReadonlySet<string>;
  /** The earlier case on the same matter, where there is one. */
  same_case: string | null;
  /** Service area of that case: the best guess where the words name none. */
  same_area: ServiceArea | null;
}

/** These hold even where the service is complained of; the others only where nothing else is. */
const OVER_DISSATISFACTION: readonly Exclusion[] = ['legal_proceedings', 'duplicate', 'over_12_months'];
/** Dissatisfaction in the same message does not make these a complaint: a machine, a stranger, a process of its own. */
const OVER_COMPLAINT: readonly Topic[] = ['automated', 'spam', 'misdirected', 'withdrawal', 'ombudsman', 'data_request', 'enquiry'];

/** Sums of weights by the value of a finding, and those by its kind. */
type Sums = ReadonlyMap<string, ReadonlyMap<string | boolean, number>>;
function sumUp(evidence: readonly Evidence[]): Sums {
  const sums = new Map<string, Map<string | boolean, number>>();
  for (const { finding, weight } of evidence) {
    for (const [kind, value] of Object.entries(finding)) {
      let of_kind = sums.get(kind);
      if (!of_kind) sums.set(kind, (of_kind = new Map()));
      of_kind.set(value, (of_kind.get(value) ?? 0) + weight);
    }
  }
  return sums;
}

/** @source POL-2.2, POL-2.4, CODE-1.3, CODE-2.5 */
export function weigh(evidence: readonly Evidence[], circumstances: Circumstances, weights: Weights): Weighed {
  const sums = sumUp(evidence);
  const score = (kind: string, value: string | boolean) => sums.get(kind)?.get(value) ?? 0;
  const isComplaint = ({ finding }: Evidence) => 'outcome' in finding && finding.outcome === 'complaint';
  const unaimed = total(evidence.filter((one) => isComplaint(one) && circumstances.unaimed.has(one.rule)));
  const aimed = score('outcome', 'complaint') - unaimed;
  const request = (weights.priors.service_request ?? 0) + score('outcome', 'service_request');
  const ground = new Map(EXCLUSIONS.map((exclusion) => [exclusion, score('exclusion', exclusion)]));
  const explained =
    request > 1.3 ||
    EXCLUSIONS.some(
      (exclusion) => !OVER_DISSATISFACTION.includes(exclusion) && (ground.get(exclusion) ?? 0) >= weights.exclusion_doubt,
    );
  const complaint = (weights.priors.complaint ?? 0) + aimed + unaimed * (explained && unaimed > 0 ? weights.unaimed_share : 1);
  const service = (weights.priors.complaint ?? 0) + aimed;
  const review = (weights.priors.review ?? 0) + score('outcome', 'review');

  const strong = EXCLUSIONS.filter((exclusion) => (ground.get(exclusion) ?? 0) >= weights.exclusion);
  const doubtful = EXCLUSIONS.filter((exclusion) => {
    const sum = ground.get(exclusion) ?? 0;
    return sum >= weights.exclusion_doubt && sum < weights.exclusion;
  });
  const excluding = strong.filter((exclusion) => OVER_DISSATISFACTION.includes(exclusion) || service < weights.partial);
  const partial = strong.filter((exclusion) => !excluding.includes(exclusion));
  const topics = TOPICS.map((topic) => ({ topic, score: score('topic', topic) })).sort((a, b) => b.score - a.score);
  const aspects = {
    service_area: bestArea(score, circumstances.same_area),
    flags: FLAGS.filter((flag) => score('flag', flag) >= weights.flag),
    themes: THEMES.filter((theme) => score('theme', theme) >= weights.theme),
    hazard_category: best(HAZARDS, (hazard) => score('hazard_category', hazard), weights.hazard),
    duplicate_of: null,
    also_service_request: false,
    partial_exclusions: partial,
  };
  const also = score('also_service_request', true) >= weights.also_service_request;

  const [top] = topics;
  const topic = top && top.score >= weights.topic ? top : null;
  const [first] = excluding;
  if (
    topic &&
    OVER_COMPLAINT.includes(topic.topic) &&
    topic.score > complaint &&
    (!first || topic.score > (ground.get(first) ?? 0))
  ) {
    return {
      decision: { outcome: 'other', topic: topic.topic, ...aspects, partial_exclusions: [] },
      margin: topic.score - Math.max(complaint, weights.topic - 1),
      doubtful,
    };
  }
  if (first) {
    const sum = ground.get(first) ?? 0;
    const decision: Decision = {
      outcome: 'exclusion',
      exclusion: first,
      ...aspects,
      partial_exclusions: [],
      duplicate_of: first === 'duplicate' ? circumstances.same_case : null,
      also_service_request: also,
    };
    const against = OVER_DISSATISFACTION.includes(first) ? 0 : Math.max(0, service);
    return { decision, margin: sum - weights.exclusion + 1 - against, doubtful };
  }
  const nearest =
    doubtful.length > 0
      ? Math.max(...doubtful.map((exclusion) => ground.get(exclusion) ?? 0)) - weights.exclusion
      : Number.NEGATIVE_INFINITY;
  if (review >= weights.review) {
    return {
      decision: { outcome: 'review', ...aspects, also_service_request: also },
      margin: Math.min(review - weights.review + 1, -nearest),
      doubtful,
    };
  }
  const topic_score = topic?.score ?? Math.min(top?.score ?? 0, weights.topic) - 2;
  const ranked = [complaint, request, topic_score].sort((a, b) => b - a);
  const margin = Math.min((ranked[0] ?? 0) - (ranked[1] ?? 0), -nearest, weights.review - review);
  if (topic && topic.score > complaint && topic.score >= request)
    return { decision: { outcome: 'other', topic: topic.topic, ...aspects, partial_exclusions: [] }, margin, doubtful };
  if (complaint > request) return { decision: { outcome: 'complaint', ...aspects, also_service_request: also }, margin, doubtful };
  return { decision: { outcome: 'service_request', ...aspects }, margin, doubtful };
}

function total(evidence: readonly Evidence[]): number {
  return evidence.reduce((sum, { weight }) => sum + weight, 0);
}

function bestArea(score: (kind: string, value: string) => number, same_area: ServiceArea | null): ServiceArea | null {
  const bonus = (area: ServiceArea) => (area === same_area ? 1.5 : 0);
  return best(SERVICE_AREAS, (area) => score('service_area', area) + bonus(area), 0.2);
}

function best<T>(values: readonly T[], scoreOf: (value: T) => number, least: number): T | null {
  let found: T | null = null;
  let highest = -Infinity;
  for (const value of values) {
    const score = scoreOf(value);
    if (score >= least && score > highest) {
      found = value;
      highest = score;
    }
  }
  return found;
}
