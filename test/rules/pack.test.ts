/** A pack is refused where it falls below the Code, contradicts itself or cannot be read, and the refusal says where and why. */
import { describe, expect, test } from 'vitest';
import { floorBreaches, floorWarnings, findPackInForce, PackError, parsePack, readPack } from '../../rules/pack.ts';
import { loadPack, loadPacks, packInForce } from '../../src/packs.ts';
import { packFiles } from '../support/packs.ts';

type Change = readonly [string, string];

function problemsOf(read: () => unknown): string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof PackError) return error.message.split('\n');
    throw error;
  }
  return [];
}

/** The text of `pack.yaml` with a clock's line changed. */
const inClock = (id: string, old: string, changed: string): Change => {
  const text = packFiles()['pack.yaml'] ?? '';
  const from = text.indexOf(`- id: ${id}\n`);
  const until = text.indexOf('\n  - id:', from + 1);
  const block = text.slice(from, until);
  return [block, block.replace(old, changed)];
};

describe('the Connexus pack', () => {
  test('stands above the Code', () => {
    expect(floorBreaches(parsePack(packFiles()))).toEqual([]);
  });

  test('warns of the grounds that the Code does not name, and of nothing else', () => {
    expect(floorWarnings(parsePack(packFiles())).map(({ clause, says }) => [clause, says.split(' ')[2]])).toEqual([
      ['CODE-2.2', 'criminal_allegation'],
      ['CODE-2.2', 'anti_social_behaviour'],
      ['CODE-2.2', 'other_organisation'],
    ]);
  });
});

