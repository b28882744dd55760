/** What a colleague sees beside a case: others who report the same from one place, and who may be the same person; usable by everybody. */
import { beforeAll, describe, expect, it } from 'vitest';
import { overflow, SIZES, useBrowser, violations } from '../support/browser.ts';
import { useDatabase } from '../support/database.ts';
import { useDesk } from '../support/desk.ts';

const database = useDatabase();
const desk = useDesk(database);
const browser = useBrowser();
const references: string[] = [];

beforeAll(async () => {
  await desk().addColleague('ann', 'Ann Lee', ['officer']);
  const { test } = desk();
  for (let flat = 1; flat <= 6; flat += 1) {
    const { case: c } = await test.arrive({
      from: `Resident ${'ABCDEF'[flat - 1]} <flat${flat}@mail.example>`,
      subject: `Cold in flat ${flat}`,
      text: `There is no heating. The radiators in Castle Court went cold last night.\n\nFlat ${flat}, Castle Court`,
      received_at: new Date(`2026-11-23T0${flat}:00:00Z`),
    });
    references.push(c.reference);
  }
  // Somebody else in flat 1, on another matter.
  const { case: c } = await test.arrive({
    from: 'Ivor Hughes <ivor@mail.example>',
    subject: 'Letter box',
    text: 'The flap of my letter box has come off.\n\nIvor Hughes\nFlat 1, Castle Court',
    received_at: new Date('2026-11-23T09:00:00Z'),
  });
  references.push(c.reference);
});

describe.each(['desktop', 'phone'] as const)('on a %s', (size) => {
  it('an incident and what may be the same person are told plainly and meet WCAG 2.2 AA', async () => {
    const context = await browser().newContext({ viewport: SIZES[size] });
    const page = await context.newPage();
    await page.goto((await desk().link('ann')).href);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(desk().url.href);

    await page.goto(new URL(`/cases/${references[0]}`, desk().url).href);
    const incident = page.getByRole('region', { name: 'Reported by others too' });
    expect(await incident.innerText()).toContain(
      'Five other households reported the heating or hot water in Castle Court since Mon 23 Nov 2026. Each case keeps its own answer and dates.',
    );
    await incident.getByText('The other cases').click();
    expect(await incident.getByRole('link').allInnerTexts()).toEqual(references.slice(1, 6).toReversed());
    expect({ broken: await violations(page), wide: await overflow(page) }).toEqual({ broken: [], wide: 0 });

    await page.goto(new URL(`/cases/${references[6]}`, desk().url).href);
    expect(await page.getByRole('region', { name: 'Reported by others too' }).count()).toBe(0);
    const maybe = page.getByRole('list', { name: 'May be the same person' });
    expect(await maybe.getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringMatching(new RegExp(`^${references[0]} [\\s\\S]*The same home, but another name\\.$`)),
    ]);
    expect({ broken: await violations(page), wide: await overflow(page) }).toEqual({ broken: [], wide: 0 });
    await context.close();
  });
});
