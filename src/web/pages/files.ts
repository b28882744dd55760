/** Hands out what came with a message: always as something to save, or shut in a sandbox; a stranger's bytes never act. */
import { type Request, type Response, Router } from 'express';
import type { Db } from '../../db/connect.ts';
import { attachmentContent, rawOf } from '../../cases/views.ts';
import { field, isId, param } from '../form.ts';
import { sandboxHeaders } from '../headers.ts';
import { Refused } from '../refused.ts';

/** Pictures that browsers draw and that cannot hold script; SVG can, so it is not among them. */
const PICTURES = new Set(['image/jpeg', 'image/png', 'image/gif', 'image/webp']);

export function filePages(db: Db): Router {
  const router = Router();

  router.get('/attachments/:id', async (request, response) => {
    const file = await getFile(db, request);
    sandboxHeaders(response, { styles: false, framed: false });
    // The browser's guess at a type never counts: every file is bytes to be saved.
    send(response, 'application/octet-stream', file.name, file.content);
  });

  router.get('/attachments/:id/picture', async (request, response) => {
    const file = await getFile(db, request);
    if (!PICTURES.has(file.type)) throw new Refused(404, 'no_page');
    sandboxHeaders(response, { styles: false, framed: false });
    response.type(file.type).send(file.content);
  });

  router.get('/messages/:id/raw', async (request, response) => {
    const id = idOf(request);
    const raw = await rawOf(db, id);
    if (raw === null) throw new Refused(404, 'no_page');
    sandboxHeaders(response, { styles: false, framed: false });
    send(response, 'application/octet-stream', `message-${id}.eml`, raw);
  });

  router.get('/messages/:id/text', async (request, response) => {
    const row = await db.selectFrom('contacts').select(['text', 'full_text']).where('id', '=', idOf(request)).executeTakeFirst();
    if (!row) throw new Refused(404, 'no_page');
    sandboxHeaders(response, { styles: false, framed: false });
    response.type('text/plain; charset=utf-8').send((field(request.query, 'all') === 'yes' ? row.full_text : row.text) ?? '');
  });

  router.get('/messages/:id/html', async (request, response) => {
    const row = await db.selectFrom('contacts').select('html').where('id', '=', idOf(request)).executeTakeFirst();
    if (!row?.html) throw new Refused(404, 'no_page');
    sandboxHeaders(response, { styles: true, framed: true });
    response
      .type('text/html; charset=utf-8')
      .send(
        `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Message</title></head><body>${row.html}</body></html>`,
      );
  });
  return router;
}

function idOf(request: Request): string {
  const id = param(request, 'id');
  if (!isId(id)) throw new Refused(404, 'no_page');
  return id;
}

async function getFile(db: Db, request: Request): Promise<{ name: string; type: string; content: Buffer }> {
  const file = await attachmentContent(db, idOf(request));
  if (file === null) throw new Refused(404, 'no_page');
  return file;
}

function send(response: Response, type: string, name: string, content: Buffer): void {
  response.attachment(name);
  response.setHeader('Content-Type', type);
  response.send(content);
}
