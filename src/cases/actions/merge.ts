/** Merge: the messages of this case belong to another one, which keeps the earlier receipt. */
import { z } from 'zod';
import { Objection } from '../../errors.ts';
import { type Action, EVERYONE_WHO_DECIDES, reasonOf } from './action.ts';

const input = z.object({
  into_case_id: z.uuid(),
  reason: z.string().max(4000, 'at most 4,000 characters').nullable().default(null),
});

export const merge: Action<z.infer<typeof input>> = {
  name: 'merge',
  label: 'Merge into another case',
  input,
  statuses: ['proposed', 'requested', 'logged', 'refused', 'filed'],
  roles: EVERYONE_WHO_DECIDES,
  needs: ({ into_case_id }) => ({ case_id: into_case_id }),
  decide(c, { into_case_id, reason }, { other }) {
    if (into_case_id === c.id) throw new Objection('same_case');
    if (!other) throw new Objection('not_found', 'There is no case with that reference.');
    if (other.status === 'merged')
      throw new Objection(
        'wrong_status',
        `${other.reference} was itself merged into ${other.merged_into?.reference ?? 'another case'}: merge into that one.`,
      );
    if (other.status === 'closed') throw new Objection('wrong_status', `${other.reference} is closed: reopen it first.`);
    const why = reasonOf(reason, 'Say why these belong together: the history of both cases shows it.');
    return {
      events: [{ type: 'merged', into: other.id, into_reference: other.reference, reason: why }],
      other_events: [
        { type: 'joined', from: c.id, from_reference: c.reference, contacts: c.contacts, received_at: c.received_at, reason: why },
      ],
    };
  },
};
