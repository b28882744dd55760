/** A historic pack says only what differs: what it takes, changes and leaves out, what its policy then decides, and that no new case follows it. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { clocksFor } from '../../rules/clocks.ts';
import { triageInputSchema } from '../../rules/decision.ts';
import { kindOf } from '../../rules/kinds.ts';
import { labelledFileSchema } from '../../rules/labelled.ts';
import { floorBreaches, PackError, parsePack, readPack, type PolicyPack } from '../../rules/pack.ts';
import { triage } from '../../rules/triage.ts';
import { readYaml } from '../../rules/yaml_file.ts';
import { modelOf } from '../../src/model.ts';
import { currentPackIds, loadPack, loadPacks, packFilesOf, packFolder, packInForce } from '../../src/packs.ts';
import { readSettings } from '../../src/product.ts';
import { packFiles } from '../support/packs.ts';
import { runTriage } from '../support/terminal.ts';

const HISTORIC = ['connexus-2021', 'connect-2021'] as const;
const BREAKS = {
  'connexus-2021': ['CODE-1.2', 'CODE-2.3', 'CODE-2.3'],
  'connect-2021': [
    'CODE-5.2',
    'CODE-1.2',
    'CODE-3.2',
    'CODE-1.3',
    'CODE-6.12',
    'CODE-2.4',
    'CODE-2.4',
    'CODE-2.4',
    'CODE-2.4, CODE-5.11',
    'CODE-2.5',
  ],
};
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

function copyWithFloor(id: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'pack-'));
  folders.push(folder);
  cpSync(packFolder(id), folder, { recursive: true });
  const file = join(folder, 'pack.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('\nfloor: null', '\nfloor: code-2024'));
  return folder;
}

describe.each(HISTORIC)('%s', (id) => {
  const pack = loadPack(id);

  test('names the clauses of the Code that it breaks, and is refused once it claims to stand above it', async () => {
    expect(floorBreaches(pack).map(({ clause }) => clause)).toEqual(BREAKS[id]);
    const as_it_is = await runTriage('check-pack', packFolder(id));
    expect([as_it_is.code, as_it_is.err]).toEqual([0, '']);
    for (const clause of BREAKS[id]) expect(as_it_is.out).toContain(`historic pack without a floor, ${clause}: expected `);
    const claiming = copyWithFloor(id);
    const { code, out } = await runTriage('check-pack', claiming);
    expect(code).toBe(1);
    expect(out.match(/FAIL below code-2024, .*?: /g)).toEqual(BREAKS[id].map((clause) => `FAIL below code-2024, ${clause}: `));
    const files = { ...packFilesOf(id), 'pack.yaml': readFileSync(join(claiming, 'pack.yaml'), 'utf8') };
    expect(() => parsePack(files, packFilesOf)).toThrow(PackError);
  });

  test('is never chosen for a new case, nor by configuration', () => {
    expect(pack.floor).toBeNull();
    expect(currentPackIds()).toEqual(['connexus-2024']);
    expect(loadPacks().map((each) => each.pack)).toEqual(['connexus-2024']);
    expect(packInForce(new Date('2024-06-01T12:00:00Z'), [pack, ...loadPacks()]).pack).toBe('connexus-2024');
    expect(() => packInForce(new Date('2022-06-01T12:00:00Z'), [pack, ...loadPacks()])).toThrow(RangeError);
    const { settings, faults } = readSettings({ POLICY_PACK: id });
    expect(settings).toBeNull();
    expect(faults).toEqual([{ path: 'POLICY_PACK', expected: 'one of connexus-2024', got: `"${id}"`, example: 'connexus-2024' }]);
  });

  test('cites clauses of its own policy or of law, never of the policy that it takes rules from', () => {
    const cited = pack.rules.flatMap(({ source }) => source.split(', '));
    const prefix = id === 'connect-2021' ? 'C21' : 'S21';
    expect(cited.filter((key) => !new RegExp(`^(${prefix}|CODE|AWAAB|GDPR|HOS)-`).test(key))).toEqual([]);
    expect(JSON.stringify({ ...pack, from: null, roles: null, areas: null, rules: null })).not.toMatch(/"(POL|WEB)-\d/);
  });

  test.each([
    ['by its rules alone', false],
    ['with the model of the other policy', true],
  ])('%s it decides as labelled wherever it decides otherwise than the policy of 2024', (_how, with_model) => {
    const file = 'messages/differences.yaml';
    const { value } = readYaml(file, readFileSync(join(packFolder(id), file), 'utf8'), labelledFileSchema);
    expect(value.length).toBeGreaterThanOrEqual(10);
    const today = loadPack('connexus-2024');
    const otherwise = value.flatMap((message) => {
      const [decided, as_today] = [pack, today].map((each) =>
        kindOf(triage(message, each, with_model ? modelOf(each) : null).decision),
      );
      return decided === as_today ? [] : [[message.id, decided]];
    });
    const labels = new Map(value.map(({ id: message, label }) => [message, kindOf(label)]));
    expect(otherwise).toEqual(otherwise.map(([message = '']) => [message, labels.get(message)]));
    expect(otherwise.length).toBeGreaterThanOrEqual(4);
    expect(otherwise.length).toBeLessThan(value.length);
  });
});

describe('what the policies say (policy-packs, section 1)', () => {
  const [connexus, connect] = [loadPack('connexus-2021'), loadPack('connect-2021')];
  const clock = (pack: PolicyPack, id: string) => {
    const found = pack.clocks.find((each) => each.id === id);
    return found && found.kind !== 'extension'
      ? [found.starts, found.amount, found.unit]
      : found && [found.max_total, found.over_cap];
  };

  test('Connexus before April 2024: three months from the incident, five days, no end to stage two', () => {
    expect(connexus.time_limit).toEqual({
      amount: 3,
      unit: 'calendar_month',
      from: 'occurred',
      continuing_resets: true,
      discretion: true,
    });
    expect(connexus.grounds.map(({ id }) => id)).toEqual(['criminal_allegation', 'duplicate', 'over_12_months', 'stopped_early']);
    expect(clock(connexus, 'ack_1')).toEqual(['received', 5, 'working_day']);
    expect(clock(connexus, 'resp_1')).toEqual(['received', 10, 'working_day']);
    expect(clock(connexus, 'resp_2')).toEqual(['review_requested', 20, 'working_day']);
    expect(clock(connexus, 'ext_1')).toEqual([10, 'good_reason_and_approver']);
    expect(connexus.escalation).toMatchObject({ closes: null, reasons_required: false });
    expect([connexus.effective_from, connexus.effective_to]).toEqual(['2021-01-01', '2024-03-31']);
    expect(connexus.contacts.ombudsman.route).toBe('after_process');
    expect(connexus.contacts.landlord).toEqual(loadPack('connexus-2024').contacts.landlord);
  });

  test('Connect: an informal stage, writing, two and ten days, three weeks, insurance, councillors', () => {
    expect(connect.stages.map(({ id, informal, handler_role }) => [id, informal, handler_role])).toEqual([
      [0, true, 'line_manager'],
      [1, false, 'senior_manager'],
      [2, false, 'director'],
    ]);
    expect(connect.eligibility).toMatchObject({ who: 'anyone', anonymous: 'exclude', writing_required: true, word_required: true });
    expect(connect.time_limit).toBeNull();
    expect(connect.grounds.map(({ id, clause, decided_by }) => [id, clause, decided_by])).toEqual([
      ['legal_proceedings', 'C21-1.15', 'automatic'],
      ['duplicate', 'C21-1.7, C21-1.8', 'person'],
      ['anti_social_behaviour', 'C21-2.6', 'person'],
      ['unreasonable_conduct', 'C21-1.12', 'person'],
    ]);
    expect([clock(connect, 'ack_1'), clock(connect, 'resp_1')]).toEqual([
      ['received', 2, 'working_day'],
      ['received', 10, 'working_day'],
    ]);
    expect(clock(connect, 'resp_2')).toEqual(['review_requested', 10, 'working_day']);
    expect(clock(connect, 'ext_1')).toBeUndefined();
    expect(connect.escalation).toMatchObject({
      late: 'refuse',
      reasons_required: true,
      closes: { amount: 21, unit: 'calendar_day' },
    });
    expect(connect.elected_members).toEqual({ default: 'enquiry', lead_role: 'director' });
    expect(connect.doubt_decider_role).toBe('director');
    expect(connect.reporting).toMatchObject({ monthly_to: 'Management Team', quarterly_to: 'Board' });
    // Nothing of another landlord's telephone numbers or people is taken over.
    expect(JSON.stringify({ ...connect, from: null, rules: null, words: null, cues: null, templates: null })).not.toMatch(
      /connexus(?!-202)|03332/i,
    );
  });

  test('the three weeks of Connect run from the letter, a promise open or not (C21-1.7)', () => {
    const at = { received: new Date('2022-01-20T09:00:00Z'), resp_1_sent: new Date('2022-02-03T15:00:00Z') };
    const facts = {
      at: { ...at, last_action_completed: new Date('2022-03-01T09:00:00Z') },
      outcome: 'complaint' as const,
      actions_open: true,
    };
    const window = (pack: PolicyPack) => clocksFor(facts, pack).find(({ id }) => id === 'escalation');
    expect(window(connect)).toMatchObject({ due_on: '2022-02-24', source: 'C21-1.7' });
    expect(window(loadPack('connexus-2024'))).toMatchObject({ due_on: null });
    expect(window(connexus)).toMatchObject({ due_on: null });
  });

  test('what the model of the other policy must be told: own rules, moved weights, grounds worded anew', () => {
    expect(loadPack('connexus-2024').differs).toBeNull();
    expect(connect.differs?.grounds).toEqual(['criminal_allegation', 'legal_proceedings', 'over_12_months', 'other_organisation']);
    expect(connect.differs?.weights).toMatchObject({ 'complaint.said_on_the_phone': -8, 'exclusion.insurance_claim_lodged': 3.5 });
    expect(connect.differs?.weights['topic.elected_member']).toBeGreaterThan(0);
    expect(connexus.differs?.grounds).toEqual([
      'criminal_allegation',
      'legal_proceedings',
      'anti_social_behaviour',
      'other_organisation',
    ]);
  });

  test('a colleague sees the weight with which a rule of the policy itself counted (C21-1.6.2)', () => {
    const text = 'Customer: I want to make a complaint. I have rung three times about the boiler and nobody has come.';
    const input = triageInputSchema.parse({ id: 'call', channel: 'phone', received_at: '2021-05-11T09:30:00Z', text });
    const { decision, evidence } = triage(input, connect, modelOf(connect));
    expect(decision.outcome).toBe('service_request');
    expect(evidence.find(({ rule }) => rule === 'complaint.said_on_the_phone')?.weight).toBeLessThan(-7);
  });

  test('a ground that a policy does not have is neither proposed nor held out', () => {
    const text = 'The claim form has been issued at the county court about the damp. I am fed up with you.';
    const input = triageInputSchema.parse({ id: 'court', channel: 'email', received_at: '2022-03-07T12:00:00Z', text });
    const today = triage(input, loadPack('connexus-2024'), null);
    expect(kindOf(today.decision)).toBe('exclusion.legal_proceedings');
    const { decision, would_change, evidence } = triage(input, connexus, null);
    expect(decision).toMatchObject({ outcome: 'complaint', partial_exclusions: [] });
    expect(would_change.map(({ exclusion }) => exclusion)).not.toContain('legal_proceedings');
    expect(evidence.some(({ finding }) => 'exclusion' in finding && finding.exclusion === 'legal_proceedings')).toBe(false);
  });
});

describe('a derived pack', () => {
  const HEAD = `
pack: small
version: 1
title: A small policy
effective_from: "2022-01-01"
review_by: null
floor: null
`;
  const TAKES =
    (packFiles()['pack.yaml'] ?? '')
      .match(/^[a-z_]+(?=:)/gm)
      ?.filter((name) => !/^(pack|version|title|effective_from|review_by|floor)$/.test(name)) ?? [];
  const from = (rest = '', takes = TAKES) =>
    `${HEAD}from:\n  pack: base\n  takes: [${takes.join(', ')}]\n  clauses: { POL-*: OWN-1 }\n${rest}`;
  const base = packFiles();
  const derive = (text: string, more: Record<string, string> = {}) => readPack({ 'pack.yaml': text, ...more }, () => base);
  const problems = (read: () => unknown): string[] => {
    try {
      read();
    } catch (error) {
      if (error instanceof PackError) return error.message.split('\n');
      throw error;
    }
    return [];
  };
  const lineOf = (text: string, part: string) => text.split('\n').findIndex((line) => line.includes(part)) + 1;

  test('takes rules, words, weights and letters with its own clauses; what is taken is assumed, not stated', () => {
    const pack = derive(from());
    expect(pack.rules).toEqual([expect.objectContaining({ id: 'complaint.chaser', weight: 1.6, source: 'OWN-1, CODE-1.3' })]);
    expect(pack.taken_rules).toEqual(['complaint.chaser']);
    expect(pack.words.lists['nobody']).toEqual(['nobody', 'no one']);
    expect(pack.templates).toHaveProperty(['letters/receipt.njk']);
    expect(Object.values(pack.roles).map(({ basis }) => basis)).not.toContain('stated');
    expect(pack.escalation.source).toBe('OWN-1, CODE-6.10, CODE-6.12, CLK-7');
  });

  test('adds to word lists, moves single lines of the weights, and writes rules of its own', () => {
    const pack = derive(from(), {
      'triage/words.yaml': 'lists:\n  nobody: ["not a soul", "nobody"]\n',
      'triage/weights.yaml': 'exclusion: 2.25\npriors: { review: 1 }\n',
      'triage/own.yaml': (base['triage/complaint.yaml'] ?? '').replace('complaint.chaser', 'complaint.own'),
    });
    expect(pack.words.lists['nobody']).toEqual(['nobody', 'no one', 'not a soul']);
    expect(pack.weights).toMatchObject({
      exclusion: 2.25,
      exclusion_doubt: 1,
      priors: { service_request: 0, complaint: 0, review: 1 },
    });
    expect(pack.rules.map(({ id }) => id)).toEqual(['complaint.chaser', 'complaint.own']);
    expect(pack.taken_rules).toEqual(['complaint.chaser']);
  });

  test('changes a rule, leaves one out, or writes it anew under the same id', () => {
    const changed = derive(from('  change: [{ rule: complaint.chaser, weight: -2, source: OWN-7 }]\n'));
    expect(changed.rules[0]).toMatchObject({ weight: -2, source: 'OWN-7', because: 'Says we were told before and did not act.' });
    expect(derive(from('  leave_out: ["complaint.*"]\n')).rules).toEqual([]);
    const anew = derive(from(), { 'triage/own.yaml': (base['triage/complaint.yaml'] ?? '').replace('weight: 1.6', 'weight: 0.5') });
    expect(anew.rules.map(({ weight }) => weight)).toEqual([0.5]);
    expect(anew.taken_rules).toEqual([]);
  });

  test('own entries stand in the place of those taken, and entries may be taken one by one', () => {
    const others = TAKES.filter((name) => name !== 'clocks' && name !== 'lateness');
    const own = `${from('', [...others, 'clocks.hazard_*'])}lateness: []\nclocks:
  - { id: hazard_safe, label: Own, kind: aim, starts: received, met_by: [settled], amount: 1, unit: working_day, source: OWN-2 }\n`;
    const { clocks } = derive(own);
    expect(clocks[0]).toMatchObject({ id: 'hazard_safe', label: 'Own' });
    expect(clocks.map(({ id }) => id).filter((id) => !id.startsWith('hazard_'))).toEqual([]);
    expect(new Set(clocks.map(({ id }) => id)).size).toBe(clocks.length);
    expect(clocks.length).toBeGreaterThan(3);
  });

  test.each([
    [
      'a section that is not there',
      from('', [...TAKES, 'mottos']),
      'takes:',
      'from.takes: expected a section or entry of base, got "mottos"',
    ],
    ['an entry that is not there', from('', [...TAKES, 'clocks.ack_9']), 'takes:', 'got "clocks.ack_9"'],
    ['the floor of the other', from('', [...TAKES, 'floor']), 'takes:', 'got "floor"'],
    [
      'a rule left out that is not there',
      from('  leave_out: [complaint.none]\n'),
      'leave_out:',
      'expected a rule of base, got "complaint.none"',
    ],
    [
      'a rule changed that is not there',
      from('  change: [{ rule: x.y, weight: 1 }]\n'),
      'change:',
      'expected a rule of base, got "x.y"',
    ],
    ['an unknown key', from('  mottos: []\n'), 'pack: base', 'expected no such key, got "mottos"'],
    [
      'a section that nobody gives',
      from(
        '',
        TAKES.filter((name) => name !== 'stages'),
      ),
      '',
      'stages: ',
    ],
    ['an own section that is wrong', `${from()}eligibility: { who: nobody }\n`, 'eligibility:', 'eligibility.who: '],
  ])('%s is told with its line', (_what, text, part, says) => {
    const found = problems(() => derive(text)).find((problem) => problem.includes(says));
    expect(found ?? problems(() => derive(text))).toContain(says);
    const line = Number(found?.match(/^pack\.yaml:(\d+): /)?.[1] ?? 0);
    expect(part === '' || Math.abs(line - lineOf(text, part)) <= 1).toBe(true);
  });

  test('a pack may not be derived from a derived one, nor read without the other', () => {
    const chain = () => readPack({ 'pack.yaml': from() }, () => ({ ...base, 'pack.yaml': from() }));
    expect(problems(chain).join()).toContain('from.pack: expected a pack that stands alone, got base');
    expect(problems(() => readPack({ 'pack.yaml': from() })).join()).toContain('expected the files of base');
    expect(
      problems(() => readPack({ 'pack.yaml': from().replace('pack: base', 'pack: ../../etc') }, packFilesOf)).join(),
    ).toContain('expected the id of a pack');
    expect(problems(() => readPack({ 'pack.yaml': from() }, packFilesOf)).join()).toContain('expected one of connect-2021');
  });

  test('a rule may not propose a ground that its policy does not have; a taken one falls away', () => {
    const rule = (base['triage/complaint.yaml'] ?? '').replace('{ outcome: complaint }', '{ exclusion: duplicate }');
    const own = { 'triage/own.yaml': rule.replace('complaint.chaser', 'exclusion.own') };
    const grounds = (id: string) => `${from(
      '',
      TAKES.filter((name) => name !== 'grounds'),
    )}grounds:
  - { id: ${id}, clause: OWN-3, text: A ground., code_example: true, decided_by: person, refusal_letter: null, second_signature: false, discretion_questions: [Why?] }\n`;
    expect(derive(grounds('duplicate'), own).rules.map(({ id }) => id)).toContain('exclusion.own');
    expect(problems(() => derive(grounds('over_12_months'), own)).join()).toContain(
      'triage/own.yaml:2: rule exclusion.own: expected a ground of this pack (over_12_months), got duplicate',
    );
    const with_ground = { ...base, 'triage/ground.yaml': rule.replace('complaint.chaser', 'exclusion.theirs') };
    const without = readPack({ 'pack.yaml': grounds('over_12_months') }, () => with_ground);
    expect(without.rules.map(({ id }) => id)).toEqual(['complaint.chaser']);
  });
});
