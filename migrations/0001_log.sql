-- The log: what happened, in one order. Everything else can be rebuilt from it.
create schema if not exists log;

-- One sequence numbers events and facts alike. It is drawn only inside log.append, under its lock,
-- so position order is commit order and a reader's cursor is one integer.
create sequence log.position as bigint;

create table log.epoch (
  only_row boolean primary key default true check (only_row),
  id uuid not null default gen_random_uuid(),
  started_at timestamptz not null default clock_timestamp()
);
comment on table log.epoch is 'Identity of this log. Changed after a point-in-time restore, so that every checkpoint notices.';
insert into log.epoch default values;

-- The table of postgres-es, extended. The stock repository finds it by search_path and must be able to read it.
create table log.events (
  aggregate_type text not null,
  aggregate_id text not null,
  sequence bigint not null check (sequence >= 1),
  event_type text not null,
  event_version text not null,
  payload json not null,
  metadata json not null,
  global_position bigint not null,
  recorded_at timestamptz not null default clock_timestamp(),
  txid xid8 not null default pg_current_xact_id(),
  subject_id uuid,
  constraint events_pkey primary key (aggregate_type, aggregate_id, sequence)
);
create unique index events_position on log.events (global_position);
comment on table log.events is 'Append-only. Written by log.append alone; personal values are sealed per subject before they arrive.';
comment on column log.events.txid is 'Forensics only, never a cursor.';
comment on column log.events.subject_id is 'The person whose key seals this payload, if any.';

create table log.facts (
  global_position bigint not null,
  kind text not null,
  version text not null,
  about_type text not null,
  about_id text not null,
  payload json not null,
  metadata json not null,
  recorded_at timestamptz not null default clock_timestamp(),
  subject_id uuid,
  primary key (global_position, recorded_at)
) partition by range (recorded_at);
create index facts_about on log.facts (about_type, about_id, global_position);
comment on table log.facts is 'High-volume things that happened and are never decided upon as an aggregate. Same order and codec as events.';

create function log.ensure_fact_partition(at timestamptz) returns void language plpgsql as $$
declare
  lower_bound date := date_trunc('month', at at time zone 'utc')::date;
  upper_bound date := (date_trunc('month', at at time zone 'utc') + interval '1 month')::date;
begin
  execute format(
    'create table if not exists log.%I partition of log.facts for values from (%L) to (%L)',
    'facts_' || to_char(lower_bound, 'YYYY_MM'), lower_bound::text || ' 00:00:00+00', upper_bound::text || ' 00:00:00+00');
end $$;
comment on function log.ensure_fact_partition is 'Makes the month''s partition; a recurring job calls it for this month and the next two.';
select log.ensure_fact_partition(now() + make_interval(months => m)) from generate_series(0, 2) as m;
create table log.facts_default partition of log.facts default;

create table log.person_keys (
  subject_id uuid primary key,
  wrapped bytea not null,
  created_at timestamptz not null default clock_timestamp()
);
comment on table log.person_keys is 'One data key per person, wrapped by the master key that is kept outside the database. Deleting a row makes the person unreadable everywhere in the log.';

create table log.seals (
  from_position bigint primary key,
  to_position bigint not null unique,
  entries bigint not null,
  previous_hash bytea not null,
  hash bytea not null,
  sealed_at timestamptz not null default clock_timestamp(),
  check (to_position >= from_position)
);
comment on table log.seals is 'Chained SHA-256 over the rows of a range of positions as stored. Tampering shows; erasure does not break it, because it deletes keys, not payloads.';

-- Nobody edits history, whoever they are connected as.
create function log.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the log is append-only: % on %.% is refused', tg_op, tg_table_schema, tg_table_name using errcode = '42501';
end $$;
create trigger events_append_only before update or delete or truncate on log.events for each statement execute function log.refuse_change();
create trigger facts_append_only before update or delete or truncate on log.facts for each statement execute function log.refuse_change();
revoke update, delete, truncate on log.events, log.facts from public;
