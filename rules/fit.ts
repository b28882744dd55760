/** Fits the weights of the model to examples: ridge-regularised logistic regression, one of many for a head, yes or no for the rest. */
import { minimise } from './lbfgs.ts';

/** Features by number with their values. */
export interface Row {
  features: Uint32Array;
  values: Float32Array;
}

const MOST_STEPS = 70;

interface Size {
  features: number;
  classes: number;
}

/**
 * One of many: the probabilities of a row sum to one.
 * @param wanted class of each row
 * @param ridge penalty on the square of each weight; the bias is free
 * @returns weights by feature and class (`feature * classes + class`), then one bias a class
 */
export function fitOneOf(rows: readonly Row[], wanted: readonly number[], size: Size, ridge: number): Float64Array {
  return fit(rows, size, ridge, (scores, number) => {
    const highest = Math.max(...scores);
    let total = 0;
    for (let name = 0; name < size.classes; name++) total += scores[name] = Math.exp((scores[name] ?? 0) - highest);
    const right = wanted[number] ?? 0;
    const loss = -Math.log((scores[right] ?? 0) / total);
    for (let name = 0; name < size.classes; name++) scores[name] = (scores[name] ?? 0) / total - (name === right ? 1 : 0);
    return loss;
  });
}

/**
 * Each for itself, yes or no.
 * @param wanted for each row, one number a class: 1 for yes, 0 for no, and -1 where nothing is known and nothing is taught
 * @returns as `fitOneOf`
 */
export function fitEach(rows: readonly Row[], wanted: readonly Int8Array[], size: Size, ridge: number): Float64Array {
  return fit(rows, size, ridge, (scores, number) => {
    let loss = 0;
    for (let name = 0; name < size.classes; name++) {
      const is = wanted[number]?.[name] ?? -1;
      const sum = scores[name] ?? 0;
      if (is >= 0) loss += Math.max(sum, 0) - sum * is + Math.log1p(Math.exp(-Math.abs(sum)));
      scores[name] = is < 0 ? 0 : 1 / (1 + Math.exp(-sum)) - is;
    }
    return loss;
  });
}

/** @param lossOf the loss of a row by its scores, which it turns into their errors */
function fit(
  rows: readonly Row[],
  { features, classes }: Size,
  ridge: number,
  lossOf: (scores: Float64Array, number: number) => number,
): Float64Array {
  const point = new Float64Array((features + 1) * classes);
  const scores = new Float64Array(classes);
  const evaluate = (at: Float64Array, gradient: Float64Array): number => {
    let loss = penalise(at, gradient, features * classes, ridge);
    for (const [number, row] of rows.entries()) {
      score(at, row, features, classes, scores);
      loss += lossOf(scores, number);
      teach(gradient, row, features, classes, scores);
    }
    return loss;
  };
  minimise(evaluate, point, MOST_STEPS);
  return point;
}

function penalise(point: Float64Array, gradient: Float64Array, until: number, ridge: number): number {
  let loss = 0;
  for (let at = 0; at < until; at++) {
    const weight = point[at] ?? 0;
    gradient[at] = ridge * weight;
    loss += (ridge * weight * weight) / 2;
  }
  gradient.fill(0, until);
  return loss;
}

function score(
  point: Float64Array,
  { features: found, values }: Row,
  features: number,
  classes: number,
  scores: Float64Array,
): void {
  for (let name = 0; name < classes; name++) scores[name] = point[features * classes + name] ?? 0;
  for (let at = 0; at < found.length; at++) {
    const from = (found[at] ?? 0) * classes;
    const value = values[at] ?? 0;
    for (let name = 0; name < classes; name++) scores[name] = (scores[name] ?? 0) + value * (point[from + name] ?? 0);
  }
}

function teach(
  gradient: Float64Array,
  { features: found, values }: Row,
  features: number,
  classes: number,
  errors: Float64Array,
): void {
  for (let name = 0; name < classes; name++)
    gradient[features * classes + name] = (gradient[features * classes + name] ?? 0) + (errors[name] ?? 0);
  for (let at = 0; at < found.length; at++) {
    const from = (found[at] ?? 0) * classes;
    const value = values[at] ?? 0;
    for (let name = 0; name < classes; name++) gradient[from + name] = (gradient[from + name] ?? 0) + value * (errors[name] ?? 0);
  }
}
