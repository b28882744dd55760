/** Messages of which a person has said what they are: the measure of every change to a rule. */
import { z } from 'zod';
import {
  exclusionSchema,
  flagSchema,
  hazardSchema,
  outcomeSchema,
  serviceAreaSchema,
  themeSchema,
  topicSchema,
  triageInputSchema,
} from './decision.ts';

/** What a person decided; what is left out is null, empty or false. */
export const labelSchema = z
  .strictObject({
    outcome: outcomeSchema,
    exclusion: exclusionSchema.nullable().default(null),
    topic: topicSchema.nullable().default(null),
    service_area: serviceAreaSchema.nullable().default(null),
    flags: z.array(flagSchema).default([]),
    themes: z.array(themeSchema).default([]),
    hazard_category: hazardSchema.nullable().default(null),
    also_service_request: z.boolean().default(false),
    partial_exclusions: z.array(exclusionSchema).default([]),
    duplicate_of: z.string().nullable().default(null),
  })
  .refine((label) => (label.outcome === 'exclusion') === (label.exclusion !== null), 'a ground goes with outcome exclusion, only')
  .refine((label) => (label.outcome === 'other') === (label.topic !== null), 'a topic goes with outcome other, only');
export type Label = z.infer<typeof labelSchema>;

/** Manners of writing in which a decision must be as good as in any other. */
export const VOICES = [
  'plain',
  'second_language',
  'dyslexic',
  'capitals',
  'elderly',
  'angry',
  'sarcastic',
  'polite',
  'terse',
  'rambling',
  'not_english',
] as const;
export type Voice = (typeof VOICES)[number];

export const labelledMessageSchema = z.strictObject({
  ...triageInputSchema.shape,
  voice: z.enum(VOICES).default('plain'),
  label: labelSchema,
});
export type LabelledMessage = z.infer<typeof labelledMessageSchema>;
/** One file of a pack's `messages/`. */
export const labelledFileSchema = z.array(labelledMessageSchema);
