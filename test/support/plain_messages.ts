/** Messages that are plainly of one kind, with places for names and days, so that what must not matter can be changed. */
import { addDays, startOfDay, type LocalDate } from '../../rules/days.ts';
import { triageInputSchema, type TriageInput } from '../../rules/decision.ts';
import type { Kind } from '../../rules/kinds.ts';

/** In `text`, `{name}`, `{street}`, `{town}` and `{officer}` stand for names, and `{day:-40}` for the day 40 days before receipt. */
export interface PlainMessage {
  id: string;
  kind: Kind;
  channel: TriageInput['channel'];
  text: string;
  subject?: string;
  is_automated?: boolean;
  /** The earlier case: what it was about, and how many days before receipt each thing happened. */
  earlier?: { text: string; opened: number; responded?: number; final?: number; actions_open?: boolean };
}

export interface Names {
  name: string;
  street: string;
  town: string;
  officer: string;
}
export const OUR_NAMES: Names = { name: 'Dilys Prosser', street: '14 Alder Close', town: 'Ludlow', officer: 'Mrs Hartley' };

/** One way of writing a day; those without a year can only say the last eleven months. */
export type WriteDay = (day: LocalDate) => string;
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const parts = (day: LocalDate) => {
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8))];
  const ending = date % 10 > 3 || date % 10 === 0 || (date > 10 && date < 14) ? 'th' : ['st', 'nd', 'rd'][(date % 10) - 1];
  return { year, month: MONTHS[month - 1] ?? '', number: month, date, ordinal: `${date}${ending}` };
};
export const WAYS_TO_WRITE_A_DAY: Record<string, WriteDay> = {
  ISO: (day) => day,
  slashes: (day) => `${parts(day).date}/${parts(day).number}/${parts(day).year}`,
  'slashes with noughts': (day) => `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`,
  'dots, two figures for the year': (day) => `${parts(day).date}.${parts(day).number}.${day.slice(2, 4)}`,
  'day month year': (day) => `${parts(day).date} ${parts(day).month} ${parts(day).year}`,
  'the ordinal of': (day) => `the ${parts(day).ordinal} of ${parts(day).month} ${parts(day).year}`,
  'month first': (day) => `${parts(day).month} ${parts(day).ordinal}, ${parts(day).year}`,
  'short month': (day) => `${parts(day).date} ${parts(day).month.slice(0, 3)} ${parts(day).year}`,
};

/** The message as it would come in on a day, with these names and its days written in this way. */
export function writeMessage(
  message: PlainMessage,
  received_on: LocalDate = '2026-11-24',
  names: Names = OUR_NAMES,
  writeDay: WriteDay = (day) => `${parts(day).date} ${parts(day).month} ${parts(day).year}`,
): TriageInput {
  const dayOf = (days: number) => addDays(received_on, -days);
  const { earlier } = message;
  return triageInputSchema.parse({
    id: message.id,
    channel: message.channel,
    received_at: new Date(startOfDay(received_on).getTime() + 10 * 3_600_000),
    from: { name: names.name },
    subject: message.subject ?? null,
    text: message.text
      .replace(/\{day:-(\d+)\}/g, (_, days: string) => writeDay(dayOf(Number(days))))
      .replace(/\{(name|street|town|officer)\}/g, (_, which: keyof Names) => names[which]),
    is_automated: message.is_automated ?? false,
    history: earlier
      ? [
          {
            ref: 'C-2026-0042',
            opened_at: dayOf(earlier.opened),
            outcome: 'complaint',
            text: earlier.text,
            responded_at: earlier.responded === undefined ? null : dayOf(earlier.responded),
            final_responded_at: earlier.final === undefined ? null : dayOf(earlier.final),
            closed_at: earlier.final === undefined ? null : dayOf(earlier.final),
            actions_open: earlier.actions_open ?? false,
          },
        ]
      : [],
  });
}

const GUTTER = 'The gutter over my back door has been overflowing onto the step and nobody has come to mend it.';

