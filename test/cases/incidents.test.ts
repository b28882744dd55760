/** Many households, one cause: linked and shown, never merged; each case keeps its own customer and clocks. */
import { beforeAll, describe, expect, test } from 'vitest';
import { householdsOf, readReports } from '../../rules/incidents.ts';
import type { Case } from '../../src/cases/case.ts';
import { linkOverlooked } from '../../src/cases/incidents.ts';
import { eventsOf, parseCase } from '../../src/cases/project.ts';
import { propose } from '../../src/cases/propose.ts';
import { rebuild } from '../../src/cases/rebuild.ts';
import { openIntake } from '../../src/cases/receive.ts';
import { caseView } from '../../src/cases/views.ts';
import { incidentRules } from '../../src/incident_rules.ts';
import { loadPack } from '../../src/packs.ts';
import { casePage } from '../../src/web/case_page.ts';
import { useDatabase } from '../support/database.ts';
import { openTestHouse, rawMail, type TestHouse } from '../support/house.ts';

describe('what a message reports', () => {
  const read = (text: string, address: string | null = null) =>
    readReports(text, address, incidentRules()).map(({ place, kind, home }) => `${kind} at ${place}${home ? ` (${home})` : ''}`);
  test.each<[string, string[]]>([
    ['There is no heating in Castle Court, I am in flat 9.', ['heating at building castle court']],
    ['Flat 3, Castle Court: radiators stone cold since Monday.', ['heating at building castle court (3)']],
    ['the heating is off again at castle court', ['heating at building castle court']],
    ['NO HOT WATER AT CASTLE COURT FLAT 4', ['heating at building castle court (4)']],
    ['The lift in Wye House is out of order and I am on the fifth floor.', ['lift at building wye house']],
    ["The lift isn't working. Wye House.", ['lift at building wye house']],
    ['A burst main has left Sorrel Way without water.', ['water at street sorrel way']],
    // In a street of houses a boiler is one household's, unless the writer speaks for more.
    ['My boiler has broken down. 14 Sorrel Way.', []],
    ['None of us in Sorrel Way has heating, the radiators are cold.', ['heating at street sorrel way']],
    ['The heating in Castle Court is fine now, thank you.', []],
    ['I love the lift in Wye House.', []],
    ['The lift is out of order.', []],
    ['My claim is at the county court and the heating is off.', []],
    ['I waited at the front of the council house and the lift attendant was rude.', []],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected));

  test('an address of the form is a place too', () => {
    expect(read('The heating has packed up.', 'Flat 7, Castle Court, SY13 1AB')).toEqual(['heating at building castle court (7)']);
  });

  test('it is read in linear time, whatever is written', () => {
    const hostile = 'no no no heating lift Castle Castle Court Court 1 2 3 flat flat '.repeat(20_000);
    expect(read(hostile).length).toBeLessThanOrEqual(12);
  });

  test('two reports of one home, or of one sender, are one household', () => {
    const household = (home: string | null, sender: string | null) => ({ home, sender });
    expect(
      householdsOf([household('3', 'a'), household('3', 'b'), household(null, 'b'), household('4', null), household(null, null)]),
    ).toHaveLength(3);
    expect(householdsOf([household('1', 'a'), household('2', 'b'), household('2', 'a')])).toHaveLength(1);
  });
});

const database = useDatabase();
let t: TestHouse;
beforeAll(() => {
  t = openTestHouse(database());
});

async function report(who: string, text: string, at: string): Promise<Case> {
  const received_at = new Date(at);
  t.setNow(new Date(received_at.getTime() + 60_000));
  const { case: c } = await t.arrive({ from: `${who} <${who.toLowerCase()}@mail.example>`, subject: 'Report', text, received_at });
  return c;
}

function the<T>(found: T | undefined): T {
  if (found === undefined) throw new Error('expected it to be there');
  return found;
}

const now = async (c: Case): Promise<Case> => {
  const row = await database().db.selectFrom('cases').select('state').where('id', '=', c.id).executeTakeFirstOrThrow();
  return parseCase(row.state);
};

