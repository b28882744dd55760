/** Serves stylesheets and scripts under a path named after their content, so that browsers may keep them for ever. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import express, { type Router } from 'express';

/** govuk-frontend's own typeface and crest are for government services alone; everybody else uses what the machine has. */
const FONT_STACK = '-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif';
const YEAR_MS = 365 * 24 * 3_600_000;

/** Where govuk-frontend's templates, styles and scripts lie. */
export const GOVUK_FOLDER = join(dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json')), 'dist');
const OWN_FOLDER = join(import.meta.dirname, 'public');

export interface Assets {
  /** Base path of this content, for example `/assets/1f0c…`; changes when any file changes. */
  path: string;
  router: Router;
}

/** Reads all files once, at start. @throws Error when govuk-frontend is not the one that was built for */
export async function loadAssets(): Promise<Assets> {
  const govuk = join(GOVUK_FOLDER, 'govuk');
  const files = {
    'govuk.css': {
      type: 'text/css; charset=utf-8',
      body: withoutCrown(await readFile(join(govuk, 'govuk-frontend.min.css'), 'utf8')),
    },
    'govuk.js': { type: 'text/javascript; charset=utf-8', body: await readFile(join(govuk, 'govuk-frontend.min.js'), 'utf8') },
    'desk.css': { type: 'text/css; charset=utf-8', body: await readFile(join(OWN_FOLDER, 'desk.css'), 'utf8') },
    'desk.js': { type: 'text/javascript; charset=utf-8', body: await readFile(join(OWN_FOLDER, 'desk.js'), 'utf8') },
    'desk.svg': { type: 'image/svg+xml; charset=utf-8', body: await readFile(join(OWN_FOLDER, 'desk.svg'), 'utf8') },
  };
  const hash = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 16);
  const router = express.Router({ caseSensitive: true, strict: true });
  for (const [name, file] of Object.entries(files)) {
    router.get(`/assets/${hash}/${name}`, (_request, response) => {
      response.setHeader('Cache-Control', `public, max-age=${YEAR_MS / 1000}, immutable`);
      response.type(file.type).send(file.body);
    });
  }
  return { path: `/assets/${hash}`, router };
}

function withoutCrown(css: string): string {
  const own = css
    .replaceAll(/@font-face\{[^}]*\}/g, '')
    .replaceAll('GDS Transport,arial,sans-serif', FONT_STACK)
    .replaceAll(/\/\*# sourceMappingURL=[^*]*\*\//g, '')
    .replaceAll(/url\(\/assets\/[^)]*\)/g, 'none');
  if (own.includes('GDS Transport') || own.includes('/assets/')) {
    throw new Error(
      'govuk-frontend: expected its typeface and crest only in @font-face, font-family and url(/assets/…); found them elsewhere too',
    );
  }
  return own;
}
