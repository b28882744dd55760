/** Shows what the model weighed as evidence: the rules with the weight that training gave them, and the words that spoke loudest. */
import type { Decision, Evidence, Finding } from './decision.ts';
import { findingName, type Features } from './features.ts';
import { findingOfKind, kindOf, kindOfFinding, type Kind } from './kinds.ts';
import { outputAt, weightOf, type Model } from './model.ts';
import type { Cues } from './rule.ts';

const MOST_FOR = 4;
const MOST_AGAINST = 2;
/** A word that moves the odds by less is not worth a colleague's time. */
const LEAST_WEIGHT = 0.15;

/** A finding as an output of the model. */
export function outputOf(finding: Finding): string {
  const kind = kindOfFinding(finding);
  if (kind) return `kind:${kind}`;
  if ('service_area' in finding) return `area:${finding.service_area}`;
  if ('hazard_category' in finding) return `hazard:${finding.hazard_category}`;
  if ('flag' in finding) return `flag:${finding.flag}`;
  return 'theme' in finding ? `theme:${finding.theme}` : 'also:service_request';
}

/** Every rule that was met, with what it moves the odds of its finding by: its own weight and its share of what the rules add up to. */
export function weighEvidence(model: Model, evidence: readonly Evidence[]): Evidence[] {
  return evidence.map((one) => {
    const output = outputOf(one.finding);
    const moved =
      weightOf(model, `r:${one.rule}`, output) + (weightOf(model, `s:${findingName(one.finding)}`, output) * one.weight) / 2;
    const weight = Math.round(moved * 100) / 100;
    return { ...one, weight: weight === 0 ? 0.01 * Math.sign(one.weight) : weight };
  });
}

/** The words and cues that argue most for the decision, and most for the next likely one. */
export function wordEvidence(
  model: Model,
  [words, cues]: readonly [Features, Features, ...unknown[]],
  known: Cues,
  decision: Decision,
  second: Kind | null,
): Evidence[] {
  const first = kindOf(decision);
  const rival = second ?? first;
  const moved = [...movedBy(model, words, first, rival), ...movedBy(model, cues, first, rival)].sort(
    (a, b) => Math.abs(b.weight) - Math.abs(a.weight) || a.start - b.start,
  );
  const told: { start: number; end: number }[] = [];
  const tell = (kind: Kind, isFor: boolean, most: number): Evidence[] => {
    const list: Evidence[] = [];
    for (const { name, weight, start, end } of moved) {
      if (list.length >= most) break;
      if (weight > 0 !== isFor || told.some((other) => start < other.end && end > other.start)) continue;
      told.push({ start, end });
      list.push({
        rule: 'model',
        finding: findingOfKind(kind),
        weight: Math.abs(weight),
        start,
        end,
        source: 'CODE-2.5',
        because: sayOf(name, known),
      });
    }
    return list;
  };
  return [...tell(first, true, MOST_FOR), ...(rival === first ? [] : tell(rival, false, MOST_AGAINST))];
}

interface Moved {
  name: string;
  weight: number;
  start: number;
  end: number;
}

/** By how much each feature moves the odds of the first kind against the second. */
function movedBy(model: Model, features: Features, first: Kind, rival: Kind): Moved[] {
  const [for_it, against] = [outputAt(`kind:${first}`), outputAt(`kind:${rival}`)];
  const moved: Moved[] = [];
  for (const [at, name] of features.names.entries()) {
    const number = model.index.get(name);
    const [start, end] = [features.starts[at] ?? 0, features.ends[at] ?? 0];
    if (number === undefined || start === end) continue;
    let sum = 0;
    for (let cell = model.offsets[number] ?? 0; cell < (model.offsets[number + 1] ?? 0); cell++) {
      const output = model.outputs[cell];
      if (output === for_it) sum += model.weights[cell] ?? 0;
      else if (output === against) sum -= model.weights[cell] ?? 0;
    }
    const weight = Math.round(sum * (features.values[at] ?? 0) * 100) / 100;
    if (Math.abs(weight) >= LEAST_WEIGHT) moved.push({ name, weight, start, end });
  }
  return moved;
}

/** What a feature says in the words of its cues. */
function sayOf(name: string, cues: Cues): string {
  if (!name.startsWith('q:')) return 'In messages that people have decided, such words mostly went with this.';
  const says = name
    .slice(2)
    .replace('*2', '')
    .split('+')
    .flatMap((part) => {
      const says = cues[part.replace(/^[!?]/, '')]?.says;
      if (!says) return [];
      return [part.startsWith('!') ? `Denied: ${says}` : part.startsWith('?') ? `Only supposed: ${says}` : says];
    });
  return says.length > 0 ? says.join(' ') : 'Asked as a question.';
}
