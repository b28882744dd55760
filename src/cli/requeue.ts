/** `triage requeue ID`: takes a held or failed contact up again. */
import { takeUp } from '../cases/take_up.ts';
import { Objection } from '../errors.ts';
import { contactId, withCore } from './core.ts';
import { InputError, type Verb } from './verb.ts';

export const requeue: Verb = {
  usage: 'requeue ID',
  async run(args, io) {
    const id = contactId(args[0]);
    return withCore(io, async ({ house }) => {
      try {
        await takeUp(house, id, { kind: 'bot', id: 'requeue' });
      } catch (error) {
        if (!(error instanceof Objection)) throw error;
        if (error.code === 'not_found') throw new InputError(error.message);
        io.stderr.write(`${error.message}\n`);
        return 1;
      }
      io.stdout.write(`${JSON.stringify({ id, state: 'received' })}\n`);
      return 0;
    });
  },
};
