-- Guards: what must hold at the very moment of an append. Rebuilt from the log when need be.
create schema if not exists guard;

create table guard.claims (
  scope text not null,
  key bytea not null,
  owner uuid not null,
  primary key (scope, key)
);
create index claims_owner on guard.claims (owner);
comment on table guard.claims is 'Values that only one record may hold (account domain, contact email, login). Personal values as keyed hashes.';

create table guard.match_keys (
  scope text not null,
  key bytea not null,
  owner uuid not null,
  primary key (scope, key, owner)
);
create index match_keys_owner on guard.match_keys (owner);
comment on table guard.match_keys is 'Keys by which an upsert or a link finds records; several records may share one. Personal values as keyed hashes.';

create table guard.idempotency (
  key text primary key,
  fingerprint bytea not null,
  result jsonb not null,
  position bigint,
  created_at timestamptz not null default clock_timestamp()
);
create index idempotency_age on guard.idempotency (created_at);
comment on table guard.idempotency is 'A command or import chunk that carries a key takes effect once; a repeat gets the first answer.';

create schema if not exists jobs;

create table jobs.queue (
  id uuid primary key,
  kind text not null,
  title text not null default '',
  payload jsonb not null default '{}',
  unique_key text,
  state text not null default 'queued' check (state in ('queued', 'running', 'done', 'parked', 'cancelled')),
  priority smallint not null default 0,
  run_at timestamptz not null default clock_timestamp(),
  attempts integer not null default 0,
  max_attempts integer not null default 8,
  lease_by text,
  lease_until timestamptz,
  cancel_requested boolean not null default false,
  progress_done bigint not null default 0,
  progress_total bigint,
  progress_phase text,
  progress_state jsonb not null default '{}',
  error text,
  link text,
  created_by uuid,
  created_at timestamptz not null default clock_timestamp(),
  started_at timestamptz,
  finished_at timestamptz,
  updated_at timestamptz not null default clock_timestamp()
);
comment on table jobs.queue is 'Work to do outside the deciding transaction. Claimed with skip locked under a lease; parked with its error after max_attempts.';
create index queue_ready on jobs.queue (priority desc, run_at, id) where state = 'queued';
create index queue_leases on jobs.queue (lease_until) where state = 'running';
create unique index queue_unique_open on jobs.queue (unique_key) where unique_key is not null and state in ('queued', 'running');
create index queue_recent on jobs.queue (created_at desc, id desc);

create table jobs.schedules (
  name text primary key,
  kind text not null,
  cron text not null,
  next_run timestamptz not null,
  last_run timestamptz,
  enabled boolean not null default true
);
comment on table jobs.schedules is 'Recurring jobs; the row is advanced in the transaction that enqueues the run, so a run happens once.';
