/** The live table of the demonstration: one line for each decision and why. */
import { decisionWords, words } from '../cases/sentences.ts';
import type { Proposal } from '../../rules/decision.ts';

const WIDTHS = [10, 22, 38, 5, 24];

function cell(text: string, width: number): string {
  const clean = text.replaceAll(/\s+/g, ' ');
  return clean.length > width ? `${clean.slice(0, width - 1)}…` : clean.padEnd(width);
}

export const TABLE_HEAD = ['case', 'from', 'proposed', 'sure', 'area', 'why']
  .map((word, at) => cell(word, WIDTHS[at] ?? 3))
  .join('  ');

export function tableLine(reference: string, from: string, proposal: Proposal | null): string {
  if (proposal === null) return [cell(reference, 10), cell(from, 22), 'nothing could be proposed: a person decides'].join('  ');
  const { decision, confidence, evidence } = proposal;
  const flags = decision.flags.includes('emergency_hazard') ? ' (DANGER NOW)' : '';
  const argued = evidence.filter((one) => one.weight > 0 && isFor(one.finding, proposal));
  const because = (argued[0] ?? evidence.find((one) => one.weight > 0))?.because ?? 'nothing in the words says more';
  return [
    cell(reference, 10),
    cell(from, 22),
    cell(`${decisionWords(decision)}${flags}`, 38),
    cell(`${Math.round(confidence * 100)} %`, 5),
    cell(words(decision.service_area ?? '-'), 24),
    because,
  ].join('  ');
}

function isFor(finding: Proposal['evidence'][number]['finding'], { decision }: Proposal): boolean {
  if ('exclusion' in finding) return decision.outcome === 'exclusion' && decision.exclusion === finding.exclusion;
  if ('topic' in finding) return decision.outcome === 'other' && decision.topic === finding.topic;
  return 'outcome' in finding && finding.outcome === decision.outcome;
}
