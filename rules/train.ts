/** Trains the model on what people decided: the same messages give the same model to the byte. */
import { FLAGS, THEMES, EXCLUSIONS } from './decision.ts';
import type { Features } from './features.ts';
import { fitEach, fitOneOf, type Row } from './fit.ts';
import { kindOf, type Kind } from './kinds.ts';
import type { LabelledMessage } from './labelled.ts';
import { OUTPUTS, outputAt, parseModel, rangeOf, type ModelFile } from './model.ts';
import type { Saying } from './sayings.ts';
import { look, scoresOf, type Seen, type TriagePack } from './triage.ts';
import { judge } from './judge.ts';

/** A word is kept when so many messages have it: what was said once teaches nothing. */
const LEAST_MESSAGES = 4;
/** Penalties on the squares of weights, chosen by trying on the training part (`npm run evaluate -- --folds`). */
const RIDGE = { kind: 1.4, area: 1.4, hazard: 1.4, marks: 1.6 };
/** Weights in the file are whole numbers of these. */
const STEP = 0.03;
const FOLDS = 3;
const CALIBRATION_STEPS = 12;

/** Messages of a contrast set share a stem and end in a letter; they are kept together. */
export function stemOfId(id: string): string {
  return id.replace(/_[a-h]$/, '').replace(/(?<=\d)[a-h]$/, '');
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** A third of the messages, chosen by their ids, is never trained on nor looked at, so that there is something to measure with. */
export function isSetAside(id: string): boolean {
  return hashOf(stemOfId(id)) % 3 === 0;
}

/** What is taught: the features of one message and, by output, 1, 0, or -1 where nobody said. */
export interface Example {
  id: string;
  seen: Seen;
  wanted: Int8Array;
  kind: Kind;
}

export function exampleOf(message: LabelledMessage, pack: TriagePack): Example {
  const { label } = message;
  const wanted = new Int8Array(OUTPUTS.length);
  const set = (output: string) => void (wanted[outputAt(output)] = 1);
  const kind = kindOf(label);
  set(`kind:${kind}`);
  set(`area:${label.service_area ?? 'none'}`);
  set(`hazard:${label.hazard_category ?? 'none'}`);
  for (const flag of label.flags) set(`flag:${flag}`);
  for (const theme of label.themes) set(`theme:${theme}`);
  if (label.also_service_request) set('also:service_request');
  for (const ground of label.partial_exclusions) set(`partial:${ground}`);
  return { id: message.id, seen: look(message, pack), wanted, kind };
}

/** Of a saying, themes and hazards are not known. */
export function exampleOfSaying(saying: Saying, pack: TriagePack): Example {
  const wanted = new Int8Array(OUTPUTS.length);
  for (const theme of THEMES) wanted[outputAt(`theme:${theme}`)] = -1;
  const { from, until } = rangeOf('hazard');
  wanted.fill(-1, from, until);
  const set = (output: string) => void (wanted[outputAt(output)] = 1);
  set(`kind:${saying.kind}`);
  set(`area:${saying.service_area ?? 'none'}`);
  for (const flag of FLAGS) if (saying.flags.includes(flag)) set(`flag:${flag}`);
  if (saying.also_service_request) set('also:service_request');
  for (const ground of EXCLUSIONS) if (saying.partial_exclusions.includes(ground)) set(`partial:${ground}`);
  return { id: saying.input.id, seen: look(saying.input, pack), wanted, kind: saying.kind };
}

interface Indexed {
  names: string[];
  rows: Row[];
}

function indexFeatures(examples: readonly Example[]): Indexed {
  const counts = new Map<string, number>();
  for (const { seen } of examples) for (const name of namesOf(seen.features)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts]
    .filter(([name, count]) => count >= (name.startsWith('w:') ? LEAST_MESSAGES : 2))
    .map(([name]) => name)
    .sort();
  const index = new Map(names.map((name, at) => [name, at]));
  return { names, rows: examples.map(({ seen }) => rowOf(seen.features, index)) };
}

function namesOf(features: readonly Features[]): string[] {
  return features.flatMap(({ names }) => names);
}

function rowOf(features: readonly Features[], index: ReadonlyMap<string, number>): Row {
  const found: number[] = [];
  const values: number[] = [];
  for (const { names, values: given } of features)
    for (const [at, name] of names.entries()) {
      const number = index.get(name);
      if (number === undefined) continue;
      found.push(number);
      values.push(given[at] ?? 0);
    }
  return { features: Uint32Array.from(found), values: Float32Array.from(values) };
}

/** Fits without calibration. */
export function fitModel(examples: readonly Example[]): ModelFile {
  const { names, rows } = indexFeatures(examples);
  const bias = OUTPUTS.map(() => 0);
  const cells: { output: number; weight: number }[][] = names.map(() => []);
  const keep = (point: Float64Array, outputs: readonly number[]) => {
    for (const [name, output] of outputs.entries()) {
      bias[output] = round(point[names.length * outputs.length + name] ?? 0, 1000);
      for (let at = 0; at < names.length; at++) {
        const steps = Math.max(-127, Math.min(127, Math.round((point[at * outputs.length + name] ?? 0) / STEP)));
        if (steps !== 0) cells[at]?.push({ output, weight: steps });
      }
    }
  };
  for (const head of ['kind', 'area', 'hazard'] as const) {
    const { from, until } = rangeOf(head);
    const outputs = Array.from({ length: until - from }, (_, at) => from + at);
    const known = examples.flatMap(({ wanted }, at) => {
      const right = outputs.findIndex((output) => wanted[output] === 1);
      return right < 0 ? [] : [{ row: rows[at], right }];
    });
    const taught = known.flatMap(({ row, right }) => (row ? [{ row, right }] : []));
    keep(
      fitOneOf(
        taught.map(({ row }) => row),
        taught.map(({ right }) => right),
        { features: names.length, classes: outputs.length },
        RIDGE[head],
      ),
      outputs,
    );
  }
  const first = rangeOf('hazard').until;
  const marks = Array.from({ length: OUTPUTS.length - first }, (_, at) => first + at);
  keep(
    fitEach(
      rows,
      examples.map(({ wanted }) => wanted.slice(first)),
      { features: names.length, classes: marks.length },
      RIDGE.marks,
    ),
    marks,
  );
  return encode(names, bias, cells);
}

function encode(names: readonly string[], bias: number[], cells: readonly { output: number; weight: number }[][]): ModelFile {
  const used = names.map((_, at) => at).filter((at) => (cells[at]?.length ?? 0) > 0);
  const bytes = used.flatMap((at) =>
    (cells[at] ?? []).toSorted((a, b) => a.output - b.output).flatMap(({ output, weight }) => [output, weight & 255]),
  );
  return {
    version: '',
    outputs: [...OUTPUTS],
    bias,
    features: used.map((at) => names[at] ?? ''),
    counts: toBase64(used.map((at) => cells[at]?.length ?? 0)),
    cells: toBase64(bytes),
    step: STEP,
    calibration: [],
  };
}

function toBase64(bytes: readonly number[]): string {
  return btoa(bytes.map((byte) => String.fromCharCode(byte)).join(''));
}

function round(value: number, by: number): number {
  return Math.round(value * by) / by;
}

/** Scores of examples by a model that was not taught with them: each fold by the others. */
export function scoresByOthers(examples: readonly Example[], isMeasured: (example: Example) => boolean): Map<string, Float64Array> {
  const scores = new Map<string, Float64Array>();
  for (let fold = 0; fold < FOLDS; fold++) {
    const isIn = ({ id }: Example) => Math.floor(hashOf(stemOfId(id)) / 3) % FOLDS === fold;
    const model = parseModel(fitModel(examples.filter((example) => !isIn(example))));
    for (const example of examples) if (isIn(example) && isMeasured(example)) scores.set(example.id, scoresOf(model, example.seen));
  }
  return scores;
}

/**
 * The model of a pack.
 * @param measured the whole messages among the examples: lines and thresholds are drawn where they serve these best
 */
export function trainModel(
  examples: readonly Example[],
  measured: ReadonlySet<string>,
  pack: TriagePack,
): { file: ModelFile; byOthers: Map<string, Float64Array> } {
  const file = fitModel(examples);
  const byOthers = scoresByOthers(examples, ({ id }) => measured.has(id));
  const tested = examples.filter(({ id }) => measured.has(id));
  const shifts = markShifts(tested, byOthers);
  for (const [output, shift] of shifts) {
    file.bias[output] = round((file.bias[output] ?? 0) + shift, 1000);
    for (const scores of byOthers.values()) scores[output] = (scores[output] ?? 0) + shift;
  }
  const judged = tested.flatMap(({ id, seen, kind }) => {
    const scores = byOthers.get(id);
    if (!scores) return [];
    const { kind: proposed, share } = judge(scores, seen, pack.weights);
    return [{ share, right: proposed === kind }];
  });
  return { file: { ...file, calibration: fitCalibration(judged) }, byOthers };
}

/** A missed one of these is worse than so many told in vain. */
const RECALL_COUNTS: ReadonlyMap<number, number> = new Map([
  [outputAt('flag:emergency_hazard'), 3],
  [outputAt('flag:safeguarding'), 3],
]);

/** How far to move each yes-or-no output so that as many as possible are found with as few as possible false (F-measure). */
function markShifts(tested: readonly Example[], byOthers: ReadonlyMap<string, Float64Array>): Map<number, number> {
  const shifts = new Map<number, number>();
  for (let output = rangeOf('hazard').until; output < OUTPUTS.length; output++) {
    const points = tested
      .flatMap(({ id, wanted }) =>
        wanted[output] === -1 ? [] : [{ score: byOthers.get(id)?.[output] ?? 0, is: wanted[output] === 1 }],
      )
      .sort((a, b) => b.score - a.score);
    const positives = points.filter(({ is }) => is).length;
    if (positives < 8) continue;
    const beta = RECALL_COUNTS.get(output) ?? 1;
    let found = 0;
    let best = { f1: -1, line: 0 };
    for (const [at, { score, is }] of points.entries()) {
      if (is) found++;
      const f1 = ((1 + beta * beta) * found) / (at + 1 + beta * beta * positives);
      const next = points[at + 1]?.score ?? score - 1;
      if (f1 > best.f1 && next < score) best = { f1, line: (score + next) / 2 };
    }
    shifts.set(output, -Math.max(-2, Math.min(2, best.line)));
  }
  return shifts;
}

/** Pools neighbours until the share of right answers rises with the model's own share. */
function fitCalibration(points: { share: number; right: boolean }[]): ModelFile['calibration'] {
  const sorted = [...points].sort((a, b) => a.share - b.share);
  const size = Math.max(1, Math.ceil(sorted.length / CALIBRATION_STEPS));
  const pools: { share: number; right: number; count: number }[] = [];
  for (let from = 0; from < sorted.length; from += size) {
    const part = sorted.slice(from, from + size);
    let pool = {
      share: part.reduce((sum, { share }) => sum + share, 0),
      right: part.filter(({ right }) => right).length,
      count: part.length,
    };
    for (let last = pools.at(-1); last && last.right / last.count >= pool.right / pool.count; last = pools.at(-1)) {
      pools.pop();
      pool = { share: pool.share + last.share, right: pool.right + last.right, count: pool.count + last.count };
    }
    pools.push(pool);
  }
  return pools.map(({ share, right, count }) => ({
    share: round(share / count, 1000),
    right: round((right + 1) / (count + 2), 1000),
  }));
}