describe('the floor', () => {
  const stage1 = '  - id: 1\n    name: Complaint\n    informal: false';
  const breaks: [string, string, Change[]][] = [
    [
      'CODE-5.2',
      'an informal stage',
      [
        [
          'stages:\n',
          `stages:\n  - { id: 0, name: Line manager, informal: true, handler_role: front_line, approver_role: front_line, conflict: none, source: C21-1.6 }\n`,
        ],
      ],
    ],
    [
      'CODE-5.3',
      'a third stage',
      [
        [
          'stages:\n',
          `stages:\n  - { id: 3, name: Panel, informal: false, handler_role: mrc, approver_role: mrc, conflict: no_prior_involvement, source: C21-1.6 }\n`,
        ],
      ],
    ],
    ['CODE-1.2', 'another definition', [['however made, about', 'made in writing, about']]],
    ['CODE-3.2', 'writing', [['writing_required: false', 'writing_required: true']]],
    ['CODE-1.3', 'the word', [['word_required: false', 'word_required: true']]],
    ['CODE-6.12', 'reasons to escalate', [['reasons_required: false', 'reasons_required: true']]],
    ['CODE-6.2', 'a slow stage 1 acknowledgement', [inClock('ack_1', 'amount: 5', 'amount: 6')]],
    [
      'CODE-6.2',
      'an acknowledgement that counts from a conversation',
      [inClock('ack_1', 'starts: received', 'starts: contact_1_made')],
    ],
    ['CODE-6.2', 'an acknowledgement that is only an aim', [inClock('ack_1', 'kind: duty', 'kind: aim')]],
    [
      'CODE-6.2',
      'an acknowledgement for some complaints only',
      [inClock('ack_1', 'applies: {', 'applies: { flags_any: [vulnerability],')],
    ],
    ['CODE-6.2', 'an acknowledgement of refusals only', [inClock('ack_1', '[complaint, exclusion]', '[exclusion]')]],
    [
      'CODE-6.3',
      'a response owed from a later day on',
      [inClock('resp_1', 'amount: 10', 'amount: 10\n    in_force_from: "2030-01-01"')],
    ],
    ['CODE-6.3', 'a slow stage 1 response', [inClock('resp_1', 'amount: 10', 'amount: 11')]],
    [
      'CODE-6.3',
      'a stage 1 response in a month',
      [inClock('resp_1', 'amount: 10\n    unit: working_day', 'amount: 1\n    unit: calendar_month')],
    ],
    ['CODE-6.11', 'a slow stage 2 acknowledgement', [inClock('ack_2', 'amount: 5', 'amount: 6')]],
    [
      'CODE-6.11',
      'a stage 2 acknowledgement that counts from a conversation',
      [inClock('ack_2', 'starts: review_requested', 'starts: contact_2_made')],
    ],
    ['CODE-6.14', 'a slow final response', [inClock('resp_2', 'amount: 20', 'amount: 21')]],
    ['CODE-6.4', 'a long stage 1 extension', [inClock('ext_1', 'max_total: 10', 'max_total: 11')]],
    ['CODE-6.4', 'an extension without a cap', [inClock('ext_1', 'over_cap: good_reason_and_approver', 'over_cap: uncapped')]],
    ['CODE-6.15', 'a long stage 2 extension', [inClock('ext_2', 'max_total: 20', 'max_total: 21')]],
    ['CODE-2.3', 'a time limit of 3 months', [['time_limit:\n  amount: 12', 'time_limit:\n  amount: 3']]],
    ['CODE-2.3', 'a time limit without awareness', [['from: occurred_or_aware', 'from: occurred']]],
    [
      'CODE-2.3',
      'a time limit without discretion',
      [['continuing_resets: true\n  discretion: true', 'continuing_resets: true\n  discretion: false']],
    ],
    [
      'CODE-6.15',
      'a stage 2 extension without a cap',
      [inClock('ext_2', 'over_cap: good_reason_and_approver', 'over_cap: uncapped')],
    ],
    ['CODE-6.11', 'a stage 2 acknowledgement that is only an aim', [inClock('ack_2', 'kind: duty', 'kind: aim')]],
    [
      'CODE-6.14',
      'a final response that counts from a conversation',
      [inClock('resp_2', 'starts: ack_2_sent', 'starts: contact_2_made')],
    ],
    [
      'CODE-2.4',
      'a refusal without the Ombudsman',
      [['refusal_duplicate: *refusal', 'refusal_duplicate: { template: null, blocks: [ref], checks: *refusal_checks }']],
    ],
    [
      'CODE-6.5',
      'a stage 1 extension without the Ombudsman',
      [
        [
          '  ext_1:\n    template: null\n    blocks: [ref, contact, ombudsman]',
          '  ext_1:\n    template: null\n    blocks: [ref, contact]',
        ],
      ],
    ],
    [
      'CODE-6.16',
      'a stage 2 extension without the Ombudsman',
      [
        [
          '  ext_2:\n    template: null\n    blocks: [ref, contact, ombudsman]',
          '  ext_2:\n    template: null\n    blocks: [ref, contact]',
        ],
      ],
    ],
    [
      'CODE-6.19',
      'a final response without the Ombudsman',
      [
        [
          '  resp_2:\n    template: null\n    blocks: [ref, contact, ombudsman, adjust]',
          '  resp_2:\n    template: null\n    blocks: [ref, contact, adjust]',
        ],
      ],
    ],
    ['CODE-2.4, CODE-5.11', 'no letter that refuses to escalate', [['  refusal_escalation: *refusal\n', '']]],
    [
      'CODE-6.13',
      'one person for both stages',
      [['conflict: no_prior_involvement_and_not_stage_1', 'conflict: no_prior_involvement']],
    ],
    [
      'CODE-2.5',
      'an automatic ground',
      [['code_example: false\n    decided_by: person', 'code_example: false\n    decided_by: automatic']],
    ],
  ];

  test.each(breaks)('%s refuses %s, and that alone', (clause, _what, changes) => {
    const files = packFiles(...changes);
    expect(floorBreaches(readPack(files)).map((breach) => breach.clause)).toEqual([clause]);
    const [problem, ...others] = problemsOf(() => parsePack(files));
    expect(problem).toContain(`pack.yaml: below code-2024, ${clause}: expected`);
    expect(others).toEqual([]);
  });

  test('every clause of which a pack can fall short is broken above, and no other', () => {
    const clauses = breaks.map(([clause]) => clause);
    expect([...new Set(clauses)].toSorted()).toEqual(
      [
        [
          '1.2',
          '1.3',
          '2.3',
          '2.4',
          '2.5',
          '3.2',
          '5.2',
          '5.3',
          '6.2',
          '6.3',
          '6.4',
          '6.5',
          '6.11',
          '6.12',
          '6.13',
          '6.14',
          '6.15',
          '6.16',
          '6.19',
        ],
      ]
        .flat()
        .map((clause) => `CODE-${clause}`)
        .concat('CODE-2.4, CODE-5.11')
        .toSorted(),
    );
  });

  test('a policy without extensions is stricter than the Code and needs no letter for one (CODE-6.4, CODE-6.15)', () => {
    const text = packFiles()['pack.yaml'] ?? '';
    const without = ['ext_1', 'ext_2'].reduce<Change[]>((changes, id) => {
      const [block] = inClock(id, '', '');
      const letter = text.slice(text.indexOf(`  ${id}:\n    template`));
      const end = letter.slice(3).search(/^ {2}\w/m) + 3;
      return [
        ...changes,
        [block, ''],
        [letter.slice(0, end), ''],
        [`    extended_by: ${id}\n`, ''],
        [`    extended_by: ${id}\n`, ''],
      ];
    }, []);
    expect(floorBreaches(readPack(packFiles(...without)))).toEqual([]);
  });

  test('one stage is too few (CODE-5.3)', () => {
    const text = packFiles()['pack.yaml'] ?? '';
    const stage2 = text.slice(text.indexOf('  - id: 2\n    name: Review'), text.indexOf('\nclocks:'));
    const breaches = floorBreaches(readPack(packFiles([stage2, ''])));
    expect(breaches).toEqual([{ clause: 'CODE-5.3', says: 'expected 2 stages, got 1' }]);
  });

  test('a renamed stage keeps the pack fine', () => {
    expect(floorBreaches(parsePack(packFiles([stage1, stage1.replace('Complaint', 'First look')])))).toEqual([]);
  });

  test.each<[string, Change[]]>([
    ['a quicker acknowledgement', [inClock('ack_1', 'amount: 5', 'amount: 2')]],
    ['five calendar days', [inClock('ack_1', 'unit: working_day', 'unit: calendar_day')]],
    ['a response counted from receipt', [inClock('resp_1', 'starts: ack_1_sent', 'starts: received')]],
    ['a longer time limit', [['time_limit:\n  amount: 12', 'time_limit:\n  amount: 24']]],
    ['the landlord unnamed in the definition', [['lack of action by Connexus', 'lack of action by the landlord']]],
  ])('%s passes', (_what, changes) => {
    expect(problemsOf(() => parsePack(packFiles(...changes)))).toEqual([]);
  });

  test.each<[string, Change[]]>([
    ['CODE-6.10', [['else: resp_1_sent, amount: 1, unit: calendar_month', 'else: resp_1_sent, amount: 21, unit: calendar_day']]],
    ['CODE-6.10', [['else: resp_1_sent, amount: 1, unit: calendar_month', 'else: resp_1_sent, amount: 10, unit: working_day']]],
    ['CODE-2.2', [['code_example: true', 'code_example: false']]],
    ['CODE-3.7, HOS-REF', [['route: any_time', 'route: after_process']]],
    ['CODE-3.7, HOS-REF', [['route: any_time', 'route: eight_weeks_or_designated_person']]],
  ])('%s is a warning, no refusal', (clause, changes) => {
    expect(floorWarnings(parsePack(packFiles(...changes))).map((warning) => warning.clause)).toContain(clause);
  });

  test('a historic pack without a floor is kept, its breaches named', () => {
    const historic = parsePack(
      packFiles(['floor: code-2024', 'floor: null'], ['time_limit:\n  amount: 12', 'time_limit:\n  amount: 3']),
    );
    expect(floorBreaches(historic).map(({ clause }) => clause)).toEqual(['CODE-2.3']);
  });
});

