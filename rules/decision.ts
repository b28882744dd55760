/** The words of every decision, as `triage` proposes it and a person confirms it: one vocabulary for code, rules, database and reports. */
import { z } from 'zod';

export const OUTCOMES = ['service_request', 'complaint', 'review', 'exclusion', 'other'] as const;
export const EXCLUSIONS = [
  // In order of precedence when two fit.
  'criminal_allegation',
  'legal_proceedings',
  'duplicate',
  'anti_social_behaviour',
  'over_12_months',
  'other_organisation',
] as const;
export const TOPICS = [
  'compliment',
  'enquiry',
  'elected_member',
  'ombudsman',
  'survey',
  'automated',
  'spam',
  'misdirected',
  'data_request',
  'withdrawal',
] as const;
export const SERVICE_AREAS = [
  'repairs',
  'communities',
  'asset_management',
  'building_safety_compliance',
  'development',
  'support_services',
  'finance_procurement',
  'governance',
] as const;
export const THEMES = [
  'outstanding_repair',
  'damp_mould',
  'communication',
  'individual_needs',
  'staff_conduct',
  'missed_appointment',
  'workmanship',
  'asb_handling',
  'estate',
  'charges',
  'complaint_handling',
  'heating',
  'safety',
  'new_home_defect',
  'allocation',
  'adaptation',
] as const;
export const FLAGS = [
  'emergency_hazard',
  'damp_mould',
  'vulnerability',
  'safeguarding',
  'reasonable_adjustment',
  'representative',
  'elected_member',
  'ombudsman_mentioned',
  'legal_threat',
  'insurance_claim',
  'compensation_requested',
  'repeat_contact',
  'ongoing',
  'staff_conduct',
  'discrimination',
  'abusive',
  'media_threat',
  'language_support',
  'anonymous',
] as const;
export const HAZARDS = [
  'damp_mould',
  'excess_cold',
  'excess_heat',
  'falls',
  'structural',
  'fire',
  'electrical',
  'hygiene',
  'gas_co',
] as const;
/** How a message reached the landlord, as far as its reading depends on it. */
export const TRIAGE_CHANNELS = ['email', 'social', 'phone', 'web_form', 'staff_log'] as const;

export const outcomeSchema = z.enum(OUTCOMES);
export const exclusionSchema = z.enum(EXCLUSIONS);
export const topicSchema = z.enum(TOPICS);
export const serviceAreaSchema = z.enum(SERVICE_AREAS);
export const themeSchema = z.enum(THEMES);
export const flagSchema = z.enum(FLAGS);
export const hazardSchema = z.enum(HAZARDS);

export type Outcome = z.infer<typeof outcomeSchema>;
export type Exclusion = z.infer<typeof exclusionSchema>;
export type Topic = z.infer<typeof topicSchema>;
export type ServiceArea = z.infer<typeof serviceAreaSchema>;
export type Theme = z.infer<typeof themeSchema>;
export type Flag = z.infer<typeof flagSchema>;
export type Hazard = z.infer<typeof hazardSchema>;
export type TriageChannel = (typeof TRIAGE_CHANNELS)[number];

const aspects = {
  service_area: serviceAreaSchema.nullable(),
  flags: z.array(flagSchema),
  themes: z.array(themeSchema),
  /** Starts a hazard clock at receipt, whatever the outcome is. */
  hazard_category: hazardSchema.nullable(),
  /** Reference of the case that this message repeats. */
  duplicate_of: z.string().nullable(),
  also_service_request: z.boolean(),
  partial_exclusions: z.array(exclusionSchema),
};

/** What a message is: the same type for the bot's proposal and for the person's decision. */
export const decisionSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('service_request'), ...aspects }),
  z.object({ outcome: z.literal('complaint'), ...aspects }),
  z.object({ outcome: z.literal('review'), ...aspects }),
  z.object({ outcome: z.literal('exclusion'), exclusion: exclusionSchema, ...aspects }),
  z.object({ outcome: z.literal('other'), topic: topicSchema, ...aspects }),
]);
export type Decision = z.infer<typeof decisionSchema>;

/** The one thing that a rule says. */
export const findingSchema = z.union([
  z.strictObject({ outcome: outcomeSchema.exclude(['exclusion', 'other']) }),
  z.strictObject({ exclusion: exclusionSchema }),
  z.strictObject({ topic: topicSchema }),
  z.strictObject({ service_area: serviceAreaSchema }),
  z.strictObject({ theme: themeSchema }),
  z.strictObject({ flag: flagSchema }),
  z.strictObject({ hazard_category: hazardSchema }),
  z.strictObject({ also_service_request: z.literal(true) }),
]);
export type Finding = z.infer<typeof findingSchema>;

