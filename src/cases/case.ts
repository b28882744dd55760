/** The life of a case as data: what can happen to it, and `apply`, which folds what happened into how it stands. */
import { z } from 'zod';
import { type Clock, clockSchema, deadlineOf, isOpen } from '../../rules/clock.ts';
import { type Moment, MOMENTS } from '../../rules/clocks.ts';
import { type Decision, decisionSchema, packRefSchema, proposalSchema } from '../../rules/decision.ts';

export const CASE_STATUSES = [
  'proposed',
  'requested',
  'logged',
  'acknowledged',
  'responded',
  'refused',
  'filed',
  'merged',
  'closed',
] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

export const LETTER_KINDS = ['receipt', 'alarm'] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

/** How a message found its case. */
export const ATTACHED_BY = ['new', 'token', 'thread', 'reference', 'merge'] as const;

const instant = z.coerce.date();

/** Everything that can happen to a case. Events carry ids, offsets and decisions, never the customer's words or identity. */
export const eventBodySchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('opened'),
    reference: z.string(),
    received_at: instant,
    pack: packRefSchema,
  }),
  z.object({
    type: z.literal('triaged'),
    contact_id: z.uuid(),
    received_at: instant,
    /** Null where reading or triage failed: a person decides. */
    proposal: proposalSchema.nullable(),
    attached_by: z.enum(ATTACHED_BY),
    /** False when the writer is not the case's customer. */
    verified: z.boolean(),
    is_automated: z.boolean(),
    held: z.string().nullable(),
    /** Reference that the subject names without proof; a hint for the person. */
    hint: z.string().nullable(),
  }),
  z.object({
    type: z.literal('confirmed'),
    contact_id: z.uuid(),
    received_at: instant,
    decision: decisionSchema,
    /** Names of the parts in which the person's decision differs from the proposal. */
    changed: z.array(z.string()),
    reason: z.string().nullable(),
  }),
  z.object({
    type: z.literal('corrected'),
    contact_id: z.uuid(),
    received_at: instant,
    decision: decisionSchema,
    changed: z.array(z.string()),
    reason: z.string(),
  }),
  z.object({
    type: z.literal('routed'),
    owner_role: z.string(),
    copies: z.array(z.string()),
    restricted: z.boolean(),
  }),
  z.object({ type: z.literal('clocks_set'), clocks: z.array(clockSchema) }),
  z.object({ type: z.literal('clock_near'), clock: z.string() }),
  z.object({ type: z.literal('clock_missed'), clock: z.string(), at: instant }),
  z.object({ type: z.literal('merged'), into: z.uuid(), into_reference: z.string(), reason: z.string() }),
  z.object({
    type: z.literal('joined'),
    from: z.uuid(),
    from_reference: z.string(),
    contacts: z.array(z.uuid()),
    received_at: instant,
    reason: z.string(),
  }),
  /** Many households report one cause from one place. `place` names a building or a street, never a home. */
  z.object({ type: z.literal('incident_linked'), incident: z.uuid(), kind: z.string(), place: z.string() }),
  z.object({ type: z.literal('taken_up'), contact_id: z.uuid() }),
  z.object({ type: z.literal('noted'), text: z.string() }),
  z.object({ type: z.literal('assigned'), to: z.string().nullable(), name: z.string().nullable() }),
  z.object({ type: z.literal('closed'), reason: z.string() }),
  z.object({ type: z.literal('reopened'), reason: z.string() }),
  z.object({ type: z.literal('letter_queued'), letter_id: z.uuid(), kind: z.enum(LETTER_KINDS) }),
  z.object({ type: z.literal('letter_sent'), letter_id: z.uuid(), kind: z.enum(LETTER_KINDS), sent_at: instant }),
  z.object({ type: z.literal('letter_failed'), letter_id: z.uuid(), kind: z.enum(LETTER_KINDS), because: z.string() }),
  z.object({ type: z.literal('letter_unknown'), letter_id: z.uuid(), kind: z.enum(LETTER_KINDS), because: z.string() }),
]);
export type EventBody = z.infer<typeof eventBodySchema>;
export type EventType = EventBody['type'];

