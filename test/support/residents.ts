/** Invented residents' messages that fill a desk the way a week fills one, with proposals that do not change when the rules learn. */
import type { Decision, Evidence, Finding, Proposal, TriageInput } from '../../rules/decision.ts';
import type { TestHouse } from './house.ts';

export interface Filled {
  /** References by what they show. */
  gas: string;
  chaser: string;
  legal: string;
  thanks: string;
  request: string;
  decided: string;
  hostile: string;
}

export const HOSTILE_NAME = `"<script>globalThis.owned=1</script>\u202eevil ${'Verylongname'.repeat(12)}" <x@mail.example>`;

/** Takes in the messages at 10 in the morning of Tuesday 24 November 2026 and before. */
export async function fillDesk(test: TestHouse): Promise<Filled> {
  test.deps.triage = propose;
  const at = (text: string) => new Date(text);
  const take = async (from: string, subject: string, received_at: string, text: string, headers: Record<string, string> = {}) => {
    const { case: c } = await test.arrive({ from, subject, text, received_at: at(received_at), headers });
    return c;
  };
  const chaser = await take(
    'Maria Kowalska <maria.kowalska@mail.example>',
    'Boiler AGAIN',
    '2026-11-23T08:12:00Z',
    `Hello,

This is the third time I have called about the boiler and still nobody has come. Your engineer missed the appointment on 12 November and nobody rang to say so. I have taken two days off work for nothing.

My daughter is eight months old and there is no heating or hot water in the house. I am boiling kettles to wash her bottles. It has been like this since 3 November 2026.

I don't want to make a formal complaint but I want somebody to tell me when this will be fixed and I think we should get some of the rent back.

Maria Kowalska
14 Clun Terrace
07700 900142`,
  );
  const gas = await take(
    'Dean Prosser <dean.prosser@mail.example>',
    'smell of gas in hallway',
    '2026-11-24T08:55:00Z',
    'There is a strong smell of gas in the hallway of our block since last night and my mum who is 81 has a headache. What should we do? Please send somebody now.',
  );
  const legal = await take(
    'Brightwater Law <post@brightwater.example>',
    'Claim issued: Mr T Adeyemi, 3 Corve Court',
    '2026-11-20T15:40:00Z',
    `We act for Mr Adeyemi. The claim form and particulars of claim for disrepair were issued and filed at the County Court at Telford on 16 November 2026 and served on you by post. Our client's complaint about the damp in the bedroom of 3 Corve Court remains as set out in the particulars.`,
  );
  const thanks = await take(
    'Joan Whitlow <joan@mail.example>',
    'Thank you to Kev',
    '2026-11-24T09:20:00Z',
    'I just wanted to say thank you to Kev who fixed my kitchen tap yesterday. He was polite, tidied up and was very quick. A credit to you.',
  );
  const request = await take(
    'Sam Beddoes <sam.beddoes@mail.example>',
    'Kitchen window handle',
    '2026-11-24T09:31:00Z',
    'Good morning, the handle on my kitchen window came off in my hand this morning so it does not shut properly. Could somebody come and look at it? I am in all week.',
  );
  const damp = await take(
    'Aled Powys <aled.powys@mail.example>',
    'Mould behind the wardrobe',
    '2026-11-16T11:05:00Z',
    'The black mould in the back bedroom has come back for the fourth winter. I reported it in January, in March and again in September and each time I was told to open the windows. My son has asthma. Nobody has ever come to look at the wall. I am very unhappy with how this has been handled and I will go to the Housing Ombudsman.',
  );
  await test.press(damp, 'confirm', { contact_id: damp.pending[0]?.contact_id, reason: null });
  await take(
    'Mail Delivery Subsystem <mailer-daemon@mail.example>',
    'Automatic reply: your letter',
    '2026-11-24T07:00:00Z',
    'I am out of the office until Monday 30 November and will read your message when I am back.',
    { 'Auto-Submitted': 'auto-replied' },
  );
  const hostile = await take(
    HOSTILE_NAME,
    '<img src=x onerror="globalThis.owned=1"> {{ 7*7 }} {% raw %}',
    '2026-11-24T09:45:00Z',
    `<script>globalThis.owned=1</script><img src=x onerror="globalThis.owned=1">
{{ constructor.constructor('return process')() }} "><svg onload=globalThis.owned=1>
You never answer. This is the third time I have rung about the leak and nobody came. ${'long'.repeat(200)}`,
  );
  return {
    gas: gas.reference,
    chaser: chaser.reference,
    legal: legal.reference,
    thanks: thanks.reference,
    request: request.reference,
    decided: damp.reference,
    hostile: hostile.reference,
  };
}

const PLAIN = {
  service_area: null,
  flags: [],
  themes: [],
  hazard_category: null,
  duplicate_of: null,
  also_service_request: false,
  partial_exclusions: [],
} satisfies Omit<Decision, 'outcome'>;

type Said = [quote: string, finding: Finding, weight: number, because: string, source: string];

