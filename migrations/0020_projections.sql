-- The read side's own bookkeeping. Everything in schema `read` can be dropped and built again from the log;
-- backups therefore leave it out.
create schema if not exists read;
comment on schema read is 'What people see. Derived from the log, one writer per table, rebuilt at any time.';
create schema if not exists read_next;
comment on schema read_next is 'Tables of a projection that is being rebuilt beside the one in use; moved to read by the swap.';
create schema if not exists relay;

create table read.checkpoints (
  name text primary key,
  version integer not null,
  position bigint not null default 0,
  epoch uuid not null,
  state text not null default 'live' check (state in ('live', 'stopped', 'rebuilding')),
  error text,
  failed_position bigint,
  failed_type text,
  updated_at timestamptz not null default clock_timestamp(),
  check ((state = 'stopped') = (failed_position is not null))
);
comment on table read.checkpoints is 'How far each projection has come. Its row is locked and moved in the transaction that writes the projection''s rows.';
comment on column read.checkpoints.epoch is 'The log this position belongs to; another one than log.epoch forces a rebuild.';

create table read.parked_events (
  projection text not null,
  position bigint not null,
  event_type text not null,
  error text not null,
  parked_by text not null,
  parked_at timestamptz not null default clock_timestamp(),
  primary key (projection, position)
);
comment on table read.parked_events is 'Events a person let a projection go past because it could not apply them. A rebuild tries them again.';

create table read.rebuilds (
  id uuid primary key,
  projection text not null,
  reason text not null,
  requested_by text not null,
  state text not null default 'queued' check (state in ('queued', 'building', 'indexing', 'comparing', 'done', 'failed', 'cancelled')),
  version integer,
  epoch uuid,
  position bigint not null default 0,
  head bigint,
  entries bigint not null default 0,
  rows_before bigint,
  rows_after bigint,
  same boolean,
  error text,
  requested_at timestamptz not null default clock_timestamp(),
  started_at timestamptz,
  updated_at timestamptz not null default clock_timestamp(),
  finished_at timestamptz
);
create unique index rebuilds_open on read.rebuilds (projection) where state in ('queued', 'building', 'indexing', 'comparing');
create index rebuilds_recent on read.rebuilds (requested_at desc);
comment on table read.rebuilds is 'Requested, running and finished rebuilds. Position and rows of a batch commit together, so a killed rebuild goes on where it was.';
comment on column read.rebuilds.same is 'Whether the rebuilt rows equalled the rows in use at the same position.';

create table relay.cursor (
  only_row boolean primary key default true check (only_row),
  position bigint not null default 0,
  updated_at timestamptz not null default clock_timestamp()
);
insert into relay.cursor default values;
comment on table relay.cursor is 'The last position of which the bus has confirmed everything.';
