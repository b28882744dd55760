/** The whole way with the real rules, on the product's own database: mail arrives, a colleague decides by keyboard, answers find their case, and a restart loses nothing. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addWorkingDays, londonDay } from '../../rules/days.ts';
import { type Connection, connect } from '../../src/db/connect.ts';
import { SIZES, useBrowser } from '../support/browser.ts';
import { figuresOf, isSettled, letterOf, type MailHouse, openMailHouse, writtenToTwice } from '../support/mail_house.ts';
import { openProduct, type Product } from '../support/product.ts';
import type { SinkLetter } from '../support/smtp_sink.ts';
import { until } from '../support/until.ts';

const ROSA = 'Rosa Lindqvist <rosa@resident.example>';
const BOILER = {
  from: ROSA,
  subject: 'Boiler again',
  text: 'This is the third time I have written about the boiler and nobody has come. The engineer missed the appointment on Monday. I want somebody to put this right.',
};
const COURT = {
  from: 'Idris Vale <idris@tenant.example>',
  subject: 'Court claim',
  text: 'My solicitor has filed a claim at the county court about the leak. The claim form has been issued, claim number K00AB123. I am writing to complain about the same leak.',
};

const browser = useBrowser();
let house: MailHouse;
let folder: string;
let product: Product;
let page: Page;
let base: URL;
let reference = '';

/** No poll comes to help within a test: what arrives was heard by IDLE. */
function openOurs(port: string): Product {
  return openProduct({ ...house.env, DATA_DIR: folder, PORT: port, MAIL_POLL_SECONDS: '3600' });
}

beforeAll(async () => {
  house = await openMailHouse();
  folder = await mkdtemp(join(tmpdir(), 'triage-desk-'));
  product = openOurs('0');
  await product.start();
  const link = /Sign in once within 15 minutes: (\S+)/;
  await until('the link is printed', () => link.test(product.said()));
  const printed = new URL(link.exec(product.said())?.[1] ?? '');
  base = new URL(printed.origin);
  const context = await browser().newContext({ viewport: SIZES.desktop });
  page = await context.newPage();
  // Shorter than a test's, so that a failure says what was waited for.
  page.setDefaultTimeout(12_000);
  await page.goto(printed.href);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(base.href);
});

afterAll(async () => {
  // In good order: its database ends with it, and a killed one would leave that running.
  await product.stop();
  await house.close();
  await rm(folder, { recursive: true, force: true });
});

/** Joins the running product's own database, as a command beside it does. */
async function withLedger<T>(look: (ledger: Connection) => Promise<T>): Promise<T> {
  const ledger = await connect({ database_url: null, data_dir: folder, is_guest: true, pool_size: 1, onLost: () => undefined });
  try {
    return await look(ledger);
  } finally {
    await ledger.close();
  }
}

/** Runs in the browser. */
function hasFocus(node: unknown): boolean {
  return (node as { ownerDocument: { activeElement: unknown } }).ownerDocument.activeElement === node;
}

