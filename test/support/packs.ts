/** Policy packs for tests: the Connexus text, changed in one place at a time, with the smallest triage files that a pack may have. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '..', '..', 'rules', 'packs', 'connexus-2024');
const read = (name: string) => readFileSync(join(FOLDER, name), 'utf8');

const WORDS = 'lists:\n  nobody: ["nobody", "no one"]\n';
const WEIGHTS = `
priors: { service_request: 0, complaint: 0 }
flag: 1
theme: 1
hazard: 1
also_service_request: 1
exclusion: 2
exclusion_doubt: 1
topic: 1
review: 1
partial: 1
unaimed_share: 0.5
exclusion_share: 0.5
attach_share: 0.3
unshown_share: 0.65
exclusion_doubt_share: 0.2
complaint_share: 0.35
same_matter: 0.5
confident: 0.8
`;
const RULES = `
- id: complaint.chaser
  finding: { outcome: complaint }
  weight: 1.6
  any: ["third time i have"]
  because: Says we were told before and did not act.
  source: POL-2.2, CODE-1.3
  examples:
    match: ["This is the third time I have rung."]
    no_match: ["This is the first time I have rung."]
`;

/**
 * The files of a pack whose `pack.yaml` is that of Connexus with some text changed.
 * @param changes pairs of old and new text; an old text that is not there fails the test
 */
export function packFiles(...changes: readonly (readonly [string, string])[]): Record<string, string> {
  let text = read('pack.yaml');
  for (const [old, changed] of changes) {
    if (!text.includes(old)) throw new Error(`expected pack.yaml to hold ${JSON.stringify(old)}`);
    text = text.replace(old, changed);
  }
  return {
    'pack.yaml': text,
    'triage/words.yaml': WORDS,
    'triage/weights.yaml': WEIGHTS,
    'triage/complaint.yaml': RULES,
    'letters/receipt.njk': read('letters/receipt.njk'),
  };
}
