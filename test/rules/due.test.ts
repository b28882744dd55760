/** `triage due` says the day and its working, or one line that says what was expected. */
import { describe, expect, test } from 'vitest';
import { runTriage } from '../support/terminal.ts';

const due = (...args: string[]) => runTriage('due', ...args);

describe('triage due', () => {
  test('counts every day from day 0 to the due day, with why', async () => {
    const { code, out, err } = await due('--from', '2026-12-24', '--clock', 'ack_1');
    expect([code, err]).toEqual([0, '']);
    expect(out.split('\n')).toEqual([
      'ack_1 (Acknowledge the complaint, or refuse it with reasons; CODE-6.2, CODE-2.4, WEB-S1, CLK-3; connexus-2024 version 1)',
      'from 2026-12-24',
      'due  Tue 2027-01-05',
      '  Thu 2026-12-24     0  day 0',
      '  Fri 2026-12-25     -  Christmas Day',
      '  Sat 2026-12-26     -  Saturday',
      '  Sun 2026-12-27     -  Sunday',
      '  Mon 2026-12-28     -  Boxing Day (substitute day)',
      '  Tue 2026-12-29     1  working day',
      '  Wed 2026-12-30     2  working day',
      '  Thu 2026-12-31     3  working day',
      "  Fri 2027-01-01     -  New Year's Day",
      '  Sat 2027-01-02     -  Saturday',
      '  Sun 2027-01-03     -  Sunday',
      '  Mon 2027-01-04     4  working day',
      '  Tue 2027-01-05     5  working day',
      '',
    ]);
  });

  test.each([
    ['escalation', '2027-01-31', 'due  Sun 2027-02-28'],
    ['ext_1', '2027-04-19', 'due  Tue 2027-05-04'],
    ['data_complaint', '2026-11-25', 'due  Tue 2026-12-29'],
    ['hazard_emergency', '2027-03-27T14:00:00Z', 'due  2027-03-28T14:00:00.000Z (Sunday, 28 March 2027 at 15:00:00 BST)'],
    ['ack_1', '2026-07-06T23:30:00Z', 'due  Tue 2026-07-14'],
    ['ack_1', '2026-07-07T00:30:00+01:00', 'due  Tue 2026-07-14'],
  ])('%s from %s: %s', async (clock, from, line) => {
    const { code, out } = await due('--from', from, '--clock', clock, '--pack', 'connexus-2024');
    expect(code).toBe(0);
    expect(out.split('\n')[2]).toBe(line);
  });

  test.each([
    [
      ['--from', '2026-02-30', '--clock', 'ack_1'],
      'expected --from as a day (2026-12-18) or an instant with zone (2026-12-18T14:00:00Z), got "2026-02-30"',
    ],
    [['--from', '2026-12-18T14:00', '--clock', 'ack_1'], 'got "2026-12-18T14:00"'],
    [['--from', '2026-12-18T25:00:00Z', '--clock', 'ack_1'], 'got "2026-12-18T25:00:00Z"'],
    [['--from', '2026-12-18', '--clock', 'ack_9'], 'expected --clock as one of ack_1, contact_1, '],
    [['--from', '2026-12-18', '--clock', 'hazard_emergency'], 'expected an instant for a clock in hours'],
    [['--from', '2100-12-30', '--clock', 'ack_1'], 'bank holidays are known for 2018 to 2100'],
    [['--from', '2020-12-18', '--clock', 'ack_1'], 'expected a policy in force on 2020-12-18'],
    [['--from', '2026-12-18', '--clock', 'ack_1', '--pack', 'nobody'], 'connexus-2021, connexus-2024; got "nobody"'],
    [['--clock', 'ack_1'], 'expected --from'],
    [['--from', '2026-12-18'], 'expected --clock'],
    [['--form', '2026-12-18'], "Unknown option '--form'"],
  ])('%j is refused with one line and exit code 2', async (args, says) => {
    const { code, out, err } = await due(...args);
    expect([code, out]).toEqual([2, '']);
    const [line = '', usage, ...rest] = err.split('\n');
    expect(line).toContain(says);
    expect([usage, rest]).toEqual(['usage: triage due --from DATE --clock ID [--pack ID]', ['']]);
  });
});