async function page(c: Case) {
  const view = await caseView(database().db, c.reference);
  if (!view) throw new Error('expected the case');
  return casePage(
    view,
    loadPack('connexus-2024'),
    { id: 'ann', name: 'Ann Lee', roles: ['officer'] } as never,
    new Date('2026-11-24T12:00:00Z'),
  );
}

test('six households of one block: linked, not merged, each with its own clocks', async () => {
  const texts = [
    'There is no heating at Castle Court. I am in flat 1.',
    'Flat 2, Castle Court. The radiators have been stone cold since last night.',
    'HEATING OFF AT CASTLE COURT FLAT 3',
    'the hot water is off at castle court, flat 4',
    'My heating has stopped working. Flat 5, Castle Court.',
    'I rang twice, nobody came: no heating in Castle Court. Flat 6.',
  ];
  const cases: Case[] = [];
  for (const [n, text] of texts.entries())
    cases.push(await report(`Block${n}`, text, `2026-11-${16 + Math.floor(n / 2)}T0${n + 1}:00:00Z`));
  const after = await Promise.all(cases.map(now));
  const [incident] = after.map((c) => c.incident?.id);
  expect(incident).toBeTruthy();
  for (const [n, c] of after.entries()) {
    expect(c.incident).toEqual({ id: incident, kind: 'heating', place: 'Castle Court' });
    expect(c.merged_into).toBeNull();
    expect(c.contacts).toHaveLength(1);
    expect(c.clocks).toEqual(cases[n]?.clocks);
    expect(c.received_at).toEqual(cases[n]?.received_at);
    const linked = (await eventsOf(database().db, c.id)).filter(({ body }) => body.type === 'incident_linked');
    expect(linked).toHaveLength(1);
  }
  const shown = await page(the(cases[0]));
  expect(shown.incident?.sentence).toBe(
    'Five other households reported the heating or hot water in Castle Court since Mon 16 Nov 2026.',
  );
  expect(shown.incident?.others).toHaveLength(5);
  // Neighbours are no likeness of the person.
  expect(shown.maybe).toEqual([]);
  expect(shown.history.some(({ sentence }) => sentence === 'linked it with other reports of the same from Castle Court')).toBe(
    true,
  );
});

test('two households are not yet an incident, nor is one that writes three times', async () => {
  const lone: Case[] = [];
  for (const n of [1, 2, 3])
    lone.push(await report('Gil', `The lift in Tern House is stuck again, message ${n}.`, `2026-11-17T0${n}:00:00Z`));
  lone.push(await report('Hal', 'The lift in Tern House is broken.', '2026-11-17T05:00:00Z'));
  for (const c of lone) expect((await now(c)).incident).toBeNull();
  await report('Ida', 'Tern House lift out of order.', '2026-11-17T06:00:00Z');
  for (const c of lone) expect((await now(c)).incident?.kind).toBe('lift');
});

test('an office that writes for three homes tells of three households, and of one that writes thrice for one home', async () => {
  const office = async (n: number, flat: number, house: string): Promise<Case> => {
    const received_at = new Date(`2026-11-17T1${n}:00:00Z`);
    t.setNow(received_at);
    const text = `On behalf of a resident: no heating. Flat ${flat}, ${house}.`;
    return (await t.arrive({ from: 'Cllr Ray <cllr.ray@mail.example>', subject: `Office ${house} ${n}`, text, received_at })).case;
  };
  const three = [await office(1, 1, 'Kite House'), await office(2, 2, 'Kite House'), await office(3, 3, 'Kite House')];
  for (const c of three) expect((await now(c)).incident?.place).toBe('Kite House');
  const one = [await office(4, 1, 'Wren House'), await office(5, 1, 'Wren House'), await office(6, 1, 'Wren House')];
  for (const c of one) expect((await now(c)).incident).toBeNull();
});

test('two different faults in one block are two matters', async () => {
  const cases = [
    await report('Kay', 'The lift in Dee Court is broken.', '2026-11-17T01:00:00Z'),
    await report('Lou', 'No heating in Dee Court.', '2026-11-17T02:00:00Z'),
    await report('Meg', 'The lift in Dee Court is out of order.', '2026-11-17T03:00:00Z'),
    await report('Ned', 'The radiators in Dee Court are cold.', '2026-11-17T04:00:00Z'),
  ];
  for (const c of cases) expect((await now(c)).incident).toBeNull();
});

