-- Email verification: what is known of an address on its contact, what was found out before, and the runs.
alter table read.contacts
  add column email_verification_reason text,
  add column email_verified_at timestamptz,
  add column email_kind text;

create table jobs.mail_domains (
  domain text primary key,
  -- A MailDomain of the domain crate.
  known jsonb not null,
  expires_at timestamptz not null,
  -- Whether it takes mail for any address; null while nobody knows.
  catch_all boolean,
  catch_all_expires_at timestamptz
);
comment on table jobs.mail_domains is 'Who takes mail for a domain, as its name servers and mail servers last said. A cache: may be emptied at any time.';
create index mail_domains_expires_at on jobs.mail_domains (expires_at);

create table jobs.mailbox_verdicts (
  -- Keyed hash of the address: nothing can be read from it, and it goes with the person.
  address bytea primary key,
  reason text not null,
  found_at timestamptz not null,
  expires_at timestamptz not null
);
comment on table jobs.mailbox_verdicts is 'What mail servers last said about single addresses. A cache: may be emptied at any time.';
create index mailbox_verdicts_expires_at on jobs.mailbox_verdicts (expires_at);

create table jobs.mail_hosts (
  host text primary key,
  -- One conversation at a time, whichever process has it.
  held_by uuid,
  held_until timestamptz,
  -- Not asked again before.
  next_at timestamptz not null,
  -- In a row.
  failures integer not null default 0,
  -- Left alone until then.
  paused_until timestamptz
);
comment on table jobs.mail_hosts is 'How each mail server is treated: one conversation at a time, not too often, and left alone when it fails. Limits that hold across processes.';

create table read.email_verifications (
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
  mailboxes boolean not null,
  finished_at timestamptz,
  error text,
  valid bigint not null default 0,
  risky bigint not null default 0,
  invalid bigint not null default 0,
  disposable bigint not null default 0,
  catch_all bigint not null default 0,
  unknown bigint not null default 0,
  no_email bigint not null default 0,
  refused bigint not null default 0,
  not_run bigint not null default 0,
  known bigint not null default 0,
  changed bigint not null default 0,
  -- How many by reason.
  reasons jsonb not null default '{}',
  chunks integer not null default 0
);
create index email_verifications_created_at on read.email_verifications (created_at, id);
create index email_verifications_import on read.email_verifications (import_id, created_at) where import_id is not null;
comment on table read.email_verifications is 'Runs of email verification with what they came to so far. Written by projection email_verifications.';

create table read.email_verification_contacts (
  run_id uuid not null,
  -- In the order they were looked at: chunk and place in it.
  number bigint not null,
  contact_id uuid not null,
  outcome text not null,
  reason text,
  changed boolean not null,
  primary key (run_id, number)
);
create index email_verification_contacts_outcome on read.email_verification_contacts (run_id, outcome, number);
comment on table read.email_verification_contacts is 'What became of each contact of a run: ids and codes. Written by projection email_verifications.';
