/** The queries that faces show: read only, one place, so that desk, Slack and reports never disagree. */
import { type Expression, type SqlBool, sql } from 'kysely';
import type { ForwardedFrom, Sender } from '../../channels/contact.ts';
import type { Proposal } from '../../rules/decision.ts';
import type { Db } from '../db/connect.ts';
import type { LetterStatus } from '../db/schema.ts';
import type { Case, CaseEvent, CaseStatus } from './case.ts';
import { type Others, othersOf } from './others.ts';
import { eventsOf, parseCase } from './project.ts';
import { nameOf } from './sentences.ts';

export const QUEUE_TABS = ['waiting', 'open', 'held', 'automatic', 'all'] as const;
/** `waiting`: something to confirm. `open`: decided and not ended. `held`: could not be read. `automatic`: machines' mail. */
export type QueueTab = (typeof QUEUE_TABS)[number];

export interface QueueFilter {
  tab: QueueTab;
  outcome?: string;
  service_area?: string;
  flag?: string;
  status?: string;
  channel?: string;
  overdue?: boolean;
  /** Staff id, or `nobody`. */
  owner?: string;
  /** Words or people, as typed. */
  search?: string;
  /** Opaque, from the page before. */
  after?: string;
  /** Rows a page, 1 to 200. */
  limit: number;
}

export interface QueueRow {
  case_id: string;
  reference: string;
  status: CaseStatus;
  version: number;
  outcome: string | null;
  exclusion: string | null;
  topic: string | null;
  service_area: string | null;
  flags: string[];
  confidence: number | null;
  needs_review: boolean;
  has_pending: boolean;
  is_emergency: boolean;
  is_restricted: boolean;
  owner: { id: string; name: string } | null;
  received_at: Date;
  next_due_at: Date | null;
  channel: string;
  sender_name: string | null;
  subject: string | null;
  /** First words of the newest message, at most 200 characters. */
  excerpt: string;
  held_because: string | null;
}

export interface Queue {
  rows: QueueRow[];
  /** For the next page; null on the last. */
  next: string | null;
}

const FAR = '9999-12-31T00:00:00.000Z';

function tabCondition(tab: QueueTab): Expression<SqlBool> {
  switch (tab) {
    case 'waiting':
      return sql<SqlBool>`cases.has_pending and not cases.is_automated and cases.status <> 'merged'`;
    case 'open':
      return sql<SqlBool>`not cases.has_pending and cases.status not in ('closed', 'merged', 'filed')`;
    case 'held':
      return sql<SqlBool>`cases.has_pending and newest.held_because is not null`;
    case 'automatic':
      return sql<SqlBool>`cases.is_automated and cases.status <> 'merged'`;
    case 'all':
      return sql<SqlBool>`true`;
    default: {
      const never: never = tab;
      return never;
    }
  }
}

/** One page of cases: danger first, then what is due first, then the oldest. */
export async function queue(db: Db, filter: QueueFilter, now: Date): Promise<Queue> {
  let query = db
    .selectFrom('cases')
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('contacts')
          .select(['channel', 'sender', 'subject', 'held_because', sql<string>`left(text, 200)`.as('excerpt')])
          .whereRef('contacts.case_id', '=', 'cases.id')
          .orderBy('received_at', 'desc')
          .limit(1)
          .as('newest'),
      (join) => join.onTrue(),
    )
    .leftJoin('staff', 'staff.id', 'cases.owner')
    .select([
      'cases.id',
      'reference',
      'status',
      'version',
      'outcome',
      'exclusion',
      'topic',
      'service_area',
      'flags',
      'confidence',
      'needs_review',
      'has_pending',
      'is_emergency',
      sql<boolean>`coalesce((cases.state->>'restricted')::boolean, false)`.as('is_restricted'),
      'owner',
      'staff.name as owner_name',
      'cases.received_at',
      'next_due_at',
      'newest.channel',
      'newest.sender',
      'newest.subject',
      'newest.excerpt',
      'newest.held_because',
    ])
    .where(tabCondition(filter.tab));
  if (filter.outcome) query = query.where('outcome', '=', filter.outcome);
  if (filter.service_area) query = query.where('service_area', '=', filter.service_area);
  if (filter.flag) query = query.where(sql<SqlBool>`cases.flags @> array[${filter.flag}]::text[]`);
  if (filter.status) query = query.where('status', '=', filter.status);
  if (filter.channel) query = query.where('newest.channel', '=', filter.channel);
  if (filter.overdue) query = query.where('next_due_at', '<', now);
  if (filter.owner === 'nobody') query = query.where('owner', 'is', null);
  else if (filter.owner) query = query.where('owner', '=', filter.owner);
  const search = filter.search?.trim();
  if (search) query = query.where(searchCondition(search));
  const after = parseCursor(filter.after);
  if (after)
    query = query.where(
      sql<SqlBool>`(not cases.is_emergency, coalesce(next_due_at, ${FAR}::timestamptz), cases.received_at, cases.id)
        > (${after.calm}::boolean, ${after.due}::timestamptz, ${after.received}::timestamptz, ${after.id}::uuid)`,
    );
  const rows = await query
    .orderBy(sql`not cases.is_emergency`)
    .orderBy(sql`coalesce(next_due_at, ${FAR}::timestamptz)`)
    .orderBy('cases.received_at')
    .orderBy('cases.id')
    .limit(filter.limit + 1)
    .execute();
  const page = rows.slice(0, filter.limit);
  const last = rows.length > filter.limit ? page.at(-1) : undefined;
  return {
    rows: page.map(({ id, sender, owner, owner_name, status, excerpt, ...row }) => ({
      ...row,
      case_id: id,
      status: status as CaseStatus,
      owner: owner === null ? null : { id: owner, name: owner_name ?? owner },
      sender_name: sender?.name ?? sender?.email ?? sender?.handle ?? sender?.phone ?? null,
      excerpt: excerpt ?? '',
    })),
    next: last
      ? cursorOf({
          calm: !last.is_emergency,
          due: last.next_due_at?.toISOString() ?? FAR,
          received: last.received_at.toISOString(),
          id: last.id,
        })
      : null,
  };
}

