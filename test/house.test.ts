/** The house itself: what must agree with what, whoever changes it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openChannels } from '../channels/index.ts';
import { eventBodySchema } from '../src/cases/case.ts';
import { ACTIONS } from '../src/cases/actions/index.ts';
import { REACTIONS } from '../src/cases/reactions.ts';
import { readConfig, SETTINGS } from '../src/config.ts';
import { envExample } from '../src/env_example.ts';
import { parsePack } from '../rules/pack.ts';
import { currentPackIds, loadPacks, packFilesOf } from '../src/packs.ts';
import { findReady } from '../src/ready.ts';
import { useDatabase } from './support/database.ts';

const ROOT = join(import.meta.dirname, '..');
const database = useDatabase();

const sources = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name}`);
const text = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

test('.env.example shows every variable that the product reads', () => {
  expect(text('.env.example')).toBe(envExample());
});

test('the examples of .env.example are themselves a configuration without faults', () => {
  const env: Record<string, string> = {};
  for (const line of envExample().split('\n')) {
    const [, name, value] = /^# ([A-Z][A-Z0-9_]*)=(.*)$/.exec(line) ?? [];
    if (name && value !== undefined && !/_OAUTH_/.test(name)) env[name] = value;
  }
  expect(readConfig(env).faults).toEqual([]);
  expect(openChannels(env).faults).toEqual([]);
});

test('only config.ts, the command line and the demonstration read the environment', () => {
  const readers = [...sources('src'), ...sources('channels'), ...sources('rules')].filter((file) =>
    /process\.env/.test(text(file)),
  );
  expect(readers.toSorted()).toEqual(['src/db/embedded.ts', 'src/demo/index.ts', 'src/main.ts']);
});

test('every file opens with a sentence that says why it exists', () => {
  const silent = ['src', 'channels', 'rules', 'test'].flatMap(sources).filter((file) => !/^(\/\*\*|\/\/\/)/.test(text(file)));
  expect(silent).toEqual([]);
});

test('rules stand on their own libraries alone', () => {
  const allowed = /^(\.{1,2}\/|zod$|natural(\/|$)|yaml$|temporal-polyfill$|chrono-node$|re2js$)/;
  const strangers = sources('rules').flatMap((file) =>
    [...text(file).matchAll(/^(?:import|export|\}).* from '([^']+)';$/gm)]
      .map((found) => found[1] ?? '')
      .filter((name) => !allowed.test(name) || name.includes('src/') || name.includes('channels/'))
      .map((name) => `${file}: ${name}`),
  );
  expect(strangers).toEqual([]);
});

test('every event has its line in the reaction table, and its sentence', () => {
  const types = eventBodySchema.options.map((option) => option.shape.type.value);
  expect(Object.keys(REACTIONS).toSorted()).toEqual(types.toSorted());
});

test('every action can be reached from the desk', () => {
  const desk =
    sources('src/web').map(text).join('\n') +
    readdirSync(join(ROOT, 'src/web/views'))
      .map((name) => text(`src/web/views/${name}`))
      .join('\n');
  for (const name of Object.keys(ACTIONS)) expect(desk, name).toMatch(new RegExp(`['"/]${name}['"]|\\b${name}:`));
});

test('the tables as TypeScript sees them are those of the migrated database', async () => {
  const { rows } = await database().pool.query<{ t: string; c: string; nullable: boolean }>(
    `select table_name as t, column_name as c, is_nullable = 'YES' as nullable from information_schema.columns where table_schema = 'public'`,
  );
  const real = new Map<string, string[]>();
  for (const { t, c, nullable } of rows) real.set(t, [...(real.get(t) ?? []), `${c}${nullable ? '?' : ''}`]);
  const schema = text('src/db/schema.ts');
  const tables = [...(/export interface Database \{([^}]*)\}/.exec(schema)?.[1] ?? '').matchAll(/(\w+): (\w+);/g)];
  expect(tables.map((found) => found[1]).toSorted()).toEqual([...real.keys()].toSorted());
  for (const [, table = '', type = ''] of tables) {
    const body = new RegExp(`export interface ${type} \\{([^}]*)\\}`).exec(schema)?.[1] ?? '';
    const columns = [...body.matchAll(/^ {2}(\w+): (.*);$/gm)].map(
      (found) => `${found[1]}${/\bnull\b/.test(found[2] ?? '') ? '?' : ''}`,
    );
    expect(columns.toSorted(), table).toEqual(real.get(table)?.toSorted());
  }
});

test('rule ids are unique in each pack, and every variable has a sentence', () => {
  for (const pack of loadPacks()) {
    const ids = pack.rules.map((rule) => rule.id);
    expect(new Set(ids).size, pack.pack).toBe(ids.length);
  }
  for (const [name, setting] of Object.entries(SETTINGS)) expect(setting.says, name).toMatch(/[a-z].*\.$/);
});

test('wrong configuration is told whole, with an example, and shows no secret', () => {
  const { faults } = readConfig({
    PORT: 'eighty',
    ROLE: 'boss',
    SECRET: 'short',
    TICK_SECONDS: '0',
    DATABASE_URL: 'mysql://u:hidden@h/d',
  });
  expect(faults.map((fault) => fault.path).toSorted()).toEqual(['DATABASE_URL', 'PORT', 'ROLE', 'SECRET', 'TICK_SECONDS']);
  expect(JSON.stringify(faults)).not.toMatch(/hidden|short"/);
  for (const fault of faults) expect(fault.example).not.toBe('');
});

test('each pack as it is kept ready is what its files say (npm run train)', () => {
  for (const id of currentPackIds()) {
    const files = packFilesOf(id);
    expect(findReady(id, files), `${id}: run npm run train`).toEqual(JSON.parse(JSON.stringify(parsePack(files, packFilesOf))));
  }
});
