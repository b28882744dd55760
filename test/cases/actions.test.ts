/** Every action on a case: what it writes, and what it refuses with the sentence a colleague would want. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Decision } from '../../rules/decision.ts';
import { ACTIONS } from '../../src/cases/actions/index.ts';
import type { Case } from '../../src/cases/case.ts';
import { Objection } from '../../src/errors.ts';
import { useDatabase } from '../support/database.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';

const database = useDatabase();
let t: TestHouse;
beforeAll(async () => {
  t = openTestHouse(database());
  await database()
    .db.insertInto('staff')
    .values([
      { id: 'ann', name: 'Ann Lee', roles: ['officer'] },
      { id: 'bob', name: 'Bob Ray', roles: ['manager'] },
      { id: 'gone', name: 'Gone Away', roles: ['officer'], is_disabled: true },
    ])
    .execute();
});

const COMPLAINT: Decision = {
  outcome: 'complaint',
  service_area: 'repairs',
  flags: ['repeat_contact'],
  themes: ['outstanding_repair'],
  hazard_category: null,
  duplicate_of: null,
  also_service_request: false,
  partial_exclusions: [],
};
const REQUEST: Decision = { ...COMPLAINT, outcome: 'service_request', flags: [], themes: [] };
const EXCLUSION: Decision = { ...COMPLAINT, outcome: 'exclusion', exclusion: 'over_12_months' };

let people = 0;
async function fresh(
  text = 'I have rung three times about my boiler and still nobody came.',
): Promise<{ c: Case; contact_id: string }> {
  people += 1;
  const { case: c, contact_id } = await t.arrive({ from: `P <p${people}@mail.example>`, text });
  return { c, contact_id };
}

async function objection(work: Promise<unknown>): Promise<Objection> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Objection)) throw new Error(`expected an objection, got ${String(error)}`);
  return error;
}

describe('confirm', () => {
  test('a confirmed complaint is logged at stage 1 and goes to the area by the routing table', async () => {
    const { c, contact_id } = await fresh();
    const done = await t.press(c, 'confirm', { contact_id });
    expect(done.case).toMatchObject({ status: 'logged', pending: [] });
    expect(done.case.stages).toMatchObject([{ number: 1, opened_at: c.received_at }]);
    expect(done.events.map((event) => event.body.type)).toContain('routed');
    expect(done.case.owner_role).toBeTruthy();
  });

  test('the same press twice is one event and the same answer', async () => {
    const { c, contact_id } = await fresh();
    const first = await t.press(c, 'confirm', { contact_id }, { key: 'once' });
    const again = await t.press(c, 'confirm', { contact_id }, { key: 'once' });
    expect(again.repeated).toBe(true);
    expect(again.events).toEqual(first.events);
  });

  test('two people at once: one wins, the other is told who, when and what', async () => {
    const { c, contact_id } = await fresh();
    const presses = await Promise.allSettled([
      t.press(c, 'confirm', { contact_id }, { actor: { kind: 'staff', id: 'ann' } }),
      t.press(c, 'confirm', { contact_id }, { actor: { kind: 'staff', id: 'bob' } }),
    ]);
    expect(presses.map((press) => press.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const lost = presses.find((press) => press.status === 'rejected');
    const error = lost?.reason as Objection;
    expect(error.code).toBe('already_decided');
    expect(error.earlier?.actor).toMatch(/Ann Lee|Bob Ray/);
    expect(error.earlier?.what).toMatch(/^confirmed it as /);
  });

  test('an exclusion is never confirmed without a reason (CODE-2.1)', async () => {
    const { c, contact_id } = await fresh();
    const refused = await objection(t.press(c, 'correct', { contact_id, decision: EXCLUSION, reason: ' ' }));
    expect(refused).toMatchObject({ code: 'reason_required' });
    const done = await t.press(c, 'correct', { contact_id, decision: EXCLUSION, reason: 'It ended in 2023 and was known then.' });
    expect(done.case.status).toBe('refused');
  });

  test('a role that only looks cannot confirm', async () => {
    const { c, contact_id } = await fresh();
    const refused = await objection(t.press(c, 'confirm', { contact_id }, { roles: ['reader'] }));
    expect(refused).toMatchObject({ code: 'not_allowed', status: 403 });
    expect(refused.message).toContain('Confirm is for officer');
  });

  test('a message of another case is not confirmed here', async () => {
    const one = await fresh();
    const two = await fresh();
    expect(await objection(t.press(one.c, 'confirm', { contact_id: two.contact_id }))).toMatchObject({ code: 'not_found' });
  });
});

describe('correct', () => {
  test('a correction needs a reason and keeps what was changed', async () => {
    const { c, contact_id } = await fresh();
    expect(await objection(t.press(c, 'correct', { contact_id, decision: REQUEST }))).toMatchObject({ code: 'reason_required' });
    const done = await t.press(c, 'correct', { contact_id, decision: REQUEST, reason: 'She only asks when we come.' });
    const event = done.events.find(({ body }) => body.type === 'confirmed');
    expect(event?.body).toMatchObject({ reason: 'She only asks when we come.', changed: expect.arrayContaining(['outcome']) });
    expect(done.case.status).toBe('requested');
  });

  test('a decision may be replaced while nobody was told of it: a request becomes a complaint (CODE-1.5)', async () => {
    const { c, contact_id } = await fresh();
    const first = await t.press(c, 'correct', { contact_id, decision: REQUEST, reason: 'A request.' });
    const second = await t.press(first.case, 'correct', { contact_id, decision: COMPLAINT, reason: 'She rang and is unhappy.' });
    expect(second.case).toMatchObject({ status: 'logged', decision: { outcome: 'complaint' } });
    expect(second.case.stages).toHaveLength(1);
    expect(second.case.clocks.some((clock) => clock.id === 'ack_1')).toBe(true);
  });

  test('an outcome that is not in the vocabulary is refused in words', async () => {
    const { c, contact_id } = await fresh();
    const refused = await objection(
      t.press(c, 'correct', { contact_id, decision: { ...REQUEST, outcome: 'ticket' }, reason: 'x' }),
    );
    expect(refused).toMatchObject({ code: 'bad_input', status: 400 });
  });
});

describe('stale', () => {
  test('a page opened before a further message came is told to look again', async () => {
    const { c, contact_id } = await fresh();
    const from = `P <p${people}@mail.example>`;
    await t.arrive({ from, to: t.house.letters.tokens.replyAddress(c.reference), text: 'One more thing: the radiator leaks.' });
    const refused = await objection(t.press(c, 'confirm', { contact_id }));
    expect(refused).toMatchObject({ code: 'stale', status: 409 });
    expect(refused.earlier).toMatchObject({ actor: 'The bot' });
  });

  test('a note does not make a colleague’s page stale', async () => {
    const { c, contact_id } = await fresh();
    await t.press(c, 'note', { text: 'Rang her, no answer.' }, { actor: { kind: 'staff', id: 'bob' } });
    const done = await t.press(c, 'confirm', { contact_id });
    expect(done.case.status).not.toBe('proposed');
  });
});

describe('merge', () => {
  test('the other case gains the messages and the earlier receipt; this one says where it went', async () => {
    people += 1;
    const from = `Q <q${people}@mail.example>`;
    const one = await t.arrive({ from, text: 'My boiler is broken.', received_at: new Date('2026-11-20T09:00:00Z') });
    const two = await t.arrive({ from, text: 'The boiler again, nobody came.', received_at: new Date('2026-11-24T09:00:00Z') });
    const done = await t.press(one.case, 'merge', { into_case_id: two.case.id, reason: 'Same boiler.' });
    expect(done.case).toMatchObject({ status: 'merged', merged_into: { reference: two.case.reference } });
    const into = await t.caseOf(two.contact_id);
    expect(into.contacts).toEqual([two.contact_id, one.contact_id]);
    expect(into.received_at).toEqual(new Date('2026-11-20T09:00:00Z'));
    expect(into.clocks.find((clock) => clock.id === 'ack_1')?.due_on).toBe('2026-11-27');
    expect((await t.caseOf(one.contact_id)).id).toBe(into.id);
  });

  test('a case is not merged into itself, a merged or a missing one', async () => {
    const { c } = await fresh();
    expect(await objection(t.press(c, 'merge', { into_case_id: c.id, reason: 'x' }))).toMatchObject({ code: 'same_case' });
    const nowhere = '00000000-0000-4000-8000-000000000000';
    expect(await objection(t.press(c, 'merge', { into_case_id: nowhere, reason: 'x' }))).toMatchObject({ code: 'not_found' });
    const two = await fresh();
    const merged = await t.press(c, 'merge', { into_case_id: two.c.id, reason: 'Same.' });
    const three = await fresh();
    const refused = await objection(t.press(three.c, 'merge', { into_case_id: merged.case.id, reason: 'Same.' }));
    expect(refused.message).toContain(`merged into ${two.c.reference}`);
  });

  test('two people merging two cases crosswise: one wins, nobody waits for ever', async () => {
    const [one, two] = [await fresh(), await fresh()];
    const presses = await Promise.allSettled([
      t.press(one.c, 'merge', { into_case_id: two.c.id, reason: 'Same.' }),
      t.press(two.c, 'merge', { into_case_id: one.c.id, reason: 'Same.' }),
    ]);
    expect(presses.filter((press) => press.status === 'fulfilled')).toHaveLength(1);
  });
});

describe('assign, note, close, reopen', () => {
  test('a case is taken, given and let go; a colleague who left cannot get it', async () => {
    const { c } = await fresh();
    const taken = await t.press(c, 'assign', { staff_id: 'ann' });
    expect(taken.case.owner).toEqual({ id: 'ann', name: 'Ann Lee' });
    expect(await objection(t.press(taken.case, 'assign', { staff_id: 'ann' }))).toMatchObject({ code: 'bad_input' });
    expect(await objection(t.press(taken.case, 'assign', { staff_id: 'gone' }))).toMatchObject({ code: 'no_such_colleague' });
    const free = await t.press(taken.case, 'assign', { staff_id: null });
    expect(free.case.owner).toBeNull();
    expect(free.case.clocks).toEqual(c.clocks);
  });

  test('an empty note is refused', async () => {
    const { c } = await fresh();
    expect(await objection(t.press(c, 'note', { text: '  ' }))).toMatchObject({
      code: 'reason_required',
      message: 'Write the note first.',
    });
  });

  test('an open complaint cannot be closed by hand; a request can, and reopens where it stood', async () => {
    const one = await fresh();
    const logged = await t.press(one.c, 'correct', { contact_id: one.contact_id, decision: COMPLAINT, reason: 'Yes.' });
    expect(await objection(t.press(logged.case, 'close', { reason: 'Done.' }))).toMatchObject({ code: 'wrong_status' });
    const two = await fresh();
    const asked = await t.press(two.c, 'correct', { contact_id: two.contact_id, decision: REQUEST, reason: 'A request.' });
    expect(await objection(t.press(asked.case, 'close', {}))).toMatchObject({ code: 'reason_required' });
    const closed = await t.press(asked.case, 'close', { reason: 'Mended on Monday.' });
    expect(closed.case.status).toBe('closed');
    const reopened = await t.press(closed.case, 'reopen', { reason: 'It broke again.' });
    expect(reopened.case.status).toBe('requested');
  });
});

test('every action refuses every status that it does not name, with a sentence', async () => {
  const { c } = await fresh();
  for (const action of Object.values(ACTIONS)) {
    for (const status of ['proposed', 'merged', 'closed'] as const) {
      if ((action.statuses as readonly string[]).includes(status)) continue;
      await database()
        .db.updateTable('cases')
        .set({ state: JSON.stringify({ ...c, status }) })
        .where('id', '=', c.id)
        .execute();
      const inputs: Record<string, unknown> = {
        confirm: { contact_id: c.contacts[0] },
        correct: { contact_id: c.contacts[0], decision: COMPLAINT, reason: 'x' },
        merge: { into_case_id: c.id, reason: 'x' },
        note: { text: 'x' },
        assign: { staff_id: null },
        close: { reason: 'x' },
        reopen: { reason: 'x' },
      };
      const refused = await objection(t.press(c, action.name, inputs[action.name]));
      expect(refused, `${action.name} while ${status}`).toMatchObject({ code: 'wrong_status', status: 409 });
      expect(refused.message).toContain(`is ${status}`);
    }
  }
});
