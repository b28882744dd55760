/** Shows what the model weighed as evidence: the rules with the weight that training gave them, and the words that spoke loudest. */
import type { Decision, Evidence, Finding } from './decision.ts';
import { findingName, type Features } from './features.ts';
import { findingOfKind, kindOf, kindOfFinding, type Kind } from './kinds.ts';
import { outputAt, weightOf, type Model } from './model.ts';

const MOST_FOR = 4;
const MOST_AGAINST = 2;
/** A word that moves the odds by less is not worth a colleague's time. */
const LEAST_WEIGHT = 0.15;

/** A finding as an output of the model. */
function outputOf(finding: Finding): string {
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

/** The words that argue most for the decision, and most for the next likely one. */
export function wordEvidence(model: Model, words: Features, decision: Decision, second: Kind | null): Evidence[] {
  const first = kindOf(decision);
  const rival = second ?? first;
  const [for_it, against] = [outputAt(`kind:${first}`), outputAt(`kind:${rival}`)];
  const moved: { at: number; weight: number }[] = [];
  for (let at = 0; at < words.names.length; at++) {
    const number = model.index.get(words.names[at] ?? '');
    if (number === undefined || words.starts[at] === words.ends[at]) continue;
    let weight = 0;
    for (let cell = model.offsets[number] ?? 0; cell < (model.offsets[number + 1] ?? 0); cell++) {
      const output = model.outputs[cell];
      if (output === for_it) weight += model.weights[cell] ?? 0;
      else if (output === against) weight -= model.weights[cell] ?? 0;
    }
    weight = Math.round(weight * (words.values[at] ?? 0) * 100) / 100;
    if (Math.abs(weight) >= LEAST_WEIGHT) moved.push({ at, weight });
  }
  moved.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || a.at - b.at);
  const told: { start: number; end: number }[] = [];
  const tell = (kind: Kind, isFor: boolean, most: number): Evidence[] => {
    const list: Evidence[] = [];
    for (const { at, weight } of moved) {
      if (list.length >= most) break;
      if (weight > 0 !== isFor) continue;
      const [start, end] = [words.starts[at] ?? 0, words.ends[at] ?? 0];
      if (told.some((other) => start < other.end && end > other.start)) continue;
      told.push({ start, end });
      list.push({
        rule: 'model',
        finding: findingOfKind(kind),
        weight: Math.abs(weight),
        start,
        end,
        source: 'CODE-2.5',
        because: 'In messages that people have decided, such words mostly went with this.',
      });
    }
    return list;
  };
  return [...tell(first, true, MOST_FOR), ...(rival === first ? [] : tell(rival, false, MOST_AGAINST))];
}
