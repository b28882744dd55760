/** Deciding at the desk: by keyboard alone, without JavaScript, two people at once, and with what was typed kept when it does not go through. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { keepPicture, SIZES, useBrowser, violations } from '../support/browser.ts';
import { useDatabase } from '../support/database.ts';
import { hiddenFields, useDesk } from '../support/desk.ts';
import { fillDesk } from '../support/residents.ts';
import { eventsOf } from '../../src/cases/project.ts';

const database = useDatabase();
const desk = useDesk(database);
const browser = useBrowser();

beforeAll(async () => {
  await desk().addColleague('ann', 'Ann Lee', ['officer']);
  await desk().addColleague('sam', 'Sam Okoro', ['manager']);
  await fillDesk(desk().test);
});

let serial = 0;
let reference = '';
let case_id = '';
let contact_id = '';
/** Each test decides on a message of its own. */
beforeEach(async () => {
  serial += 1;
  const arrived = await desk().test.arrive({
    from: `Resident ${serial} <resident${serial}@mail.example>`,
    subject: `Boiler ${serial}`,
    text: `This is the third time I have called about boiler ${serial} and still nobody has come.`,
  });
  reference = arrived.case.reference;
  case_id = arrived.case.id;
  contact_id = arrived.contact_id;
});

const events = async () => (await eventsOf(desk().connection.db, case_id)).map(({ body }) => body);
const decided = async () => (await events()).filter((body) => body.type === 'confirmed');

