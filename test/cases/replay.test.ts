/** `triage replay` decides what is stored again, with the history as it was, tells only what differs, and writes nothing. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { proposalSchema } from '../../rules/decision.ts';
import { triage } from '../../rules/triage.ts';
import { storedContacts, type Replayed } from '../../src/cases/replay.ts';
import { withReader } from '../../src/cli/core.ts';
import { modelOf } from '../../src/model.ts';
import { loadPack, packFolder } from '../../src/packs.ts';
import { makeDatabase, useDatabase } from '../support/database.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { runTriageIn } from '../support/terminal.ts';

const database = useDatabase();
const TABLES = [
  'contacts',
  'contact_raw',
  'cases',
  'case_events',
  'case_customers',
  'clocks',
  'stages',
  'letters',
  'secrets',
  'migrations',
];
const MIA = 'Mia <mia@mail.example>';
const LEAK = 'Dirty water leaks from the bathroom ceiling into my hall. I rang three times, nobody came. I want to complain.';
const folders: string[] = [];
let t: TestHouse;
let minute = 0;

/** Later than everything before, as on a real day. */
const later = (): Date => new Date(Date.UTC(2026, 10, 20, 9, (minute += 10)));

async function arrive(from: string, text: string, more: { subject?: string; headers?: Record<string, string> } = {}) {
  const received_at = later();
  t.setNow(new Date(received_at.getTime() + 30_000));
  return t.arrive({ from, text, received_at, ...more });
}

const env = () => ({ DATABASE_URL: database().url });
const MAILBOX = { MAILBOXES: 'hello', MAILBOX_HELLO_IMAP_URL: 'imap://hello@127.0.0.1:1', MAILBOX_HELLO_PASSWORD: 'x' };

interface Line {
  contact: string;
  changed: string[];
  pack: { outcome: string; exclusion: string | null; rules: string[] };
  against: { outcome: string; exclusion: string | null; rules: string[] };
  confirmed: string | null;
}
interface Totals {
  contacts: number;
  unread: number;
  failed: number;
  differ: number;
  changed: Record<string, number>;
  moves: { pack: string; against: string; contacts: number }[];
  confirmed: { contacts: number; as_pack: number; as_against: number };
}

async function replay(...args: string[]): Promise<{ code: number; lines: Line[]; totals: Totals; err: string }> {
  const { code, out, err } = await runTriageIn(env(), 'replay', ...args);
  const all = out.split('\n').filter(Boolean);
  const last = JSON.parse(all.at(-1) ?? '{}') as { totals: Totals };
  return { code, err, lines: all.slice(0, -1).map((line) => JSON.parse(line) as Line), totals: last.totals };
}

function copyOf(id: string, file: string, old: string, changed: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'pack-'));
  folders.push(folder);
  cpSync(packFolder(id), folder, { recursive: true });
  const text = readFileSync(join(folder, file), 'utf8');
  if (!text.includes(old)) throw new Error(`expected ${file} to hold ${JSON.stringify(old)}`);
  writeFileSync(join(folder, file), text.replace(old, changed));
  return folder;
}

const ids: Record<'old' | 'leak' | 'repeat' | 'tap' | 'held', string> = { old: '', leak: '', repeat: '', tap: '', held: '' };

beforeAll(async () => {
  t = openTestHouse(database());
  ids.old = (
    await arrive(
      'Noah <noah@mail.example>',
      'In June 2026 your plumber left the bathroom filthy and was rude to me. It was all put right that month. I want to complain about it.',
    )
  ).contact_id;
  const first = await arrive(MIA, LEAK, { subject: 'Ceiling' });
  ids.leak = first.contact_id;
  const decision = first.case.pending[0]?.decision;
  await t.press(first.case, 'confirm', { contact_id: ids.leak, decision, reason: null });
  const second = await arrive(MIA, LEAK, { subject: 'Ceiling again' });
  ids.repeat = second.contact_id;
  const tap = await arrive('Olu <olu@mail.example>', 'The kitchen tap drips. Please send somebody to mend it.');
  ids.tap = tap.contact_id;
  await t.press(tap.case, 'confirm', { contact_id: ids.tap, decision: tap.case.pending[0]?.decision, reason: null });
  ids.held = (
    await arrive('Pat <pat@mail.example>', 'MIAGCSqGSIb3DQEHA6CAMIACAQAx', {
      headers: {
        'Content-Type': 'application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m',
        'Content-Transfer-Encoding': 'base64',
      },
    })
  ).contact_id;
  // What happens afterwards must not be seen by a message that came before it.
  t.setNow(later());
  const request = { ...decision, outcome: 'service_request' };
  await t.press(await t.caseOf(ids.leak), 'correct', { contact_id: ids.leak, decision: request, reason: 'A first report.' });
  t.setNow(later());
  const into_case_id = (await t.caseOf(ids.leak)).id;
  await t.press(await t.caseOf(ids.repeat), 'merge', { into_case_id, reason: 'The same leak.' });
  await arrive(MIA, 'The window handle in my bedroom is loose, please mend it.', { subject: 'Window' });
});

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

