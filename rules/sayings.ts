/** Short labelled sayings, one a line: they teach the model many ways of saying one thing, and are never measured on. */
import type { z } from 'zod';
import { exclusionSchema, flagSchema, serviceAreaSchema, type EarlierCase, type TriageInput } from './decision.ts';
import { KINDS, type Kind } from './kinds.ts';

const HISTORIES = ['h.open', 'h.responded', 'h.late', 'h.actions', 'h.final', 'h.request', 'h.closed', 'h.unrelated'] as const;
type Standing = (typeof HISTORIES)[number];

/** What a line says of itself; themes and hazards are not told. */
export interface Saying {
  input: TriageInput;
  kind: Kind;
  service_area: z.infer<typeof serviceAreaSchema> | null;
  flags: z.infer<typeof flagSchema>[];
  also_service_request: boolean;
  partial_exclusions: z.infer<typeof exclusionSchema>[];
}

/** One day for all: no saying rests on the calendar. */
const RECEIVED_AT = new Date('2026-11-24T10:00:00Z');
const REF = 'C-2026-0001';

/**
 * Reads a file of lines `id | kind | area | facts | text`; `-` is none. Facts are flags, `also`, `partial.GROUND`,
 * and where the same person's earlier case stands (`h.open`, `h.responded` …).
 * @throws SyntaxError with the number of the line
 */
export function parseSayings(file: string, text: string): Saying[] {
  return text.split('\n').flatMap((line, at) => {
    if (line.trim() === '' || line.startsWith('#')) return [];
    try {
      return [parseLine(line)];
    } catch (cause) {
      throw new SyntaxError(`${file}:${at + 1}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    }
  });
}

function parseLine(line: string): Saying {
  const [id, kind, area, facts, text, ...rest] = line.split(' | ');
  if (id === undefined || kind === undefined || area === undefined || facts === undefined || text === undefined || rest.length > 0)
    throw new SyntaxError(`expected id | kind | area | facts | text, got ${JSON.stringify(line.slice(0, 60))}`);
  const known = KINDS.find((name) => name === kind);
  if (!known) throw new SyntaxError(`expected a kind such as complaint or exclusion.duplicate, got ${JSON.stringify(kind)}`);
  const words = facts === '-' ? [] : facts.trim().split(/ +/);
  const standing = HISTORIES.find((name) => words.includes(name));
  const partial = words.filter((word) => word.startsWith('partial.'));
  return {
    input: {
      id,
      channel: 'email',
      received_at: RECEIVED_AT,
      from: { name: null, email: null, phone: null, handle: null },
      subject: null,
      text,
      history: standing ? [earlierCase(standing, text)] : [],
      is_automated: false,
    },
    kind: known,
    service_area: area === '-' ? null : serviceAreaSchema.parse(area),
    flags: words.filter((word) => !word.includes('.') && word !== 'also').map((word) => flagSchema.parse(word)),
    also_service_request: words.includes('also'),
    partial_exclusions: partial.map((word) => exclusionSchema.parse(word.slice('partial.'.length))),
  };
}

/** The earlier case as it would lie on file: on the same matter it has the same words. */
function earlierCase(standing: Standing, text: string): EarlierCase {
  const ago = (days: number) => new Date(RECEIVED_AT.getTime() - days * 86_400_000);
  const base: EarlierCase = {
    ref: REF,
    opened_at: ago(40),
    closed_at: null,
    responded_at: null,
    outcome: 'complaint',
    service_area: null,
    text,
    final_responded_at: null,
    actions_completed_at: null,
    actions_open: false,
    answered: false,
  };
  switch (standing) {
    case 'h.open':
      return { ...base, opened_at: ago(9) };
    case 'h.responded':
      return { ...base, responded_at: ago(12) };
    case 'h.late':
      return { ...base, opened_at: ago(200), responded_at: ago(170), closed_at: ago(170) };
    case 'h.actions':
      return { ...base, opened_at: ago(100), responded_at: ago(75), actions_open: true };
    case 'h.final':
      return { ...base, opened_at: ago(150), responded_at: ago(120), final_responded_at: ago(60), closed_at: ago(60) };
    case 'h.request':
      return { ...base, opened_at: ago(25), outcome: 'service_request' };
    case 'h.closed':
      return { ...base, opened_at: ago(400), responded_at: ago(380), closed_at: ago(370) };
    case 'h.unrelated':
      return { ...base, opened_at: ago(300), closed_at: ago(280), responded_at: ago(285), text: 'xylophone quartz zephyr.' };
    default:
      return standing satisfies never;
  }
}
