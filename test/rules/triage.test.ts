/** What decisions.md says applies, and does not apply, is what triage proposes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXCLUSIONS, TOPICS, proposalSchema, triageInputSchema, type Proposal } from '../../rules/decision.ts';
import { compileRules } from '../../rules/match.ts';
import { triage } from '../../rules/triage.ts';
import { loadModel } from '../../src/model.ts';
import { loadPack } from '../../src/packs.ts';

const pack = loadPack('connexus-2024');
const model = loadModel('connexus-2024');
function propose(text: string, more: Record<string, unknown> = {}): Proposal {
  return triage(
    triageInputSchema.parse({ id: 'm', channel: 'email', received_at: '2026-11-24T10:00:00Z', text, ...more }),
    pack,
    model,
  );
}
function kind(text: string, more: Record<string, unknown> = {}): string {
  const { decision } = propose(text, more);
  return decision.outcome === 'exclusion' ? decision.exclusion : decision.outcome === 'other' ? decision.topic : decision.outcome;
}
const earlier = {
  ref: 'C-2026-0042',
  opened_at: '2026-09-01',
  outcome: 'complaint',
  text: 'The roof of the porch leaks and nobody has come to mend it.',
};

describe('the boundaries of the decisions', () => {
  it.each([
    [
      'a first report is a request (CODE-1.4)',
      'The kitchen tap started dripping this morning, could somebody come?',
      {},
      'service_request',
    ],
    [
      'a first report stays one however upset (POL-2.2)',
      'Water is pouring through the ceiling since this morning, I am furious, please send someone.',
      {},
      'service_request',
    ],
    [
      'the word complaint makes no complaint of a first report',
      'I wish to complain about my gate. The hinge broke this morning. Please send a man.',
      {},
      'service_request',
    ],
    [
      'a chaser is a complaint (CODE-1.3)',
      'This is the third time I have rung about the boiler and nobody has come.',
      {},
      'complaint',
    ],
    [
      'dissatisfaction that will not be called one is a complaint (CODE-1.3)',
      "I don't want to make a formal complaint, but your plumber never turned up and I am very unhappy with the service.",
      {},
      'complaint',
    ],
    [
      'thanks with a sting is a complaint',
      'Thank you for the new door. It is a shame I had to wait nine weeks and ring six times before anybody came.',
      {},
      'complaint',
    ],
    [
      "a plain report of a neighbour's noise is a request",
      'The man upstairs plays loud music every night until three.',
      {},
      'service_request',
    ],
    [
      "a complaint of a neighbour's noise is anti-social behaviour (POL-2.4)",
      'I want to make a complaint about the man upstairs and his loud music.',
      {},
      'anti_social_behaviour',
    ],
    [
      'how we handled reports of noise is a complaint',
      'I sent diary sheets about the man upstairs for months, your housing officer has done nothing and ignored my emails.',
      {},
      'complaint',
    ],
    [
      'an issued claim is excluded (CODE-2.2)',
      'The claim form about the damp was issued at Hereford County Court in May and served on you.',
      {},
      'legal_proceedings',
    ],
    [
      'a letter before claim is a complaint',
      'My solicitor has sent a letter before claim because you have still not repaired the roof.',
      {},
      'complaint',
    ],
    [
      'threatened court is a complaint',
      'Nobody has repaired the roof. If you do nothing I will issue proceedings in the county court.',
      {},
      'complaint',
    ],
    [
      'a crime by our own man is for the police (POL-2.4)',
      'Your plumber stole my watch from the bathroom shelf. I want to complain.',
      {},
      'criminal_allegation',
    ],
    [
      'a crime in the background is a complaint',
      'We were burgled in May and the front door you boarded up has still not been mended.',
      {},
      'complaint',
    ],
    ['daylight robbery is no crime', 'Your service charge is daylight robbery and you have charged me twice.', {}, 'complaint'],
    [
      "the council's potholes are another's (CODE-5.7)",
      'I want to complain about the potholes in the High Street, the council has not filled them.',
      {},
      'other_organisation',
    ],
    [
      'our share of it is a complaint',
      'The council say the wall is yours. I have told you three times and you have done nothing.',
      {},
      'complaint',
    ],
    [
      'what ended over a year ago is too late (CODE-2.3)',
      'I want to complain. In June 2025 your officer was rude to me on the phone.',
      {},
      'over_12_months',
    ],
    [
      'what ended eleven months ago is not',
      'I want to complain. In January 2026 your officer was rude to me on the phone.',
      {},
      'complaint',
    ],
    ['what was never put right is not', 'The ceiling came down in June 2025 and has still never been put right.', {}, 'complaint'],
    ['thanks are a compliment', 'Just to say thank you so much, the plumber was brilliant.', {}, 'compliment'],
    ['office hours are an enquiry', 'What are your office hours over Christmas?', {}, 'enquiry'],
    [
      'a copy of what is held is a data request (GDPR-SAR)',
      'Please send me a copy of all the personal data that you hold about me.',
      {},
      'data_request',
    ],
    ['a withdrawal is one', 'I would like to withdraw my complaint about the bins, it is all sorted.', {}, 'withdrawal'],
    [
      'a machine is recognised',
      'I am out of the office until Monday.',
      { is_automated: true, subject: 'Automatic reply' },
      'automated',
    ],
    [
      'dispute within the window is a review (POL-2.8)',
      'I do not accept your response about the porch roof.',
      { history: [{ ...earlier, responded_at: '2026-11-10' }] },
      'review',
    ],
    [
      'dispute after the window is a duplicate (POL-2.4)',
      'I do not accept your response about the porch roof.',
      { history: [{ ...earlier, responded_at: '2026-09-20', closed_at: '2026-09-20' }] },
      'duplicate',
    ],
    [
      'while a promised action is open so is the window (POL-2.8)',
      'I do not accept your response about the porch roof.',
      { history: [{ ...earlier, responded_at: '2026-09-20', actions_open: true }] },
      'review',
    ],
    [
      'the last day of the window counts (CLK-7)',
      'I do not accept your response about the porch roof.',
      { history: [{ ...earlier, responded_at: '2026-10-24' }] },
      'review',
    ],
    [
      'the day after it does not',
      'I do not accept your response about the porch roof.',
      { history: [{ ...earlier, responded_at: '2026-10-23' }] },
      'duplicate',
    ],
    [
      'impatience on an open complaint is attached',
      'The porch roof leaks and nobody has come. Please hurry up.',
      { history: [earlier] },
      'duplicate',
    ],
    [
      'our own late answer is a complaint (CODE-6.3)',
      'I complained about the porch roof. Ten working days have gone and I have not had a response.',
      { history: [earlier] },
      'complaint',
    ],
  ])('%s', (_, text, more, expected) => expect(kind(text, more)).toBe(expected));

  it('a duplicate names the case it repeats', () =>
    expect(
      propose('The porch roof leaks and nobody has come. Please hurry up.', { history: [earlier] }).decision.duplicate_of,
    ).toBe('C-2026-0042'));

  it("an adviser's words are no complaint", () => {
    const call =
      'Agent: If you are unhappy with our poor service you have the right to complain.\nCustomer: My kitchen tap has started dripping, could somebody come?';
    expect(kind(call, { channel: 'phone' })).toBe('service_request');
  });

  it('a review without a response on file says so', () => {
    const proposal = propose('I want stage 2, I am not happy with the outcome of my complaint.');
    expect(proposal.decision.outcome).toBe('review');
    expect(proposal.review_because.join(' ')).toContain('No stage 1 response');
  });

  it('no words and no English are shown to a person', () => {
    for (const text of ['', ' \n', 'Добрий день, у мене тече кран, допоможіть будь ласка'])
      expect(propose(text).needs_review).toBe(true);
  });

  it('says what would change the answer, and deciding again agrees', () => {
    const { would_change } = propose('My solicitor will take you to court if the roof is still not mended. Nobody has come.');
    expect(would_change.every(({ if: sentence }) => sentence.length > 10)).toBe(true);
    const asb = propose('I want to make a complaint about the man upstairs and his loud music.');
    expect(asb.would_change).toContainEqual(expect.objectContaining({ outcome: 'complaint' }));
  });
});

describe('whatever is written (property)', () => {
  const word = fc.constantFrom(
    'nobody',
    'came',
    'the',
    'boiler',
    'complaint',
    'court',
    'claim',
    'issued',
    '2019',
    'upstairs',
    'noise',
    'stole',
    '.',
    '?',
    '\n',
    ',',
    'never',
    'if',
    'Agent:',
    'Customer:',
    'mould',
    '🙂',
    'stage',
    '2',
  );
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.array(word, { maxLength: 60 }).map((words) => words.join(' ')),
  );
  const channel = fc.constantFrom('email', 'social', 'phone', 'web_form', 'staff_log');

  it('a proposal is well formed, and its evidence lies within the text', () => {
    fc.assert(
      fc.property(text, channel, (text, channel) => {
        const proposal = proposalSchema.parse(propose(text, { channel }));
        for (const { start, end } of [...proposal.evidence, ...proposal.facts]) {
          expect(start).toBeLessThanOrEqual(end);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('an exclusion stands on a rule, or a person reads it first, and always shows what speaks for it (CODE-2.5)', () => {
    fc.assert(
      fc.property(text, channel, (text, channel) => {
        const { decision, evidence, needs_review } = propose(text, { channel });
        if (decision.outcome !== 'exclusion') return;
        const speaks = evidence.filter(
          ({ finding, weight }) => weight > 0 && 'exclusion' in finding && finding.exclusion === decision.exclusion,
        );
        expect(speaks.length).toBeGreaterThan(0);
        expect(needs_review || speaks.some(({ rule }) => rule !== 'model')).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('a greeting, a disclaimer or capitals change nothing', () => {
    const messages = [
      'This is the third time I have rung about the boiler and nobody has come.',
      'The kitchen tap started dripping this morning, could somebody come?',
      'Just to say thank you so much, the plumber was brilliant.',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...messages),
        fc.constantFrom('Hello,\n\n', 'Dear Sirs\n', 'Hi there\n\n', ''),
        fc.constantFrom('\n\nThis email is confidential and for the intended recipient only.', '\n\nSent from my phone', ''),
        fc.boolean(),
        (message, greeting, ending, shout) => {
          const whole = greeting + message + ending;
          expect(kind(shout ? whole.toUpperCase() : whole)).toBe(kind(message));
        },
      ),
    );
  });
});

describe('the pack', () => {
  it.each([...EXCLUSIONS, ...TOPICS])('has a rule that speaks for %s', (name) =>
    expect(pack.rules.some(({ finding, weight }) => weight > 0 && Object.values(finding).includes(name))).toBe(true),
  );
  it('a phrase that cannot be read names its rule', () => {
    const [rule] = pack.rules;
    if (!rule) throw new Error('expected a rule');
    expect(() => compileRules([{ ...rule, id: 'bad.phrase', any: ['(never closed'] }], pack.words)).toThrow(
      /bad\.phrase.*closing bracket/,
    );
  });
});
