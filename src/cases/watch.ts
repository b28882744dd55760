/** Looks at the open clocks: says once that one is near, and once that it was missed. */
import { deadlineOf } from '../../rules/clock.ts';
import { londonDay, workingDaysBetween } from '../../rules/days.ts';
import type { Actor, EventBody } from './case.ts';
import { type House, lockCases } from './perform.ts';
import { eventsOf } from './project.ts';
import { append } from './write.ts';

const CLOCK: Actor = { kind: 'clock', id: 'watch_clocks' };
/** Working days before the end at which a day clock is near (routing 8); an hour clock is near in its last quarter. */
const NEAR_WORKING_DAYS = 1;
/** No clock further off than this is looked at: a long weekend with bank holidays fits twice. */
const LOOK_AHEAD_MS = 12 * 24 * 3_600_000;
const CASES_A_RUN = 500;

/** Job `watch_clocks`. @returns how many warnings were written */
export async function watchClocks(house: House): Promise<number> {
  const now = house.now();
  const due = await house.db
    .selectFrom('clocks')
    .innerJoin('cases', 'cases.id', 'clocks.case_id')
    .select('clocks.case_id')
    .distinct()
    .where('met_at', 'is', null)
    .where('missed_at', 'is', null)
    .where('kind', '<>', 'window')
    .where('status', 'not in', ['closed', 'merged'])
    .where('due_at', '<', new Date(now.getTime() + LOOK_AHEAD_MS))
    .limit(CASES_A_RUN)
    .execute();
  let written = 0;
  for (const { case_id } of due) written += await warn(house, case_id, now);
  return written;
}

async function warn(house: House, case_id: string, now: Date): Promise<number> {
  return house.db.transaction().execute(async (tx) => {
    const before = (await lockCases(tx, [case_id])).get(case_id);
    if (!before) return 0;
    const said = new Set((await eventsOf(tx, case_id)).map((event) => event.key));
    let current = before;
    let written = 0;
    for (const clock of before.clocks) {
      const deadline = deadlineOf(clock);
      if (deadline === null || clock.met_at !== null || clock.missed_at !== null || clock.kind === 'window') continue;
      const is_missed = now >= deadline;
      const started_at = new Date(clock.started_at).getTime();
      const is_near = clock.due_on
        ? workingDaysBetween(londonDay(now), clock.due_on) <= NEAR_WORKING_DAYS
        : deadline.getTime() - now.getTime() < (deadline.getTime() - started_at) / 4;
      const body: EventBody | null = is_missed
        ? { type: 'clock_missed', clock: clock.id, at: deadline }
        : is_near
          ? { type: 'clock_near', clock: clock.id }
          : null;
      // A clock that was moved, as by an extension, may be near again: its end is part of the key.
      const key = body ? `${body.type}:${clock.id}:${clock.due_on ?? clock.due_at ?? ''}` : '';
      if (body === null || said.has(key)) continue;
      const how = { actor: CLOCK, at: now, key, pack: house.letters.packFor(current.pack), letters: house.letters };
      current = (await append(tx, case_id, current, [body], how)).after;
      written += 1;
    }
    return written;
  });
}
