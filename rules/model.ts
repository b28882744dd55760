/** The statistical model: how much each rule, fact and word has spoken for each answer in messages that people have decided. */
import { z } from 'zod';
import { EXCLUSIONS, FLAGS, HAZARDS, SERVICE_AREAS, THEMES } from './decision.ts';
import type { Features } from './features.ts';
import { KINDS } from './kinds.ts';

/** All that the model scores, in the order of its weights. `kind`, `area` and `hazard` are one of many; the rest stand alone. */
export const OUTPUTS: readonly string[] = [
  ...KINDS.map((kind) => `kind:${kind}`),
  'area:none',
  ...SERVICE_AREAS.map((area) => `area:${area}`),
  'hazard:none',
  ...HAZARDS.map((hazard) => `hazard:${hazard}`),
  ...FLAGS.map((flag) => `flag:${flag}`),
  ...THEMES.map((theme) => `theme:${theme}`),
  'also:service_request',
  ...EXCLUSIONS.map((ground) => `partial:${ground}`),
];
const PLACES: ReadonlyMap<string, number> = new Map(OUTPUTS.map((output, at) => [output, at]));
const HEADS = ['kind', 'area', 'hazard'] as const;
export type Head = (typeof HEADS)[number];

/** First output of a head and the one after its last. */
export function rangeOf(head: Head): { from: number; until: number } {
  const from = OUTPUTS.findIndex((output) => output.startsWith(`${head}:`));
  return { from, until: OUTPUTS.findLastIndex((output) => output.startsWith(`${head}:`)) + 1 };
}
export function outputAt(output: string): number {
  const at = PLACES.get(output);
  if (at === undefined) throw new RangeError(`expected an output of the model, got ${JSON.stringify(output)}`);
  return at;
}

/**
 * The file that training writes. Weights are sparse: for each feature the number of its cells, and for each cell
 * the output (one byte) and the weight (one byte, signed, in steps of `step`).
 */
export const modelSchema = z.object({
  version: z.string(),
  outputs: z.array(z.string()),
  bias: z.array(z.number()),
  features: z.array(z.string()),
  /** Base64, one byte a feature. */
  counts: z.base64(),
  /** Base64, two bytes a cell. */
  cells: z.base64(),
  step: z.number().positive(),
  /** Probability as the weights give it, to the share of such proposals that people confirmed; rising. */
  calibration: z.array(z.object({ share: z.number().min(0).max(1), right: z.number().min(0).max(1) })),
});
export type ModelFile = z.infer<typeof modelSchema>;

export interface Model {
  version: string;
  calibration: ModelFile['calibration'];
  bias: readonly number[];
  /** Feature to its number. */
  index: ReadonlyMap<string, number>;
  /** First cell of each feature; one more at the end. */
  offsets: Uint32Array;
  outputs: Uint8Array;
  weights: Float32Array;
}

/** @throws ZodError or RangeError where the file is not a model of this product's vocabulary */
export function parseModel(json: unknown): Model {
  const file = modelSchema.parse(json);
  if (file.outputs.join() !== OUTPUTS.join())
    throw new RangeError('expected a model of this vocabulary, got another: run npm run train');
  const counts = bytesOf(file.counts);
  const cells = bytesOf(file.cells);
  const offsets = new Uint32Array(file.features.length + 1);
  for (let at = 0; at < file.features.length; at++) offsets[at + 1] = (offsets[at] ?? 0) + (counts[at] ?? 0);
  const size = offsets[file.features.length] ?? 0;
  if (cells.length !== size * 2) throw new RangeError(`expected ${size * 2} bytes of weights, got ${cells.length}`);
  const outputs = new Uint8Array(size);
  const weights = new Float32Array(size);
  for (let at = 0; at < size; at++) {
    outputs[at] = cells[at * 2] ?? 0;
    const steps = cells[at * 2 + 1] ?? 0;
    weights[at] = (steps > 127 ? steps - 256 : steps) * file.step;
  }
  return {
    version: file.version,
    calibration: file.calibration,
    bias: file.bias,
    index: new Map(file.features.map((feature, at) => [feature, at])),
    offsets,
    outputs,
    weights,
  };
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

/** Adds what the features say for each output. */
export function addScores(model: Model, features: Features, scores: Float64Array): void {
  const { index, offsets, outputs, weights } = model;
  for (let at = 0; at < features.names.length; at++) {
    const feature = index.get(features.names[at] ?? '');
    if (feature === undefined) continue;
    const value = features.values[at] ?? 0;
    const until = offsets[feature + 1] ?? 0;
    for (let cell = offsets[feature] ?? 0; cell < until; cell++) {
      const output = outputs[cell] ?? 0;
      scores[output] = (scores[output] ?? 0) + value * (weights[cell] ?? 0);
    }
  }
}

/** What one feature says for one output. */
export function weightOf(model: Model, feature: string, output: string): number {
  const number = model.index.get(feature);
  if (number === undefined) return 0;
  const wanted = outputAt(output);
  for (let cell = model.offsets[number] ?? 0; cell < (model.offsets[number + 1] ?? 0); cell++)
    if (model.outputs[cell] === wanted) return model.weights[cell] ?? 0;
  return 0;
}

/** Probabilities of a head's outputs, in their order. */
export function sharesOf(scores: Float64Array, head: Head): number[] {
  const { from, until } = rangeOf(head);
  const part = Array.from(scores.subarray(from, until));
  const highest = Math.max(...part);
  const powers = part.map((score) => Math.exp(score - highest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

/** Calibrated probability for a share. */
export function calibrate(calibration: ModelFile['calibration'], share: number): number {
  const [first] = calibration;
  const last = calibration.at(-1);
  if (!first || !last) return share;
  if (share <= first.share) return first.right;
  for (const [at, point] of calibration.entries()) {
    const before = calibration[at - 1];
    if (share > point.share || !before) continue;
    const part = (share - before.share) / Math.max(1e-9, point.share - before.share);
    return before.right + part * (point.right - before.right);
  }
  return last.right;
}
