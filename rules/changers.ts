/** Computes what would change a decision by deciding again without each weighty piece of evidence, or with one more fact. */
import type { Changer, Decision, Evidence } from './decision.ts';
import { kindOf, kindOfFinding } from './kinds.ts';

/** Deciding again is cheap but not free: the weightiest few say what matters. */
const MOST_TRIED = 6;
const MOST_TOLD = 4;

const SUPPOSITION = { rule: 'fact.supposed', start: 0, end: 0 };

/** Stands for all words of the message, so that none of them counts. */
const EVERYTHING_SAID: Evidence = {
  ...SUPPOSITION,
  end: Number.MAX_SAFE_INTEGER,
  finding: { outcome: 'complaint' },
  weight: 0,
  source: 'CODE-1.4',
  because: 'All that was said.',
};

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

/**
 * @param decideOn decides on this evidence, and without the words of what was taken away
 */
export function findChangers(
  evidence: readonly Evidence[],
  decision: Decision,
  decideOn: (evidence: Evidence[], taken: readonly Evidence[]) => Decision,
): Changer[] {
  const changers: Changer[] = [];
  const told = new Set<string>();
  const attempt = (sentence: string, taken: readonly Evidence[], added: readonly Evidence[] = []) => {
    if (changers.length >= MOST_TOLD || told.has(sentence)) return;
    const next = decideOn([...evidence.filter((one) => !taken.includes(one)), ...added], taken);
    if (kindOf(next) === kindOf(decision)) return;
    told.add(sentence);
    changers.push({
      if: sentence,
      outcome: next.outcome,
      exclusion: next.outcome === 'exclusion' ? next.exclusion : null,
      topic: next.outcome === 'other' ? next.topic : null,
    });
  };
  const weighty = evidence.filter(settlesOutcome).sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  for (const one of weighty.slice(0, MOST_TRIED)) attempt(`If this did not hold: ${one.because}`, [one]);
  const speaking = weighty.filter((one) => one.weight > 0 && speaksFor(one, decision));
  const [strongest] = speaking;
  if (strongest) attempt(`If neither this nor anything like it had been said: ${strongest.because}`, speaking);
  if (decision.outcome === 'complaint') {
    const sentence = 'If this were a first report, with nothing said against the service';
    const report: Evidence = {
      ...SUPPOSITION,
      finding: { outcome: 'service_request' },
      weight: 4,
      source: 'CODE-1.4',
      because: sentence,
    };
    attempt(sentence, [...evidence, EVERYTHING_SAID], [report]);
  }
  for (const { if: sentence, near, add } of SUPPOSED) {
    if (!evidence.some(near)) continue;
    attempt(sentence, [], [{ ...SUPPOSITION, source: 'CODE-2.5', because: sentence, ...add }]);
  }
  return changers;
}

function settlesOutcome({ finding }: Evidence): boolean {
  return kindOfFinding(finding) !== null;
}

function speaksFor({ finding }: Evidence, decision: Decision): boolean {
  return kindOfFinding(finding) === kindOf(decision);
}