describe('a pack that cannot be read says where, what was expected and what came', () => {
  const lineOf = (part: string) => (packFiles()['pack.yaml'] ?? '').split('\n').findIndex((line) => line.includes(part)) + 1;

  test.each<[string, Change, string, string]>([
    [
      'an unknown key',
      ['homes_band: over_1000', 'homes_band: over_1000\n  mottos: []'],
      'landlord:',
      'landlord: expected no such key, got "mottos"',
    ],
    ['a wrong word', ['anonymous: investigate_only', 'anonymous: ignore'], 'anonymous:', 'got "ignore"'],
    [
      'a number as text',
      inClock('ack_1', 'amount: 5', 'amount: five'),
      'amount: 5',
      'expected number, received string; got "five"',
    ],
    ['a day that is none', ['effective_from: "2024-04-01"', 'effective_from: "2024-02-30"'], 'effective_from', 'got "2024-02-30"'],
    [
      'a role that nobody defined',
      ['fallback_role: complaints_team', 'fallback_role: nobody'],
      'fallback_role:',
      'expected a role of this pack, got "nobody"',
    ],
    ['a clock twice', ['- id: contact_1', '- id: ack_1'], '- id: contact_1', 'expected unique ids, got "ack_1" again'],
    [
      'a window in hours',
      ['else: resp_1_sent, amount: 1, unit: calendar_month', 'else: resp_1_sent, amount: 24, unit: hour'],
      'closes:',
      'got "hour"',
    ],
    [
      'an end before the beginning',
      ['effective_from: "2024-04-01"', 'effective_from: "2024-04-01"\neffective_to: "2024-03-31"'],
      'effective_from',
      'expected a day from 2024-04-01 on, got "2024-03-31"',
    ],
    [
      'a template that is missing',
      ['letters/receipt.njk', 'letters/receit.njk'],
      'letters/receipt.njk',
      'expected a file of this pack, got "letters/receit.njk"',
    ],
    [
      'a letter that is missing',
      ['refusal_letter: refusal_duplicate', 'refusal_letter: refusal_twice'],
      'refusal_letter: refusal_duplicate',
      'expected a letter of this pack, got "refusal_twice"',
    ],
  ])('%s', (_what, change, part, says) => {
    const problems = problemsOf(() => parsePack(packFiles(change)));
    const found = problems.find((problem) => problem.includes(says));
    expect(found ?? problems).toContain(says);
    const line = Number(found?.match(/^pack\.yaml:(\d+): /)?.[1]);
    expect(Math.abs(line - lineOf(part))).toBeLessThanOrEqual(1);
  });

  test('broken YAML, a key twice and a missing file', () => {
    expect(problemsOf(() => parsePack({ ...packFiles(), 'pack.yaml': 'pack: [' })).join()).toMatch(/^pack\.yaml:1: /);
    expect(problemsOf(() => parsePack(packFiles(['version: 1', 'version: 1\nversion: 2']))).join()).toMatch(
      /^pack\.yaml:6: Map keys must be unique/,
    );
    const { 'triage/words.yaml': _, ...rest } = packFiles();
    expect(problemsOf(() => parsePack(rest))).toEqual(['triage/words.yaml: expected this file in the pack, got none']);
  });

  test('all problems come at once, over all files', () => {
    const files = { ...packFiles(['anonymous: investigate_only', 'anonymous: ignore']), 'triage/broken.yaml': '- id: nothing' };
    const problems = problemsOf(() => parsePack(files)).map((problem) => problem.split(':')[0]);
    expect(new Set(problems)).toEqual(new Set(['pack.yaml', 'triage/broken.yaml']));
  });

  test('a rule id used in two files is named with both', () => {
    const rules = packFiles()['triage/complaint.yaml'] ?? '';
    const problems = problemsOf(() => parsePack({ ...packFiles(), 'triage/other.yaml': rules }));
    expect(problems).toEqual([
      'triage/other.yaml:2: expected unique ids, got complaint.chaser again (first in triage/complaint.yaml)',
    ]);
  });

  test('an alias bomb is refused', () => {
    const bomb = `a: &a [x, x]\n${'bcdefghijk'
      .split('')
      .map((name, at) => `${name}: &${name} [${`*${'abcdefghijk'[at]}, `.repeat(9)}x]`)
      .join('\n')}`;
    expect(problemsOf(() => parsePack({ ...packFiles(), 'triage/words.yaml': bomb })).join()).toContain(
      'triage/words.yaml: expected at most 100 aliases',
    );
  });
});

