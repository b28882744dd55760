/** Which earlier case a message is about, and what is new in it: chaser, duplicate or new occurrence. */
import { describe, expect, test } from 'vitest';
import { earlierCaseSchema, triageInputSchema } from '../../rules/decision.ts';
import { likeness, stemsOf } from '../../rules/alike.ts';
import { look } from '../../rules/triage.ts';
import { loadPack } from '../../src/packs.ts';

interface Given {
  text: string;
  subject?: string;
  history: Record<string, unknown>[];
}

function lookAt({ text, subject, history }: Given) {
  const input = triageInputSchema.parse({
    id: 'm',
    channel: 'email',
    received_at: '2026-11-20T09:00:00Z',
    subject: subject ?? null,
    text,
    history: history.map((one) => earlierCaseSchema.parse({ opened_at: '2026-10-20', outcome: 'complaint', ...one })),
  });
  const { circumstances, conditions } = look(input, loadPack('connexus-2024'));
  const said = [...conditions].filter((one) => one.startsWith('history.')).map((one) => one.slice('history.'.length));
  return { same: circumstances.same_case, said };
}

const BOILER = { ref: 'CX-1', text: 'The boiler at 8 Pump Street has been broken since September and we have no hot water.' };
const STATEMENT = { ref: 'CX-2', text: 'My rent statement shows the wrong balance after the refund.' };
const HEDGE = { ref: 'CX-3', text: 'Your contractors cut my hedge at Orchard Close without asking.' };
const LIGHT = { ref: 'CX-4', text: 'The bathroom light has stopped working.', outcome: 'service_request' };
const ALL = [BOILER, STATEMENT, HEDGE, LIGHT];

describe('the same matter', () => {
  test.each<[string, string, string | null]>([
    ['by its words', 'Still no hot water, the boiler is as broken as it was in September.', 'CX-1'],
    ['by other words for the same fault', 'The heating at Pump Street is stone cold. Will somebody please come?', 'CX-1'],
    [
      'however it is greeted and signed',
      'Dear Sir or Madam,\nI hope you are well. The balance on my rent statement is wrong.\nKind regards\nAnn',
      'CX-2',
    ],
    ['by its reference alone', 'Any news? My reference is cx-3.', 'CX-3'],
    [
      'by its reference, though its words are another case’s',
      'Reference CX-3. I also wonder about the boiler and the hot water at Pump Street.',
      'CX-3',
    ],
    ['of a request', 'The light in the bathroom has still stopped working, five weeks on.', 'CX-4'],
    ['not by a room alone', 'The bathroom tap has seized.', null],
    ['not by what was put right', 'The bathroom light you fixed has been grand. The loft hatch sticks.', null],
    [
      'not by the usual words',
      'I rang your office and nobody came. I have waited for weeks and want to complain about the loft hatch.',
      null,
    ],
    ['not because the word complaint is in it', 'I want to make a complaint. This complaint is about the rats in the loft.', null],
  ])('%s', (_what, text, expected) => expect(lookAt({ text, history: ALL }).same).toBe(expected));

  test('that the message answers, by thread or proven reference', () => {
    const history = [BOILER, { ...STATEMENT, answered: true, responded_at: '2026-11-10' }];
    const { same, said } = lookAt({ text: 'I cannot agree with that at all.', history });
    expect(same).toBe('CX-2');
    expect(said).toEqual(expect.arrayContaining(['answers', 'same_matter', 'responded', 'window_open']));
    // Written under an old mail because it was at hand.
    expect(lookAt({ text: 'The boiler is broken again and there is no hot water.', history }).same).toBe('CX-1');
  });

  test('is the newest complaint where only "your response" is named, unless it speaks of another kind of fault', () => {
    const history = [
      { ...STATEMENT, opened_at: '2026-09-01', responded_at: '2026-09-20' },
      { ...HEDGE, responded_at: '2026-11-10' },
    ];
    expect(lookAt({ text: 'I do not accept your response.', history }).same).toBe('CX-3');
    expect(lookAt({ text: 'I do not accept your response about the statement.', history }).same).toBe('CX-2');
    expect(lookAt({ text: 'I do not accept your response about the mould.', history }).same).toBeNull();
  });
});

describe('what is new', () => {
  test.each<[string, string, string[], string[]]>([
    [
      'a chaser: nothing',
      'Any news on the boiler? No hot water since September. I am fed up with waiting.',
      ['nothing_new', 'open_complaint'],
      ['new_occurrence', 'new_words', 'other_home'],
    ],
    [
      'sent twice: nothing',
      'In case my email did not arrive: the boiler at 8 Pump Street has been broken since September and we have no hot water.',
      ['nothing_new'],
      ['new_words'],
    ],
    [
      'more to read',
      'About the boiler and hot water: your engineer came at last, swore at my grandmother, kicked the panel, cut the carpet and left the casing hanging by its wires.',
      ['new_words'],
      ['nothing_new'],
    ],
    [
      'it happened anew',
      'The boiler was mended last week and has broken down again since Monday, no hot water.',
      ['new_occurrence', 'same_matter'],
      ['nothing_new'],
    ],
    [
      'said again is not happened again',
      'I am writing again about the boiler. There is still no hot water.',
      ['nothing_new'],
      ['new_occurrence'],
    ],
    [
      'asked that it should not happen again',
      'The boiler, no hot water. Please see that this does not happen again.',
      [],
      ['new_occurrence'],
    ],
  ])('%s', (_what, text, there, not_there) => {
    const { said } = lookAt({ text, history: [BOILER] });
    expect(said).toEqual(expect.arrayContaining(there));
    for (const one of not_there) expect(said).not.toContain(one);
  });

  test.each([
    'You moved me to 3 Sorrel Way in August. Now the boiler here is broken too and there is no hot water.',
    'At the other flat the boiler was bad; at my new flat there is no hot water either.',
    'I live at 3 Sorrel Way. The boiler is broken, no hot water.',
  ])('the same kind of problem at another home is a matter of its own: %s', (text) => {
    const { same, said } = lookAt({ text, history: [BOILER] });
    expect(same).toBeNull();
    expect(said).toEqual(['any', 'other_home']);
  });

  test.each([
    'I live at 8 Pump Street. Still no hot water from the boiler.',
    'No hot water from the boiler; my sister at 3 Sorrel Way has some.',
  ])('the same home is no other one: %s', (text) => expect(lookAt({ text, history: [BOILER] }).same).toBe('CX-1'));
});

test('likeness is of both sides alike, whole for the same words, and nothing for the usual ones', () => {
  const [one, two] = [
    stemsOf('The boiler hums, the radiators gurgle and the pilot flame is yellow.'),
    stemsOf('A yellow pilot flame; radiators gurgle.'),
  ];
  expect(likeness(one, two)).toBe(likeness(two, one));
  expect(likeness(one, one)).toBe(1);
  expect(likeness(one, two)).toBeGreaterThan(0.9);
  expect(
    likeness(
      stemsOf('I rang your office, nobody came, please repair it.'),
      stemsOf('Nobody came. I rang the office about a repair.'),
    ),
  ).toBe(0);
});