/** Goes on by Tab until the focus is where `name` says, as somebody without a mouse does. */
async function tabTo(role: 'link' | 'button', name: RegExp): Promise<void> {
  const wanted = page.getByRole(role, { name }).first();
  await wanted.waitFor();
  for (let steps = 0; steps < 150; steps += 1) {
    if (await wanted.evaluate(hasFocus)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`expected Tab to reach the ${role} ${String(name)}`);
}

function section(heading: string) {
  return page.locator('section.desk-section').filter({ has: page.getByRole('heading', { name: heading, exact: true }) });
}

/** The part of a case page that asks for a decision on the message with these words. */
function messageOf(words: string) {
  return page
    .locator('section.desk-section')
    .filter({ has: page.locator('.desk-decide') })
    .filter({ hasText: words });
}

async function receiptTo(address: string): Promise<SinkLetter> {
  const find = () => house.sink.letters.find((letter) => letter.to.includes(address));
  await until(
    `a receipt to ${address}`,
    () => find() !== undefined,
    30_000,
    () => product.said().slice(-1500),
  );
  const letter = find();
  if (!letter) throw new Error(`expected a receipt to ${address}`);
  return letter;
}

function header(letter: SinkLetter, name: string): string {
  const head = letter.raw.slice(0, letter.raw.indexOf('\r\n\r\n')).replaceAll(/\r\n[ \t]+/g, ' ');
  const line = head.split('\r\n').find((one) => one.toLowerCase().startsWith(`${name.toLowerCase()}:`));
  if (line === undefined) throw new Error(`expected a header ${name} in ${head}`);
  return line.slice(name.length + 1).trim();
}

/** As the desk writes a day: `Tue 1 Dec`. */
function shortDay(day: string): string {
  const words = { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
  return new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', words).replace(',', '');
}

/** Marks the page as it is, so that a reload would show. */
async function markPage(): Promise<void> {
  await page.evaluate('globalThis.unchanged = true');
}

test('a mail is on the open desk by itself, and nobody reloads it', async () => {
  await page.getByText('Nothing waits for a decision.').waitFor();
  await markPage();
  await house.deliver(letterOf(BOILER));
  const link = page.getByRole('link', { name: /^CX-\d{6}$/ });
  await link.waitFor();
  reference = await link.innerText();
  expect(await page.evaluate('globalThis.unchanged')).toBe(true);
  const row = page.getByRole('listitem').filter({ has: link });
  expect(await row.innerText()).toMatch(/Complaint[\s\S]*Rosa Lindqvist[\s\S]*Boiler again/);
});

test('it is confirmed by keyboard alone: the complaint is logged, passed on, and its clocks run (CODE-6.2)', async () => {
  await tabTo('link', new RegExp(`^${reference}$`));
  await page.keyboard.press('Enter');
  await page.waitForURL(new URL(`/cases/${reference}`, base).href);
  await page.getByRole('heading', { name: 'Decide what this is' }).waitFor();
  await tabTo('button', /^Confirm as complaint/);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\?done=confirm$/);
  expect(await page.locator('.desk-status').innerText()).toBe('Complaint logged');
  const history = await section('History').innerText();
  expect(history).toMatch(/Administrator confirmed it as complaint/);
  expect(history).toMatch(/passed it to/);
  const clocks = await section('Clocks').innerText();
  const due_on = addWorkingDays(londonDay(new Date()), 5);
  expect(clocks).toMatch(
    new RegExp(`Acknowledge the complaint, or refuse it with reasons\\s+Due in 5 working days\\s+${shortDay(due_on)}`),
  );
  // The response's own clock starts with the acknowledgement; until then the landlord's own limit stands.
  expect(clocks).toMatch(/Stage 1 response as if acknowledged in time/);
  const facts = await page.locator('.desk-case-head .desk-facts').innerText();
  expect(facts).not.toMatch(/Nothing is due/);
});

test('an answer to the receipt joins the case; a stranger’s answer joins as unverified', async () => {
  const receipt = await receiptTo('rosa@resident.example');
  expect(header(receipt, 'Subject')).toContain(reference);
  const reply_to = header(receipt, 'Reply-To');
  await markPage();
  await house.deliver(
    letterOf({ from: ROSA, subject: 'One more thing', text: 'Nobody came again today. I am still waiting.', to: reply_to }),
  );
  await page.getByText('This case has changed since you opened it.').waitFor();
  expect(await page.evaluate('globalThis.unchanged')).toBe(true);
  await page.getByRole('link', { name: 'Show it as it is now' }).click();
  const further = section('A further message to decide');
  await further.waitFor();
  expect(await further.innerText()).toMatch(/Rosa Lindqvist[^]*One more thing[^]*I am still waiting/);
  expect(await further.getByText('Somebody other than the resident of this case wrote this.').count()).toBe(0);

  // By the Message-ID of the letter alone, as some programs answer, and under another name.
  const stranger = {
    from: 'Casper Holm <casper@elsewhere.example>',
    subject: 'Re: your message',
    text: 'Please send me everything about this boiler.',
  };
  await house.deliver(letterOf({ ...stranger, in_reply_to: header(receipt, 'Message-ID') }));
  await page.getByText('This case has changed since you opened it.').waitFor();
  await page.getByRole('link', { name: 'Show it as it is now' }).click();
  await page.getByRole('heading', { name: 'Message 2 of 2 to decide' }).waitFor();
  expect(await messageOf('Casper Holm').getByText('Somebody other than the resident of this case wrote this.').count()).toBe(1);
  expect(await messageOf('One more thing').getByText('Somebody other than').count()).toBe(0);
  expect(await withLedger(figuresOf)).toMatchObject({ contacts: 3, cases: 1, not_once: 0 });
});

test('an exclusion cannot be confirmed without a reason (CODE-2.4)', async () => {
  await page.goto(base.href);
  await house.deliver(letterOf(COURT));
  const row = page.locator('.desk-row').filter({ hasText: 'Court claim' });
  await row.getByRole('link').click();
  await page.getByRole('heading', { name: 'Decide what this is' }).waitFor();
  expect(await page.locator('.desk-decide__what').innerText()).toMatch(/legal proceedings/i);
  await tabTo('button', /^Confirm the exclusion$/);
  await page.keyboard.press('Enter');
  await page.getByRole('alert').waitFor();
  expect(await page.getByRole('alert').innerText()).toMatch(/Say why this should not be taken as a complaint/);
  expect(await section('History').innerText()).not.toMatch(/Administrator/);

  await page
    .getByRole('textbox', { name: 'Why', exact: true })
    .fill('A claim about the same leak has been issued at the county court.');
  await page.getByRole('button', { name: 'Confirm the exclusion' }).click();
  await page.waitForURL(/\?done=confirm$/);
  expect(await page.locator('.desk-status').innerText()).toBe('Excluded');
  expect(await page.locator('.desk-facts').first().innerText()).toContain('A claim about the same leak has been issued');
});

test(
  'SIGTERM in the middle of work ends with code 0, and after the start all is there and goes on',
  { timeout: 120_000 },
  async () => {
    const waits = async (): Promise<boolean> => {
      const { unread, owed, contacts } = await withLedger(figuresOf);
      return contacts > 4 && (unread > 0 || owed > 0);
    };
    await house.deliverMany(0, 120);
    await until('work is in hand', waits);
    expect(await product.stop()).toBe(0);

    product = openOurs(base.port);
    await product.start();
    const mails = 4 + 120;
    const settled = async () => isSettled(await withLedger(figuresOf), mails);
    await until('all mails read and answered', settled, 60_000, async () => JSON.stringify(await withLedger(figuresOf)));
    const figures = await withLedger(figuresOf);
    expect(figures).toMatchObject({ contacts: mails, cases: 122, triaged_events: mails, not_once: 0 });
    const kept = await withLedger(({ db }) => db.selectFrom('contacts').select('sha256').execute());
    expect(new Set(kept.map((row) => row.sha256))).toEqual(house.sent);
    // A letter that was on its way was waited for: none is of unknown fate, none left twice.
    expect(Object.keys(figures.letters)).toEqual(['sent']);
    expect(house.sink.letters).toHaveLength(figures.letters.sent ?? 0);
    expect(writtenToTwice(house.sink)).toEqual([]);

    // The colleague is still signed in, and the case is as it was left.
    await page.goto(new URL(`/cases/${reference}`, base).href);
    expect(await page.locator('.desk-status').innerText()).toBe('Complaint logged');
    expect(await section('History').innerText()).toMatch(/Administrator confirmed it as complaint/);
    expect(await messageOf('Casper Holm').getByText('Somebody other than').count()).toBe(1);
    expect(await messageOf('One more thing').count()).toBe(1);
    expect(await product.stop()).toBe(0);
  },
);
