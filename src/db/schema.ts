/** The tables as TypeScript sees them; `house.test.ts` holds this file against the migrated database. */
import type { ColumnType, JSONColumnType } from 'kysely';
import type { ForwardedFrom, Json, Sender } from '../../channels/contact.ts';

type Timestamp = ColumnType<Date, Date | string, Date | string>;
type JsonColumn<T> = ColumnType<T, string, string>;
/** Has a default, so it may be left out of an insert. */
type Generated<T> =
  T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>;

export interface ContactsTable {
  id: Generated<string>;
  channel: string;
  external_key: string;
  received_at: Timestamp;
  recorded_at: Generated<Timestamp>;
  source: string | null;
  meta: JsonColumn<Json> | null;
  sha256: string;
  state: Generated<'received' | 'triaged'>;
  tries: Generated<number>;
  last_error: string | null;
  held_because: string | null;
  case_id: string | null;
  verified: Generated<boolean>;
  sender: JsonColumn<Sender> | null;
  sender_key: string | null;
  subject: string | null;
  text: string | null;
  full_text: string | null;
  html: string | null;
  thread: Generated<string[]>;
  recipients: Generated<string[]>;
  message_id: string | null;
  forwarded_from: JsonColumn<ForwardedFrom> | null;
  is_public: Generated<boolean>;
  is_automated: Generated<boolean>;
  automated_because: string | null;
  logged_by: string | null;
  search: string | null;
}

export interface ContactRawTable {
  contact_id: string;
  raw: Buffer;
}

export interface AttachmentsTable {
  id: Generated<string>;
  contact_id: string;
  position: number;
  name: string;
  type: string;
  declared_type: string | null;
  bytes: ColumnType<string, number, number>;
  sha256: string;
  content: Buffer | null;
}

export interface CasesTable {
  id: Generated<string>;
  reference: string;
  status: string;
  version: number;
  state: JSONColumnType<object>;
  outcome: string | null;
  exclusion: string | null;
  topic: string | null;
  service_area: string | null;
  flags: Generated<string[]>;
  hazard_category: string | null;
  confidence: number | null;
  needs_review: Generated<boolean>;
  is_proposed: boolean;
  has_pending: boolean;
  owner: string | null;
  owner_role: string | null;
  merged_into: string | null;
  received_at: Timestamp;
  opened_at: Timestamp;
  changed_at: Timestamp;
  next_due_at: Timestamp | null;
  is_emergency: Generated<boolean>;
  is_automated: Generated<boolean>;
  incident: string | null;
}

export interface CaseProofsTable {
  case_id: string;
  proof: string;
  name: string | null;
  said: boolean;
  received_at: Timestamp;
}

export interface CaseTermsTable {
  term: number;
  case_id: string;
}

export interface CaseReportsTable {
  case_id: string;
  place: string;
  place_name: string;
  kind: string;
  home: string | null;
  district: string | null;
  received_at: Timestamp;
}

export interface CaseCustomersTable {
  case_id: string;
  sender_key: string | null;
}

export interface ClocksTable {
  case_id: string;
  id: string;
  kind: string;
  started_at: Timestamp;
  due_on: string | null;
  due_at: Timestamp;
  met_at: Timestamp | null;
  missed_at: Timestamp | null;
  source: string;
}

export interface StagesTable {
  case_id: string;
  number: number;
  owner: string | null;
  approver: string | null;
  opened_at: Timestamp;
  acknowledged_at: Timestamp | null;
  responded_at: Timestamp | null;
}

export interface CaseEventsTable {
  case_id: string;
  seq: number;
  at: Timestamp;
  actor_kind: 'bot' | 'staff' | 'clock';
  actor_id: string;
  key: string;
  body: JSONColumnType<object>;
}

export const LETTER_STATUSES = ['draft', 'queued', 'sending', 'sent', 'failed', 'unknown'] as const;
export type LetterStatus = (typeof LETTER_STATUSES)[number];

export interface LettersTable {
  id: Generated<string>;
  case_id: string | null;
  contact_id: string | null;
  kind: string;
  channel: string;
  once_key: string;
  to_name: string | null;
  to_address: string;
  subject: string;
  text: string;
  checks: Generated<JsonColumn<Json>>;
  status: LetterStatus;
  message_id: string;
  in_reply_to: string | null;
  refs: Generated<string[]>;
  reply_to: string | null;
  auto_submitted: 'auto-replied' | 'auto-generated' | null;
  tries: Generated<number>;
  next_try_at: Generated<Timestamp>;
  sending_by: number | null;
  last_error: string | null;
  created_at: Generated<Timestamp>;
  sent_at: Timestamp | null;
  proof: string | null;
}

export interface SourcesTable {
  id: string;
  cursor: JsonColumn<Json> | null;
  polled_at: Timestamp | null;
  failing_since: Timestamp | null;
  last_error: string | null;
}

export interface ProcessesTable {
  number: Generated<number>;
  worker_ids: Generated<string[]>;
  started_at: Generated<Timestamp>;
  seen_at: Generated<Timestamp>;
}

export interface StaffTable {
  id: string;
  name: string;
  email: string | null;
  roles: Generated<string[]>;
  created_at: Generated<Timestamp>;
  signed_in_at: Timestamp | null;
  is_disabled: Generated<boolean>;
}

export interface SignInLinksTable {
  token_hash: string;
  staff_id: string;
  created_at: Generated<Timestamp>;
  expires_at: Timestamp;
  used_at: Timestamp | null;
}

export interface SessionsTable {
  id_hash: string;
  staff_id: string | null;
  data: Generated<JsonColumn<Json>>;
  created_at: Generated<Timestamp>;
  seen_at: Generated<Timestamp>;
  expires_at: Timestamp;
}

export interface SecretsTable {
  name: string;
  value: string;
}

export interface MigrationsTable {
  name: string;
  sha256: string;
  applied_at: Generated<Timestamp>;
}

export interface Database {
  contacts: ContactsTable;
  contact_raw: ContactRawTable;
  attachments: AttachmentsTable;
  cases: CasesTable;
  case_customers: CaseCustomersTable;
  case_proofs: CaseProofsTable;
  case_terms: CaseTermsTable;
  case_reports: CaseReportsTable;
  clocks: ClocksTable;
  stages: StagesTable;
  case_events: CaseEventsTable;
  letters: LettersTable;
  sources: SourcesTable;
  processes: ProcessesTable;
  staff: StaffTable;
  sign_in_links: SignInLinksTable;
  sessions: SessionsTable;
  secrets: SecretsTable;
  migrations: MigrationsTable;
}

/** Table and column names for the house test, which compares them with the database. */
export type TableName = keyof Database;