/** People and words of any message of the case, or its reference. */
function searchCondition(search: string): Expression<SqlBool> {
  return sql<SqlBool>`(upper(cases.reference) = upper(${search}) or exists (
    select 1 from contacts where contacts.case_id = cases.id
      and contacts.search @@ (websearch_to_tsquery('english', ${search}) || websearch_to_tsquery('simple', ${search}))))`;
}

interface Cursor {
  calm: boolean;
  due: string;
  received: string;
  id: string;
}

function cursorOf(cursor: Cursor): string {
  return Buffer.from(JSON.stringify([cursor.calm, cursor.due, cursor.received, cursor.id])).toString('base64url');
}

/** A cursor that nobody could have been given starts at the first page. */
function parseCursor(text: string | undefined): Cursor | null {
  if (!text || text.length > 400) return null;
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  if (!Array.isArray(value)) return null;
  const [calm, due, received, id] = value as unknown[];
  const isDate = (day: unknown): day is string => typeof day === 'string' && !Number.isNaN(Date.parse(day));
  if (typeof calm !== 'boolean' || !isDate(due) || !isDate(received) || typeof id !== 'string' || !/^[0-9a-f-]{36}$/.test(id))
    return null;
  return { calm, due, received, id };
}

export interface QueueCounts {
  waiting: number;
  open: number;
  held: number;
  automatic: number;
  emergency: number;
  overdue: number;
  /** Kept and not yet read by the product. */
  arriving: number;
}

export async function queueCounts(db: Db, now: Date): Promise<QueueCounts> {
  const counts = await db
    .selectFrom('cases')
    .select([
      sql<number>`count(*) filter (where has_pending and not is_automated and status <> 'merged')::int`.as('waiting'),
      sql<number>`count(*) filter (where not has_pending and status not in ('closed', 'merged', 'filed'))::int`.as('open'),
      sql<number>`count(*) filter (where is_automated and status <> 'merged')::int`.as('automatic'),
      sql<number>`count(*) filter (where is_emergency)::int`.as('emergency'),
      sql<number>`count(*) filter (where next_due_at < ${now} and status not in ('closed', 'merged'))::int`.as('overdue'),
    ])
    .executeTakeFirstOrThrow();
  const contacts = await db
    .selectFrom('contacts')
    .leftJoin('cases', 'cases.id', 'contacts.case_id')
    .select([
      sql<number>`count(*) filter (where contacts.held_because is not null and cases.has_pending)::int`.as('held'),
      sql<number>`count(*) filter (where contacts.state = 'received')::int`.as('arriving'),
    ])
    .where((eb) => eb.or([eb('contacts.state', '=', 'received'), eb('contacts.held_because', 'is not', null)]))
    .executeTakeFirstOrThrow();
  return { ...counts, ...contacts };
}

/** Messages that are kept and not yet read, oldest first: they are in the queue before anybody has a proposal. */
export async function arriving(db: Db, limit: number) {
  return db
    .selectFrom('contacts')
    .select(['id', 'channel', 'source', 'received_at', 'recorded_at', 'tries', 'last_error'])
    .where('state', '=', 'received')
    .orderBy('recorded_at')
    .limit(limit)
    .execute();
}

export interface AttachmentView {
  id: string;
  name: string;
  type: string;
  declared_type: string | null;
  bytes: number;
  has_content: boolean;
}

