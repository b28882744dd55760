/** Changes to a message that say nothing new: whatever is decided must be decided again after each of them. */
import type { TriageInput } from '../../rules/decision.ts';

export type Reword = (message: TriageInput) => TriageInput;
const text =
  (change: (text: string, message: TriageInput) => string): Reword =>
  (message) => ({ ...message, text: change(message.text, message) });

/** A machine, an advertiser or a survey form adds no courtesy of its own. */
export const isPerson = ({ is_automated, text }: TriageInput) => !is_automated && !/unsubscribe|out of 10/i.test(text);

const SLIPS: readonly (readonly [RegExp, string])[] = [
  [/\bdefinitely\b/gi, 'definately'],
  [/\breceived?\b/gi, 'recieved'],
  [/\bcomplaint\b/gi, 'complant'],
  [/\bappointment\b/gi, 'apointment'],
  [/\bneighbour\b/gi, 'nieghbour'],
  [/\bdisappointed\b/gi, 'dissapointed'],
  [/\bbecause\b/gi, 'becuase'],
  [/\btheir\b/gi, 'thier'],
  [/\bwhich\b/gi, 'wich'],
  [/\breally\b/gi, 'realy'],
  [/\buntil\b/gi, 'untill'],
  [/\bwith\b/gi, 'wiht'],
  [/\bresponse\b/gi, 'responce'],
  [/\bceiling\b/gi, 'cieling'],
  [/\bnobody\b/gi, 'noboddy'],
  [/\bplumber\b/gi, 'plummer'],
  [/\bboiler\b/gi, 'boyler'],
  [/\bheating\b/gi, 'heeting'],
  [/\bsolicitor\b/gi, 'soliciter'],
  [/\bplease\b/gi, 'plese'],
  [/\btomorrow\b/gi, 'tommorow'],
  [/\bstairs\b/gi, 'stares'],
  [/\bfriend\b/gi, 'freind'],
  [/\bsurveyor\b/gi, 'surveyer'],
];

const wrap = (width: number) => (body: string) =>
  body
    .split('\n')
    .map((line) => {
      let column = 0;
      return line
        .split(' ')
        .map((word, at) => {
          const turn = column + word.length > width && at > 0;
          column = turn ? word.length : column + word.length + 1;
          return at === 0 ? word : `${turn ? '\n' : ' '}${word}`;
        })
        .join('');
    })
    .join('\n');

/** By name; each leaves outcome, ground and topic as they are. */
export const REWORDINGS: Record<string, { applies?: (message: TriageInput) => boolean; reword: Reword }> = {
  'a greeting': { applies: isPerson, reword: text((body) => `Hello, I hope you are well.\n\n${body}`) },
  'a formal greeting': { applies: isPerson, reword: text((body) => `Dear Sir or Madam,\n\n${body}`) },
  'a time of day': { applies: isPerson, reword: text((body) => `good afternoon\n${body}`) },
  'thanks in advance': { applies: isPerson, reword: text((body) => `${body}\n\nMany thanks in advance for your help.`) },
  'kind regards': { applies: isPerson, reword: text((body) => `${body}\n\nKind regards,\nMorwenna Teague`) },
  'a signature with a telephone': {
    applies: isPerson,
    reword: text((body) => `${body}\n\nYours faithfully\nMr A. Penhale\n3 Court Lane\nTel: 01632 960417`),
  },
  'a disclaimer': {
    reword: text(
      (body) =>
        `${body}\n\nThis email and any attachments are confidential and for the intended recipient only. If you have received it in error, please tell the sender and delete it. Legal action may be taken where it is misused.`,
    ),
  },
  "a firm's small print": {
    reword: text(
      (body) =>
        `${body}\n\nPenhale Catering Ltd. Registered in England and Wales, company number 00000000. Please consider the environment before printing this e-mail.`,
    ),
  },
  'sent from my phone': { reword: text((body) => `${body}\n\nSent from my iPhone`) },
  capitals: {
    reword: (message) => ({ ...message, text: message.text.toUpperCase(), subject: message.subject?.toUpperCase() ?? null }),
  },
  'no capitals': {
    reword: (message) => ({ ...message, text: message.text.toLowerCase(), subject: message.subject?.toLowerCase() ?? null }),
  },
  'common misspellings': {
    reword: text((body) => SLIPS.reduce((changed, [right, wrong]) => changed.replace(right, wrong), body)),
  },
  'no apostrophes': { reword: text((body) => body.replace(/['’]/g, '')) },
  'curly apostrophes and quotes': { reword: text((body) => body.replaceAll("'", '’').replace(/"([^"]*)"/g, '“$1”')) },
  'no full stops': {
    applies: ({ text }) => text.length < 250,
    reword: text((body) => body.replace(/\. /g, ' … ').replace(/\.$/, '')),
  },
  'spaces that do not break': { reword: text((body) => body.replaceAll(' ', '\u00a0')) },
  'double spaces': { reword: text((body) => body.replaceAll(' ', '  ')) },
  'tabs and spaces around lines': { reword: text((body) => `\n\n  ${body.replaceAll('\n', '  \n\t')} \n`) },
  'lines of 60': { reword: text(wrap(60)) },
  'lines of 76 that end in CRLF': { reword: text((body) => wrap(76)(body).replaceAll('\n', '\r\n')) },
  'a paragraph for each sentence': { reword: text((body) => body.replace(/([.!?]) /g, '$1\n\n')) },
  'a face at the end': { reword: text((body) => `${body} 🙂`) },
  'pictures between sentences': { reword: text((body) => body.replace(/([.!?]) /g, '$1 👍🏽 ')) },
  'letters with separate accents and soft hyphens': {
    reword: text((body) => body.replace(/ing\b/g, 'i\u00adng').replace(/\bcafé/g, 'cafe\u0301')),
  },
  'an invisible mark at the start': { reword: text((body) => `\ufeff${body}`) },
};

const OPENING =
  'Agent: Good morning, thank you for calling the housing line. Calls are recorded for training. How can I help?\nCustomer: Oh hello.\nAgent: Could I take your name and the first line of your address?\nCustomer: Yes, of course.\nAgent: Thank you, I have found you. And what is it about today?\nCustomer: ';
const CLOSING =
  '\nAgent: I am sorry to hear that. Let me make a note of it. If you are ever unhappy with our service you have the right to complain, and you may go to the Housing Ombudsman.\nCustomer: Right.\nAgent: Is there anything else that I can do for you?\nCustomer: No, that is everything.\nAgent: Thank you for calling. Goodbye.';

/** A call written down around the customer's words: the agent's turns are set phrases and say nothing of this matter. */
export const CALLS: Record<string, Reword> = {
  'Agent and Customer': text((body) => OPENING + body + CLOSING),
  'Adviser and Caller, with times': text((body) =>
    (OPENING + body + CLOSING)
      .split('\n')
      .map((line, at) =>
        /^(?:Agent|Customer):/.test(line)
          ? `[00:0${Math.min(at, 9)}] ${line.replace(/^Agent/, 'Adviser').replace(/^Customer/, 'Caller')}`
          : line,
      )
      .join('\n'),
  ),
  names: text((body) => (OPENING + body + CLOSING).replace(/^Agent/gm, 'Priya').replace(/^Customer/gm, 'Morwenna')),
};