test('the same fault in another block, another town, or weeks apart is another matter', async () => {
  const cases = [
    await report('Ola', 'No heating in Alder Court.', '2026-11-01T01:00:00Z'),
    await report('Pam', 'No heating in Alder Court.', '2026-11-10T01:00:00Z'),
    await report('Quin', 'No heating in Alder Court.', '2026-11-19T01:00:00Z'),
    await report('Rae', 'No heating in Birch Court.', '2026-11-19T02:00:00Z'),
    await report('Sid', 'The water is off in Church Street, SY13 1AB.', '2026-11-19T03:00:00Z'),
    await report('Tia', 'The water is off in Church Street, HR9 5QQ.', '2026-11-19T04:00:00Z'),
    await report('Uma', 'The water is off in Church Street, LD1 6HR.', '2026-11-19T05:00:00Z'),
  ];
  for (const c of cases) expect((await now(c)).incident).toBeNull();
});

test('reports that two workers read at once are linked all the same', async () => {
  const intake = openIntake(database().db);
  const ids: string[] = [];
  for (const n of [1, 2, 3, 4, 5, 6]) {
    const { contact_id } = await intake({
      channel: 'email',
      external_id: `at once ${n}`,
      received_at: new Date('2026-11-18T09:00:00Z'),
      raw: rawMail({
        from: `Once${n} <once${n}@mail.example>`,
        subject: `Lift ${n}`,
        text: `The lift in Elm Tower is broken. Flat ${n}, Elm Tower.`,
      }),
      sha256: null,
      source: null,
      meta: null,
    });
    ids.push(contact_id);
  }
  const other = openTestHouse(database());
  await Promise.all(ids.flatMap((id) => [propose(t.deps, id), propose(other.deps, id)]));
  await linkOverlooked(t.house);
  const linked = await Promise.all(ids.map(async (id) => (await t.caseOf(id)).incident?.id));
  expect(new Set(linked).size).toBe(1);
  expect(linked[0]).toBeTruthy();
});

test('a case that a colleague holds just now waits for nobody, and is linked by the next tick', async () => {
  const { db } = database();
  const recent = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString();
  const first = await report('Val', 'The lift in Fir Lodge is broken.', recent(5));
  await report('Wyn', 'The lift in Fir Lodge is broken.', recent(4));
  const third = await db.transaction().execute(async (tx) => {
    await tx.selectFrom('cases').select('id').where('id', '=', first.id).forUpdate().execute();
    return report('Xan', 'The lift in Fir Lodge is broken.', recent(3));
  });
  expect((await now(third)).incident).not.toBeNull();
  expect((await now(first)).incident).toBeNull();
  expect(await linkOverlooked(t.house)).toBe(1);
  expect((await now(first)).incident).toEqual((await now(third)).incident);
  expect(await linkOverlooked(t.house)).toBe(0);
});

test('a machine’s mail and a merged case are no household', async () => {
  const cases: Case[] = [];
  for (const who of ['Yan', 'Zoe']) cases.push(await report(who, 'No heating in Gale House.', '2026-11-18T01:00:00Z'));
  const [one, two] = cases;
  if (!one || !two) throw new Error('expected two cases');
  await t.press(two, 'merge', { into_case_id: one.id, reason: 'One household.' });
  const later = await report('Abe', 'No heating in Gale House.', '2026-11-18T02:00:00Z');
  expect((await now(later)).incident).toBeNull();
});

test('everything is the same when it is made anew from the events and messages', async () => {
  const { db } = database();
  const rows = async () => ({
    cases: await db.selectFrom('cases').selectAll().orderBy('id').execute(),
    clocks: await db.selectFrom('clocks').selectAll().orderBy('case_id').orderBy('id').execute(),
    reports: await db.selectFrom('case_reports').selectAll().orderBy('case_id').orderBy('place').orderBy('kind').execute(),
  });
  const before = await rows();
  expect(before.cases.filter(({ incident }) => incident !== null).length).toBeGreaterThan(10);
  await db.updateTable('cases').set({ incident: null }).execute();
  await db.deleteFrom('case_reports').execute();
  await rebuild(db);
  expect(await rows()).toEqual(before);
});