export interface Actor {
  kind: 'bot' | 'staff' | 'clock';
  id: string;
}

export interface CaseEvent {
  case_id: string;
  seq: number;
  at: Date;
  actor: Actor;
  /** Unique per press: the same key again changes nothing. */
  key: string;
  body: EventBody;
}

/** A message of the case that nobody has confirmed yet. */
export const pendingSchema = z.object({
  contact_id: z.string(),
  received_at: instant,
  /** As proposed; null where there is no proposal. */
  decision: decisionSchema.nullable(),
  confidence: z.number().nullable(),
  needs_review: z.boolean(),
  held: z.string().nullable(),
  verified: z.boolean(),
});
export type Pending = z.infer<typeof pendingSchema>;

export const stageSchema = z.object({
  number: z.union([z.literal(1), z.literal(2)]),
  owner: z.string().nullable(),
  approver: z.string().nullable(),
  opened_at: instant,
  acknowledged_at: instant.nullable(),
  responded_at: instant.nullable(),
});
export type Stage = z.infer<typeof stageSchema>;

export const LINK_KINDS = ['hint', 'duplicate_of', 'merged_from'] as const;

export const caseSchema = z.object({
  id: z.string(),
  reference: z.string(),
  status: z.enum(CASE_STATUSES),
  /** Where a closed case stood, so that reopening returns there. */
  status_before: z.enum(CASE_STATUSES).nullable(),
  /** Number of the last event. */
  version: z.int(),
  /** The person's; null while nobody has decided. */
  decision: decisionSchema.nullable(),
  decided: z.object({ by: z.string(), at: instant, contact_id: z.string(), reason: z.string().nullable() }).nullable(),
  pending: z.array(pendingSchema),
  contacts: z.array(z.string()),
  stages: z.array(stageSchema),
  /** The dated facts from which the clocks are computed. */
  moments: z.partialRecord(z.enum(MOMENTS), instant),
  clocks: z.array(clockSchema),
  links: z.array(z.object({ kind: z.enum(LINK_KINDS), reference: z.string() })),
  pack: packRefSchema,
  received_at: instant,
  opened_at: instant,
  changed_at: instant,
  owner: z.object({ id: z.string(), name: z.string() }).nullable(),
  owner_role: z.string().nullable(),
  copies: z.array(z.string()),
  restricted: z.boolean(),
  merged_into: z.object({ id: z.string(), reference: z.string() }).nullable(),
  /** What many households report from one place; the case stays its own. */
  incident: z.object({ id: z.string(), kind: z.string(), place: z.string() }).nullable().default(null),
  /** True while all that came was written by machines. */
  is_automated: z.boolean(),
});
export type Case = z.infer<typeof caseSchema>;

/** Status to which a first decision takes a case. */
const DECIDED: Record<Decision['outcome'], CaseStatus> = {
  service_request: 'requested',
  complaint: 'logged',
  review: 'logged',
  exclusion: 'refused',
  other: 'filed',
};

/** Statuses from which a complaint may still be accepted after all. */
const NOT_YET_COMPLAINT: readonly CaseStatus[] = ['requested', 'refused', 'filed', 'closed'];
/** Statuses in which a person's decision may be replaced: nothing has yet been told to the customer on the strength of it. */
export const CORRECTABLE: readonly CaseStatus[] = ['requested', 'logged', 'refused', 'filed'];

/** Where a decision on one more message takes the case. */
export function statusAfter(status: CaseStatus, decision: Decision, is_correction: boolean): CaseStatus {
  if (status === 'proposed') return DECIDED[decision.outcome];
  if (is_correction && CORRECTABLE.includes(status)) return DECIDED[decision.outcome];
  if (decision.outcome === 'review' && (status === 'responded' || NOT_YET_COMPLAINT.includes(status))) return 'logged';
  if (decision.outcome === 'complaint' && NOT_YET_COMPLAINT.includes(status)) return 'logged';
  return status;
}

function newStage(number: 1 | 2, opened_at: Date): Stage {
  return { number, owner: null, approver: null, opened_at, acknowledged_at: null, responded_at: null };
}

