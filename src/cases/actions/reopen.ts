/** Reopen: a closed case stands again where it stood, with a reason. */
import { z } from 'zod';
import { type Action, EVERYONE_WHO_DECIDES, reasonOf } from './action.ts';

const input = z.object({ reason: z.string().max(4000, 'at most 4,000 characters').nullable().default(null) });

export const reopen: Action<z.infer<typeof input>> = {
  name: 'reopen',
  label: 'Reopen',
  input,
  statuses: ['closed'],
  roles: EVERYONE_WHO_DECIDES,
  decide: (_c, { reason }) => ({ events: [{ type: 'reopened', reason: reasonOf(reason, 'Say why it is taken up again.') }] }),
};
