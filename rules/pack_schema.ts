/** The shape of a policy pack: everything that one landlord's policy says, as data, so that no number of a policy lives in code. */
import { z } from 'zod';
import { CLOCK_KINDS, DATA_REQUEST_KINDS, momentSchema, PERIOD_UNITS, periodSchema } from './clock.ts';
import { exclusionSchema, flagSchema, hazardSchema, outcomeSchema, serviceAreaSchema, topicSchema } from './decision.ts';
import { localDateSchema } from './days.ts';
import { fromSchema } from './derive.ts';

const idSchema = z.string().regex(/^[a-z0-9_-]{1,60}$/, 'expected lower-case letters, digits, - or _');
/** The roles that a case's service area gives, to be named wherever a role is. */
export const AREA_ROLES = ['area.request_owner', 'area.stage_1', 'area.deputy', 'area.head'] as const;
/** A role of the pack or of `AREA_ROLES`; which roles there are is checked when the whole pack is seen. */
const ownerSchema = z.string().regex(/^(area\.)?[a-z0-9_]{1,60}$/, 'expected a role such as complaints_team or area.stage_1');
const textSchema = z.string().trim().min(1).max(10_000);
/** Clause keys such as `POL-2.8` or `CODE-6.2, CLK-3`. */
const sourceSchema = z
  .string()
  .regex(/^[A-Z0-9][A-Za-z0-9./-]*(, [A-Z0-9][A-Za-z0-9./-]*)*$/, 'expected clause keys such as CODE-6.2, CLK-3');
/** `stated`: a published text says so. `assumed`: our reading, to be confirmed with the landlord. */
const basisSchema = z.enum(['stated', 'assumed']);

const matchSchema = z.strictObject({
  outcomes: z.array(outcomeSchema).optional(),
  exclusions: z.array(exclusionSchema).optional(),
  topics: z.array(topicSchema).optional(),
  areas: z.array(serviceAreaSchema).optional(),
  flags_any: z.array(flagSchema).optional(),
  flags_all: z.array(flagSchema).optional(),
  hazards: z.array(hazardSchema).optional(),
  channels: z.array(idSchema).optional(),
});
export type Match = z.infer<typeof matchSchema>;

/** To whom a clock applies that starts at receipt; every part given must fit. */
const appliesSchema = z.strictObject({
  outcomes: z.array(outcomeSchema).optional(),
  /** Runs for these too until a person has confirmed them; `none` is a message without a proposal. */
  until_confirmed: z.array(z.enum([...outcomeSchema.options, 'none'])).optional(),
  topics: z.array(topicSchema).optional(),
  data_request_kinds: z.array(z.enum(DATA_REQUEST_KINDS)).optional(),
  flags_any: z.array(flagSchema).optional(),
  /** Runs where the message names a hazard whose category is, or comes, in force: then from that day. */
  hazard: z.literal(true).optional(),
});

const clockBase = { id: idSchema, label: textSchema, source: sourceSchema, basis: basisSchema.default('stated') };
const clockRuleSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...clockBase,
    kind: z.enum(CLOCK_KINDS),
    starts: momentSchema,
    met_by: z.array(momentSchema).min(1),
    ...periodSchema.shape,
    /** A last day that is no working day moves to the next one. */
    rolls: z.boolean().default(false),
    applies: appliesSchema.default({}),
    /** Nothing received before this day has the clock. */
    in_force_from: localDateSchema.nullable().default(null),
    /** The extension that moves this clock's due day. */
    extended_by: idSchema.nullable().default(null),
  }),
  z.strictObject({
    ...clockBase,
    kind: z.literal('extension'),
    /** The clock it extends, as `resp_1_due`: counted from the original due day (CLK-6). */
    starts: z.string().regex(/^[a-z0-9_]+_due$/, 'expected a clock of this pack such as resp_1_due'),
    /** The moment at which the extension letter was sent. */
    given_by: z.enum(['ext_1_sent', 'ext_2_sent']),
    /** Total for the stage, in working days. */
    max_total: z.int().min(1).max(260),
    over_cap: z.enum(['not_allowed', 'good_reason_and_approver', 'uncapped']),
  }),
]);
export type ClockRule = z.infer<typeof clockRuleSchema>;

const stageSchema = z.strictObject({
  id: z.int().min(0),
  name: textSchema,
  informal: z.boolean(),
  handler_role: ownerSchema,
  approver_role: ownerSchema,
  conflict: z.enum(['none', 'no_prior_involvement', 'no_prior_involvement_and_not_stage_1']),
  involved_customer: z.enum(['invite_opt_out', 'none']).default('none'),
  source: sourceSchema,
});

