-- Consents: what was recorded of why people may be contacted, and the rules by country for those of whom nothing is known.

create table read.consents (
  -- The statement.
  id uuid primary key,
  -- Of whom it was said.
  contact_id uuid not null,
  -- For whom it counts: that contact, or the one it was merged into.
  person_id uuid not null,
  -- 'email', 'phone'
  channel text not null,
  -- 'consent', 'legitimate_interest', 'contract', 'withdrawn'
  standing text not null,
  -- When they said so.
  given_at timestamptz not null,
  origin text,
  wording text,
  reference text,
  url text,
  ip text,
  note text,
  file_key text,
  file_name text,
  file_size bigint,
  recorded_at timestamptz not null,
  recorded_by text not null,
  source text not null,
  taken_back_at timestamptz,
  taken_back_by text,
  taken_back_why text,
  -- The last of its person and channel that was not taken back.
  counts boolean not null default false,
  erased boolean not null default false,
  -- Sequence of the last event about it.
  version bigint not null
);
create index consents_recorded on read.consents (recorded_at desc, id desc);
create index consents_contact on read.consents (contact_id);
create index consents_person on read.consents (person_id, channel);
-- What lists of contacts and filters ask.
create index consents_counting on read.consents (person_id, channel, standing) where counts;
comment on table read.consents is 'Statements about consent, each for one channel, also those that were taken back. Written by projection consents.';

create table read.consent_merges (
  contact_id uuid primary key,
  into_id uuid not null
);
create index consent_merges_into on read.consent_merges (into_id);
comment on table read.consent_merges is 'Which contacts are part of which others: what was said of the one counts for the other. Written by projection consents.';

create table read.consent_erased (contact_id uuid primary key);
comment on table read.consent_erased is 'People who were erased: nothing that was said by or about them is shown. Written by projection consents.';

create table read.consent_rules (
  -- ISO 3166-1 alpha-2; '*' is every country without a rule of its own.
  country text primary key,
  -- 'legitimate_interest', 'consent_needed'
  email text not null,
  phone text not null,
  -- Null: it is one that Pivotal came with.
  changed_at timestamptz,
  changed_by text,
  note text,
  version bigint not null
);
comment on table read.consent_rules is 'Rules of consent by country, once one was changed; empty before, when those hold that Pivotal comes with. Written by projection consent_rules.';
