/** Two plain ways of sorting messages, to show what the rules and the model are worth beside them. */
import { KINDS, type Kind } from './kinds.ts';

/** Naive Bayes over word stems, as `natural` has it, on the same training part. */
export async function trainBayes(examples: readonly { text: string; kind: Kind }[]): Promise<(text: string) => Kind> {
  // A matrix package that it loads puts a Math.sign in force by which the sign of 0 is 1; dates are then reckoned wrongly.
  const { sign } = Math;
  const { default: BayesClassifier } = await import('natural/lib/natural/classifiers/bayes_classifier.js');
  Math.sign = sign;
  const bayes = new BayesClassifier();
  for (const { text, kind } of examples) bayes.addDocument(text, kind);
  bayes.train();
  return (text) => {
    const name = bayes.classify(text);
    return KINDS.find((kind) => kind === name) ?? 'service_request';
  };
}

/** What a keyword filter of a help desk would say: the first list with a word in the message. */
const KEYWORDS: readonly { kind: Kind; words: readonly string[] }[] = [
  { kind: 'other.automated', words: ['out of office', 'undeliverable', 'unsubscribe', 'automatic reply'] },
  { kind: 'exclusion.legal_proceedings', words: ['court', 'claim form', 'proceedings', 'solicitor'] },
  { kind: 'exclusion.criminal_allegation', words: ['stole', 'theft', 'assault', 'fraud', 'police'] },
  { kind: 'exclusion.anti_social_behaviour', words: ['neighbour', 'noise', 'anti-social', 'asb', 'drugs'] },
  { kind: 'exclusion.other_organisation', words: ['council', 'water company', 'dwp'] },
  { kind: 'review', words: ['stage 2', 'stage two', 'escalate', 'review'] },
  { kind: 'other.data_request', words: ['subject access', 'gdpr', 'data protection'] },
  { kind: 'other.withdrawal', words: ['withdraw'] },
  {
    kind: 'complaint',
    words: [
      'complain',
      'complaint',
      'disappointed',
      'unacceptable',
      'disgusted',
      'still waiting',
      'ignored',
      'not happy',
      'unhappy',
      'missed',
      'appalling',
    ],
  },
  { kind: 'other.compliment', words: ['thank you', 'well done', 'brilliant'] },
];

export function byKeyword(text: string): Kind {
  const lower = text.toLowerCase();
  return KEYWORDS.find(({ words }) => words.some((word) => lower.includes(word)))?.kind ?? 'service_request';
}