const groundSchema = z.strictObject({
  id: idSchema,
  clause: sourceSchema,
  /** What the ground is, in plain words, as a refusal letter states it. */
  text: textSchema,
  /** True for the examples that the Code itself gives (CODE-2.2). */
  code_example: z.boolean(),
  /** Only `person` stands above the floor: each complaint on its own merits (CODE-2.5). */
  decided_by: z.enum(['person', 'automatic']),
  /** The letter that tells the resident; null where the message is attached or handed over without a refusal. */
  refusal_letter: idSchema.nullable(),
  second_signature: z.boolean(),
  discretion_questions: z.array(textSchema).min(1),
});

export const LETTER_BLOCKS = [
  'ref',
  'definition',
  'ombudsman',
  'adjust',
  'contact',
  'rep',
  'no_detriment',
  'emergency',
  'privacy',
] as const;
const letterSchema = z.strictObject({
  /** File in the pack's `letters/`; null while colleagues write this letter by hand against its checks. */
  template: z
    .string()
    .regex(/^letters\/[a-z0-9_]+\.njk$/)
    .nullable(),
  blocks: z.array(z.enum(LETTER_BLOCKS)),
  checks: z.array(z.strictObject({ id: idSchema, says: textSchema, source: sourceSchema })),
});
export type Letter = z.infer<typeof letterSchema>;

const roleSchema = z.strictObject({ title: textSchema, does: textSchema, basis: basisSchema, source: z.string().min(1) });
const areaSchema = z.strictObject({
  name: textSchema,
  request_owner: idSchema,
  stage_1: idSchema,
  deputy: idSchema,
  head: idSchema,
  copies: z.array(idSchema).default([]),
  basis: basisSchema,
  source: z.string().min(1),
});
const routeSchema = z.strictObject({
  id: idSchema,
  match: matchSchema,
  owner_role: ownerSchema,
  deputy: ownerSchema,
  fallback: ownerSchema,
  copies: z.array(ownerSchema).default([]),
  /** Only the restricted destination and the roles named here may see it (routing S-2). */
  restricted: z.boolean().default(false),
  destination: idSchema,
  active_from: localDateSchema.nullable().default(null),
  active_to: localDateSchema.nullable().default(null),
  basis: basisSchema,
  source: z.string().min(1),
  because: textSchema,
});
export type Route = z.infer<typeof routeSchema>;
/** Who is copied or shut out whatever the route is. */
const copyRuleSchema = z.strictObject({
  match: matchSchema,
  copies: z.array(ownerSchema).default([]),
  restricted: z.boolean().default(false),
  because: textSchema,
  source: z.string().min(1),
});

/** How long a resident may ask for a review: a last day, so in days or months. */
const windowSchema = z.strictObject({
  /** `last_action_completed`: open while a promised action is not done, and then for the period. `resp_1_sent`: from the letter alone. */
  from: z.enum(['last_action_completed', 'resp_1_sent']),
  else: z.literal('resp_1_sent'),
  amount: periodSchema.shape.amount,
  unit: z.enum(PERIOD_UNITS).exclude(['hour']),
});
export type Window = z.infer<typeof windowSchema>;

const contactPointSchema = z.strictObject({
  name: textSchema,
  phone: z.string().min(1).nullable().default(null),
  email: z.string().min(1).nullable().default(null),
  web: z.string().min(1).nullable().default(null),
  post: z.string().min(1).nullable().default(null),
  says: z.string().min(1).nullable().default(null),
});

