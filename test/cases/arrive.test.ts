/** From a kept message to a case: found or opened, once, with its clocks, its receipt and its alarm. */
import { beforeAll, expect, test } from 'vitest';
import { eventsOf, fold } from '../../src/cases/project.ts';
import { propose } from '../../src/cases/propose.ts';
import { rebuild } from '../../src/cases/rebuild.ts';
import { takeUp } from '../../src/cases/take_up.ts';
import { useDatabase } from '../support/database.ts';
import { openTestHouse, OWN_ADDRESS, type TestHouse } from '../support/house.ts';

const database = useDatabase();
let t: TestHouse;
beforeAll(() => {
  t = openTestHouse(database(), { duty_address: 'duty@connexus.example' });
});

test('a message opens a case with the acknowledgement clock running from receipt (CODE-6.2, CLK-3)', async () => {
  const { case: c } = await t.arrive({
    from: 'Beth Sample <beth@mail.example>',
    text: 'I have rung three times about the boiler and nobody has come. I am fed up with waiting.',
    received_at: new Date('2025-12-11T23:30:00Z'),
  });
  expect(c.status).toBe('proposed');
  expect(c.reference).toMatch(/^CX-\d{6}$/);
  expect(c.pending[0]?.decision?.outcome).toBe('complaint');
  expect(c.clocks.find((clock) => clock.id === 'ack_1')?.due_on).toBe('2025-12-18');
  expect(t.faults).toEqual([]);
});

test('reading a message twice opens no second case and writes no second event', async () => {
  const { contact_id, case: c } = await t.arrive({ from: 'Carl <carl@mail.example>', text: 'The tap in the kitchen drips.' });
  await Promise.all([propose(t.deps, contact_id), propose(t.deps, contact_id)]);
  const events = await eventsOf(database().db, c.id);
  expect(events.filter((event) => event.body.type === 'triaged')).toHaveLength(1);
});

test('one receipt goes to a sender and thread, with a reply address that finds the case', async () => {
  const { case: c } = await t.arrive({
    from: 'Dora <dora@mail.example>',
    text: 'Please mend my gate.',
    message_id: 'first',
  });
  const letters = () => database().db.selectFrom('letters').selectAll().where('to_address', '=', 'dora@mail.example').execute();
  const [receipt] = await letters();
  expect(receipt).toMatchObject({
    kind: 'receipt',
    status: 'queued',
    auto_submitted: 'auto-replied',
    in_reply_to: 'first@mail.example',
  });
  expect(receipt?.text).toContain(c.reference);
  expect(receipt?.text).not.toMatch(/acknowledge/i);
  const { case: again } = await t.arrive({
    from: 'Dora <dora@mail.example>',
    to: receipt?.reply_to ?? '',
    subject: 'Re: something else',
    text: 'And the fence please.',
  });
  expect(again.id).toBe(c.id);
  expect(again.pending).toHaveLength(2);
  expect(again.pending[1]?.verified).toBe(true);
  expect(await letters()).toHaveLength(1);
});

test('a stranger who answers to a case is attached as unverified; a bare reference from a stranger is only a hint', async () => {
  const { case: c } = await t.arrive({ from: 'Ed <ed@mail.example>', text: 'My door does not lock properly.' });
  const reply_to = t.house.letters.tokens.replyAddress(c.reference);
  const { case: attached } = await t.arrive({
    from: 'Someone <someone@other.example>',
    to: reply_to,
    text: 'I write about this door.',
  });
  expect(attached.id).toBe(c.id);
  expect(attached.pending.at(-1)?.verified).toBe(false);
  const { case: hinted } = await t.arrive({
    from: 'Someone <someone@other.example>',
    subject: `About ${c.reference}`,
    text: 'Tell me about it.',
  });
  expect(hinted.id).not.toBe(c.id);
  expect(hinted.links).toContainEqual({ kind: 'hint', reference: c.reference });
  const { case: mine } = await t.arrive({ from: 'Ed <ed@mail.example>', subject: `Re: ${c.reference}`, text: 'Any news?' });
  expect(mine.id).toBe(c.id);
});

test('a forged reply address or message id finds nothing', async () => {
  const { case: c } = await t.arrive({ from: 'Fay <fay@mail.example>', text: 'The light in the hall is out.' });
  const real = t.house.letters.tokens.replyAddress(c.reference);
  const forged = real.replace(/\.[0-9a-f]{20}@/, '.00000000000000000000@');
  const { case: other } = await t.arrive({ from: 'Mal <mal@other.example>', to: forged, text: 'Let me in.' });
  expect(other.id).not.toBe(c.id);
});

test('automatic mail is listed and never answered', async () => {
  const { case: c } = await t.arrive({
    from: 'Gus <gus@mail.example>',
    subject: 'Out of office',
    text: 'I am away until Monday.',
    headers: { 'Auto-Submitted': 'auto-replied' },
  });
  expect(c.is_automated).toBe(true);
  const sent = await database().db.selectFrom('letters').select('id').where('case_id', '=', c.id).execute();
  expect(sent).toEqual([]);
});

