/** Finds the lowest point of a smooth function of many numbers, by the limited-memory BFGS method: always the same steps from the same start. */

const MEMORY = 8;
const MOST_TRIES = 20;
const ENOUGH = 1e-4;
/** Stop once a step gains less than this share of the value. */
const SMALLEST_GAIN = 1e-6;

/**
 * @param evaluate writes the gradient at `point` and returns the value there
 * @param point start; holds the answer afterwards
 * @returns the value reached
 */
export function minimise(
  evaluate: (point: Float64Array, gradient: Float64Array) => number,
  point: Float64Array,
  most_steps: number,
): number {
  const size = point.length;
  let gradient = new Float64Array(size);
  let value = evaluate(point, gradient);
  const moves: { step: Float64Array; change: Float64Array; curve: number }[] = [];
  for (let number = 0; number < most_steps; number++) {
    const direction = descent(gradient, moves);
    const slope = dot(direction, gradient);
    if (!(slope < 0)) break;
    let length = moves.length === 0 ? 1 / Math.max(1, Math.sqrt(dot(gradient, gradient))) : 1;
    const next = new Float64Array(size);
    const next_gradient = new Float64Array(size);
    let reached = Number.POSITIVE_INFINITY;
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      for (let at = 0; at < size; at++) next[at] = (point[at] ?? 0) + length * (direction[at] ?? 0);
      reached = evaluate(next, next_gradient);
      if (reached <= value + ENOUGH * length * slope) break;
      length /= 2;
    }
    if (!(reached < value)) break;
    const step = new Float64Array(size);
    const change = new Float64Array(size);
    for (let at = 0; at < size; at++) {
      step[at] = (next[at] ?? 0) - (point[at] ?? 0);
      change[at] = (next_gradient[at] ?? 0) - (gradient[at] ?? 0);
    }
    const curve = dot(step, change);
    if (curve > 1e-10) moves.push({ step, change, curve });
    if (moves.length > MEMORY) moves.shift();
    const gain = value - reached;
    point.set(next);
    gradient = next_gradient;
    value = reached;
    if (gain < SMALLEST_GAIN * Math.abs(value)) break;
  }
  return value;
}

/** The gradient turned by what earlier steps told of the curvature. */
function descent(
  gradient: Float64Array,
  moves: readonly { step: Float64Array; change: Float64Array; curve: number }[],
): Float64Array {
  const direction = gradient.map((slope) => -slope);
  const shares: number[] = [];
  for (const { step, change, curve } of moves.toReversed()) {
    const share = dot(step, direction) / curve;
    shares.push(share);
    add(direction, change, -share);
  }
  const last = moves.at(-1);
  if (last) {
    const scale = last.curve / dot(last.change, last.change);
    for (let at = 0; at < direction.length; at++) direction[at] = (direction[at] ?? 0) * scale;
  }
  for (const { step, change, curve } of moves) {
    const share = shares.pop() ?? 0;
    add(direction, step, share - dot(change, direction) / curve);
  }
  return direction;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

function add(to: Float64Array, from: Float64Array, share: number): void {
  for (let at = 0; at < to.length; at++) to[at] = (to[at] ?? 0) + share * (from[at] ?? 0);
}
