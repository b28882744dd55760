/** A real Chromium for the tests, with axe-core to check pages against WCAG 2.2 AA. */
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';

const EXECUTABLE = '/usr/bin/chromium';
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

export const SIZES = { desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } } as const;
export type Size = keyof typeof SIZES;

/** For a test file: one browser for all its tests. */
export function useBrowser(): () => Browser {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: EXECUTABLE, args: FLAGS, timeout: 60_000 });
  });
  afterAll(async () => browser?.close());
  return () => {
    if (!browser) throw new Error('the browser is there only inside tests');
    return browser;
  };
}

export interface Violation {
  rule: string;
  where: string;
  why: string;
}

/** Every breach of WCAG 2.2 A and AA that axe-core finds on the page as it stands. */
export async function violations(page: Page): Promise<Violation[]> {
  const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  // Evaluated, not added as a script tag: the page's own policy rightly forbids that.
  await page.evaluate(source);
  return page.evaluate(async (tags) => {
    interface Axe {
      run(
        context: object,
        options: object,
      ): Promise<{ violations: { id: string; nodes: { target: string[]; failureSummary?: string }[] }[] }>;
    }
    const { axe } = globalThis as unknown as { axe: Axe };
    const result = await axe.run((globalThis as unknown as { document: object }).document, {
      runOnly: { type: 'tag', values: tags },
      iframes: false,
    });
    return result.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => ({ rule: id, where: target.join(' '), why: failureSummary ?? '' })),
    );
  }, AXE_TAGS);
}

/** How far the page is wider than its window, in CSS pixels: 0 where nothing has to be scrolled sideways (WCAG 1.4.10). */
export async function overflow(page: Page): Promise<number> {
  // Written as text: the type checker knows Node, not the browser's globals.
  return page.evaluate<number>('Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)');
}

/** Keeps a picture of the whole page in the folder that `DESK_SHOTS` names, for people to look at; without it nothing is kept. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = process.env['DESK_SHOTS'];
  if (!folder) return;
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