/** What the rules would say, by what the message is about: written out here, so that pages can be told apart from rules. */
function propose(input: TriageInput): Proposal {
  const about = (words: string) => input.text.includes(words);
  if (about('smell of gas'))
    return proposal(
      input,
      0.93,
      {
        ...PLAIN,
        outcome: 'service_request',
        service_area: 'building_safety_compliance',
        flags: ['emergency_hazard', 'vulnerability'],
        themes: ['safety'],
        hazard_category: 'gas_co',
      },
      [
        ['strong smell of gas', { flag: 'emergency_hazard' }, 3.1, 'Reports a smell of gas: danger now.', 'AWAAB-24H'],
        [
          'strong smell of gas in the hallway',
          { hazard_category: 'gas_co' },
          2.4,
          'Gas or carbon monoxide in the home.',
          'AWAAB-AWARE',
        ],
        ['my mum who is 81 has a headache', { flag: 'vulnerability' }, 1.9, 'Somebody old or ill lives there.', 'CODE-5.10'],
        ['Please send somebody now', { outcome: 'service_request' }, 1.2, 'Asks us to come and put something right.', 'CODE-1.4'],
      ],
    );
  if (about('claim form and particulars'))
    return proposal(
      input,
      0.88,
      {
        ...PLAIN,
        outcome: 'exclusion',
        exclusion: 'legal_proceedings',
        service_area: 'repairs',
        flags: ['representative'],
        themes: ['damp_mould'],
      },
      [
        [
          'The claim form and particulars of claim for disrepair were issued and filed at the County Court',
          { exclusion: 'legal_proceedings' },
          2.8,
          'A claim has been filed at court.',
          'POL-2.4, CODE-2.2',
        ],
        [
          "Our client's complaint about the damp",
          { outcome: 'complaint' },
          1.1,
          'Calls it a complaint about our service.',
          'CODE-1.2',
        ],
      ],
      ['An exclusion is never certain: each case is decided on its own merits.'],
    );
  if (about('thank you to Kev'))
    return proposal(input, 0.97, { ...PLAIN, outcome: 'other', topic: 'compliment', service_area: 'repairs' }, [
      ['thank you to Kev', { topic: 'compliment' }, 2.2, 'Thanks a colleague by name.', 'POL-1.2'],
    ]);
  if (about('out of the office'))
    return proposal(input, 0.99, { ...PLAIN, outcome: 'other', topic: 'automated' }, [
      ['I am out of the office', { topic: 'automated' }, 3, 'An automatic reply.', 'POL-1.2'],
    ]);
  if (about('window')) {
    const decision: Decision = { ...PLAIN, outcome: 'service_request', service_area: 'repairs' };
    if (!about('mould'))
      return proposal(input, 0.9, decision, [
        [
          'Could somebody come and look at it?',
          { outcome: 'service_request' },
          1.8,
          'Asks us to put something right, for the first time.',
          'CODE-1.4',
        ],
      ]);
  }
  if (about('black mould'))
    return proposal(
      input,
      0.95,
      {
        ...PLAIN,
        outcome: 'complaint',
        service_area: 'building_safety_compliance',
        flags: ['damp_mould', 'vulnerability', 'repeat_contact', 'ombudsman_mentioned'],
        themes: ['damp_mould'],
        hazard_category: 'damp_mould',
      },
      [
        [
          'I am very unhappy with how this has been handled',
          { outcome: 'complaint' },
          2.6,
          'Says outright that our handling was wrong.',
          'CODE-1.2',
        ],
        ['The black mould in the back bedroom', { flag: 'damp_mould' }, 2.2, 'Mould in the home.', 'AWAAB-AWARE'],
      ],
    );
  return proposal(
    input,
    0.72,
    {
      ...PLAIN,
      outcome: 'complaint',
      service_area: 'repairs',
      flags: ['vulnerability', 'repeat_contact', 'ongoing', 'compensation_requested'],
      themes: ['outstanding_repair', 'missed_appointment', 'heating'],
      hazard_category: 'excess_cold',
      also_service_request: true,
    },
    [
      [
        'This is the third time I have',
        { outcome: 'complaint' },
        1.6,
        'Says we were told before and did not act.',
        'POL-2.2, CODE-1.3',
      ],
      [
        'third time I have called about the boiler and still nobody has come',
        { flag: 'repeat_contact' },
        1.4,
        'Has been in touch about the same matter before.',
        'POL-2.2',
      ],
      ['still nobody has come', { outcome: 'complaint' }, 1.3, 'Dissatisfied with lack of action.', 'CODE-1.2'],
      [
        'engineer missed the appointment',
        { outcome: 'complaint' },
        1.5,
        'A missed appointment is lack of action.',
        'POL-2.2, CODE-1.3',
      ],
      ['My daughter is eight months old', { flag: 'vulnerability' }, 2, 'A child under five lives there.', 'CODE-5.10'],
      ['no heating or hot water in the house', { hazard_category: 'excess_cold' }, 1.7, 'No heating in the home.', 'AWAAB-AWARE'],
      [
        "I don't want to make a formal complaint",
        { outcome: 'complaint' },
        -0.4,
        'Says that it is not a formal complaint; the word is not needed.',
        'CODE-1.3',
      ],
      [
        'I want somebody to tell me when this will be fixed',
        { outcome: 'service_request' },
        0.9,
        'Asks us to put something right.',
        'CODE-1.4',
      ],
    ],
    ['It says that it is no formal complaint: the resident is offered the choice, and the answer is recorded.'],
  );
}

function proposal(
  input: TriageInput,
  confidence: number,
  decision: Decision,
  said: Said[],
  review_because: string[] = [],
): Proposal {
  const evidence = said.flatMap(([quote, finding, weight, because, source]): Evidence[] => {
    const start = input.text.indexOf(quote);
    return start < 0
      ? []
      : [{ rule: `test.${because.length}`, finding, weight, start, end: start + quote.length, source, because }];
  });
  const since = input.text.indexOf('since 3 November 2026');
  return {
    decision,
    confidence,
    needs_review: review_because.length > 0,
    review_because,
    evidence,
    facts: since < 0 ? [] : [{ role: 'still_going_on', from_on: '2026-11-03', to_on: null, start: since, end: since + 21 }],
    would_change:
      decision.outcome === 'complaint'
        ? [{ if: 'Had it not said that we were told before', outcome: 'service_request', exclusion: null, topic: null }]
        : [],
    pack: { pack: 'connexus-2024', version: 1 },
    model: null,
  };
}