test('mail from our own address gets no receipt', async () => {
  const { case: c } = await t.arrive({ from: `Desk <${OWN_ADDRESS}>`, text: 'Forwarding this tenant: the stairs are broken.' });
  expect(
    await database().db.selectFrom('letters').select('id').where('case_id', '=', c.id).where('kind', '=', 'receipt').execute(),
  ).toEqual([]);
});

test('danger raises the alarm at once, without a name or a word of the message (H-1)', async () => {
  const { case: c } = await t.arrive({
    from: 'Hal <hal@mail.example>',
    text: 'There is a strong smell of gas in the kitchen right now.',
  });
  expect(c.pending[0]?.decision?.flags).toContain('emergency_hazard');
  const [alarm] = await database()
    .db.selectFrom('letters')
    .selectAll()
    .where('case_id', '=', c.id)
    .where('kind', '=', 'alarm')
    .execute();
  expect(alarm?.to_address).toBe('duty@connexus.example');
  expect(alarm?.text).toContain(`https://desk.connexus.example/cases/${c.reference}`);
  expect(alarm?.text).not.toMatch(/hal|gas|kitchen/i);
});

test('danger told of in a later message runs from that message, and leaves the other clocks alone (AWAAB-AWARE)', async () => {
  const from = 'Lou <lou@mail.example>';
  const { case: c } = await t.arrive({
    from,
    text: 'The gutter drips a little, no hurry.',
    received_at: new Date('2026-11-10T09:00:00Z'),
  });
  const { case: later } = await t.arrive({
    from,
    to: t.house.letters.tokens.replyAddress(c.reference),
    text: 'Now there is a strong smell of gas in the kitchen.',
    received_at: new Date('2026-11-20T14:00:00Z'),
  });
  expect(later.id).toBe(c.id);
  expect(later.clocks.find((clock) => clock.id === 'hazard_emergency')?.due_at).toBe('2026-11-21T14:00:00.000Z');
  expect(later.clocks.find((clock) => clock.id === 'ack_1')?.due_on).toBe('2026-11-17');
});

test('what cannot be read is a case without a proposal, with its clock', async () => {
  const { case: c, contact_id } = await t.arrive({ from: 'Ivy <ivy@mail.example>', text: '' });
  expect(c.status).toBe('proposed');
  expect(c.clocks.some((clock) => clock.id === 'ack_1')).toBe(true);
  expect(contact_id).toBeTruthy();
});

test('a held message is read again in its own case, once, and the history says who asked', async () => {
  const { case: c, contact_id } = await t.arrive({
    from: 'Jan <jan@mail.example>',
    text: 'MIAGCSqGSIb3DQEHA6CAMIACAQAx',
    headers: {
      'Content-Type': 'application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m',
      'Content-Transfer-Encoding': 'base64',
    },
  });
  expect(c.pending[0]?.held).toMatch(/encrypted/i);
  expect(c.pending[0]?.decision).toBeNull();
  await takeUp(t.house, contact_id, { kind: 'staff', id: 'ann' });
  await propose(t.deps, contact_id);
  const again = await t.caseOf(contact_id);
  expect(again.id).toBe(c.id);
  expect(again.pending).toHaveLength(1);
  const types = (await eventsOf(database().db, c.id)).map((event) => event.body.type);
  expect(types.filter((type) => type === 'triaged')).toHaveLength(2);
  expect(types).toContain('taken_up');
});

test('a message that was read without trouble is not taken up again', async () => {
  const { contact_id } = await t.arrive({ from: 'Kim <kim@mail.example>', text: 'My gate is stuck, please mend it.' });
  await expect(takeUp(t.house, contact_id, { kind: 'staff', id: 'ann' })).rejects.toMatchObject({ code: 'wrong_status' });
});

test('rebuilding every projection from the events gives the same rows', async () => {
  const { db } = database();
  const rows = async () => ({
    cases: await db.selectFrom('cases').selectAll().orderBy('id').execute(),
    clocks: await db.selectFrom('clocks').selectAll().orderBy('case_id').orderBy('id').execute(),
    stages: await db.selectFrom('stages').selectAll().orderBy('case_id').orderBy('number').execute(),
  });
  const before = await rows();
  expect(before.cases.length).toBeGreaterThan(5);
  expect(before.clocks.length).toBeGreaterThan(5);
  await db.deleteFrom('clocks').execute();
  expect(await rebuild(db)).toBe(before.cases.length);
  expect(await rows()).toEqual(before);
});

test('events refuse change, removal and truncation', async () => {
  const { db, pool } = database();
  const row = await db.selectFrom('case_events').selectAll().limit(1).executeTakeFirstOrThrow();
  await expect(db.updateTable('case_events').set({ actor_id: 'x' }).where('case_id', '=', row.case_id).execute()).rejects.toThrow(
    /append-only/,
  );
  await expect(db.deleteFrom('case_events').where('case_id', '=', row.case_id).execute()).rejects.toThrow(/append-only/);
  await expect(pool.query('truncate case_events')).rejects.toThrow(/append-only/);
  expect(fold(await eventsOf(db, row.case_id))?.id).toBe(row.case_id);
});
