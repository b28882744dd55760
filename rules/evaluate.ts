/** Measures proposals against what people decided, so that an edit to a rule is judged by figures and not by the last message read. */
import { FLAGS, OUTCOMES, THEMES, type Decision, type Outcome } from './decision.ts';
import { kindOf } from './kinds.ts';
import type { Label } from './labelled.ts';

/** One message: what a person decided and what was proposed. */
export interface Judgement {
  id: string;
  channel: string;
  voice: string;
  label: Label;
  decision: Decision;
  confidence: number;
  needs_review: boolean;
}

/** A share with its 95 % interval (Wilson), which is wide where there are few. */
export interface Share {
  share: number;
  low: number;
  high: number;
  of: number;
}

export interface Figures {
  messages: number;
  /** Outcome alone; outcome with its ground or topic. */
  outcome: Share;
  kind: Share;
  /** Mean over the outcomes that occur of the harmonic mean of precision and recall. */
  macro_f1: { value: number; low: number; high: number };
  /** Complaints and reviews that were proposed as either. */
  complaint_recall: Share;
  /** Complaints, reviews and service requests that were proposed as an exclusion: the one mistake that takes something from a resident. */
  wrongly_excluded: Share;
  emergencies_found: Share;
  area: Share;
  flags: { precision: Share; recall: Share };
  themes: { precision: Share; recall: Share };
  hazard: Share;
  /** Of complaints: the parts that belong elsewhere. */
  partial: { precision: Share; recall: Share };
  also_service_request: { precision: Share; recall: Share };
  /** Mean gap between confidence and the share that was right, over ten bands. */
  calibration_error: number;
  /** Marked for reading by a person first; and how often the rest was right. */
  sent_to_reading: Share;
  right_when_sure: Share;
}

export function shareOf(count: number, of: number): Share {
  if (of === 0) return { share: 1, low: 0, high: 1, of };
  const z = 1.96;
  const p = count / of;
  const middle = (p + (z * z) / (2 * of)) / (1 + (z * z) / of);
  const half = (z * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of))) / (1 + (z * z) / of);
  return { share: p, low: Math.max(0, middle - half), high: Math.min(1, middle + half), of };
}

export function measure(judgements: readonly Judgement[]): Figures {
  const count = (holds: (one: Judgement) => boolean, among: readonly Judgement[] = judgements) =>
    shareOf(among.filter(holds).length, among.length);
  const isRight = ({ label, decision }: Judgement) => kindOf(label) === kindOf(decision);
  const isUnhappy = ({ outcome }: { outcome: Outcome }) => outcome === 'complaint' || outcome === 'review';
  const mayNotExclude = judgements.filter(({ label }) => isUnhappy(label) || label.outcome === 'service_request');
  const sure = judgements.filter(({ needs_review }) => !needs_review);
  return {
    messages: judgements.length,
    outcome: count(({ label, decision }) => label.outcome === decision.outcome),
    kind: count(isRight),
    macro_f1: macroF1WithInterval(judgements),
    complaint_recall: count(
      ({ decision }) => isUnhappy(decision),
      judgements.filter(({ label }) => isUnhappy(label)),
    ),
    wrongly_excluded: count(({ decision }) => decision.outcome === 'exclusion', mayNotExclude),
    emergencies_found: count(
      ({ decision }) => decision.flags.includes('emergency_hazard'),
      judgements.filter(({ label }) => label.flags.includes('emergency_hazard')),
    ),
    area: count(
      ({ label, decision }) => label.service_area === decision.service_area,
      judgements.filter(({ label }) => label.service_area !== null),
    ),
    flags: precisionAndRecall(judgements, ({ flags }) => flags),
    themes: precisionAndRecall(judgements, ({ themes }) => themes),
    hazard: count(({ label, decision }) => label.hazard_category === decision.hazard_category),
    partial: precisionAndRecall(judgements, ({ partial_exclusions }) => partial_exclusions),
    also_service_request: precisionAndRecall(judgements, ({ also_service_request }) => (also_service_request ? ['also'] : [])),
    calibration_error: calibrationError(judgements.map((one) => ({ confidence: one.confidence, right: isRight(one) }))),
    sent_to_reading: count(({ needs_review }) => needs_review),
    right_when_sure: count(isRight, sure),
  };
}

function precisionAndRecall(
  judgements: readonly Judgement[],
  marksOf: (of: Label | Decision) => readonly string[],
): { precision: Share; recall: Share } {
  let [both, proposed, wanted] = [0, 0, 0];
  for (const { label, decision } of judgements) {
    const [right, said] = [marksOf(label), marksOf(decision)];
    wanted += right.length;
    proposed += said.length;
    both += said.filter((mark) => right.includes(mark)).length;
  }
  return { precision: shareOf(both, proposed), recall: shareOf(both, wanted) };
}

/** By mark: how many there are, how many were proposed, and how many of both. */
export function byMark(
  judgements: readonly Judgement[],
  which: 'flags' | 'themes',
): { mark: string; wanted: number; proposed: number; both: number }[] {
  return (which === 'flags' ? FLAGS : THEMES).map((mark) => {
    const has = (marks: readonly string[]) => marks.includes(mark);
    const wanted = judgements.filter(({ label }) => has(label[which]));
    const proposed = judgements.filter(({ decision }) => has(decision[which]));
    return {
      mark,
      wanted: wanted.length,
      proposed: proposed.length,
      both: wanted.filter(({ decision }) => has(decision[which])).length,
    };
  });
}

export function macroF1(pairs: readonly { wanted: Outcome; proposed: Outcome }[]): number {
  const scores = OUTCOMES.flatMap((outcome) => {
    const wanted = pairs.filter((pair) => pair.wanted === outcome).length;
    const proposed = pairs.filter((pair) => pair.proposed === outcome).length;
    const both = pairs.filter((pair) => pair.wanted === outcome && pair.proposed === outcome).length;
    return wanted === 0 ? [] : [(2 * both) / (wanted + proposed)];
  });
  return scores.length === 0 ? 1 : scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

const DRAWS = 400;

/** The interval by drawing the messages again and again, always in the same way. */
function macroF1WithInterval(judgements: readonly Judgement[]): Figures['macro_f1'] {
  const pairs = judgements.map(({ label, decision }) => ({ wanted: label.outcome, proposed: decision.outcome }));
  let state = 1;
  const next = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const draws = Array.from({ length: pairs.length > 0 ? DRAWS : 0 }, () =>
    macroF1(pairs.flatMap(() => pairs[next(pairs.length)] ?? [])),
  ).sort((a, b) => a - b);
  return { value: macroF1(pairs), low: draws[Math.floor(DRAWS * 0.025)] ?? 0, high: draws[Math.floor(DRAWS * 0.975)] ?? 1 };
}

const BANDS = 10;

export function calibrationError(points: readonly { confidence: number; right: boolean }[]): number {
  let error = 0;
  for (let band = 0; band < BANDS; band++) {
    const within = points.filter(({ confidence }) => Math.min(BANDS - 1, Math.floor(confidence * BANDS)) === band);
    if (within.length === 0) continue;
    const mean = within.reduce((sum, { confidence }) => sum + confidence, 0) / within.length;
    const right = within.filter((point) => point.right).length / within.length;
    error += (within.length / points.length) * Math.abs(mean - right);
  }
  return error;
}