describe('confirming', () => {
  it('takes one press; the same press sent twice is one decision (one press, one event)', async () => {
    const ann = await desk().signIn('ann');
    const form = hiddenFields((await ann.get(`/cases/${reference}`)).body, `/cases/${reference}/confirm`);
    const answers = await Promise.all([1, 2, 3].map(() => ann.post(`/cases/${reference}/confirm`, form)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect((await decided()).length).toBe(1);
    const page = await ann.get(answers[0]?.location ?? '');
    expect(page.body).toContain('The decision is recorded.');
    expect(page.body).toContain('confirmed it as complaint');
  });

  it('of two people who press at once one wins, and the other is told who, when and what', async () => {
    const [ann, sam] = [await desk().signIn('ann'), await desk().signIn('sam')];
    const path = `/cases/${reference}/confirm`;
    const [hers, his] = [
      hiddenFields((await ann.get(`/cases/${reference}`)).body, path),
      hiddenFields((await sam.get(`/cases/${reference}`)).body, path),
    ];
    const answers = await Promise.all([ann.post(path, hers), sam.post(path, his)]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 409]);
    const loser = answers.find(({ status }) => status === 409)?.body ?? '';
    expect(loser).toMatch(/(Ann Lee|Sam Okoro) confirmed it as complaint just now\. Your press changed nothing\./);
    expect((await decided()).length).toBe(1);
  });

  it('shows who else has the case open', async () => {
    const [ann, sam] = [await desk().signIn('ann'), await desk().signIn('sam')];
    await sam.get(`/cases/${reference}`);
    expect((await ann.get(`/cases/${reference}`)).body).toContain('Sam Okoro has this case open now');
    expect((await ann.get('/')).body).toMatch(/Sam Okoro<\/bdi>\s+looking now/);
    await sam.get('/');
    expect((await ann.get(`/cases/${reference}`)).body).not.toContain('has this case open now');
  });

  it('a proposed exclusion needs a reason, and can be taken as a complaint instead (CODE-2.1, CODE-2.5)', async () => {
    const arrived = await desk().test.arrive({
      from: `Law ${serial} <law${serial}@mail.example>`,
      subject: `Claim ${serial}`,
      text: `The claim form and particulars of claim for disrepair were issued and filed at the County Court at Telford, number ${serial}.`,
    });
    const ann = await desk().signIn('ann');
    const path = `/cases/${arrived.case.reference}/confirm`;
    const form = hiddenFields((await ann.get(`/cases/${arrived.case.reference}`)).body, path);
    const bare = await ann.post(path, { ...form, reason: '  ' });
    expect(bare.status).toBe(400);
    expect(bare.body).toContain('Say why this should not be taken as a complaint');
    expect(bare.body).toContain(`href="#reason-for-${arrived.contact_id}"`);
    const again = hiddenFields(bare.body, path);
    const taken = await ann.post(path, { ...again, reason: 'The damp is new since the claim.', instead: 'complaint' });
    expect(taken.status).toBe(303);
    const after = await desk().test.caseOf(arrived.contact_id);
    expect({ status: after.status, outcome: after.decision?.outcome, reason: after.decided?.reason }).toEqual({
      status: 'logged',
      outcome: 'complaint',
      reason: 'The damp is new since the claim.',
    });
  });
});

describe('deciding otherwise', () => {
  it('keeps what was chosen and written when a reason is missing, and saves it with one', async () => {
    const ann = await desk().signIn('ann');
    const path = `/cases/${reference}/correct`;
    const form = hiddenFields((await ann.get(`${path}?message=${contact_id}`)).body, path);
    const chosen = {
      outcome: 'other',
      topic: 'enquiry',
      service_area: 'communities',
      flags: ['ongoing', 'anonymous'],
      themes: ['estate'],
      hazard_category: '',
    };
    const bare = await ann.post(path, { ...form, ...chosen });
    expect(bare.status).toBe(400);
    expect(bare.body).toContain('Say in a few words why you decide otherwise');
    expect(bare.body).toMatch(/value="enquiry" checked/);
    expect(bare.body).toMatch(/value="anonymous" checked/);
    const saved = await ann.post(path, {
      ...hiddenFields(bare.body, path),
      ...chosen,
      reason: 'It only asks for the office hours.',
    });
    expect(saved.status).toBe(303);
    const after = await desk().test.caseOf(contact_id);
    expect(after.decision).toMatchObject({
      outcome: 'other',
      topic: 'enquiry',
      service_area: 'communities',
      flags: ['anonymous', 'ongoing'],
      hazard_category: null,
    });
  });

  it('names what is missing and leads to it', async () => {
    const ann = await desk().signIn('ann');
    const path = `/cases/${reference}/correct`;
    const form = hiddenFields((await ann.get(`${path}?message=${contact_id}`)).body, path);
    const answer = await ann.post(path, { ...form, outcome: 'exclusion', reason: 'kept words' });
    expect(answer.status).toBe(400);
    expect(answer.body).toContain('<a href="#exclusion">Choose the ground of the exclusion</a>');
    expect(answer.body).toContain('id="exclusion"');
    expect(answer.body).toContain('kept words');
    expect((await ann.post(path, { ...form, outcome: 'nonsense' })).body).toContain('Choose what it is');
    expect(await decided()).toEqual([]);
  });

  it('a colleague who was second keeps every word (409)', async () => {
    const [ann, sam] = [await desk().signIn('ann'), await desk().signIn('sam')];
    const path = `/cases/${reference}/correct`;
    const hers = hiddenFields((await ann.get(`${path}?message=${contact_id}`)).body, path);
    const confirm = hiddenFields((await sam.get(`/cases/${reference}`)).body, `/cases/${reference}/confirm`);
    await sam.post(`/cases/${reference}/confirm`, confirm);
    const answer = await ann.post(path, { ...hers, outcome: 'service_request', reason: 'A long and careful reason <b>' });
    expect(answer.status).toBe(409);
    expect(answer.body).toContain('Sam Okoro confirmed it as complaint');
    expect(answer.body).toContain('A long and careful reason &lt;b&gt;');
  });
});

describe('the rest of the case', () => {
  it('takes notes, owners, merging, closing and reopening, and says what stands in the way', async () => {
    const [ann, sam] = [await desk().signIn('ann'), await desk().signIn('sam')];
    const press = async (client: typeof ann, at: string, name: string, fields: Record<string, string>) =>
      client.post(`/cases/${at}/${name}`, {
        ...hiddenFields((await client.get(`/cases/${at}`)).body, `/cases/${at}/${name}`),
        ...fields,
      });

    expect((await press(ann, reference, 'note', { text: '' })).body).toContain('Write the note first.');
    expect((await press(ann, reference, 'note', { text: 'Rang her: in <after four>.' })).status).toBe(303);
    expect((await ann.get(`/cases/${reference}`)).body).toContain('Rang her: in &lt;after four&gt;.');
    expect((await press(ann, reference, 'assign', { staff_id: 'sam' })).status).toBe(303);
    expect((await desk().test.caseOf(contact_id)).owner?.name).toBe('Sam Okoro');
    expect((await press(ann, reference, 'assign', { staff_id: 'sam' })).body).toContain('Sam Okoro has this case already.');

    expect((await press(ann, reference, 'merge', { into: 'CX-0', reason: 'same' })).body).toContain(
      'There is no case with that reference.',
    );
    expect((await press(ann, reference, 'merge', { into: reference, reason: 'same' })).status).toBe(400);
    const other = await desk().test.arrive({
      from: `Resident ${serial} <resident${serial}@mail.example>`,
      subject: `Window ${serial}`,
      text: 'The window handle broke.',
    });
    const merged = await press(ann, reference, 'merge', { into: other.case.reference.toLowerCase(), reason: 'One matter.' });
    expect(merged.location).toBe(`/cases/${other.case.reference}?done=merge`);
    expect((await ann.get(merged.location ?? '')).body).toContain(`Boiler ${serial}`);

    const thanks = await desk().test.arrive({
      from: `T <thanks${serial}@mail.example>`,
      subject: 'Thanks',
      text: `thank you to Kev, ${serial}`,
    });
    const at = thanks.case.reference;
    expect((await press(sam, at, 'confirm', {})).status).toBe(303);
    expect((await press(sam, at, 'close', { reason: '' })).body).toContain('Say how it ended.');
    expect((await press(sam, at, 'close', { reason: 'Passed on to Kev.' })).status).toBe(303);
    expect((await press(sam, at, 'reopen', { reason: 'She wrote again.' })).status).toBe(303);
    const history = (await sam.get(`/cases/${at}`)).body;
    expect(history).toContain('Passed on to Kev.');
    expect(history).toContain('She wrote again.');
  });

  it('a held message can be read again from the desk', async () => {
    await desk()
      .connection.db.updateTable('contacts')
      .set({ held_because: 'It is nested too deep.' })
      .where('id', '=', contact_id)
      .execute();
    const ann = await desk().signIn('ann');
    const held = await ann.get('/held');
    expect(held.body).toContain('It is nested too deep.');
    const page = await ann.get(`/cases/${reference}`);
    const answer = await ann.post(`/messages/${contact_id}/take-up`, hiddenFields(page.body, `/messages/${contact_id}/take-up`));
    expect(answer.location).toBe(`/cases/${reference}?done=take-up`);
    const row = await desk()
      .connection.db.selectFrom('contacts')
      .select('state')
      .where('id', '=', contact_id)
      .executeTakeFirstOrThrow();
    expect(row.state).toBe('received');
    expect((await ann.get('/held')).body).toContain('Arrived and not read yet');
  });

  it('the queue puts danger first, then what is due, and pages without losing or repeating a case', async () => {
    for (let i = 0; i < 45; i += 1)
      await desk().test.arrive({
        from: `R${i} <r${serial}x${i}@mail.example>`,
        subject: `Many ${i}`,
        text: 'The window handle broke.',
      });
    const ann = await desk().signIn('ann');
    const seen: string[] = [];
    let path: string | null = '/';
    while (path !== null) {
      const { body }: { body: string } = await ann.get(path);
      seen.push(...[...body.matchAll(/class="desk-row__link" href="\/cases\/([^"]+)"/g)].map(([, found]) => found ?? ''));
      path = body.match(/href="([^"]+)" rel="next"/)?.[1]?.replaceAll('&amp;', '&') ?? null;
    }
    const waiting = await desk()
      .connection.db.selectFrom('cases')
      .select('reference')
      .where('has_pending', '=', true)
      .where('is_automated', '=', false)
      .where('status', '<>', 'merged')
      .execute();
    expect(seen.toSorted()).toEqual(waiting.map((row) => row.reference).toSorted());
    const first = await desk()
      .connection.db.selectFrom('cases')
      .select('is_emergency')
      .where('reference', '=', seen[0] ?? '')
      .executeTakeFirstOrThrow();
    expect(first.is_emergency).toBe(true);
  });
});

describe('in the browser', () => {
  it('from sign-in to a confirmed case with the keyboard alone, and without JavaScript', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const arrived = await desk().test.arrive({
        from: `Key ${serial}${javaScriptEnabled} <key${serial}${javaScriptEnabled}@mail.example>`,
        subject: 'Keyboard',
        text: 'There is a strong smell of gas here and Please send somebody now',
        received_at: new Date('2026-11-20T09:00:00Z'),
      });
      const context = await browser().newContext({ viewport: SIZES.desktop, javaScriptEnabled });
      const page = await context.newPage();
      await page.goto((await desk().link('ann')).href);
      const tabTo = async (name: string | RegExp) => {
        for (let i = 0; i < 80; i += 1) {
          await page.keyboard.press('Tab');
          const focused = page.locator(':focus');
          const text = (await focused.count()) === 0 ? '' : ((await focused.textContent()) ?? '').trim();
          if (typeof name === 'string' ? text === name : name.test(text)) return focused;
        }
        throw new Error(`expected to reach ${String(name)} with the tab key`);
      };
      await tabTo('Sign in');
      await page.keyboard.press('Enter');
      await page.waitForURL(desk().url.href);
      await tabTo('Skip to main content');
      await page.keyboard.press('Enter');
      const row = await tabTo(arrived.case.reference);
      const outline = await row.evaluate(
        (element) =>
          (globalThis as unknown as { getComputedStyle(e: unknown): { backgroundColor: string } }).getComputedStyle(element)
            .backgroundColor,
      );
      expect(outline).toBe('rgb(255, 221, 0)');
      await page.keyboard.press('Enter');
      await page.waitForURL(`**/cases/${arrived.case.reference}`);
      await tabTo(/^Confirm /);
      await page.keyboard.press('Enter');
      await page.waitForURL(/done=confirm/);
      expect(await page.getByText('The decision is recorded.').count()).toBe(1);
      expect((await desk().test.caseOf(arrived.contact_id)).status).toBe('requested');
      await context.close();
    }
  });

  it('the second of two people sees what happened, and axe finds nothing wrong with the page that says so', async () => {
    const context = await browser().newContext({ viewport: SIZES.phone });
    const page = await context.newPage();
    await page.goto((await desk().link('ann')).href);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.goto(new URL(`/cases/${reference}`, desk().url).href);
    const sam = await desk().signIn('sam');
    await sam.post(
      `/cases/${reference}/confirm`,
      hiddenFields((await sam.get(`/cases/${reference}`)).body, `/cases/${reference}/confirm`),
    );
    await page.getByText('This case has changed since you opened it.').waitFor();
    await page.getByRole('button', { name: /^Confirm/ }).click();
    await page
      .getByRole('alert')
      .getByText(/Sam Okoro confirmed it/)
      .waitFor();
    await keepPicture(page, 'second_phone');
    expect(await violations(page)).toEqual([]);
    await context.close();
  });

  it('a new message appears in an open queue by itself', async () => {
    const context = await browser().newContext({ viewport: SIZES.desktop });
    const page = await context.newPage();
    await page.goto((await desk().link('ann')).href);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(desk().url.href);
    await desk().test.arrive({
      from: `Live <live${serial}@mail.example>`,
      subject: 'Came while you looked',
      text: 'strong smell of gas',
      received_at: new Date('2026-11-19T09:00:00Z'),
    });
    await page.getByText('Came while you looked').waitFor();
    await context.close();
  });
});