/** Words in the message that argue for a finding or, with a negative weight, against it. */
export const evidenceSchema = z.object({
  /** Rule id such as `complaint.chaser`, or `model` for what the trained model weighed, or `fact.*` for a dated fact. */
  rule: z.string(),
  finding: findingSchema,
  /** Log-odds; negative argues against. */
  weight: z.number(),
  /** UTF-16 offsets into the message's text; start equals end when the evidence is not in the words (history, the model). */
  start: z.int().min(0),
  end: z.int().min(0),
  /** Clause keys, such as `POL-2.2, CODE-1.3`. */
  source: z.string(),
  /** The sentence that staff read. */
  because: z.string(),
});
export type Evidence = z.infer<typeof evidenceSchema>;

/** What is being said about when something happened; days are London calendar days. */
export const DATE_ROLES = ['happened', 'ended', 'became_known', 'still_going_on', 'background'] as const;
export const datedFactSchema = z.object({
  role: z.enum(DATE_ROLES),
  /** First and last day on which it may have been; null where the words leave that end open. */
  from_on: z.iso.date().nullable(),
  to_on: z.iso.date().nullable(),
  start: z.int().min(0),
  end: z.int().min(0),
});
export type DatedFact = z.infer<typeof datedFactSchema>;

/** One fact that, if it were otherwise, would change the proposed outcome: computed by deciding again without it. */
export const changerSchema = z.object({
  /** Plain sentence: what would have to be different. */
  if: z.string(),
  outcome: outcomeSchema,
  exclusion: exclusionSchema.nullable(),
  topic: topicSchema.nullable(),
});
export type Changer = z.infer<typeof changerSchema>;

export const packRefSchema = z.object({ pack: z.string(), version: z.int().min(1) });
export type PackRef = z.infer<typeof packRefSchema>;

export const proposalSchema = z.object({
  decision: decisionSchema,
  /** Calibrated probability, 0 to 1, that a person would confirm outcome and ground as they stand. */
  confidence: z.number().min(0).max(1),
  /** True when a person should read the message before trusting the proposal. */
  needs_review: z.boolean(),
  /** Why a person should read first; empty when `needs_review` is false. */
  review_because: z.array(z.string()),
  evidence: z.array(evidenceSchema),
  facts: z.array(datedFactSchema),
  would_change: z.array(changerSchema),
  pack: packRefSchema,
  /** Version of the statistical model that gave evidence, or null when there was none. */
  model: z.string().nullable(),
});
export type Proposal = z.infer<typeof proposalSchema>;

/** Without a zone an instant means another one on another machine, and a deadline moves. */
const instantSchema = z.union(
  [z.date(), z.iso.datetime({ offset: true }).transform((text) => new Date(text))],
  'expected ISO 8601 with a zone, such as 2026-11-24T09:00:00Z',
);
/** Of an earlier case the day alone may be known. */
const momentOrDaySchema = z.union(
  [
    z.date(),
    z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
    z.iso.date().transform((text) => new Date(text)),
  ],
  'expected ISO 8601 with a zone or a day, such as 2026-11-24T09:00:00Z or 2026-11-24',
);

/** An earlier case of the same customer. */
export const earlierCaseSchema = z.object({
  ref: z.string(),
  opened_at: momentOrDaySchema,
  closed_at: momentOrDaySchema.nullable().default(null),
  /** When the stage 1 response was sent. */
  responded_at: momentOrDaySchema.nullable().default(null),
  outcome: outcomeSchema.nullable().default(null),
  service_area: serviceAreaSchema.nullable().default(null),
  text: z.string().default(''),
  /** When the stage 2 response was sent: the process is complete. */
  final_responded_at: momentOrDaySchema.nullable().default(null),
  /** When the last promised action was completed; null while one is open or where none was promised. */
  actions_completed_at: momentOrDaySchema.nullable().default(null),
  /** True while an action promised in the response is not done. */
  actions_open: z.boolean().default(false),
  /** The message came as an answer to this case: by its thread, reply address or proven reference. */
  answered: z.boolean().default(false),
});
export type EarlierCase = z.infer<typeof earlierCaseSchema>;

/** All that triage may know. `received_at` is also "today": there is no other clock. */
export const triageInputSchema = z.object({
  id: z.string(),
  channel: z.enum(TRIAGE_CHANNELS),
  received_at: instantSchema,
  from: z
    .object({
      name: z.string().nullable().default(null),
      email: z.string().nullable().default(null),
      phone: z.string().nullable().default(null),
      handle: z.string().nullable().default(null),
    })
    .prefault({}),
  subject: z.string().nullable().default(null),
  text: z.string(),
  history: z.array(earlierCaseSchema).default([]),
  /** True when the channel recognised automatic mail. */
  is_automated: z.boolean().default(false),
});
export type TriageInput = z.infer<typeof triageInputSchema>;
