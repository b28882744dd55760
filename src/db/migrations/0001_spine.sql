-- The contact ledger, the events of cases and what is projected from them, the letters outbox, sources, staff and sessions.

-- One row for every message that reached the landlord, kept before anybody reads it (CODE-5.12).
create table contacts (
  id uuid primary key default gen_random_uuid(),
  channel text not null,
  -- Hex SHA-256 of the outside id: ids and URLs can be longer than an index allows.
  external_key text not null,
  -- When any part of the landlord first had it (CLK-3).
  received_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  source text,
  meta jsonb,
  -- Of the bytes as they came, before any masking.
  sha256 text not null,
  state text not null default 'received' check (state in ('received', 'triaged')),
  -- Times that reading or triage was tried and failed, and what stopped the last try.
  tries int not null default 0,
  last_error text,
  -- Why it could not be read; shown to a person while its clock runs.
  held_because text,
  case_id uuid,
  -- False when somebody else than the case's customer wrote to the case.
  verified boolean not null default true,
  sender jsonb,
  -- Normalised identity such as 'email:ann@mail.example'; null while nobody is known.
  sender_key text,
  subject text,
  text text,
  full_text text,
  html text,
  thread text[] not null default '{}',
  recipients text[] not null default '{}',
  message_id text,
  forwarded_from jsonb,
  is_public boolean not null default false,
  is_automated boolean not null default false,
  automated_because text,
  logged_by text,
  -- Words of people and message for the desk's search.
  search tsvector,
  unique (channel, external_key)
);
create index contacts_waiting on contacts (recorded_at) where state = 'received';
create index contacts_held on contacts (received_at) where held_because is not null;
create index contacts_by_sender on contacts (sender_key, received_at desc) where sender_key is not null;
create index contacts_by_case on contacts (case_id, received_at);
create index contacts_search on contacts using gin (search);
create index contacts_by_message_id on contacts (md5(message_id)) where message_id is not null;

create table contact_raw (
  contact_id uuid primary key references contacts on delete cascade,
  raw bytea not null
);
alter table contact_raw alter column raw set storage external;

create table attachments (
  id uuid primary key default gen_random_uuid(),
  contact_id uuid not null references contacts on delete cascade,
  position int not null,
  name text not null,
  type text not null,
  declared_type text,
  bytes bigint not null,
  sha256 text not null,
  content bytea,
  unique (contact_id, position)
);
alter table attachments alter column content set storage external;

create sequence case_references start 100001;

-- Projection of case_events: written only with them, rebuilt by folding them.
create table cases (
  id uuid primary key default gen_random_uuid(),
  reference text not null unique,
  status text not null,
  version int not null,
  -- The whole folded case; the columns beside it are for looking things up.
  state jsonb not null,
  -- The person's decision, or the bot's proposal while nobody has decided.
  outcome text,
  exclusion text,
  topic text,
  service_area text,
  flags text[] not null default '{}',
  hazard_category text,
  confidence real,
  needs_review boolean not null default true,
  is_proposed boolean not null,
  has_pending boolean not null,
  owner text,
  owner_role text,
  merged_into uuid,
  received_at timestamptz not null,
  opened_at timestamptz not null,
  changed_at timestamptz not null,
  -- End of the first open clock; null when nothing is due.
  next_due_at timestamptz,
  is_emergency boolean not null default false,
  is_automated boolean not null default false
);
create index cases_queue on cases (is_emergency desc, next_due_at, id) where has_pending or status not in ('closed', 'merged');
create index cases_by_status on cases (status);
create index cases_by_merge on cases (merged_into) where merged_into is not null;

-- Identity of the customer, beside the fold because it may be erased: events carry no personal data.
create table case_customers (
  case_id uuid primary key references cases on delete cascade,
  sender_key text
);
create index case_customers_by_sender on case_customers (sender_key) where sender_key is not null;

create table clocks (
  case_id uuid not null references cases on delete cascade,
  id text not null,
  kind text not null,
  started_at timestamptz not null,
  due_on date,
  due_at timestamptz not null,
  met_at timestamptz,
  missed_at timestamptz,
  source text not null,
  primary key (case_id, id)
);
create index clocks_open on clocks (due_at) where met_at is null;

create table stages (
  case_id uuid not null references cases on delete cascade,
  number int not null check (number in (1, 2)),
  owner text,
  approver text,
  opened_at timestamptz not null,
  acknowledged_at timestamptz,
  responded_at timestamptz,
  primary key (case_id, number)
);

create table case_events (
  case_id uuid not null,
  seq int not null,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('bot', 'staff', 'clock')),
  actor_id text not null,
  key text not null,
  body jsonb not null,
  primary key (case_id, seq),
  unique (case_id, key, seq)
);
-- One press, one event: the first event that an action writes carries the key alone.
create unique index case_events_key on case_events (case_id, key) where key not like '%#%';
create index case_events_at on case_events (at);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'case_events is append-only: % refused', tg_op using errcode = 'restrict_violation';
end
$$;
create trigger case_events_append_only before update or delete on case_events for each row execute function refuse_change();
create trigger case_events_no_truncate before truncate on case_events for each statement execute function refuse_change();

-- The letters outbox.
create table letters (
  id uuid primary key default gen_random_uuid(),
  case_id uuid,
  contact_id uuid references contacts on delete cascade,
  kind text not null,
  channel text not null,
  -- What may exist once: for a receipt the sender and thread, for an alarm the case.
  once_key text not null,
  to_name text,
  to_address text not null,
  subject text not null,
  text text not null,
  checks jsonb not null default '[]',
  status text not null check (status in ('draft', 'queued', 'sending', 'sent', 'failed', 'unknown')),
  message_id text not null unique,
  in_reply_to text,
  refs text[] not null default '{}',
  reply_to text,
  auto_submitted text,
  tries int not null default 0,
  next_try_at timestamptz not null default now(),
  -- Who sends it now; a sending letter whose process is gone becomes unknown.
  sending_by int,
  last_error text,
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  proof text,
  unique (kind, once_key)
);
create index letters_waiting on letters (next_try_at) where status in ('queued', 'sending');
create index letters_by_address on letters (to_address, created_at);
create index letters_by_case on letters (case_id, created_at);

-- Mailbox folders and feeds: how far each was read, and whether it can be reached.
create table sources (
  id text primary key,
  cursor jsonb,
  polled_at timestamptz,
  failing_since timestamptz,
  last_error text
);

-- Live processes; each holds an advisory lock on its number while its connection lives.
create table processes (
  number int generated always as identity primary key,
  worker_ids text[] not null default '{}',
  started_at timestamptz not null default now(),
  seen_at timestamptz not null default now()
);

create table staff (
  id text primary key,
  name text not null,
  email text,
  roles text[] not null default '{}',
  created_at timestamptz not null default now(),
  signed_in_at timestamptz,
  is_disabled boolean not null default false
);

create table sign_in_links (
  token_hash text primary key,
  staff_id text not null references staff on delete cascade,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);

create table sessions (
  id_hash text primary key,
  staff_id text references staff on delete cascade,
  data jsonb not null default '{}',
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index sessions_by_expiry on sessions (expires_at);

-- What every process must share and nobody types in, such as the key that signs reply tokens when SECRET is unset.
create table secrets (
  name text primary key,
  value text not null
);
