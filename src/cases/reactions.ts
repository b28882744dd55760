/** All that follows from anything that happens to a case, in one table, and the one place that carries it out. */
import type { Case, CaseEvent, EventBody, EventType } from './case.ts';
import { type LetterDesk, queueAlarm, queueReceipt } from './letters.ts';
import type { Tx } from './project.ts';

export type Effect =
  /** Tell the sender that the message arrived. */
  | { do: 'receipt'; contact_id: string }
  /** Tell the duty address of danger, now: confirmation is no gate (H-1). */
  | { do: 'alarm'; contact_id: string };

type Reactions = { [T in EventType]: (body: Extract<EventBody, { type: T }>, after: Case) => Effect[] };

const nothing = (): Effect[] => [];

export const REACTIONS: Reactions = {
  opened: nothing,
  triaged: (body) => {
    const effects: Effect[] = [];
    if (body.proposal?.decision.flags.includes('emergency_hazard')) effects.push({ do: 'alarm', contact_id: body.contact_id });
    if (!body.is_automated) effects.push({ do: 'receipt', contact_id: body.contact_id });
    return effects;
  },
  // A person may see danger where the rules did not.
  confirmed: (body) => (body.decision.flags.includes('emergency_hazard') ? [{ do: 'alarm', contact_id: body.contact_id }] : []),
  corrected: (body) => (body.decision.flags.includes('emergency_hazard') ? [{ do: 'alarm', contact_id: body.contact_id }] : []),
  routed: nothing,
  clocks_set: nothing,
  clock_near: nothing,
  clock_missed: nothing,
  merged: nothing,
  joined: nothing,
  incident_linked: nothing,
  taken_up: nothing,
  noted: nothing,
  assigned: nothing,
  closed: nothing,
  reopened: nothing,
  letter_queued: nothing,
  letter_sent: nothing,
  letter_failed: nothing,
  letter_unknown: nothing,
};

/** @returns what the reactions add to the case's history, in order */
export async function follow(tx: Tx, events: readonly CaseEvent[], after: Case, letters: LetterDesk): Promise<EventBody[]> {
  const added: EventBody[] = [];
  for (const event of events) {
    const react = REACTIONS[event.body.type] as (body: EventBody, after: Case) => Effect[];
    for (const effect of react(event.body, after)) added.push(...(await carryOut(tx, effect, after, letters)));
  }
  return added;
}

async function carryOut(tx: Tx, effect: Effect, after: Case, letters: LetterDesk): Promise<EventBody[]> {
  switch (effect.do) {
    case 'receipt':
      return queueReceipt(tx, after, effect.contact_id, letters);
    case 'alarm':
      return queueAlarm(tx, after, effect.contact_id, letters);
    default: {
      const never: never = effect;
      return never;
    }
  }
}
