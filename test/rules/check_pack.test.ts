/** `triage check-pack` finds what is wrong with a pack: its text, its floor, its examples and its labelled messages. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { packFiles } from '../support/packs.ts';
import { runTriage } from '../support/terminal.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function packFolder(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'pack-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}
const check = (...files: Record<string, string>[]) => runTriage('check-pack', ...files.map(packFolder));

const MESSAGES = `
- id: third_time
  channel: email
  received_at: 2026-11-20T09:00:00Z
  text: This is the third time I have told you about the gate.
  label: { outcome: complaint }
- id: compliment
  channel: email
  received_at: 2026-11-20T10:00:00Z
  text: Your colleague was lovely.
  label: { outcome: other, topic: compliment }
`;

describe('triage check-pack', () => {
  test('a pack that keeps its word is ok', async () => {
    const { code, out, err } = await check(packFiles());
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('connexus-2024 version 1: 1 rules, 2 examples, 0 labelled messages\n');
    expect(out).toMatch(/\nok\n$/);
  });

  test('a pack below the floor fails with the clause named', async () => {
    const { code, out } = await check(packFiles(['writing_required: false', 'writing_required: true']));
    expect(code).toBe(1);
    expect(out).toContain('FAIL below code-2024, CODE-3.2: expected complaints in any way, got writing_required: true\n1 failed\n');
  });

  test('a historic pack may be below it, which is told', async () => {
    const { code, out } = await check(
      packFiles(['floor: code-2024', 'floor: null'], ['writing_required: false', 'writing_required: true']),
    );
    expect(code).toBe(0);
    expect(out).toContain('historic pack without a floor, CODE-3.2: ');
  });

  test.each([
    [
      'match',
      'match: ["This is the third time I have rung."]',
      'match: ["I rang again."]',
      'expected a match, got none: "I rang again."',
    ],
    [
      'no_match',
      'no_match: ["This is the first time',
      'no_match: ["This is the third time',
      'expected no match, got one: "This is the third time I have rung."',
    ],
    [
      'todo',
      'no_match: [',
      'todo: ["It is the third time I have rung."]\n    no_match: [',
      'a known miss is found by now: move it to match: "It is the third time I have rung."',
    ],
  ])('an own example under %s that is read otherwise fails', async (_kind, old, changed, says) => {
    const files = packFiles();
    const { code, out } = await check({
      ...files,
      'triage/complaint.yaml': (files['triage/complaint.yaml'] ?? '').replace(old, changed),
    });
    expect(code).toBe(1);
    expect(out).toContain(`FAIL complaint.chaser: ${says}\n1 failed\n`);
  });

  test('labelled messages are counted by outcome and those that differ are named', async () => {
    const { code, out } = await check({ ...packFiles(), 'messages/some.yaml': MESSAGES });
    expect(code).toBe(0);
    expect(out).toContain('messages complaint: 1 of 1 as labelled (100.0 %)\n');
    expect(out).toContain('messages other: 0 of 1 as labelled (0.0 %)\n');
    expect(out).toContain('differs compliment: labelled other.compliment, proposed ');
    expect(out).toContain('no baseline.yaml: ');
  });

  test.each([
    ['other: 0.5', 1, 'FAIL other: expected at least 50.0 % as labelled, got 0.0 % (0 of 1)\n'],
    ['complaint: 1', 0, '\nok\n'],
    ['review: 0.5', 1, 'FAIL review: expected labelled messages to hold against the baseline, got none\n'],
  ])('with a baseline of %s the exit code is %i', async (least, expected, says) => {
    const baseline = `outcomes: { ${least} }\nmost_wrongly_excluded: 0\nmost_missed_emergencies: 0\n`;
    const { code, out } = await check({ ...packFiles(), 'messages/some.yaml': MESSAGES, 'baseline.yaml': baseline });
    expect(code).toBe(expected);
    expect(out).toContain(says);
  });

  test('an emergency that is missed counts against the baseline (AWAAB-24H)', async () => {
    const messages = MESSAGES.replace('{ outcome: complaint }', '{ outcome: complaint, flags: [emergency_hazard] }');
    const baseline = 'outcomes: {}\nmost_wrongly_excluded: 0\nmost_missed_emergencies: 0\n';
    const { code, out } = await check({ ...packFiles(), 'messages/some.yaml': messages, 'baseline.yaml': baseline });
    expect(code).toBe(1);
    expect(out).toContain('FAIL missed emergencies: expected at most 0, got 1: third_time\n');
  });

  test('what cannot be read is told with file and line, exit code 2, and the other packs are still checked', async () => {
    const broken = packFolder(packFiles(['anonymous: investigate_only', 'anonymous: ignore']));
    const labels = packFolder({ ...packFiles(), 'messages/some.yaml': MESSAGES.replace('compliment }', 'praise }') });
    const phrase = packFolder({
      ...packFiles(),
      'triage/complaint.yaml': (packFiles()['triage/complaint.yaml'] ?? '').replace('third time i have', '.. time'),
    });
    const { code, out, err } = await runTriage(
      'check-pack',
      broken,
      labels,
      phrase,
      join(broken, 'nowhere'),
      packFolder(packFiles()),
    );
    expect(code).toBe(2);
    expect(out).toMatch(/\nok\n$/);
    const lines = err.split('\n');
    expect(lines[0]).toMatch(/: pack\.yaml:\d+: eligibility\.anonymous: .*; got "ignore"$/);
    expect(lines[1]).toMatch(/: messages\/some\.yaml:11: 1\.label\.topic: .*; got "praise"$/);
    expect(lines[2]).toContain(join(phrase, 'triage'));
    expect(lines[3]).toContain('expected a readable folder with pack.yaml');
  });

  test.each([[[]], [['--all']]])('%j is refused with what was expected', async (args) => {
    const { code, err } = await runTriage('check-pack', ...args);
    expect(code).toBe(2);
    expect(err).toMatch(/^expected (at least one folder|folders) of/);
  });
});
