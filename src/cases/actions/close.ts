/** Close: nothing more is owed on a case that is not an open complaint. */
import { z } from 'zod';
import { Objection } from '../../errors.ts';
import { type Action, EVERYONE_WHO_DECIDES, reasonOf } from './action.ts';

const input = z.object({ reason: z.string().max(4000, 'at most 4,000 characters').nullable().default(null) });

export const close: Action<z.infer<typeof input>> = {
  name: 'close',
  label: 'Close',
  input,
  statuses: ['requested', 'refused', 'filed', 'responded'],
  roles: EVERYONE_WHO_DECIDES,
  decide(c, { reason }) {
    if (c.pending.length > 0) throw new Objection('wrong_status', 'A message of this case still waits to be confirmed.');
    return { events: [{ type: 'closed', reason: reasonOf(reason, 'Say how it ended.') }] };
  },
};