/** Opens stage 1 or 2 where the decision says so; a third never exists (CODE-5.3). */
function stagesAfter(stages: Stage[], decision: Decision, received_at: Date, status: CaseStatus): Stage[] {
  if (status !== 'logged') return stages.filter((stage) => stage.acknowledged_at !== null || stage.responded_at !== null);
  const number = decision.outcome === 'review' ? 2 : 1;
  if (stages.some((stage) => stage.number === number)) return stages;
  const kept = stages.filter((stage) => stage.acknowledged_at !== null || stage.number < number);
  return [...kept, newStage(number, received_at)];
}

function decide(before: Case, event: CaseEvent, body: Extract<EventBody, { type: 'confirmed' | 'corrected' }>): Case {
  const status = statusAfter(before.status, body.decision, body.type === 'corrected');
  const moved = status !== before.status || before.decision === null || body.type === 'corrected';
  const links = body.decision.duplicate_of
    ? [
        ...before.links.filter((link) => link.kind !== 'duplicate_of'),
        { kind: 'duplicate_of' as const, reference: body.decision.duplicate_of },
      ]
    : before.links;
  return {
    ...before,
    status,
    status_before: status === before.status ? before.status_before : null,
    // A further message that changes nothing leaves the case's own decision as it was.
    decision: moved ? body.decision : before.decision,
    decided: moved ? { by: event.actor.id, at: event.at, contact_id: body.contact_id, reason: body.reason } : before.decided,
    pending: before.pending.filter((one) => one.contact_id !== body.contact_id),
    stages: moved ? stagesAfter(before.stages, body.decision, body.received_at, status) : before.stages,
    moments: aware(
      body.decision.outcome === 'review' && status === 'logged'
        ? { ...before.moments, review_requested: body.received_at }
        : before.moments,
      body.decision,
      body.received_at,
    ),
    links,
  };
}

function happened(before: Case, moment: Moment, at: Date): Case['moments'] {
  return before.moments[moment] ? before.moments : { ...before.moments, [moment]: at };
}

/** Danger and hazards are known from the receipt of the first message that tells of them (AWAAB-AWARE). */
function aware(moments: Case['moments'], decision: Decision | null, received_at: Date): Case['moments'] {
  if (decision === null) return moments;
  return {
    ...moments,
    ...(decision.flags.includes('emergency_hazard') && !moments.danger_known ? { danger_known: received_at } : {}),
    ...(decision.hazard_category !== null && !moments.hazard_known ? { hazard_known: received_at } : {}),
  };
}

/**
 * How the case stands after one more event: pure, the same for a live case and for a rebuilt one.
 * @throws Error when the first event is not `opened`, or a second one is
 */
export function apply(before: Case | null, event: CaseEvent): Case {
  const { body } = event;
  if (before === null) {
    if (body.type !== 'opened') throw new Error(`expected the first event of ${event.case_id} to be opened, got ${body.type}`);
    return {
      id: event.case_id,
      reference: body.reference,
      status: 'proposed',
      status_before: null,
      version: event.seq,
      decision: null,
      decided: null,
      pending: [],
      contacts: [],
      stages: [],
      moments: { received: body.received_at },
      clocks: [],
      links: [],
      pack: body.pack,
      received_at: body.received_at,
      opened_at: event.at,
      changed_at: event.at,
      owner: null,
      owner_role: null,
      copies: [],
      restricted: false,
      merged_into: null,
      incident: null,
      is_automated: true,
    };
  }
  const after = applyBody(before, event, body);
  return { ...after, version: event.seq, changed_at: event.at };
}

