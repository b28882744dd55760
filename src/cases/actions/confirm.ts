/** Confirm: a person agrees with what was proposed for one message. */
import { z } from 'zod';
import { Objection } from '../../errors.ts';
import { type Action, EVERYONE_WHO_DECIDES, pendingOf, reasonOf } from './action.ts';
import { routedBy } from './routed.ts';

const input = z.object({ contact_id: z.uuid(), reason: z.string().max(4000, 'at most 4,000 characters').nullable().default(null) });

export const confirm: Action<z.infer<typeof input>> = {
  name: 'confirm',
  label: 'Confirm',
  input,
  statuses: ['proposed', 'requested', 'logged', 'acknowledged', 'responded', 'refused', 'filed', 'closed'],
  roles: EVERYONE_WHO_DECIDES,
  decide(c, { contact_id, reason }, context) {
    const pending = pendingOf(c, contact_id, context);
    if (pending.decision === null)
      throw new Objection('bad_input', 'Nothing was proposed for this message: read it and choose what it is.');
    // Nothing is refused without a person and a reason (CODE-2.1, 2.4).
    const why =
      pending.decision.outcome === 'exclusion'
        ? reasonOf(reason, 'Say why this should not be taken as a complaint: each case is decided on its own merits.')
        : reason?.trim() || null;
    const confirmed = {
      type: 'confirmed' as const,
      contact_id,
      received_at: pending.received_at,
      decision: pending.decision,
      changed: [],
      reason: why,
    };
    return { events: [confirmed, ...routedBy(c, confirmed, context)] };
  },
};