export interface MessageView {
  id: string;
  channel: string;
  source: string | null;
  received_at: Date;
  sender: Sender | null;
  subject: string | null;
  text: string;
  full_text: string;
  html: string | null;
  forwarded_from: ForwardedFrom | null;
  is_automated: boolean;
  automated_because: string | null;
  held_because: string | null;
  verified: boolean;
  is_pending: boolean;
  /** The newest proposal; null where there was none. */
  proposal: Proposal | null;
  attachments: AttachmentView[];
}

export interface LetterView {
  id: string;
  kind: string;
  status: LetterStatus;
  to_address: string;
  subject: string;
  created_at: Date;
  sent_at: Date | null;
  last_error: string | null;
}

export interface CaseView {
  case: Case;
  /** Newest first. */
  messages: MessageView[];
  /** Oldest first, each with its actor's name. */
  events: (CaseEvent & { actor_name: string })[];
  /** Cases of the same person, of what may be the same person, and of the same incident. */
  others: Others;
  letters: LetterView[];
}

/** @returns null where there is no such reference */
export async function caseView(db: Db, reference: string): Promise<CaseView | null> {
  const row = await db
    .selectFrom('cases')
    .select(['id', 'state'])
    .where('reference', '=', reference.toUpperCase())
    .executeTakeFirst();
  if (!row) return null;
  const c = parseCase(row.state);
  const events = await eventsOf(db, row.id);
  const staff = await db.selectFrom('staff').select(['id', 'name']).execute();
  const names = new Map(staff.map((one) => [one.id, one.name]));
  const proposals = new Map<string, Proposal | null>();
  for (const { body } of events) if (body.type === 'triaged') proposals.set(body.contact_id, body.proposal);
  for (const link of c.links.filter((one) => one.kind === 'merged_from')) {
    const from = await db.selectFrom('cases').select('id').where('reference', '=', link.reference).executeTakeFirst();
    if (from)
      for (const { body } of await eventsOf(db, from.id))
        if (body.type === 'triaged') proposals.set(body.contact_id, body.proposal);
  }
  return {
    case: c,
    messages: await messages(db, c, proposals),
    events: events.map((event) => ({ ...event, actor_name: nameOf(event.actor, names) })),
    others: await othersOf(db, c),
    letters: await db
      .selectFrom('letters')
      .select(['id', 'kind', 'status', 'to_address', 'subject', 'created_at', 'sent_at', 'last_error'])
      .where('case_id', '=', row.id)
      .orderBy('created_at')
      .execute(),
  };
}

async function messages(db: Db, c: Case, proposals: ReadonlyMap<string, Proposal | null>): Promise<MessageView[]> {
  const rows = await db
    .selectFrom('contacts')
    .select([
      'id',
      'channel',
      'source',
      'received_at',
      'sender',
      'subject',
      'text',
      'full_text',
      'html',
      'forwarded_from',
      'is_automated',
      'automated_because',
      'held_because',
      'verified',
    ])
    .where('case_id', '=', c.id)
    .orderBy('received_at', 'desc')
    .orderBy('recorded_at', 'desc')
    .limit(200)
    .execute();
  if (rows.length === 0) return [];
  const files = await db
    .selectFrom('attachments')
    .select(['id', 'contact_id', 'name', 'type', 'declared_type', 'bytes', sql<boolean>`content is not null`.as('has_content')])
    .where(
      'contact_id',
      'in',
      rows.map((row) => row.id),
    )
    .orderBy('position')
    .execute();
  return rows.map((row) => ({
    ...row,
    text: row.text ?? '',
    full_text: row.full_text ?? '',
    is_pending: c.pending.some((one) => one.contact_id === row.id),
    proposal: proposals.get(row.id) ?? null,
    attachments: files
      .filter((file) => file.contact_id === row.id)
      .map(({ id, name, type, declared_type, bytes, has_content }) => ({
        id,
        name,
        type,
        declared_type,
        bytes: Number(bytes),
        has_content,
      })),
  }));
}

/** The bytes of an attachment, or null where there is none or it was over the size that is kept apart. */
export async function attachmentContent(db: Db, id: string): Promise<{ name: string; type: string; content: Buffer } | null> {
  const row = await db.selectFrom('attachments').select(['name', 'type', 'content']).where('id', '=', id).executeTakeFirst();
  return row?.content ? { name: row.name, type: row.type, content: row.content } : null;
}

/** The message as it came. */
export async function rawOf(db: Db, contact_id: string): Promise<Buffer | null> {
  const row = await db.selectFrom('contact_raw').select('raw').where('contact_id', '=', contact_id).executeTakeFirst();
  return row?.raw ?? null;
}

/** Colleagues who can be given a case. */
export async function colleagues(db: Db): Promise<{ id: string; name: string }[]> {
  return db.selectFrom('staff').select(['id', 'name']).where('is_disabled', '=', false).orderBy('name').execute();
}
