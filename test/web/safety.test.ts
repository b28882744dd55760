/** The desk lets in only colleagues, changes something only from its own forms, and lets no stranger's bytes act. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../support/database.ts';
import { hiddenFields, useDesk } from '../support/desk.ts';
import { type Filled, fillDesk, HOSTILE_NAME } from '../support/residents.ts';
import { tokenHash } from '../../src/web/secrets.ts';

const database = useDatabase();
const desk = useDesk(database);
let filled: Filled;

beforeAll(async () => {
  await desk().addColleague('ann', 'Ann Lee', ['officer']);
  await desk().addColleague('sam', 'Sam Okoro', ['manager']);
  await desk().addColleague('ria', 'Ria Reader', ['reader']);
  await desk().addColleague('gone', 'Gone Colleague', ['officer']);
  filled = await fillDesk(desk().test);
});

/** The moment at which every test begins. */
const NOW = new Date('2026-11-24T10:00:00Z');
afterEach(() => desk().setNow(NOW));

const caseRow = (reference: string) =>
  desk().connection.db.selectFrom('cases').selectAll().where('reference', '=', reference).executeTakeFirstOrThrow();

describe('who gets in', () => {
  it('shows nobody a page but sign-in before they have signed in', async () => {
    const contact = await desk().connection.db.selectFrom('contacts').select('id').executeTakeFirstOrThrow();
    const paths = [
      '/',
      '/held',
      '/automatic',
      '/search?search=boiler',
      `/cases/${filled.chaser}`,
      `/cases/${filled.chaser}/correct`,
    ];
    for (const path of [
      ...paths,
      `/messages/${contact.id}/raw`,
      `/messages/${contact.id}/html`,
      `/attachments/${contact.id}`,
      '/nowhere',
    ]) {
      const answer = await desk().client().get(path);
      expect({ path, status: answer.status }).toEqual({ path, status: 303 });
      expect(answer.location).toMatch(/^\/sign-in/);
    }
    expect((await desk().client().get('/live')).status).toBe(401);
    for (const path of ['/healthz', '/readyz', '/metrics']) expect((await desk().client().get(path)).status).toBe(303);
  });

  it('a sign-in link works once, and only within 15 minutes; looking at it uses nothing up', async () => {
    const at = await desk().link('ann');
    const first = desk().client();
    await first.get(at.pathname + at.search);
    await first.get(at.pathname + at.search);
    const page = await first.get(at.pathname + at.search);
    const fields = hiddenFields(page.body, '/sign-in');
    expect((await first.post('/sign-in', fields)).status).toBe(303);
    expect((await first.get('/')).status).toBe(200);

    const second = desk().client();
    const again = await second.get(at.pathname + at.search);
    const refused = await second.post('/sign-in', hiddenFields(again.body, '/sign-in'));
    expect(refused.status).toBe(403);
    expect(refused.body).toContain('it has been used');
    expect((await second.get('/')).status).toBe(303);

    const late = await desk().link('ann');
    const third = desk().client();
    const form = hiddenFields((await third.get(late.pathname + late.search)).body, '/sign-in');
    const before = desk().test.house.now();
    desk().setNow(new Date(before.getTime() + 15 * 60_000));
    expect((await third.post('/sign-in', form)).status).toBe(403);
    desk().setNow(before);
  });

  it('of two presses on one link at the same moment one wins', async () => {
    const at = await desk().link('ann');
    const clients = [1, 2, 3, 4].map(() => desk().client());
    const forms = await Promise.all(
      clients.map(async (client) => hiddenFields((await client.get(at.pathname + at.search)).body, '/sign-in')),
    );
    const answers = await Promise.all(clients.map((client, i) => client.post('/sign-in', forms[i] ?? {})));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 403, 403, 403]);
  });

  it('a session planted before signing in is worth nothing after it', async () => {
    const ann = await desk().signIn('ann');
    const planted = ann.cookies.get('desk_session');
    const sam = desk().client();
    if (planted) sam.cookies.set('desk_session', planted);
    const at = await desk().link('sam');
    const page = await sam.get(at.pathname + at.search);
    expect((await sam.post('/sign-in', hiddenFields(page.body, '/sign-in'))).status).toBe(303);
    expect(sam.cookies.get('desk_session')).not.toBe(planted);
    const old = desk().client();
    if (planted) old.cookies.set('desk_session', planted);
    expect((await old.get('/')).status).toBe(303);

    const made_up = desk().client();
    made_up.cookies.set('desk_session', 'A'.repeat(43));
    expect((await made_up.get('/')).status).toBe(303);
  });

  it('the database keeps only the hash of a session, and the cookie is out of reach of scripts', async () => {
    const client = desk().client();
    const at = await desk().link('ann');
    const page = await client.get(at.pathname + at.search);
    const answer = await client.post('/sign-in', hiddenFields(page.body, '/sign-in'));
    const cookie =
      answer.headers.getSetCookie().find((line) => line.startsWith('desk_session=') && !line.startsWith('desk_session=;')) ?? '';
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    const secret = client.cookies.get('desk_session') ?? '';
    const rows = await desk().connection.db.selectFrom('sessions').select('id_hash').execute();
    expect(rows.map(({ id_hash }) => id_hash)).toContain(tokenHash(secret));
    expect(JSON.stringify(rows)).not.toContain(secret);
  });

  it('a session ends after an idle hour, after its total time, at sign-out, and when the colleague is disabled', async () => {
    const before = desk().test.house.now();
    const idle = await desk().signIn('ann');
    desk().setNow(new Date(before.getTime() + 61 * 60_000));
    expect((await idle.get('/')).status).toBe(303);
    desk().setNow(before);

    const busy = await desk().signIn('ann');
    for (let minutes = 50; minutes < 12 * 60; minutes += 50) {
      desk().setNow(new Date(before.getTime() + minutes * 60_000));
      expect((await busy.get('/held')).status).toBe(200);
    }
    desk().setNow(new Date(before.getTime() + 12 * 3_600_000));
    expect((await busy.get('/held')).status).toBe(303);
    desk().setNow(before);

    const leaving = await desk().signIn('ann');
    const page = await leaving.get('/');
    const secret = leaving.cookies.get('desk_session') ?? '';
    expect((await leaving.post('/sign-out', hiddenFields(page.body, '/sign-out'))).location).toBe('/signed-out');
    const stolen = desk().client();
    stolen.cookies.set('desk_session', secret);
    expect((await stolen.get('/')).status).toBe(303);

    const gone = await desk().signIn('gone');
    await desk().connection.db.updateTable('staff').set({ is_disabled: true }).where('id', '=', 'gone').execute();
    expect((await gone.get('/')).status).toBe(303);
    await expect(desk().signIn('gone')).rejects.toThrow('403');
  });

  it('goes on to where the person wanted to be, but never to another site', async () => {
    for (const [next, expected] of [
      [`/cases/${filled.gas}`, `/cases/${filled.gas}`],
      ['//evil.example/', '/'],
      ['https://evil.example/', '/'],
      ['/\\evil.example', '/'],
      ['/\t/evil.example', '/'],
    ] as const) {
      const client = desk().client();
      const at = await desk().link('ann');
      const page = await client.get(`${at.pathname}${at.search}&next=${encodeURIComponent(next)}`);
      const { _token, link } = hiddenFields(page.body, '/sign-in');
      const answer = await client.post('/sign-in', { _token: _token ?? '', link: link ?? '', next });
      expect({ next, location: answer.location }).toEqual({ next, location: expected });
    }
  });
});

