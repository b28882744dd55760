/** Correct: a person decides otherwise than was proposed, or otherwise than was decided before, and says why. */
import { z } from 'zod';
import { type Decision, decisionSchema } from '../../../rules/decision.ts';
import { Objection } from '../../errors.ts';
import { CORRECTABLE } from '../case.ts';
import { type Action, EVERYONE_WHO_DECIDES, reasonOf } from './action.ts';
import { routedBy } from './routed.ts';

const input = z.object({
  contact_id: z.uuid(),
  decision: decisionSchema,
  reason: z.string().max(4000, 'at most 4,000 characters').nullable().default(null),
});

/** Names of the parts in which two decisions differ, in the order of the vocabulary. */
export function differences(before: Decision | null, after: Decision): string[] {
  const flat = (decision: Decision | null): Record<string, string> => {
    const parts: Record<string, string> = {};
    for (const [name, value] of Object.entries(decision ?? {}))
      parts[name] = Array.isArray(value) ? value.toSorted().join() : JSON.stringify(value);
    return parts;
  };
  const [old, now] = [flat(before), flat(after)];
  return [...new Set([...Object.keys(now), ...Object.keys(old)])].filter((name) => (old[name] ?? 'null') !== (now[name] ?? 'null'));
}

export const correct: Action<z.infer<typeof input>> = {
  name: 'correct',
  label: 'Correct',
  input,
  statuses: ['proposed', 'requested', 'logged', 'acknowledged', 'responded', 'refused', 'filed', 'closed'],
  roles: EVERYONE_WHO_DECIDES,
  needs: ({ decision }) => (decision.duplicate_of === null ? {} : { reference: decision.duplicate_of }),
  decide(c, { contact_id, decision, reason }, context) {
    if (!c.contacts.includes(contact_id)) throw new Objection('not_found', `This message does not belong to ${c.reference}.`);
    if (decision.duplicate_of !== null && (!context.is_known_reference || decision.duplicate_of.toUpperCase() === c.reference))
      throw new Objection('bad_input', 'There is no other case with that reference for it to repeat.');
    const pending = c.pending.find((one) => one.contact_id === contact_id);
    if (!pending && c.decided?.contact_id !== contact_id)
      throw new Objection('already_decided', undefined, context.earlier(contact_id));
    if (!pending && !CORRECTABLE.includes(c.status))
      throw new Objection(
        'wrong_status',
        'The customer has been written to on the strength of this decision: reopen or add a note instead.',
      );
    const before = pending ? pending.decision : c.decision;
    const changed = differences(before, decision);
    const is_exclusion = decision.outcome === 'exclusion';
    if (!pending && changed.length === 0) throw new Objection('bad_input', 'Nothing was changed.');
    const why =
      is_exclusion || (before !== null && changed.length > 0)
        ? reasonOf(
            reason,
            is_exclusion
              ? 'Say why this should not be taken as a complaint: each case is decided on its own merits.'
              : 'Say in a few words why you decide otherwise: it teaches the rules.',
          )
        : reason?.trim() || null;
    const received_at = context.receivedAt(contact_id);
    const decided = pending
      ? { type: 'confirmed' as const, contact_id, received_at, decision, changed, reason: why }
      : { type: 'corrected' as const, contact_id, received_at, decision, changed, reason: why ?? '' };
    return { events: [decided, ...routedBy(c, decided, context)] };
  },
};
