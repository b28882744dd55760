/** Note: a colleague writes down what others should know; the customer never sees it. */
import { z } from 'zod';
import { CASE_STATUSES } from '../case.ts';
import { type Action, EVERYONE_WHO_DECIDES, reasonOf } from './action.ts';

const input = z.object({ text: z.string().max(10_000, 'at most 10,000 characters') });

export const note: Action<z.infer<typeof input>> = {
  name: 'note',
  label: 'Add note',
  input,
  statuses: CASE_STATUSES,
  roles: EVERYONE_WHO_DECIDES,
  decide: (_c, { text }) => ({ events: [{ type: 'noted', text: reasonOf(text, 'Write the note first.') }] }),
};