function applyBody(before: Case, event: CaseEvent, body: EventBody): Case {
  switch (body.type) {
    case 'opened':
      throw new Error(`case ${before.reference} was opened twice`);
    case 'triaged': {
      const pending: Pending = {
        contact_id: body.contact_id,
        received_at: body.received_at,
        decision: body.proposal?.decision ?? null,
        confidence: body.proposal?.confidence ?? null,
        needs_review: body.proposal?.needs_review ?? true,
        held: body.held,
        verified: body.verified,
      };
      const waits = before.pending.some((one) => one.contact_id === body.contact_id);
      const is_decided = before.contacts.includes(body.contact_id) && !waits;
      return {
        ...before,
        // Taken up again, a message replaces its earlier reading; decided once, it stays decided.
        pending: is_decided ? before.pending : [...before.pending.filter((one) => one.contact_id !== body.contact_id), pending],
        contacts: before.contacts.includes(body.contact_id) ? before.contacts : [...before.contacts, body.contact_id],
        moments: is_decided ? before.moments : aware(before.moments, pending.decision, body.received_at),
        links: body.hint ? [...before.links, { kind: 'hint', reference: body.hint }] : before.links,
        is_automated: before.is_automated && body.is_automated,
      };
    }
    case 'confirmed':
    case 'corrected':
      return decide(before, event, body);
    case 'routed':
      return { ...before, owner_role: body.owner_role, copies: body.copies, restricted: body.restricted };
    case 'clocks_set':
      return { ...before, clocks: body.clocks };
    case 'clock_near':
      return before;
    case 'clock_missed':
      return {
        ...before,
        clocks: before.clocks.map((clock) => (clock.id === body.clock ? { ...clock, missed_at: body.at.toISOString() } : clock)),
      };
    case 'merged':
      return {
        ...before,
        status: 'merged',
        status_before: before.status,
        pending: [],
        merged_into: { id: body.into, reference: body.into_reference },
        moments: happened(before, 'settled', event.at),
      };
    case 'joined':
      return {
        ...before,
        contacts: [...before.contacts, ...body.contacts],
        // The earlier receipt counts: a merge never moves a clock back (CLK-3, C-7).
        moments: body.received_at < before.received_at ? { ...before.moments, received: body.received_at } : before.moments,
        received_at: body.received_at < before.received_at ? body.received_at : before.received_at,
        links: [...before.links, { kind: 'merged_from', reference: body.from_reference }],
        is_automated: false,
      };
    case 'incident_linked':
      // Once linked a case stays with the first: a second cause of the same message is told by its words.
      return before.incident ? before : { ...before, incident: { id: body.incident, kind: body.kind, place: body.place } };
    case 'taken_up':
    case 'noted':
      return before;
    case 'assigned':
      return { ...before, owner: body.to === null ? null : { id: body.to, name: body.name ?? body.to } };
    case 'closed':
      return { ...before, status: 'closed', status_before: before.status, moments: happened(before, 'settled', event.at) };
    case 'reopened': {
      const { settled: _, ...moments } = before.moments;
      return { ...before, status: before.status_before ?? 'proposed', status_before: null, moments };
    }
    case 'letter_queued':
    case 'letter_sent':
    case 'letter_failed':
    case 'letter_unknown':
      // A receipt is not the Code's acknowledgement and starts no clock (letters.md 1); an alarm is for colleagues.
      return before;
    default: {
      const never: never = body;
      return never;
    }
  }
}

/** The decision that counts now: the person's, or the newest proposal while nobody has decided. */
export function standing(c: Case): Decision | null {
  return c.decision ?? c.pending.at(-1)?.decision ?? null;
}

/** Every flag that a person decided or that a waiting message proposes: danger does not wait to be confirmed (H-1). */
export function standingFlags(c: Case): Decision['flags'] {
  const all = [c.decision, ...c.pending.map((one) => one.decision)].flatMap((decision) => decision?.flags ?? []);
  return [...new Set(all)];
}

/** The first instant at which something open on the case is too late; null when nothing is due. */
export function nextDue(c: Case): Date | null {
  const ends = c.clocks
    .filter(isOpen)
    .map(deadlineOf)
    .filter((end) => end !== null)
    .map((end) => end.getTime());
  return ends.length === 0 ? null : new Date(Math.min(...ends));
}

/** The clocks without their day-by-day working, which is long and can be computed again. */
export function withoutWorking(clocks: readonly Clock[]): Clock[] {
  return clocks.map((clock) => ({ ...clock, working: [] }));
}
