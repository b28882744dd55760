/** Tries a pack's rules on their own examples and on the labelled messages, so that nobody puts a rule in force that fails its own words. */
import { z } from 'zod';
import { OUTCOMES, outcomeSchema, triageInputSchema, type Finding, type Outcome } from './decision.ts';
import { kindOf } from './kinds.ts';
import type { LabelledMessage } from './labelled.ts';
import type { Model } from './model.ts';
import type { PolicyPack } from './pack.ts';
import type { Rule } from './rule.ts';
import { look, triage, type TriagePack } from './triage.ts';

/** An example that its rule did not read as its author said. */
export interface ExampleFailure {
  rule: string;
  expected: 'match' | 'no_match' | 'todo';
  text: string;
}

/** Examples are read as e-mails of this moment, without history. */
const EXAMPLES_RECEIVED_AT = new Date('2026-11-24T12:00:00Z');

/**
 * The examples of the pack's own rules that fail: a `match` that the rule does not find, a `no_match` that it does,
 * and a known miss (`todo`) that it finds by now and that belongs under `match`.
 * @throws SyntaxError for a phrase that cannot be read
 */
export function exampleFailures(pack: TriagePack & Pick<PolicyPack, 'taken_rules'>): ExampleFailure[] {
  return ownRules(pack).flatMap((rule) => {
    const { match, no_match, todo } = rule.examples ?? { match: [], no_match: [], todo: [] };
    const failed = (texts: readonly string[], expected: ExampleFailure['expected']) =>
      texts
        .filter((text) => isFound(rule, text, pack) !== (expected === 'match'))
        .map((text) => ({ rule: rule.id, expected, text }));
    return [...failed(match, 'match'), ...failed(no_match, 'no_match'), ...failed(todo, 'todo')];
  });
}

/** The rules that this pack wrote itself. Those of another pack are tried there: their examples rest on its periods and words. */
export function ownRules({ rules, taken_rules }: Pick<PolicyPack, 'rules' | 'taken_rules'>): Rule[] {
  const taken = new Set(taken_rules);
  return rules.filter(({ id }) => !taken.has(id));
}

/** How many examples there are, to show that some were tried. */
export function countExamples(rules: readonly Rule[]): number {
  return rules.reduce(
    (sum, { examples }) => sum + (examples ? examples.match.length + examples.no_match.length + examples.todo.length : 0),
    0,
  );
}

function isFound(rule: Rule, text: string, pack: TriagePack): boolean {
  const input = triageInputSchema.parse({ id: rule.id, channel: 'email', received_at: EXAMPLES_RECEIVED_AT, text });
  return look(input, pack).evidence.some((one) => one.rule === rule.id && isSame(one.finding, rule.finding));
}

function isSame(a: Finding, b: Finding): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** A labelled message whose outcome, ground or topic was proposed otherwise. */
export interface Disagreement {
  id: string;
  label: string;
  proposed: string;
  needs_review: boolean;
}

export interface Scores {
  /** By labelled outcome: how many there are, and of how many outcome, ground and topic were proposed as labelled. */
  outcomes: { outcome: Outcome; count: number; right: number }[];
  /** Exclusions proposed for what is none: the one mistake that takes something from a resident (CODE-2.1). */
  wrongly_excluded: string[];
  /** Emergencies not proposed as such (AWAAB-24H). */
  missed_emergencies: string[];
  disagreements: Disagreement[];
}

/** Proposes every labelled message as it would be proposed, and compares. */
export function scoreMessages(pack: TriagePack, messages: readonly LabelledMessage[], model: Model | null): Scores {
  const scores: Scores = {
    outcomes: OUTCOMES.map((outcome) => ({ outcome, count: 0, right: 0 })),
    wrongly_excluded: [],
    missed_emergencies: [],
    disagreements: [],
  };
  for (const { label, ...input } of messages) {
    const { decision, needs_review } = triage(input, pack, model);
    const [wanted, proposed] = [kindOf(label), kindOf(decision)];
    const row = scores.outcomes.find(({ outcome }) => outcome === label.outcome);
    if (row) row.count += 1;
    if (row && wanted === proposed) row.right += 1;
    if (wanted !== proposed) scores.disagreements.push({ id: input.id, label: wanted, proposed, needs_review });
    if (decision.outcome === 'exclusion' && label.outcome !== 'exclusion') scores.wrongly_excluded.push(input.id);
    if (label.flags.includes('emergency_hazard') && !decision.flags.includes('emergency_hazard'))
      scores.missed_emergencies.push(input.id);
  }
  return scores;
}

/** `baseline.yaml` beside `pack.yaml`: what the pack's rules reach, below which a change may not bring them. */
export const baselineSchema = z.strictObject({
  /** Least share, by labelled outcome, that is proposed as labelled. */
  outcomes: z.partialRecord(outcomeSchema, z.number().min(0).max(1)),
  most_wrongly_excluded: z.int().min(0),
  most_missed_emergencies: z.int().min(0),
});
export type Baseline = z.infer<typeof baselineSchema>;

/** Where the scores fall below the baseline, one sentence each. */
export function belowBaseline(scores: Scores, baseline: Baseline): string[] {
  const below = scores.outcomes.flatMap(({ outcome, count, right }) => {
    const least = baseline.outcomes[outcome];
    if (least === undefined) return [];
    if (count === 0) return [`${outcome}: expected labelled messages to hold against the baseline, got none`];
    return right / count < least
      ? [`${outcome}: expected at least ${percent(least)} as labelled, got ${percent(right / count)} (${right} of ${count})`]
      : [];
  });
  const tooMany = (what: string, ids: readonly string[], most: number) =>
    ids.length > most ? [`${what}: expected at most ${most}, got ${ids.length}: ${ids.join(', ')}`] : [];
  return [
    ...below,
    ...tooMany('wrongly excluded', scores.wrongly_excluded, baseline.most_wrongly_excluded),
    ...tooMany('missed emergencies', scores.missed_emergencies, baseline.most_missed_emergencies),
  ];
}

/** Rounded down, so that what falls short never reads as reached. */
export function percent(share: number): string {
  return `${(Math.floor(share * 1000) / 10).toFixed(1)} %`;
}
