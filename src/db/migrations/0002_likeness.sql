-- By what a customer, a like message and a common cause are found again. All of it is read from contacts and may be made anew from them.

-- Proofs of who the customer of a case is: normalised addresses, numbers, accounts and homes.
create table case_proofs (
  case_id uuid not null references cases on delete cascade,
  -- Such as 'email:ann@mail.example', 'phone:+447700900123', 'handle:x:ann', 'home:SY131AB 14', 'mailbox:office@mp.example'.
  proof text not null,
  -- The resident's name beside it, folded; null while it is not known.
  name text,
  -- Only said in the words of a message, not given by its channel or form.
  said boolean not null,
  received_at timestamptz not null,
  primary key (case_id, proof)
);
create index case_proofs_by_proof on case_proofs (proof, received_at desc);

-- A case's rarest words and pairs of words, hashed: a term that very many cases share is kept for no further one,
-- so that looking a term up costs the same however many cases there are.
create table case_terms (
  term int not null,
  case_id uuid not null references cases on delete cascade,
  primary key (term, case_id)
);
create index case_terms_by_case on case_terms (case_id);

-- What a case reports of a place that several households share.
create table case_reports (
  case_id uuid not null references cases on delete cascade,
  -- Such as 'building castle court', 'street sorrel way', 'postcode SY131AB'.
  place text not null,
  -- As it was written, to be shown.
  place_name text not null,
  kind text not null,
  -- The home within the place, where it was said; two messages of one home are one household.
  home text,
  -- 'SY13', where a postcode was said: streets of one name in two towns are two streets.
  district text,
  received_at timestamptz not null,
  primary key (case_id, place, kind)
);
create index case_reports_by_place on case_reports (place, kind, received_at desc);

-- The incident that a case is linked to; from its events.
alter table cases add column incident uuid;
create index cases_by_incident on cases (incident) where incident is not null;

-- Cases that were there before keep what proved their customer; the rest is read from their messages when they are rebuilt.
insert into case_proofs (case_id, proof, name, said, received_at)
select cases.id, sender_key, null, false, cases.received_at
from case_customers join cases on cases.id = case_customers.case_id
where sender_key is not null;