describe('what a form may change', () => {
  async function confirmForm(id = 'ann') {
    const client = await desk().signIn(id);
    const page = await client.get(`/cases/${filled.request}`);
    return { client, fields: hiddenFields(page.body, `/cases/${filled.request}/confirm`) };
  }

  it('refuses a form without the token, with another session’s, or with none at all', async () => {
    const { client, fields } = await confirmForm();
    const path = `/cases/${filled.request}/confirm`;
    const other = await confirmForm('sam');
    for (const token of ['', 'A'.repeat(43), other.fields['_token'] ?? '']) {
      const answer = await client.post(path, { ...fields, _token: token });
      expect(answer.status).toBe(403);
      expect(answer.body).toContain('Nothing was changed');
    }
    expect((await caseRow(filled.request)).status).toBe('proposed');
  });

  it('refuses a form that another site sent, whatever token it has', async () => {
    const { client, fields } = await confirmForm();
    const elsewhere: Record<string, string>[] = [
      { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
      { origin: 'https://evil.example' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'null' },
    ];
    for (const headers of elsewhere) {
      const answer = await client.post(`/cases/${filled.request}/confirm`, fields, headers);
      expect(answer.status).toBe(403);
    }
    expect((await caseRow(filled.request)).status).toBe('proposed');
  });

  it('a colleague who only reads sees no form and cannot send one', async () => {
    const client = await desk().signIn('ria');
    const page = await client.get(`/cases/${filled.request}`);
    expect(page.body).not.toContain(`/cases/${filled.request}/confirm`);
    expect(page.body).toContain('You can read this case but not decide on it');
    const { _token } = hiddenFields(page.body, '/sign-out');
    const version = String((await caseRow(filled.request)).version);
    const contact = await desk()
      .connection.db.selectFrom('contacts')
      .innerJoin('cases', 'cases.id', 'contacts.case_id')
      .select('contacts.id')
      .where('reference', '=', filled.request)
      .executeTakeFirstOrThrow();
    const answer = await client.post(`/cases/${filled.request}/confirm`, {
      _token: _token ?? '',
      version,
      key: randomUUID(),
      contact_id: contact.id,
    });
    expect(answer.status).toBe(403);
    expect(answer.body).toContain('Your role does not allow this');
    expect((await client.get(`/cases/${filled.request}/correct?message=${contact.id}`)).status).toBe(403);
    expect((await client.post(`/messages/${contact.id}/take-up`, { _token: _token ?? '' })).status).toBe(403);
    expect((await caseRow(filled.request)).status).toBe('proposed');
  });

  it('refuses what is too large or makes no sense, in a sentence', async () => {
    const { client, fields } = await confirmForm();
    const large = await client.post(`/cases/${filled.request}/note`, { ...fields, text: 'x'.repeat(400_000) });
    expect(large.status).toBe(413);
    expect(large.body).toContain('larger than the desk accepts');
    const odd = await client.post(`/cases/${filled.request}/note`, { ...fields, key: 'x', text: 'a note' });
    expect(odd.status).toBe(400);
    expect((await client.get('/cases/%E0%A4%A')).status).toBe(400);
    expect((await client.get('/messages/not-an-id/raw')).status).toBe(404);
    expect((await client.post(`/cases/CX-1/note`, fields)).status).toBe(404);
  });

  it('slows down whoever tries to sign in again and again', async () => {
    const client = desk().client();
    const form = hiddenFields((await client.get(`/sign-in?link=${'A'.repeat(43)}`)).body, '/sign-in');
    const statuses: number[] = [];
    for (let i = 0; i < 80; i += 1) statuses.push((await client.post('/sign-in', form)).status);
    expect(statuses.at(-1)).toBe(429);
    expect(new Set(statuses)).toEqual(new Set([403, 429]));
    const before = desk().test.house.now();
    desk().setNow(new Date(before.getTime() + 60_000));
    expect((await client.post('/sign-in', form)).status).toBe(403);
    // The other tests come from the same address: give it its attempts back.
    desk().setNow(new Date(before.getTime() + 3_600_000));
    await client.post('/sign-in', form);
    desk().setNow(before);
  });
});

describe('what a stranger sent', () => {
  it('every page carries a policy without inline scripts, and is kept by no cache', async () => {
    const client = await desk().signIn('ann');
    for (const path of ['/', '/sign-in', `/cases/${filled.hostile}`, '/nowhere', '/search?search=%3Cscript%3E']) {
      const answer = await client.get(path);
      const policy = answer.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('referrer-policy')).toBe('same-origin');
      expect(answer.headers.get('x-powered-by')).toBeNull();
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.body).not.toMatch(/<script(?![^>]*\bsrc=)/);
      expect(answer.body).not.toMatch(/<[a-z][^>]*\son\w+=/i);
      expect(answer.body).not.toMatch(/<[a-z][^>]*\sstyle=/i);
    }
    const css = (await client.get('/')).body.match(/href="([^"]+govuk\.css)"/)?.[1] ?? '';
    const sheet = await client.get(css);
    expect(sheet.headers.get('cache-control')).toContain('immutable');
    expect(sheet.body).not.toContain('GDS Transport');
  });

  it('a hostile name, subject and text are shown as the words they are', async () => {
    const client = await desk().signIn('ann');
    for (const path of ['/', `/cases/${filled.hostile}`, '/search?search=evil']) {
      const { body } = await client.get(path);
      expect(body).not.toContain('<script>globalThis');
      expect(body).not.toContain('<img src=x');
      expect(body).not.toContain('<svg onload');
      expect(body).not.toContain('\u202e');
      expect(body).not.toMatch(/>\s*49\s*</);
    }
    expect((await client.get('/')).body).toContain('&lt;script&gt;globalThis.owned=1&lt;/script&gt;');
    expect(HOSTILE_NAME).toContain('\u202e');
    const search = await client.get('/search?search=%22%3E%3Cscript%3Ealert(1)%3C/script%3E');
    expect(search.body).not.toContain('<script>alert');
  });

  it('attachments are only ever saved; the HTML of a message lives in a sandbox', async () => {
    const client = await desk().signIn('ann');
    const { db } = desk().connection;
    const row = await caseRow(filled.hostile);
    const contact = await db.selectFrom('contacts').select('id').where('case_id', '=', row.id).executeTakeFirstOrThrow();
    const html =
      '<p>hello</p><script>parent.owned=1</script><img src="https://tracker.example/x.gif"><form action="https://evil.example"><input></form>';
    await db.updateTable('contacts').set({ html }).where('id', '=', contact.id).execute();
    const bytes = Buffer.from('<script>globalThis.owned=1</script>');
    const add = (position: number, name: string, type: string, content: Buffer) =>
      db
        .insertInto('attachments')
        .values({
          contact_id: contact.id,
          position,
          name,
          type,
          declared_type: 'text/html',
          bytes: content.length,
          sha256: '0',
          content,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
    const page = await add(0, 'a"; filename="b.html\r\nX-Evil: 1.html', 'text/html', bytes);
    const drawing = await add(1, '<b>drawing.svg', 'image/svg+xml', bytes);
    const photo = await add(2, 'photo.png', 'image/png', Buffer.from('89504e470d0a1a0a', 'hex'));

    for (const { id } of [page, drawing, photo]) {
      const file = await client.get(`/attachments/${id}`);
      expect(file.status).toBe(200);
      expect(file.headers.get('content-type')).toBe('application/octet-stream');
      expect(file.headers.get('content-disposition')).toMatch(/^attachment;/);
      expect(file.headers.get('x-evil')).toBeNull();
      expect(file.headers.get('x-content-type-options')).toBe('nosniff');
      expect(file.headers.get('content-security-policy')).toContain('sandbox');
    }
    expect((await client.get(`/attachments/${page.id}/picture`)).status).toBe(404);
    expect((await client.get(`/attachments/${drawing.id}/picture`)).status).toBe(404);
    const picture = await client.get(`/attachments/${photo.id}/picture`);
    expect(picture.headers.get('content-type')).toBe('image/png');
    expect(picture.headers.get('content-security-policy')).toContain('sandbox');
    const framed = await client.get(`/messages/${contact.id}/html`);
    const policy = framed.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toMatch(/(^|; )sandbox(;|$)/);
    expect(policy).toContain("frame-ancestors 'self'");
    const shown = await client.get(`/cases/${filled.hostile}`);
    expect(shown.body).toContain(' sandbox ');
    expect(shown.body).toContain('&lt;b&gt;drawing.svg');
    expect((await client.get(`/messages/${contact.id}/raw`)).headers.get('content-disposition')).toMatch(/^attachment;/);
  });

  it('an unexpected error shows a number that the log has, and nothing of what happened', async () => {
    const client = await desk().signIn('ann');
    const { db } = desk().connection;
    const row = await caseRow(filled.thanks);
    await db
      .updateTable('cases')
      .set({ state: JSON.stringify({ broken: 'secret words' }) })
      .where('id', '=', row.id)
      .execute();
    const answer = await client.get(`/cases/${filled.thanks}`);
    expect(answer.status).toBe(500);
    const id = answer.body.match(/<strong class="desk-code">([0-9A-F]{8})<\/strong>/)?.[1];
    expect(desk().logged.some((line) => line['error_id'] === id && line['level'] === 50)).toBe(true);
    expect(answer.body).not.toContain('secret words');
    expect(JSON.stringify(desk().logged)).not.toMatch(/secret words|kowalska|boiler/i);
    await db
      .updateTable('cases')
      .set({ state: JSON.stringify(row.state) })
      .where('id', '=', row.id)
      .execute();
  });
});
