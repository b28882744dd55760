/** Assign: one colleague takes the case, or is given it, or lets it go. A change of owner never moves a clock (C-7). */
import { z } from 'zod';
import { Objection } from '../../errors.ts';
import { type Action, EVERYONE_WHO_DECIDES } from './action.ts';

const input = z.object({ staff_id: z.string().max(200).nullable() });

export const assign: Action<z.infer<typeof input>> = {
  name: 'assign',
  label: 'Assign',
  input,
  statuses: ['proposed', 'requested', 'logged', 'acknowledged', 'responded', 'refused', 'filed'],
  roles: EVERYONE_WHO_DECIDES,
  needs: ({ staff_id }) => (staff_id === null ? {} : { staff_id }),
  decide(c, { staff_id }, { colleague }) {
    if (staff_id !== null && !colleague) throw new Objection('no_such_colleague');
    if ((c.owner?.id ?? null) === staff_id)
      throw new Objection(
        'bad_input',
        staff_id === null ? 'Nobody has this case.' : `${colleague?.name ?? 'That colleague'} has this case already.`,
      );
    return { events: [{ type: 'assigned', to: staff_id, name: colleague?.name ?? null }] };
  },
};
