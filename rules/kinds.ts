/** The outcome with its ground or topic as one word: of these exactly one is proposed for a message. */
import { EXCLUSIONS, TOPICS, type Decision, type Finding } from './decision.ts';

export const KINDS = [
  'service_request',
  'complaint',
  'review',
  ...EXCLUSIONS.map((ground) => `exclusion.${ground}` as const),
  ...TOPICS.map((topic) => `other.${topic}` as const),
] as const;
export type Kind = (typeof KINDS)[number];

/** `complaint`, `exclusion.duplicate`, `other.survey`. @throws RangeError where ground or topic is missing */
export function kindOf(of: Pick<Decision, 'outcome'> & { exclusion?: string | null; topic?: string | null }): Kind {
  const name =
    of.outcome === 'exclusion'
      ? `exclusion.${of.exclusion ?? ''}`
      : of.outcome === 'other'
        ? `other.${of.topic ?? ''}`
        : of.outcome;
  const kind = KINDS.find((known) => known === name);
  if (!kind) throw new RangeError(`expected an outcome with its ground or topic, got ${name}`);
  return kind;
}

/** The kind that a finding speaks of, or null where it speaks of an aspect only. */
export function kindOfFinding(finding: Finding): Kind | null {
  if ('outcome' in finding) return finding.outcome;
  if ('exclusion' in finding) return `exclusion.${finding.exclusion}`;
  return 'topic' in finding ? `other.${finding.topic}` : null;
}

/** The finding that says just this kind. */
export function findingOfKind(kind: Kind): Finding {
  if (kind === 'complaint' || kind === 'service_request' || kind === 'review') return { outcome: kind };
  const exclusion = EXCLUSIONS.find((ground) => kind === `exclusion.${ground}`);
  if (exclusion) return { exclusion };
  const topic = TOPICS.find((name) => kind === `other.${name}`);
  if (topic) return { topic };
  throw new RangeError(`expected one of ${KINDS.join(', ')}, got ${kind}`);
}
