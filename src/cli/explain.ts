/** Prints a proposal for people: the words, the clauses, the evidence against, and what would change the answer. */
import type { Decision, Evidence, Finding, Proposal, TriageInput } from '../../rules/decision.ts';

/** A proposal in plain lines. */
export function explain(input: TriageInput, proposal: Proposal): string {
  const { decision, evidence } = proposal;
  const settling = evidence.filter(({ finding }) => settlesOutcome(finding));
  const speaksFor = (one: Evidence) => one.weight > 0 === arguesFor(one.finding, decision);
  const section = (title: string, lines: string[]) => (lines.length > 0 ? [title, ...lines.map((line) => `  - ${line}`)] : []);
  return [
    `${input.id}: ${nameOf(decision)} (${Math.round(proposal.confidence * 100)} % sure${proposal.needs_review ? ', a person should read it first' : ''})`,
    ...section(
      '  Because:',
      settling.filter(speaksFor).map((one) => sayOf(input, one)),
    ),
    ...section(
      '  Against:',
      settling.filter((one) => !speaksFor(one)).map((one) => sayOf(input, one)),
    ),
    ...section(
      '  Also seen:',
      evidence
        .filter(({ finding }) => !settlesOutcome(finding))
        .map((one) => `${Object.values(one.finding).join(' ')}: ${sayOf(input, one)}`),
    ),
    ...section(
      '  Dates:',
      proposal.facts.map(
        (fact) =>
          `${fact.role.replaceAll('_', ' ')} ${fact.from_on ?? '?'} to ${fact.to_on ?? '?'}: "${input.text.slice(fact.start, fact.end)}"`,
      ),
    ),
    ...section('  A person should look:', proposal.review_because),
    ...section(
      '  The answer would change:',
      proposal.would_change.map(
        (change) => `${change.if.replace(/\.$/, '')}: ${change.exclusion ?? change.topic ?? change.outcome}`,
      ),
    ),
    `  By ${proposal.pack.pack} version ${proposal.pack.version}${proposal.model ? `, with the model ${proposal.model}` : ', without a model'}.`,
    '',
  ].join('\n');
}

function settlesOutcome(finding: Finding): boolean {
  return 'outcome' in finding || 'exclusion' in finding || 'topic' in finding;
}

function arguesFor(finding: Finding, decision: Decision): boolean {
  if ('outcome' in finding) return finding.outcome === decision.outcome;
  if ('exclusion' in finding) return decision.outcome === 'exclusion' && decision.exclusion === finding.exclusion;
  return 'topic' in finding && decision.outcome === 'other' && decision.topic === finding.topic;
}

function nameOf(decision: Decision): string {
  const kind =
    decision.outcome === 'exclusion'
      ? `exclusion, ${decision.exclusion}`
      : decision.outcome === 'other'
        ? `other, ${decision.topic}`
        : decision.outcome;
  const parts = [
    kind,
    decision.service_area,
    decision.hazard_category ? `hazard ${decision.hazard_category}` : null,
    ...decision.flags,
  ];
  return parts.filter((part) => part !== null).join('; ');
}

function sayOf(input: TriageInput, one: Evidence): string {
  const quote =
    one.end > one.start ? ` "${input.text.slice(one.start, Math.min(one.end, one.start + 160)).replaceAll(/\s+/g, ' ')}"` : '';
  return `${one.because}${quote} [${one.rule} ${one.weight > 0 ? '+' : ''}${one.weight}; ${one.source}]`;
}