async function stored(more: NodeJS.ProcessEnv = {}): Promise<Replayed[]> {
  const found: Replayed[] = [];
  const io = { stdin: process.stdin, stdout: process.stdout, stderr: process.stderr, env: { ...env(), ...more } };
  await withReader(io, async ({ db, channels }) => {
    for await (const contact of storedContacts(db, channels, null)) found.push(contact);
  });
  return found;
}

async function proposals(): Promise<Map<string, unknown>> {
  const { rows } = await sql<{ id: string; proposal: unknown }>`
    select body->>'contact_id' as id, body->'proposal' as proposal from case_events where body->>'type' = 'triaged'`.execute(
    database().db,
  );
  return new Map(rows.map(({ id, proposal }) => [id, proposal]));
}

describe.each([
  ['from the bytes as they came', MAILBOX],
  ['from the words as they were read, where the channel is not configured', {}],
])('what is stored is decided again %s', (_how, more) => {
  test('just as it was decided when it came', async () => {
    const pack = loadPack('connexus-2024');
    const as_decided = await proposals();
    const all = await stored(more);
    expect(all).toHaveLength(as_decided.size);
    for (const { id, input } of all) {
      const kept = as_decided.get(id);
      expect(input && triage(input, pack, modelOf(pack))).toEqual(proposalSchema.nullable().parse(kept));
    }
    expect(all.map(({ received_at }) => received_at.getTime())).toEqual(
      all.map(({ received_at }) => received_at.getTime()).toSorted((a, b) => a - b),
    );
  });

  test('with the history as it was known then, not as it is now', async () => {
    const all = new Map((await stored(more)).map((contact) => [contact.id, contact]));
    expect(all.get(ids.leak)?.input?.history).toEqual([]);
    const [earlier, ...others] = all.get(ids.repeat)?.input?.history ?? [];
    expect(others).toEqual([]);
    // By now it is a service request, and the repeat is merged into it.
    expect(earlier).toMatchObject({ outcome: 'complaint', closed_at: null });
    expect(earlier?.text).toContain('Dirty water');
    expect(all.get(ids.held)?.input).toBeNull();
  });
});