export const PLAIN_MESSAGES: readonly PlainMessage[] = [
  // A first report, a plain report of a neighbour, a worry, a question about one's own account (POL-2.2, CODE-1.4).
  {
    id: 'request_tap',
    kind: 'service_request',
    channel: 'web_form',
    text: 'The cold tap in my kitchen has started to drip. I noticed it yesterday evening. Could you send a plumber please? I live at {street}, {town}, and I am in on weekdays.',
  },
  {
    id: 'request_leak',
    kind: 'service_request',
    channel: 'phone',
    text: "Hello, it's {name} at {street}. Water is pouring through my bathroom ceiling from the flat above, it started about ten minutes ago and I can't stop it. Please get somebody out to me now.",
  },
  {
    id: 'request_boiler',
    kind: 'service_request',
    channel: 'email',
    subject: 'No heating',
    text: 'Good morning. The boiler stopped working last night, so there is no heating and no hot water. My daughter is four months old. Please can an engineer come today? {name}, {street}.',
  },
  {
    id: 'request_mould',
    kind: 'service_request',
    channel: 'email',
    text: 'I have found black mould behind the wardrobe in the back bedroom this week, when we moved it to paint. I have not told you about it before. Could someone come and look at it? {name}, {street}, {town}',
  },
  {
    id: 'request_neighbour',
    kind: 'service_request',
    channel: 'phone',
    text: "It's only to let you know that the people next door have been having loud music on until two in the morning at weekends. It started a fortnight ago. Could someone have a word with them, please?",
  },
  {
    id: 'request_welfare',
    kind: 'service_request',
    channel: 'staff_log',
    text: 'Caller is worried about {officer} next door at {street}. She is 88, has not been seen since Sunday and her curtains have stayed shut. Asks whether somebody could check that she is all right.',
  },
  {
    id: 'request_account',
    kind: 'service_request',
    channel: 'web_form',
    text: 'Could you please tell me how much rent I owe at the moment, and send me a new payment card? I lost mine last Tuesday. {name}, {street}.',
  },
  {
    id: 'request_gate',
    kind: 'service_request',
    channel: 'social',
    text: 'hi, the side gate at {street} blew off its hinges in the wind on Saturday. can you put it on the list to be fixed please, no rush x',
  },
  // Dissatisfaction with our service, whatever it is called (CODE-1.2, CODE-1.3).
  {
    id: 'complaint_chaser',
    kind: 'complaint',
    channel: 'email',
    subject: 'Gutter',
    text: 'I reported the broken gutter on {day:-62} and again on {day:-31}. This is the third time I have contacted you and still nobody has been. I am very unhappy with how long this is taking. {name}, {street}',
  },
  {
    id: 'complaint_missed_visit',
    kind: 'complaint',
    channel: 'phone',
    text: "Your plumber was meant to come last Tuesday between eight and twelve. I took the morning off work, and he never turned up and nobody rang me. It's the second time you have let me down.",
  },
  {
    id: 'complaint_rude',
    kind: 'complaint',
    channel: 'web_form',
    text: '{officer} from your rent team was very rude to me on the telephone on {day:-6}. She talked over me, told me to stop whining and put the phone down. I expect an apology for the way she spoke to me.',
  },
  {
    id: 'complaint_workmanship',
    kind: 'complaint',
    channel: 'email',
    text: 'Your contractor fitted my new bathroom on {day:-20} and the work is shoddy. The tiles are crooked, the bath leaks, and they left their rubbish in my garden. I want it put right properly. {name}',
  },
  {
    id: 'complaint_noise_ignored',
    kind: 'complaint',
    channel: 'email',
    subject: 'Noise reports',
    text: 'I have sent you diary sheets about the noise from next door every week since the spring. Your housing officer, {officer}, has done nothing at all, does not answer my emails and has closed my case without telling me. I am making a complaint about how you have dealt with it.',
  },
  {
    id: 'complaint_damp',
    kind: 'complaint',
    channel: 'social',
    text: "@landlord I've told you about the damp in my son's room four times now. You said a surveyor would come in September and nobody has been. He's got asthma and it's getting worse. It's just not good enough.",
  },
  {
    id: 'complaint_charge',
    kind: 'complaint',
    channel: 'email',
    subject: 'Service charge',
    text: 'You have charged me for window cleaning that has never been done, and I have queried this twice without an answer. I am not satisfied with the way you handle service charges and I want the money back. {name}, {street}, {town}',
  },
  {
    id: 'complaint_not_called_one',
    kind: 'complaint',
    channel: 'phone',
    text: "I don't want to make a formal complaint, but I'm really disappointed. I've been waiting nine weeks for my back door to be mended and I've had to ring you every week, and nobody ever calls me back.",
  },
  {
    id: 'complaint_solicitor',
    kind: 'complaint',
    channel: 'email',
    text: 'You have still not repaired my roof, although I first reported it on {day:-200}. My solicitor has now sent you a letter before claim. If you go on ignoring me we shall go to court. {name}',
  },
  {
    id: 'complaint_cleaning',
    kind: 'complaint',
    channel: 'web_form',
    text: 'The cleaners have not been to our block for six weeks, although we pay you for it. The stairs are filthy and the bins are overflowing. I have emailed about it and had no reply. This is a very poor service.',
  },
  {
    id: 'complaint_log',
    kind: 'complaint',
    channel: 'staff_log',
    text: '{name}, {street}. Very unhappy that her heating repair has been cancelled three times by our contractor without any notice. Says that nobody keeps her informed and she has had enough. Wants it treated as a complaint.',
  },
  {
    id: 'complaint_thanks_with_a_sting',
    kind: 'complaint',
    channel: 'email',
    text: 'Thank you for finally mending the lift. I am sorry to say, though, that it should never have taken you eleven weeks, and that your staff kept giving me dates that were not kept. I am very disappointed with the service. {name}',
  },
  {
    id: 'complaint_going_on',
    kind: 'complaint',
    channel: 'web_form',
    text: 'The ceiling in my bedroom came down on {day:-500}. You put up a sheet of board and promised to plaster it. It has never been done, I have asked many times, and the hole is still there.',
  },
  // After our answer (POL-2.8, CODE-6.10).
  {
    id: 'review_disagrees',
    kind: 'review',
    channel: 'email',
    subject: 'Your response to my complaint',
    text: 'I have read your stage 1 response about the gutter and I do not agree with it. Please escalate my complaint to stage 2. {name}',
    earlier: { text: GUTTER, opened: 30, responded: 12 },
  },
  {
    id: 'review_phone',
    kind: 'review',
    channel: 'phone',
    text: "I got your letter about my complaint, the one about the overflowing gutter, and I'm not happy with the answer. I want to take it to the next stage.",
    earlier: { text: GUTTER, opened: 24, responded: 9 },
  },
  {
    id: 'review_promise',
    kind: 'review',
    channel: 'web_form',
    text: 'In your response to my complaint about the gutter you promised that it would be renewed within a fortnight. That has not been done. I am not satisfied and want a stage 2 review.',
    earlier: { text: GUTTER, opened: 90, responded: 70, actions_open: true },
  },
  // The grounds (POL-2.4, CODE-2.1 to 2.5).
  {
    id: 'crime_theft',
    kind: 'exclusion.criminal_allegation',
    channel: 'email',
    text: 'I wish to complain. While your electrician was working in my flat on {day:-5} he stole £200 and my gold ring from the bedroom drawer. I have given the police his name. {name}',
  },
  {
    id: 'crime_assault',
    kind: 'exclusion.criminal_allegation',
    channel: 'phone',
    text: 'I want to make a complaint. One of your workmen punched me in the face at my front door yesterday and broke my glasses. I have been to hospital and I have reported the assault to the police.',
  },
  {
    id: 'court_claim',
    kind: 'exclusion.legal_proceedings',
    channel: 'email',
    subject: 'Disrepair',
    text: 'I am complaining about the disrepair in my home. The claim form and the particulars of claim were filed at the county court on {day:-45} and the court has served them on you. {name}, {street}',
  },
  {
    id: 'court_issued',
    kind: 'exclusion.legal_proceedings',
    channel: 'web_form',
    text: 'I want a complaint opened about the damp. My solicitor issued proceedings against you in the county court last month, the claim number is K00HR123, and the hearing is in the new year.',
  },
  {
    id: 'duplicate_after_final',
    kind: 'exclusion.duplicate',
    channel: 'email',
    text: 'I do not accept your stage 2 response about the gutter. It was overflowing and nobody came, as I told you before. I want you to look at my complaint again. {name}',
    earlier: { text: GUTTER, opened: 200, responded: 180, final: 120 },
  },
  {
    id: 'duplicate_after_window',
    kind: 'exclusion.duplicate',
    channel: 'web_form',
    text: 'I am not happy with your response to my complaint about the overflowing gutter over my back door. You were wrong and I want it looked at again.',
    earlier: { text: GUTTER, opened: 240, responded: 215 },
  },
  {
    id: 'duplicate_impatience',
    kind: 'exclusion.duplicate',
    channel: 'email',
    text: 'The gutter over my back door is overflowing and nobody has come to mend it. Please hurry up. {name}',
    earlier: { text: GUTTER, opened: 6 },
  },
  {
    id: 'neighbour_complaint',
    kind: 'exclusion.anti_social_behaviour',
    channel: 'web_form',
    text: 'I want to make a formal complaint about my neighbour at {street}. He plays loud music until three in the morning, shouts on the stairs and lets his dog foul the grass.',
  },
  {
    id: 'neighbour_complaint_phone',
    kind: 'exclusion.anti_social_behaviour',
    channel: 'phone',
    text: "I'd like to put in a complaint against the people upstairs. There are parties every night, they swear at my children and the whole stairwell smells of cannabis.",
  },
  {
    id: 'old_rudeness',
    kind: 'exclusion.over_12_months',
    channel: 'email',
    text: 'I want to make a complaint. On {day:-600} your officer was rude to me at the office and told me to shut up. It happened only that once. I would like it looked into now. {name}',
  },
  {
    id: 'old_repair',
    kind: 'exclusion.over_12_months',
    channel: 'web_form',
    text: 'I wish to complain about a repair. My kitchen floor was left unfinished for three weeks; it was completed on {day:-800} and has been fine since then. I want compensation for that time.',
  },
  {
    id: 'council_road',
    kind: 'exclusion.other_organisation',
    channel: 'email',
    text: "I want to complain about the potholes in {street}. It is the council's road and the council has not mended them for a year. {name}, {town}",
  },
  {
    id: 'water_company',
    kind: 'exclusion.other_organisation',
    channel: 'social',
    text: "I'd like to make a complaint about the water company. They cut off the water main in the street twice last week and they don't answer the phone.",
  },
  // None of these (POL-1.2).
  {
    id: 'thanks',
    kind: 'other.compliment',
    channel: 'email',
    subject: 'Thank you',
    text: 'I just wanted to say a big thank you to the two lads who fitted my new front door on {day:-3}. They were polite, tidy and quick, and I am delighted with it. {name}',
  },
  {
    id: 'thanks_phone',
    kind: 'other.compliment',
    channel: 'phone',
    text: "I'm only ringing to say thank you. {officer} was absolutely wonderful with me, so kind and patient, and I'd like her manager to know.",
  },
  {
    id: 'hours',
    kind: 'other.enquiry',
    channel: 'social',
    text: 'Hi, what time does your office in {town} open on Saturdays, and is there parking nearby?',
  },
  {
    id: 'subject_access',
    kind: 'other.data_request',
    channel: 'email',
    subject: 'Subject access request',
    text: 'Under the data protection law I am asking for a copy of all the personal data that you hold about me, including my housing file. {name}, {street}, {town}',
  },
  {
    id: 'withdrawn',
    kind: 'other.withdrawal',
    channel: 'phone',
    text: "I'd like to withdraw my complaint please. It's all been sorted out now and I don't want to take it any further.",
    earlier: { text: GUTTER, opened: 8 },
  },
  {
    id: 'out_of_office',
    kind: 'other.automated',
    channel: 'email',
    subject: 'Automatic reply: your repair',
    text: 'I am out of the office until {day:-0} with no access to my email. I will answer when I am back.',
    is_automated: true,
  },
  {
    id: 'advertisement',
    kind: 'other.spam',
    channel: 'email',
    subject: 'Grow your website traffic',
    text: 'Dear webmaster, we offer guest posts and quality backlinks that will put your website on page one of every search engine. Buy now and get 20% off your first order! Unsubscribe here.',
  },
  {
    id: 'not_for_us',
    kind: 'other.misdirected',
    channel: 'email',
    subject: 'Your order',
    text: 'Dear Wickstead Carpets, I ordered a stair carpet from your shop on {day:-12} and would like to change the colour to grey. My order number is 55871. {name}',
  },
  {
    id: 'survey_marks',
    kind: 'other.survey',
    channel: 'web_form',
    subject: 'Survey response',
    text: 'Satisfaction survey. Overall satisfaction with the repair: 8 out of 10. Politeness of the operative: 9 out of 10. Time taken: 7 out of 10. Comments: none.',
  },
  {
    id: 'councillor',
    kind: 'other.elected_member',
    channel: 'email',
    subject: 'From the office of Councillor Bevan',
    text: 'Dear colleagues, could you please tell me how many new homes you plan to build in my ward over the next two years, and when the consultation opens? Yours sincerely, Councillor Bevan, {town} Town Council',
  },
  {
    id: 'ombudsman_letter',
    kind: 'other.ombudsman',
    channel: 'email',
    subject: 'Housing Ombudsman: request for information',
    text: 'Dear landlord, we are the Housing Ombudsman Service. We have accepted the case of your resident {name} for investigation. Please send us the complaint file and both responses within 15 working days. Adjudicator, Housing Ombudsman Service',
  },
];