/** The text of `pack.yaml`. */
export const packFileSchema = z.strictObject({
  pack: idSchema,
  version: z.int().min(1),
  title: textSchema,
  effective_from: localDateSchema,
  /** Last day on which it was in force; null while no later policy has replaced it. */
  effective_to: localDateSchema.nullable().default(null),
  review_by: localDateSchema.nullable(),
  /** The floor it is checked against; null only for historic cases and tests. */
  floor: z.enum(['code-2024']).nullable(),
  /** The pack of which this one says only what differs; null where it stands alone. */
  from: fromSchema.nullable().default(null),
  landlord: z.strictObject({
    name: textSchema,
    subsidiaries: z.array(textSchema),
    homes_band: z.enum(['over_1000', 'up_to_1000']),
  }),
  definitions: z.strictObject({ complaint: textSchema, service_request: textSchema, customer: textSchema }),
  eligibility: z.strictObject({
    who: z.enum(['any_service_user', 'residents', 'anyone']),
    min_age: z.int().min(0).max(21),
    anonymous: z.enum(['accept', 'exclude', 'investigate_only']),
    groups: z.strictObject({ accept: z.boolean(), reply_to: z.enum(['all_named', 'lead']) }),
    representative: z.enum(['explicit_consent', 'authority_confirmed', 'not_allowed']),
    writing_required: z.boolean(),
    word_required: z.boolean(),
  }),
  channels: z
    .array(
      z.strictObject({ id: idSchema, address: z.string().min(1).nullable(), public: z.boolean(), opens_complaint: z.boolean() }),
    )
    .min(1),
  stages: z.array(stageSchema),
  clocks: z.array(clockRuleSchema),
  escalation: z.strictObject({
    label: textSchema,
    opens: z.literal('resp_1_sent'),
    /** Null where the policy sets no end. */
    closes: windowSchema.nullable(),
    late: z.enum(['discretion', 'refuse']),
    reasons_required: z.boolean(),
    source: sourceSchema,
  }),
  hazards: z.strictObject({
    categories: z.partialRecord(
      hazardSchema,
      z.strictObject({ significant_from: localDateSchema.nullable(), covers: textSchema, source: z.string().min(1) }),
    ),
    vulnerability_raises: z.boolean(),
    alarm: z.strictObject({ roles: z.array(idSchema).min(1), acknowledge_minutes: z.int().min(1).max(1440), basis: basisSchema }),
  }),
  grounds: z.array(groundSchema),
  time_limit: z
    .strictObject({
      amount: periodSchema.shape.amount,
      // Dates are read against whole months.
      unit: z.literal('calendar_month'),
      from: z.enum(['occurred_or_aware', 'occurred']),
      continuing_resets: z.boolean(),
      discretion: z.boolean(),
    })
    .nullable(),
  elected_members: z.strictObject({ default: z.enum(['enquiry', 'complaint_if_dissatisfied']), lead_role: idSchema }),
  doubt_decider_role: idSchema,
  roles: z.record(idSchema, roleSchema),
  areas: z.record(serviceAreaSchema, areaSchema),
  routing: z.strictObject({
    routes: z.array(routeSchema).min(1),
    always: z.array(copyRuleSchema),
    fallback_role: idSchema,
    fallback_destination: idSchema,
    restricted_destination: idSchema,
  }),
  /** Whom to tell how long before or after a due day. */
  lateness: z.array(
    z.strictObject({
      clocks: z.array(idSchema).min(1),
      when: z.enum(['before', 'after']),
      working_days: z.int().min(0).max(60),
      roles: z.array(ownerSchema).min(1),
      says: textSchema,
      basis: basisSchema,
    }),
  ),
  unconfirmed: z.strictObject({
    remind_working_hours: z.int().min(1),
    escalate_working_days: z.int().min(1),
    roles: z.array(idSchema),
    basis: basisSchema,
  }),
  contacts: z.strictObject({
    landlord: contactPointSchema,
    adjustments: contactPointSchema,
    ombudsman: contactPointSchema.extend({
      route: z.enum(['any_time', 'after_process', 'eight_weeks_or_designated_person']),
      refer_within_months: z.int().min(1),
      reviewed_on: localDateSchema,
    }),
    privacy: contactPointSchema,
    information_commissioner: contactPointSchema,
    emergency: z.array(contactPointSchema).min(1),
  }),
  letters: z.record(idSchema, letterSchema),
  retention: z.strictObject({
    closed_case: z.strictObject({ amount: z.int().min(1), unit: z.enum(['calendar_month', 'calendar_year']) }),
    hold: z.enum(['legal', 'none']),
    basis: basisSchema,
    source: sourceSchema,
  }),
  /** To whom complaints are reported how often; null where the policy does not say. */
  reporting: z.strictObject({
    year_start: z.string().regex(/^\d{2}-\d{2}$/),
    submission_due: z
      .string()
      .regex(/^\d{2}-\d{2}$/)
      .nullable(),
    monthly_to: textSchema.nullable().default(null),
    quarterly_to: textSchema.nullable(),
    half_year_to: textSchema.nullable(),
    yearly_to: textSchema.nullable().default(null),
    source: sourceSchema,
  }),
  record_fields: z.strictObject({ required: z.array(idSchema), optional: z.array(idSchema) }),
  /** What we assumed where the policy is silent, with the question to put to the landlord. */
  open_points: z.array(z.strictObject({ id: idSchema, about: textSchema, assumed: textSchema })),
});
export type PackFile = z.infer<typeof packFileSchema>;
