/** Trains the statistical help on labelled messages: the same messages give the same model to the byte. */
import type { LabelledMessage } from './labelled.ts';
import { classOf, featuresOf, scoresOf, type Head, type ModelFile } from './model.ts';
import { look, triage, type TriagePack } from './triage.ts';

const EPOCHS = 60;
const RATE = 0.5;
const DECAY = 0.0015;
/** A feature is kept when so many messages have it: a word that was said once teaches nothing. */
const LEAST_MESSAGES = 2;
/** Weights smaller than this change nothing. */
const SMALLEST = 0.02;
const CALIBRATION_STEPS = 8;

/** A third of the messages, chosen by their ids, is never trained on, so that there is something to measure with. */
export function isSetAside(id: string): boolean {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return (hash >>> 0) % 3 === 0;
}

interface Example {
  features: Set<string>;
  outcome: string;
  area: string | null;
}

/**
 * Trains on the messages that are not set aside. Confidence is fitted on those that are: neither the model nor the rules
 * were made from them, so they show how sure one may be of a message never seen.
 */
export function trainModel(messages: readonly LabelledMessage[], pack: TriagePack, version: string): ModelFile {
  const file = fit(
    messages.filter(({ id }) => !isSetAside(id)).map((message) => exampleOf(message, pack)),
    version,
  );
  const model = { file, index: new Map(file.features.map((feature, at) => [feature, at])) };
  const margins = messages
    .filter(({ id }) => isSetAside(id))
    .map((message) => {
      const proposal = triage(message, pack, model);
      return { margin: marginOf(proposal.confidence), right: classOf(proposal.decision) === classOf(message.label) };
    });
  return { ...file, calibration: fitCalibration(margins) };
}

/** The model without calibration answers with a plain logistic curve; this undoes it. */
function marginOf(confidence: number): number {
  const bounded = Math.min(0.999, Math.max(0.001, confidence));
  return Math.log(bounded / (1 - bounded));
}

function exampleOf(message: LabelledMessage, pack: TriagePack): Example {
  return {
    features: featuresOf(look(message, pack, null).reading),
    outcome: classOf(message.label),
    area: message.label.service_area,
  };
}

function fit(examples: readonly Example[], version: string): ModelFile {
  const counts = new Map<string, number>();
  for (const { features } of examples) for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const features = [...counts]
    .filter(([, count]) => count >= LEAST_MESSAGES)
    .map(([feature]) => feature)
    .sort();
  const index = new Map(features.map((feature, at) => [feature, at]));
  const outcome = fitHead(
    examples.map((example) => ({ features: example.features, label: example.outcome })),
    index,
  );
  const area = fitHead(
    examples.flatMap((example) => (example.area ? [{ features: example.features, label: example.area }] : [])),
    index,
  );
  const kept = features.flatMap((_, at) =>
    [...(outcome.weights[at] ?? []), ...(area.weights[at] ?? [])].some((weight) => weight !== 0) ? [at] : [],
  );
  const keep = (head: Head): Head => ({ ...head, weights: kept.map((at) => head.weights[at] ?? []) });
  return { version, features: kept.map((at) => features[at] ?? ''), outcome: keep(outcome), area: keep(area), calibration: [] };
}

/** Multinomial logistic regression by gradient steps in a fixed order, each step smaller where a feature was often seen. */
function fitHead(examples: readonly { features: Set<string>; label: string }[], index: ReadonlyMap<string, number>): Head {
  const classes = [...new Set(examples.map(({ label }) => label))].sort();
  const head: Head = {
    classes,
    bias: classes.map(() => 0),
    weights: [...index].map(() => classes.map(() => 0)),
  };
  const steps = [...index].map(() => classes.map(() => 1e-3));
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const { features, label } of examples) {
      const scores = scoresOf(head, index, features);
      const highest = Math.max(...scores);
      const powers = scores.map((score) => Math.exp(score - highest));
      const total = powers.reduce((sum, power) => sum + power, 0);
      const found = [...features].flatMap((feature) => index.get(feature) ?? []);
      const scale = 1 / Math.sqrt(Math.max(1, found.length));
      for (const [number, name] of classes.entries()) {
        const error = (powers[number] ?? 0) / total - (name === label ? 1 : 0);
        head.bias[number] = (head.bias[number] ?? 0) - 0.05 * error;
        for (const at of found) {
          const row = head.weights[at];
          const step = steps[at];
          if (!row || !step) continue;
          const gradient = error * scale + DECAY * (row[number] ?? 0);
          step[number] = (step[number] ?? 0) + gradient * gradient;
          row[number] = (row[number] ?? 0) - (RATE * gradient) / Math.sqrt(step[number] ?? 1);
        }
      }
    }
  }
  const round = (value: number) => (Math.abs(value) < SMALLEST ? 0 : Math.round(value * 100) / 100);
  return { classes, bias: head.bias.map(round), weights: head.weights.map((row) => row.map(round)) };
}

/** Pools neighbours until the share of right answers rises with the margin, and leans a little to the middle: the sample is small. */
function fitCalibration(margins: { margin: number; right: boolean }[]): ModelFile['calibration'] {
  const sorted = [...margins].sort((a, b) => a.margin - b.margin);
  const size = Math.max(1, Math.ceil(sorted.length / CALIBRATION_STEPS));
  const pools: { margin: number; right: number; count: number }[] = [];
  for (let from = 0; from < sorted.length; from += size) {
    const part = sorted.slice(from, from + size);
    let pool = {
      margin: part.reduce((sum, { margin }) => sum + margin, 0),
      right: part.filter(({ right }) => right).length,
      count: part.length,
    };
    for (let last = pools.at(-1); last && last.right / last.count >= pool.right / pool.count; last = pools.at(-1)) {
      pools.pop();
      pool = { margin: pool.margin + last.margin, right: pool.right + last.right, count: pool.count + last.count };
    }
    pools.push(pool);
  }
  return pools.map(({ margin, right, count }) => ({
    margin: Math.round((margin / count) * 1000) / 1000,
    right: Math.round(((right + 1) / (count + 2)) * 1000) / 1000,
  }));
}
