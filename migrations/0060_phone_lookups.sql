-- Phone validity: what the contacts' numbers say by themselves, what carriers said about them, and the runs of look-ups.
alter table read.contacts
  add column direct_phone_validity text,
  add column direct_phone_line text,
  add column direct_phone_carrier text,
  add column direct_phone_carrier_line text,
  add column direct_phone_looked_up_at timestamptz,
  add column mobile_phone_validity text,
  add column mobile_phone_line text,
  add column mobile_phone_carrier text,
  add column mobile_phone_carrier_line text,
  add column mobile_phone_looked_up_at timestamptz;

create table jobs.phone_lookups (
  -- Keyed hash of the number and of who was asked: nothing can be read from it, and it goes with the person.
  number bytea primary key,
  -- A Said of the domain crate.
  said jsonb not null,
  found_at timestamptz not null,
  expires_at timestamptz not null
);
comment on table jobs.phone_lookups is 'What carrier look-ups last said about single numbers, so that nobody is paid twice. A cache: may be emptied at any time.';
create index phone_lookups_expires_at on jobs.phone_lookups (expires_at);

create table read.phone_lookups (
  id uuid primary key,
  -- asked, running, completed, cancelled, failed
  state text not null,
  job_id uuid not null,
  created_at timestamptz not null,
  created_by uuid not null,
  by_ids boolean not null,
  expected bigint,
  import_id uuid,
  again boolean not null,
  -- mobile_phone, direct_phone
  which text not null,
  -- Who was asked: telnyx, or test for answers that are made up.
  provider text not null,
  finished_at timestamptz,
  error text,
  mobile bigint not null default 0,
  fixed_line bigint not null default 0,
  not_found bigint not null default 0,
  voip bigint not null default 0,
  other bigint not null default 0,
  not_valid bigint not null default 0,
  no_phone bigint not null default 0,
  refused bigint not null default 0,
  not_run bigint not null default 0,
  known bigint not null default 0,
  changed bigint not null default 0,
  -- How many by kind of line.
  lines jsonb not null default '{}',
  chunks integer not null default 0
);
create index phone_lookups_created_at on read.phone_lookups (created_at, id);
create index phone_lookups_import on read.phone_lookups (import_id, created_at) where import_id is not null;
comment on table read.phone_lookups is 'Runs of phone look-ups with what they came to so far. Written by projection phone_lookups.';

create table read.phone_lookup_contacts (
  run_id uuid not null,
  -- In the order they were looked at: chunk and place in it.
  number bigint not null,
  contact_id uuid not null,
  outcome text not null,
  line text,
  changed boolean not null,
  primary key (run_id, number)
);
create index phone_lookup_contacts_outcome on read.phone_lookup_contacts (run_id, outcome, number);
comment on table read.phone_lookup_contacts is 'What became of each contact of a run: ids and codes. Written by projection phone_lookups.';