describe('triage replay', () => {
  test('a policy against itself differs in nothing', async () => {
    const { code, lines, totals, err } = await replay('--pack', 'connexus-2024', '--against', 'connexus-2024');
    expect([code, lines, err]).toEqual([0, [], '']);
    expect(totals).toMatchObject({ contacts: 6, unread: 1, failed: 0, differ: 0, moves: [] });
    // A person confirmed one proposal and corrected another.
    expect(totals.confirmed).toEqual({ contacts: 2, as_pack: 1, as_against: 1 });
  });

  test('what a limit of 3 months would exclude is told, and only that (C21, S21-1)', async () => {
    const { code, lines, totals } = await replay('--pack', 'connexus-2021', '--against', 'connexus-2024');
    expect(code).toBe(1);
    const line = lines.find(({ contact }) => contact === ids.old);
    expect(line).toMatchObject({
      pack: { outcome: 'exclusion', exclusion: 'over_12_months' },
      against: { outcome: 'complaint', exclusion: null },
      confirmed: null,
    });
    expect(line?.changed).toEqual(expect.arrayContaining(['outcome', 'exclusion']));
    expect(line?.pack.rules).toContain('exclusion.time_limit');
    expect(lines.map(({ contact }) => contact)).not.toContain(ids.tap);
    expect(totals.differ).toBe(lines.length);
    expect(totals.moves).toContainEqual({ pack: 'exclusion.over_12_months', against: 'complaint', contacts: 1 });
    expect(JSON.stringify(lines)).not.toMatch(/noah|plumber|filthy/i);
  });

  test('a folder with an edit shows its effect before it is published', async () => {
    const edited = copyOf('connexus-2024', 'triage/weights.yaml', 'confident: 0.7', 'confident: 1');
    const { code, lines } = await replay('--pack', edited, '--against', 'connexus-2024');
    expect(code).toBe(1);
    expect(lines.some(({ changed }) => changed.includes('needs_review'))).toBe(true);
    const derived = copyOf('connexus-2021', 'pack.yaml', 'version: 1', 'version: 2');
    expect((await replay('--pack', derived, '--against', 'connexus-2021')).lines).toEqual([]);
  });

  test('--from leaves out what came before that day in London', async () => {
    expect((await replay('--pack', 'connexus-2024', '--against', 'connexus-2024', '--from', '2026-11-20')).totals.contacts).toBe(6);
    expect((await replay('--pack', 'connexus-2024', '--against', 'connexus-2024', '--from', '2026-11-21')).totals.contacts).toBe(0);
  });

  test('nothing is written, and the session refuses every change', async () => {
    const { db } = database();
    const sums = async () => {
      const all: Record<string, string> = {};
      for (const table of TABLES) {
        const { rows } = await sql<{ sum: string }>`
          select md5(coalesce(string_agg(t::text || t.xmin::text, ',' order by t::text), '')) as sum from ${sql.table(table)} t`.execute(
          db,
        );
        all[table] = rows[0]?.sum ?? '';
      }
      return all;
    };
    const before = await sums();
    await replay('--pack', 'connect-2021', '--against', 'connexus-2024');
    expect(await sums()).toEqual(before);
    const io = { stdin: process.stdin, stdout: process.stdout, stderr: process.stderr, env: env() };
    await expect(withReader(io, ({ db: reader }) => reader.deleteFrom('letters').execute())).rejects.toThrow(/read-only/);
  });

  test('more than a page of contacts is read to the end, once each', async () => {
    await sql`insert into contacts (channel, external_key, received_at, sha256, state, text, subject)
      select 'web_form', 'many-' || n, '2026-11-19T08:00:00Z'::timestamptz - n * interval '1 minute', md5(n::text), 'triaged',
        'The light on the landing is out.', 'Light'
      from generate_series(1, 1200) n`.execute(database().db);
    const all = await stored();
    expect(all).toHaveLength(1206);
    expect(new Set(all.map(({ id }) => id)).size).toBe(1206);
    await sql`delete from contacts where external_key like 'many-%'`.execute(database().db);
  });

  test.each([
    [[], 'expected --pack with the id of a pack or a folder, got none'],
    [['--pack', 'connexus-2024'], 'expected --against with the id of a pack or a folder, got none'],
    [['--pack', 'connexus-2024', '--against', 'nobody'], '--against nobody: packs: expected one of connect-2021'],
    [['--pack', './nowhere', '--against', 'connexus-2024'], 'expected a readable folder with pack.yaml'],
    [['--pack', 'connexus-2024', '--against', 'connexus-2024', '--from', '2026-02-30'], '--from: expected a day'],
    [['--pack', 'connexus-2024', '--against', 'connexus-2024', '--till', 'now'], 'replay: '],
  ])('%j is refused with what was expected', async (args, says) => {
    const { code, out, err } = await runTriageIn(env(), 'replay', ...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(says);
  });

  test('a pack below its floor is refused with the clause, before anything is read', async () => {
    const below = copyOf('connexus-2021', 'pack.yaml', 'floor: null', 'floor: code-2024');
    const { code, err } = await runTriageIn(env(), 'replay', '--pack', below, '--against', 'connexus-2024');
    expect(code).toBe(2);
    expect(err).toContain('below code-2024, CODE-2.3');
  });

  test('a database on which the product never ran is left as it is', async () => {
    const { url, drop } = await makeDatabase();
    try {
      await sql`select 1`.execute(database().db);
      const { code, err } = await runTriageIn(
        { DATABASE_URL: url.replace(/\/[^/]+$/, '/postgres') },
        'replay',
        '--pack',
        'connexus-2024',
        '--against',
        'connexus-2021',
      );
      expect(code).toBe(2);
      expect(err).toContain('start the product on it once');
    } finally {
      await drop();
    }
  });
});
