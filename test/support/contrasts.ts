/** Messages in sets of which one fact differs, and with it the decision: what must change it. */
import { triageInputSchema, type TriageInput } from '../../rules/decision.ts';
import type { Kind } from '../../rules/kinds.ts';

export interface Contrast {
  /** Which fact, and the clause that makes it matter. */
  what: string;
  versions: { message: TriageInput; kind: Kind; emergency?: boolean }[];
}

type Version = [
  text: string,
  kind: Kind,
  more?: { emergency?: boolean; received_at?: string; responded_on?: string; history?: unknown[] },
];

function contrast(what: string, ...versions: Version[]): Contrast {
  return {
    what,
    versions: versions.map(([text, kind, { emergency, received_at, responded_on } = {}]) => ({
      kind,
      ...(emergency === undefined ? {} : { emergency }),
      message: triageInputSchema.parse({
        id: what,
        channel: 'email',
        received_at: received_at ?? '2026-11-24T10:00:00Z',
        text,
        history: responded_on
          ? [
              {
                ref: 'C-2025-0007',
                opened_at: '2024-01-08',
                responded_at: responded_on,
                outcome: 'complaint',
                text: 'My garden fence blew down and your contractor has still not put it up again.',
              },
            ]
          : [],
      }),
    })),
  };
}

const RUDE = (when: string) =>
  `I want to make a complaint. ${when} your officer was rude to me at the office and told me to shut up. It happened only once.`;
const LATE: Kind = 'exclusion.over_12_months';
/** In time and a day too late. */
const atLimit = (received_at: string, first: string, second: string) =>
  contrast(
    `received ${received_at.slice(0, 10)}: ${first} is in time, ${second} is too late (CODE-2.3)`,
    [RUDE(first), 'complaint', { received_at }],
    [RUDE(second), LATE, { received_at }],
  );

const NEIGHBOUR = 'The people next door play loud music until three in the morning, every weekend.';
const FENCE = 'I do not agree with your stage 1 response to my complaint about the garden fence. Please look at it again.';

export const CONTRASTS: readonly Contrast[] = [
  atLimit('2026-11-24T10:00:00Z', 'On 24 November 2025', 'On 23 November 2025'),
  atLimit('2026-11-24T23:59:00Z', 'On 2025-11-24', 'On 2025-11-23'),
  atLimit('2026-03-31T10:00:00Z', 'On 31/3/2025', 'On 30/3/2025'),
  atLimit('2028-02-29T10:00:00Z', 'On 28.2.2027', 'On 27.2.2027'),
  atLimit('2027-01-01T10:00:00Z', 'On the 1st of January 2026', 'On the 31st of December 2025'),
  // Half past midnight of the 2nd in London is still the 1st in UTC.
  atLimit('2026-07-01T23:30:00Z', 'On 2 July 2025', 'On 1 July 2025'),
  atLimit('2026-11-24T10:00:00Z', 'Eleven months ago', 'Thirteen months ago'),
  atLimit('2026-11-24T10:00:00Z', '11 months ago', '13 months ago'),
  atLimit('2026-11-24T10:00:00Z', 'In January 2026', 'In October 2025'),
  atLimit('2026-11-24T10:00:00Z', 'Last Easter', 'Two years ago'),
  contrast(
    'what ended long ago, and what still goes on (CODE-2.3)',
    ['I wish to complain. The lift was out of order for a month in 2024. It was repaired in May 2024 and has worked since.', LATE],
    [
      'I wish to complain. The lift has been out of order since May 2024. It has still not been repaired, and you do nothing.',
      'complaint',
    ],
  ),
  contrast(
    'known then, and found out lately (CODE-2.3)',
    ['I wish to complain. In 2023 you charged me twice for the same month. I knew it at the time and said nothing.', LATE],
    [
      'I wish to complain. In 2023 you charged me twice for the same month. I only found out last week, when I went through my statements.',
      'complaint',
    ],
  ),
  contrast(
    'a claim filed, and one only threatened (CODE-2.2)',
    [
      'You have left my home in disrepair and I am complaining. The claim form and the particulars of claim were filed at the county court on 3 November 2026.',
      'exclusion.legal_proceedings',
    ],
    [
      'You have left my home in disrepair and I am complaining. If you do nothing, my solicitor will file a claim at the county court.',
      'complaint',
    ],
    ['You have left my home in disrepair and I am complaining. My solicitor has sent you a letter before claim.', 'complaint'],
  ),
  contrast(
    "a neighbour's noise reported, called a complaint, and our handling of it blamed (POL-2.4)",
    [`${NEIGHBOUR} Could somebody have a word with them?`, 'service_request'],
    [`${NEIGHBOUR} I want to make a formal complaint about them.`, 'exclusion.anti_social_behaviour'],
    [
      `${NEIGHBOUR} I have reported it to you six times, and your housing officer has done nothing about it and does not answer me.`,
      'complaint',
    ],
  ),
  contrast(
    'water turned off, and water pouring (HAZ-2)',
    [
      'A pipe under my sink burst this morning. I have turned it off at the stopcock and mopped up, and the leak has stopped. Could you send a plumber?',
      'service_request',
      { emergency: false },
    ],
    [
      "A pipe under my sink burst this morning. The water is pouring out, I can't turn it off and it is coming through the floor. Could you send a plumber?",
      'service_request',
      { emergency: true },
    ],
  ),
  contrast(
    'disputed within the window, on its last day, the day after and long after (POL-2.8, CLK-7)',
    [FENCE, 'review', { responded_on: '2026-11-10' }],
    [FENCE, 'review', { responded_on: '2026-10-24' }],
    [FENCE, 'exclusion.duplicate', { responded_on: '2026-10-23' }],
    [FENCE, 'exclusion.duplicate', { responded_on: '2026-02-10' }],
  ),
  contrast(
    "a contractor's theft, and rudeness only (POL-2.4)",
    [
      'I want to complain about the plumber you sent on Friday. He stole my purse from the kitchen table while I was upstairs.',
      'exclusion.criminal_allegation',
    ],
    ['I want to complain about the plumber you sent on Friday. He was rude to me and slammed the door in my face.', 'complaint'],
  ),
  contrast(
    "the council's road, and our car park (POL-2.4)",
    [
      "I want to complain about the potholes in the main road. It is the council's road and the council has not filled them.",
      'exclusion.other_organisation',
    ],
    [
      'I want to complain about the potholes in your car park behind our block. I have told you about them twice and you have not filled them.',
      'complaint',
    ],
  ),
  contrast(
    'a first report, and the third one (CODE-1.4, CODE-1.3)',
    ['My back door will not lock since this afternoon. Could you send somebody to mend it?', 'service_request'],
    ['My back door will not lock. This is the third time I have asked you, and nobody has come to mend it.', 'complaint'],
  ),
  contrast(
    'thanks, and thanks with a sting (CODE-1.3)',
    ['Thank you so much for the new boiler. The fitters were lovely and the house is warm at last.', 'other.compliment'],
    [
      'Thank you for the new boiler. But I waited five months for it and nobody ever answered my calls. That is not good enough.',
      'complaint',
    ],
  ),
  contrast(
    'a fault in the home, and the burglary that did it (POL-2.4)',
    ['We were burgled in March and you have still not mended the front door that they kicked in. I want to complain.', 'complaint'],
    ['Your caretaker broke into my flat in October and took my television. I want to complain.', 'exclusion.criminal_allegation'],
  ),
];
