/** Every page of the desk in a real browser, on a desk and on a telephone: usable by everybody, and nothing of a stranger's words acts. */
import type { BrowserContext, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { keepPicture, overflow, type Size, SIZES, useBrowser, violations } from '../support/browser.ts';
import { useDatabase } from '../support/database.ts';
import { useDesk } from '../support/desk.ts';
import { type Filled, fillDesk } from '../support/residents.ts';

const database = useDatabase();
const desk = useDesk(database);
const browser = useBrowser();
let filled: Filled;

beforeAll(async () => {
  await desk().addColleague('ann', 'Ann Lee', ['officer']);
  await desk().addColleague('sam', 'Sam Okoro', ['manager']);
  await desk().addColleague('ria', 'Ria Reader', ['reader']);
  filled = await fillDesk(desk().test);
  await addFiles(filled.decided);
});

/** A picture, a document, quoted history and a laid-out form on a message that could not be read in whole. */
async function addFiles(reference: string): Promise<void> {
  const { db } = desk().connection;
  const { id } = await db
    .selectFrom('contacts')
    .innerJoin('cases', 'cases.id', 'contacts.case_id')
    .select(['contacts.id'])
    .where('reference', '=', reference)
    .executeTakeFirstOrThrow();
  await db
    .updateTable('contacts')
    .set({
      html: '<p style="color:#0b0c0c">The <b>black</b> mould</p>',
      full_text: 'The black mould\n\n> On Monday you wrote:\n> We will look at it.',
      held_because: 'One part of it is nested too deep.',
    })
    .where('id', '=', id)
    .execute();
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  const file = { contact_id: id, declared_type: null, sha256: '0' };
  await db
    .insertInto('attachments')
    .values([
      { ...file, position: 0, name: 'wall behind the wardrobe.png', type: 'image/png', bytes: png.length, content: png },
      {
        ...file,
        position: 1,
        name: `${'a very long name '.repeat(7)}.pdf`,
        type: 'application/pdf',
        declared_type: 'text/html',
        bytes: 2_400_000,
        content: png,
      },
      { ...file, position: 2, name: 'film.mp4', type: 'video/mp4', bytes: 61_000_000, content: null },
    ])
    .execute();
}

async function signedIn(
  size: Size,
  id = 'ann',
  javaScriptEnabled = true,
): Promise<{ context: BrowserContext; page: Page; problems: string[] }> {
  const context = await browser().newContext({ viewport: SIZES[size], javaScriptEnabled });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  await page.goto((await desk().link(id)).href);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(desk().url.href);
  return { context, page, problems };
}

describe.each(['desktop', 'phone'] as const)('on a %s', (size) => {
  it('every page meets WCAG 2.2 AA, needs no scrolling sideways and breaks no policy of its own', async () => {
    const { context, page, problems } = await signedIn(size);
    const pages: [string, string][] = [
      ['queue', '/'],
      ['queue_open', '/?tab=open'],
      ['queue_filtered', '/?tab=waiting&flag=media_threat'],
      ['queue_filter_hit', '/?tab=all&outcome=complaint'],
      ['held', '/held'],
      ['automatic', '/automatic'],
      ['search', '/search'],
      ['search_hit', '/search?search=boiler'],
      ['search_miss', '/search?search=zeppelin'],
      ['case_gas', `/cases/${filled.gas}`],
      ['case_chaser', `/cases/${filled.chaser}`],
      ['case_legal', `/cases/${filled.legal}`],
      ['case_thanks', `/cases/${filled.thanks}`],
      ['case_decided', `/cases/${filled.decided}`],
      ['case_hostile', `/cases/${filled.hostile}`],
      ['no_case', '/cases/CX-1'],
      ['no_page', '/nowhere'],
    ];
    const found: unknown[] = [];
    for (const [name, path] of pages) {
      await page.goto(new URL(path, desk().url).href);
      await page.evaluate("for (const details of document.querySelectorAll('.desk-details')) details.open = true");
      await keepPicture(page, `${name}_${size}`);
      const broken = await violations(page);
      const wide = await overflow(page);
      if (broken.length > 0 || wide > 0) found.push({ name, broken, wide });
    }
    await page.goto(new URL(`/cases/${filled.chaser}`, desk().url).href);
    await page.getByRole('button', { name: 'Change' }).click();
    await keepPicture(page, `correct_${size}`);
    const broken = await violations(page);
    const wide = await overflow(page);
    if (broken.length > 0 || wide > 0) found.push({ name: 'correct', broken, wide });
    await page.getByLabel('Exclusion').first().check();
    await page.getByRole('button', { name: 'Save decision' }).click();
    await page.getByRole('alert').waitFor();
    await keepPicture(page, `correct_errors_${size}`);
    const after = await violations(page);
    if (after.length > 0) found.push({ name: 'correct with errors', broken: after });
    expect(found).toEqual([]);
    // A page that is not there answers 404, which the console reports; nothing else may appear.
    expect(problems.filter((line) => !/status of (404|400)/.test(line))).toEqual([]);
    expect(await page.evaluate(() => 'owned' in globalThis)).toBe(false);
    await context.close();
  });

  it('signing in and out meets WCAG 2.2 AA', async () => {
    const context = await browser().newContext({ viewport: SIZES[size] });
    const page = await context.newPage();
    for (const [name, url] of [
      ['sign_in', new URL('/sign-in', desk().url).href],
      ['sign_in_link', (await desk().link('ann')).href],
      ['signed_out', new URL('/signed-out', desk().url).href],
    ] as const) {
      await page.goto(url);
      await keepPicture(page, `${name}_${size}`);
      expect({ name, broken: await violations(page), wide: await overflow(page) }).toEqual({ name, broken: [], wide: 0 });
    }
    await context.close();
  });
});

it('mail that was laid out is shown in its frame, where nothing in it acts', async () => {
  const { context, page } = await signedIn('desktop');
  await page.goto(new URL(`/cases/${filled.decided}`, desk().url).href);
  await page.getByText('As it was laid out').click();
  const frame = page.frameLocator('.desk-frame');
  await frame.getByText('mould').first().waitFor();
  const origin = await page
    .frames()
    .at(-1)
    ?.evaluate(() => String((globalThis as unknown as { origin: string }).origin));
  expect(origin).toBe('null');
  expect(
    await page.locator('.desk-file__picture').evaluate((picture) => (picture as unknown as { naturalWidth: number }).naturalWidth),
  ).toBe(1);
  await context.close();
});
