/** The statistical help: a linear model over word stems, trained on labelled messages, whose word is one more piece of evidence and never decides alone. */
import { z } from 'zod';
import { EXCLUSIONS, SERVICE_AREAS, TOPICS, type Decision, type Evidence, type Finding } from './decision.ts';
import type { Reading } from './read.ts';
import { contentStems } from './stems.ts';

const headSchema = z.object({ classes: z.array(z.string()), bias: z.array(z.number()), weights: z.array(z.array(z.number())) });

/** The file that training writes. Weights are per feature, in the order of `features`. */
export const modelSchema = z.object({
  version: z.string(),
  features: z.array(z.string()),
  outcome: headSchema,
  area: headSchema,
  /** Margin in log-odds to the share of proposals that people would confirm; rising. */
  calibration: z.array(z.object({ margin: z.number(), right: z.number().min(0).max(1) })),
});
export type ModelFile = z.infer<typeof modelSchema>;
export type Head = z.infer<typeof headSchema>;

export interface Model {
  file: ModelFile;
  index: ReadonlyMap<string, number>;
}

/** @throws ZodError where the file is not a model */
export function parseModel(json: unknown): Model {
  const file = modelSchema.parse(json);
  return { file, index: new Map(file.features.map((feature, at) => [feature, at])) };
}

/** Single stems and neighbouring pairs, each once. */
export function featuresOf(reading: Reading): Set<string> {
  const stems = contentStems(reading);
  const features = new Set<string>(stems);
  for (let at = 1; at < stems.length; at++) features.add(`${stems[at - 1]} ${stems[at]}`);
  return features;
}

/** The class of a decision as the model knows it: `complaint`, `exclusion.duplicate`, `other.survey`. */
export function classOf(decision: Pick<Decision, 'outcome'> & { exclusion?: string | null; topic?: string | null }): string {
  if (decision.outcome === 'exclusion') return `exclusion.${decision.exclusion ?? ''}`;
  if (decision.outcome === 'other') return `other.${decision.topic ?? ''}`;
  return decision.outcome;
}

/** Raw scores of each class; features are scaled so that length does not matter. */
export function scoresOf(head: Head, index: ReadonlyMap<string, number>, features: ReadonlySet<string>): number[] {
  const found: number[] = [];
  for (const feature of features) {
    const at = index.get(feature);
    if (at !== undefined) found.push(at);
  }
  const scale = 1 / Math.sqrt(Math.max(1, found.length));
  return head.classes.map((_, number) => {
    let sum = head.bias[number] ?? 0;
    for (const at of found) sum += (head.weights[at]?.[number] ?? 0) * scale;
    return sum;
  });
}

function findingOf(name: string): Finding | null {
  if (name === 'complaint' || name === 'service_request' || name === 'review') return { outcome: name };
  const [kind, value] = name.split('.');
  const exclusion = EXCLUSIONS.find((ground) => ground === value);
  const topic = TOPICS.find((known) => known === value);
  const area = SERVICE_AREAS.find((known) => known === name);
  if (kind === 'exclusion' && exclusion) return { exclusion };
  if (kind === 'other' && topic) return { topic };
  return area ? { service_area: area } : null;
}

/**
 * What the model thinks, as evidence: for outcome and area its first choice, the weightier the farther ahead of the second.
 * @param limit log-odds from the pack; it never weighs more
 */
export function modelEvidence(model: Model, reading: Reading, limit: number): Evidence[] {
  const features = featuresOf(reading);
  return [model.file.outcome, model.file.area].flatMap((head): Evidence[] => {
    const ranked = scoresOf(head, model.index, features)
      .map((score, at) => ({ score, name: head.classes[at] ?? '' }))
      .sort((a, b) => b.score - a.score);
    const [first, second] = ranked;
    const finding = first && findingOf(first.name);
    if (!finding) return [];
    const weight = Math.round(Math.min(limit, (first.score - (second?.score ?? 0)) / 2) * 100) / 100;
    if (weight <= 0) return [];
    return [
      {
        rule: 'model',
        finding,
        weight,
        start: 0,
        end: 0,
        source: 'CODE-2.5',
        because: 'Messages worded like this were mostly decided so.',
      },
    ];
  });
}

/** Calibrated probability for a margin; without a model a plain logistic curve. */
export function calibrate(model: Model | null, margin: number): number {
  const points = model?.file.calibration ?? [];
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last) return 1 / (1 + Math.exp(-margin));
  if (margin <= first.margin) return first.right;
  for (const [at, point] of points.entries()) {
    const before = points[at - 1];
    if (margin > point.margin || !before) continue;
    const share = (margin - before.margin) / Math.max(1e-9, point.margin - before.margin);
    return before.right + share * (point.right - before.right);
  }
  return last.right;
}
