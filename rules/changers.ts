/** Computes what would change a decision by deciding again without each weighty piece of evidence, or with one more fact. */
import type { Changer, Decision, Evidence } from './decision.ts';
import type { Weights } from './rule.ts';
import { weigh, type Circumstances } from './weigh.ts';

/** Deciding again is cheap but not free: the weightiest few say what matters. */
const MOST_TRIED = 6;
const MOST_TOLD = 4;

const SUPPOSITION = { rule: 'fact.supposed', start: 0, end: 0 };

/** Facts that settle a ground by themselves, tried only where something in the message already points that way. */
const SUPPOSED: { if: string; near: (evidence: Evidence) => boolean; add: Pick<Evidence, 'finding' | 'weight'> }[] = [
  {
    if: 'If a claim form and particulars on this matter have been filed at court',
    near: ({ finding, weight }) =>
      ('flag' in finding && finding.flag === 'legal_threat') ||
      ('exclusion' in finding && finding.exclusion === 'legal_proceedings' && weight > 0),
    add: { finding: { exclusion: 'legal_proceedings' }, weight: 6 },
  },
  {
    if: 'If the customer is also unhappy with how the landlord dealt with it',
    near: ({ finding, weight }) =>
      weight > 0 && (('outcome' in finding && finding.outcome === 'service_request') || 'exclusion' in finding),
    add: { finding: { outcome: 'complaint' }, weight: 4 },
  },
  {
    if: 'If the customer asks for it to be dealt with as a complaint',
    near: ({ finding, weight }) => weight > 0 && 'exclusion' in finding && finding.exclusion === 'anti_social_behaviour',
    add: { finding: { exclusion: 'anti_social_behaviour' }, weight: 4 },
  },
];

export function findChangers(
  evidence: readonly Evidence[],
  circumstances: Circumstances,
  weights: Weights,
  decision: Decision,
): Changer[] {
  const changers: Changer[] = [];
  const told = new Set<string>();
  const attempt = (sentence: string, changed: readonly Evidence[]) => {
    if (changers.length >= MOST_TOLD) return;
    const next = weigh(changed, circumstances, weights).decision;
    if (kindOf(next) === kindOf(decision) || told.has(sentence)) return;
    told.add(sentence);
    changers.push({
      if: sentence,
      outcome: next.outcome,
      exclusion: next.outcome === 'exclusion' ? next.exclusion : null,
      topic: next.outcome === 'other' ? next.topic : null,
    });
  };
  const weighty = evidence
    .filter((one) => one.rule !== 'model' && settlesOutcome(one))
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  for (const one of weighty.slice(0, MOST_TRIED)) {
    attempt(
      `If this did not hold: ${one.because}`,
      evidence.filter((other) => other !== one),
    );
  }
  const [strongest] = weighty.filter((one) => one.weight > 0 && speaksFor(one, decision));
  if (strongest) {
    attempt(
      `If neither this nor anything like it had been said: ${strongest.because}`,
      evidence.filter((one) => one.weight <= 0 || !speaksFor(one, decision)),
    );
  }
  if (decision.outcome === 'complaint') {
    const sentence = 'If this were a first report, with nothing said against the service';
    const report: Evidence = {
      ...SUPPOSITION,
      finding: { outcome: 'service_request' },
      weight: 1.2,
      source: 'CODE-1.4',
      because: sentence,
    };
    attempt(sentence, [...evidence.filter((one) => one.weight <= 0 || !speaksFor(one, decision)), report]);
  }
  for (const { if: sentence, near, add } of SUPPOSED) {
    if (!evidence.some(near)) continue;
    attempt(sentence, [...evidence, { ...SUPPOSITION, source: 'CODE-2.5', because: sentence, ...add }]);
  }
  return changers;
}

function settlesOutcome({ finding }: Evidence): boolean {
  return 'outcome' in finding || 'exclusion' in finding || 'topic' in finding;
}

function speaksFor({ finding }: Evidence, decision: Decision): boolean {
  return Object.values(finding).includes(kindOf(decision));
}

function kindOf(decision: Decision): string {
  if (decision.outcome === 'exclusion') return decision.exclusion;
  return decision.outcome === 'other' ? decision.topic : decision.outcome;
}
