/** What happened to a case, as sentences that a colleague reads. */
import type { Decision } from '../../rules/decision.ts';
import type { Actor, EventBody } from './case.ts';

/** An identifier of the vocabulary as words: `anti_social_behaviour` as `anti social behaviour`. */
export function words(id: string): string {
  return id.replaceAll('_', ' ');
}

/** A decision in a few words: `complaint`, `exclusion: legal proceedings`, `other: enquiry`. */
export function decisionWords(decision: Decision): string {
  if (decision.outcome === 'exclusion') return `exclusion: ${words(decision.exclusion)}`;
  if (decision.outcome === 'other') return `other: ${words(decision.topic)}`;
  return words(decision.outcome);
}

export function nameOf(actor: Actor, names: ReadonlyMap<string, string>): string {
  if (actor.kind === 'bot') return 'The bot';
  if (actor.kind === 'clock') return 'The clock';
  return names.get(actor.id) ?? 'A former colleague';
}

/** What an event says, without its actor: it follows a name, as in "Ann Lee confirmed it as complaint". */
export function sentenceOf(body: EventBody): string {
  switch (body.type) {
    case 'opened':
      return `opened the case as ${body.reference}`;
    case 'triaged':
      return body.proposal
        ? `proposed ${decisionWords(body.proposal.decision)}`
        : `could propose nothing${body.held ? `: ${body.held}` : ''}; a person decides`;
    case 'confirmed':
      return body.changed.length === 0
        ? `confirmed it as ${decisionWords(body.decision)}`
        : `decided it is ${decisionWords(body.decision)}, changing ${body.changed.map(words).join(', ')}`;
    case 'corrected':
      return `corrected the decision to ${decisionWords(body.decision)}, changing ${body.changed.map(words).join(', ')}`;
    case 'routed':
      return `passed it to ${words(body.owner_role)}${body.copies.length > 0 ? `, copied to ${body.copies.map(words).join(', ')}` : ''}`;
    case 'clocks_set':
      return 'set the clocks';
    case 'clock_near':
      return `warned that ${words(body.clock)} is near`;
    case 'clock_missed':
      return `recorded that ${words(body.clock)} was missed`;
    case 'merged':
      return `merged it into ${body.into_reference}`;
    case 'joined':
      return `joined the messages of ${body.from_reference} to it`;
    case 'incident_linked':
      return `linked it with other reports of the same from ${body.place}`;
    case 'taken_up':
      return 'had the message read again';
    case 'noted':
      return 'added a note';
    case 'assigned':
      return body.to === null ? 'let it go: nobody has it now' : `gave it to ${body.name ?? 'a colleague'}`;
    case 'closed':
      return 'closed it';
    case 'reopened':
      return 'reopened it';
    case 'letter_queued':
      return body.kind === 'alarm' ? 'raised the alarm' : `wrote the ${words(body.kind)}`;
    case 'letter_sent':
      return body.kind === 'alarm' ? 'sent the alarm' : `sent the ${words(body.kind)}`;
    case 'letter_failed':
      return `could not send the ${words(body.kind)}: ${body.because}`;
    case 'letter_unknown':
      return `does not know whether the ${words(body.kind)} was sent: ${body.because}`;
    default: {
      const never: never = body;
      return never;
    }
  }
}
