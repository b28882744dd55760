/** What each word of the vocabulary is called on a page: identifiers are for data, these are for colleagues. */
import type { ChannelName } from '../../channels/contact.ts';
import type { Decision, Exclusion, Finding, Flag, Hazard, Outcome, ServiceArea, Theme, Topic } from '../../rules/decision.ts';

export const OUTCOME_WORDS: Record<Outcome, string> = {
  service_request: 'Service request',
  complaint: 'Complaint, stage 1',
  review: 'Review, stage 2',
  exclusion: 'Exclusion',
  other: 'Other',
};

/** One line under each outcome on the correction form. */
export const OUTCOME_HINTS: Record<Outcome, string> = {
  service_request: 'Asks us to put something right, with nothing said against how we have served them',
  complaint: 'Any dissatisfaction with our service, our staff or our contractors. The word is not needed',
  review: 'Disagrees with a stage 1 response, or says that what it promised was not done',
  exclusion: 'Each on its merits. The resident is told why in writing and how to reach the Ombudsman',
  other: 'None of these: thanks, an enquiry, a data request, spam',
};

export const EXCLUSION_WORDS: Record<Exclusion, string> = {
  criminal_allegation: 'Allegation of a crime',
  legal_proceedings: 'Legal proceedings have started',
  duplicate: 'Already answered, or repeats an open complaint',
  anti_social_behaviour: 'Anti-social behaviour of a neighbour',
  over_12_months: 'Ended and known of more than 12 months ago',
  other_organisation: 'Another organisation is responsible',
};

export const TOPIC_WORDS: Record<Topic, string> = {
  compliment: 'Compliment',
  enquiry: 'Enquiry',
  elected_member: 'Elected member’s enquiry',
  ombudsman: 'Ombudsman',
  survey: 'Survey answer',
  automated: 'Automatic mail',
  spam: 'Spam',
  misdirected: 'Misdirected',
  data_request: 'Data request',
  withdrawal: 'Withdrawal or acceptance',
};

export const AREA_WORDS: Record<ServiceArea, string> = {
  repairs: 'Repairs',
  communities: 'Communities',
  asset_management: 'Asset management',
  building_safety_compliance: 'Building safety and compliance',
  development: 'Development',
  support_services: 'Support services',
  finance_procurement: 'Finance and procurement',
  governance: 'Governance',
};

export const THEME_WORDS: Record<Theme, string> = {
  outstanding_repair: 'Outstanding repair',
  damp_mould: 'Damp and mould',
  communication: 'Communication',
  individual_needs: 'Individual needs',
  staff_conduct: 'Staff conduct',
  missed_appointment: 'Missed appointment',
  workmanship: 'Workmanship',
  asb_handling: 'Handling of anti-social behaviour',
  estate: 'Estate',
  charges: 'Charges',
  complaint_handling: 'Complaint handling',
  heating: 'Heating',
  safety: 'Safety',
  new_home_defect: 'New home defect',
  allocation: 'Allocation',
  adaptation: 'Adaptation',
};

/** Most serious first: the order in which pages name them. */
export const FLAG_WORDS: Record<Flag, string> = {
  emergency_hazard: 'Emergency hazard',
  safeguarding: 'Safeguarding',
  vulnerability: 'Vulnerability',
  damp_mould: 'Damp or mould',
  discrimination: 'Discrimination alleged',
  legal_threat: 'Legal threat',
  insurance_claim: 'Insurance claim',
  ombudsman_mentioned: 'Ombudsman mentioned',
  elected_member: 'Elected member',
  media_threat: 'Media threat',
  abusive: 'Abuse of staff',
  staff_conduct: 'Conduct of a colleague',
  reasonable_adjustment: 'Reasonable adjustment',
  language_support: 'Language support',
  representative: 'Representative',
  anonymous: 'Anonymous',
  compensation_requested: 'Compensation requested',
  repeat_contact: 'Repeat contact',
  ongoing: 'Ongoing',
};
export const FLAGS_BY_SERIOUSNESS = Object.keys(FLAG_WORDS) as Flag[];

export const HAZARD_WORDS: Record<Hazard, string> = {
  damp_mould: 'Damp and mould',
  excess_cold: 'Excess cold',
  excess_heat: 'Excess heat',
  falls: 'Falls',
  structural: 'Structural collapse or falling parts',
  fire: 'Fire and explosion',
  electrical: 'Electrical',
  hygiene: 'Hygiene, pests or food safety',
  gas_co: 'Gas or carbon monoxide',
};

export const CHANNEL_WORDS: Record<ChannelName, string> = {
  email: 'Email',
  x: 'X',
  facebook: 'Facebook',
  instagram: 'Instagram',
  phone: 'Phone',
  web_form: 'Web form',
  staff_log: 'Taken down by staff',
};

/** The outcome with its ground or topic, as one phrase: `Exclusion: legal proceedings have started`. */
export function decisionWords(decision: Decision): string {
  switch (decision.outcome) {
    case 'exclusion':
      return `Exclusion: ${lowerFirst(EXCLUSION_WORDS[decision.exclusion])}`;
    case 'other':
      return TOPIC_WORDS[decision.topic];
    case 'service_request':
    case 'complaint':
    case 'review':
      return OUTCOME_WORDS[decision.outcome];
    default:
      return decision satisfies never;
  }
}

/** What one piece of evidence argues about, as a noun phrase. */
export function findingWords(finding: Finding): string {
  if ('outcome' in finding) return OUTCOME_WORDS[finding.outcome];
  if ('exclusion' in finding) return `Exclusion: ${lowerFirst(EXCLUSION_WORDS[finding.exclusion])}`;
  if ('topic' in finding) return TOPIC_WORDS[finding.topic];
  if ('service_area' in finding) return `Service area: ${AREA_WORDS[finding.service_area]}`;
  if ('theme' in finding) return `Theme: ${lowerFirst(THEME_WORDS[finding.theme])}`;
  if ('flag' in finding) return `Flag: ${lowerFirst(FLAG_WORDS[finding.flag])}`;
  if ('hazard_category' in finding) return `Hazard: ${lowerFirst(HAZARD_WORDS[finding.hazard_category])}`;
  return 'Also a service request';
}

/** Words inside a sentence; proper nouns keep their capital. */
export function lowerFirst(words: string): string {
  return words.startsWith('Ombudsman') ? words : words.charAt(0).toLowerCase() + words.slice(1);
}

/** At or above: proposals of this certainty are confirmed about nine times in ten, so one press is honest. */
const HIGH_CONFIDENCE = 0.85;
const MEDIUM_CONFIDENCE = 0.6;
export type Certainty = 'High' | 'Medium' | 'Low';

/** Certainty in words, never a bare number. @param confidence calibrated probability, 0 to 1 */
export function certainty(confidence: number): Certainty {
  if (confidence >= HIGH_CONFIDENCE) return 'High';
  return confidence >= MEDIUM_CONFIDENCE ? 'Medium' : 'Low';
}

/** What the certainty means: how often proposals like this one turn out right. */
export function certaintySentence(confidence: number): string {
  const in_ten = Math.min(9, Math.max(1, Math.round(confidence * 10)));
  return `about ${in_ten} in 10 proposals like this one are confirmed as they stand`;
}

/** Joins a list the way it is spoken: `a`, `a and b`, `a, b and c`. */
export function listWords(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
