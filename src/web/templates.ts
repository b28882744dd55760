/** Turns a page's data into HTML: nunjucks with escaping always on, and govuk-frontend's components as they come. */
import { join } from 'node:path';
import nunjucks from 'nunjucks';
import { GOVUK_FOLDER } from './assets.ts';
import { arrivedWords, dayWords, momentWords, plural, sizeWords, timeWords } from './dates.ts';

export interface Templates {
  /** @param name file under views/, without `.njk` */
  render(name: string, context: object): string;
}

/** Characters that reorder or hide what stands around them; a name made of them could pose as another. */
const UNSEEN = /[\p{Cc}\p{Cf}]/gu;
/** Joiners, without which some scripts and emoji cannot be written; tab and new line are only space. */
const HARMLESS = new Set(['\u200c', '\u200d', '\t', '\n']);

export function openTemplates(asset_path: string, now: () => Date): Templates {
  const loader = new nunjucks.FileSystemLoader([join(import.meta.dirname, 'views'), GOVUK_FOLDER], {
    noCache: false,
    watch: false,
  });
  const env = new nunjucks.Environment(loader, { autoescape: true, trimBlocks: true, lstripBlocks: true });
  env.addGlobal('asset_path', asset_path);
  env.addFilter('day', (at: Date) => dayWords(at));
  env.addFilter('time', (at: Date) => timeWords(at));
  env.addFilter('moment', (at: Date) => momentWords(at));
  env.addFilter('arrived', (at: Date) => arrivedWords(at, now()));
  env.addFilter('iso', (at: Date) => at.toISOString());
  env.addFilter('plural', (count: number, noun: string) => plural(count, noun));
  env.addFilter('size', (bytes: number | string) => sizeWords(Number(bytes)));
  env.addFilter('plain', (text: string | null | undefined, longest?: number) => plain(text ?? '', longest));
  return { render: (name, context) => env.render(`${name}.njk`, context) };
}

/** A name, subject or address without characters that hide or turn it round, at a length that a page can bear. */
export function plain(text: string, longest = 300): string {
  const clean = text.replaceAll(UNSEEN, (unit) => (HARMLESS.has(unit) ? unit : '')).trim();
  return clean.length > longest ? `${clean.slice(0, longest).trimEnd()}…` : clean;
}
