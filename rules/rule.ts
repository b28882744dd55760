/** The shape of a rule, of the word lists it may use and of the numbers it is weighed by: what a policy pack keeps in `triage/`. */
import { z } from 'zod';
import { findingSchema, outcomeSchema, TRIAGE_CHANNELS } from './decision.ts';

/** What a rule may ask besides words. `dates.*` and `history.*` are worked out by `facts.ts` and `history.ts`. */
export const CONDITIONS = [
  ...TRIAGE_CHANNELS.map((channel) => `channel.${channel}` as const),
  'automated',
  'text.empty',
  'text.not_english',
  'text.short',
  'dates.ended_over_12_months',
  'dates.recent',
  'dates.still_going_on',
  'dates.became_known_recently',
  'history.any',
  'history.same_matter',
  'history.open_request',
  'history.open_complaint',
  'history.responded',
  'history.window_open',
  'history.window_closed',
  'history.final',
  'history.answers',
  'history.other_home',
  'history.new_occurrence',
  'history.nothing_new',
  'history.new_words',
] as const;
export const conditionSchema = z.enum(CONDITIONS);
export type Condition = z.infer<typeof conditionSchema>;

/** What may be said about a match: that it is denied, or only supposed. A rule that still counts then says so in `even`. */
export const DOUBTS = ['negated', 'hypothetical'] as const;
export type Doubt = (typeof DOUBTS)[number];

const phraseListSchema = z.array(z.string().min(2).max(2_000)).min(1).max(200);
const exampleSchema = z.string().min(2).max(4_000);

/** A rule: one finding, the words or facts that show it, its clause, and the sentence that staff read. Its syntax is explained in `README.md`. */
export const ruleSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9_]*(\.[a-z0-9_]+)+$/, 'expected an id such as complaint.chaser'),
    finding: findingSchema,
    /** Log-odds; negative argues against. */
    weight: z
      .number()
      .min(-8)
      .max(8)
      .refine((weight) => weight !== 0, 'expected a weight other than 0'),
    /** `sentence`: everything must be said in one sentence. `message`: anywhere in the message. */
    scope: z.enum(['sentence', 'message']).default('sentence'),
    /** At least one of these is said. */
    any: phraseListSchema.optional(),
    /** Each of these is said too, within the scope. */
    all: phraseListSchema.optional(),
    /** Each of these is said somewhere in the message. */
    anywhere: phraseListSchema.optional(),
    /** None of these is said within the scope. */
    unless: phraseListSchema.optional(),
    /** None of these is said anywhere in the message. */
    unless_anywhere: phraseListSchema.optional(),
    /** Each of these holds. */
    when: z.array(conditionSchema).min(1).optional(),
    /** None of these holds. */
    unless_when: z.array(conditionSchema).min(1).optional(),
    /** Counts even when the words are negated or only supposed. */
    even: z.array(z.enum(DOUBTS)).default([]),
    /** For complaints: false where the words do not say whose fault it is ("I am fed up"); such words count fully only when nothing else explains them. */
    aimed: z.boolean().default(true),
    source: z
      .string()
      .regex(/^[A-Z][A-Z0-9]*-[A-Za-z0-9./]+(, [A-Z][A-Z0-9]*-[A-Za-z0-9./]+)*$/, 'expected clause keys such as POL-2.2, CODE-1.3'),
    because: z.string().min(10).max(300),
    examples: z
      .strictObject({
        match: z.array(exampleSchema).min(1),
        no_match: z.array(exampleSchema).min(1),
        todo: z.array(exampleSchema).default([]),
      })
      .optional(),
  })
  .superRefine((rule, context) => {
    const asksWords = Boolean(rule.any ?? rule.all ?? rule.anywhere);
    if (!asksWords && !rule.when)
      context.addIssue({ code: 'custom', message: `${rule.id}: expected any, all, anywhere or when; got none` });
    const asksHistory = rule.when?.some((fact) => fact.startsWith('history.') || fact.startsWith('channel.'));
    if (asksWords && !rule.examples && !asksHistory)
      context.addIssue({ code: 'custom', message: `${rule.id}: expected examples beside the words; got none` });
  });
export type Rule = z.infer<typeof ruleSchema>;
export const ruleFileSchema = z.array(ruleSchema);

/** `triage/words.yaml`: the word lists that phrases name in braces, and how words are often misspelt or misheard. */
export const wordsSchema = z.strictObject({
  /** Name to phrases; a list may name an earlier list. */
  lists: z.record(z.string().regex(/^[a-z][a-z0-9_]*$/), z.array(z.string().min(1).max(1_000)).min(1)),
  /** Right spelling to wrong ones. */
  spellings: z.record(z.string(), z.array(z.string().min(1)).min(1)).default({}),
});
export type Words = z.infer<typeof wordsSchema>;

/**
 * `triage/cues/*.yaml`: things that messages say, each by many phrases. A cue decides nothing by itself; training sets what it
 * weighs alone, denied, and beside another cue in the same sentence.
 */
export const cuesSchema = z.record(
  z.string().regex(/^[a-z][a-z0-9_]*$/, 'expected a name such as told_before'),
  z.strictObject({
    /** The sentence that staff read: what is said. */
    says: z.string().min(10).max(200),
    any: z.array(z.string().min(2).max(2_000)).min(1).max(600),
  }),
);
export type Cues = z.infer<typeof cuesSchema>;

/** `triage/weights.yaml`: where each line is drawn, in log-odds, so that a landlord can move it without touching code. */
export const weightsSchema = z.strictObject({
  /** What is believed before a word is read. */
  priors: z.partialRecord(outcomeSchema, z.number()),
  /** A flag, theme or hazard is proposed from this sum on. */
  flag: z.number(),
  theme: z.number(),
  hazard: z.number(),
  also_service_request: z.number(),
  /** An exclusion is proposed from this sum on (CODE-2.5); from `exclusion_doubt` on a person is asked to look. */
  exclusion: z.number(),
  exclusion_doubt: z.number(),
  /** A topic is proposed from this sum on, if nothing else is stronger. */
  topic: z.number(),
  review: z.number(),
  /** Dissatisfaction with our own service from this sum on makes an exclusion partial. */
  partial: z.number(),
  /** Share of unaimed dissatisfaction that counts where a fault, a neighbour or a crime explains it. */
  unaimed_share: z.number().min(0).max(1),
  /** With a model: an exclusion is proposed from this probability on (CODE-2.5); from `exclusion_doubt_share` on a person is asked to look. */
  exclusion_share: z.number().min(0.3).max(1),
  /** The same for what repeats an open complaint of the same customer, and is attached to it without a refusal. */
  attach_share: z.number().min(0.2).max(1),
  /** The same for a ground that no rule has found. */
  unshown_share: z.number().min(0.3).max(1),
  exclusion_doubt_share: z.number().min(0).max(1),
  /** With a model: from this probability of dissatisfaction on it is a complaint, unless something else is as sure (CODE-1.3). */
  complaint_share: z.number().min(0).max(0.5),
  /** Share of the message's own words that an earlier case must share to be the same matter. */
  same_matter: z.number().min(0).max(1),
  /** Below this calibrated probability a person is asked to look first. */
  confident: z.number().min(0).max(1),
});
export type Weights = z.infer<typeof weightsSchema>;