describe('the packs on disk', () => {
  test('every pack loads, once, and nobody can change it', () => {
    const pack = loadPack('connexus-2024');
    expect(loadPacks()).toContain(pack);
    expect(loadPack('connexus-2024')).toBe(pack);
    expect(() => pack.stages.splice(0)).toThrow(TypeError);
    expect(() => Object.assign(pack.contacts.ombudsman, { phone: '0' })).toThrow(TypeError);
  });

  test('an unknown pack is refused with those that are there', () => {
    expect(() => loadPack('../secrets')).toThrow(/expected one of .*connexus-2024.*; got "..\/secrets"/);
  });

  test('a case keeps the pack in force when it was received', () => {
    const packs = [
      { pack: 'new', version: 1, effective_from: '2027-04-01' },
      { pack: 'old', version: 1, effective_from: '2024-04-01' },
      { pack: 'old', version: 2, effective_from: '2024-04-01' },
    ];
    expect(findPackInForce(packs, '2027-03-31')).toMatchObject({ pack: 'old', version: 2 });
    expect(findPackInForce(packs, '2027-04-01')).toMatchObject({ pack: 'new' });
    expect(findPackInForce(packs, '2024-03-31')).toBeUndefined();
    const ended = { pack: 'ended', version: 1, effective_from: '2026-01-01', effective_to: '2026-06-30' };
    expect(findPackInForce([...packs, ended], '2026-06-30')).toMatchObject({ pack: 'ended' });
    expect(findPackInForce([...packs, ended], '2026-07-01')).toMatchObject({ pack: 'old' });
  });

  test('before any policy there is none; the day is that of London', () => {
    expect(packInForce(new Date('2024-03-31T23:30:00Z')).pack).toBe('connexus-2024');
    expect(() => packInForce(new Date('2024-03-31T12:00:00Z'))).toThrow(RangeError);
  });
});
