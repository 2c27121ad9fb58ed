-- Bulk changes as their list and their pages show them.
create table read.bulks (
  id uuid primary key,
  sequence bigint not null,
  entity text not null,
  kind text not null,
  fields text[] not null,
  action jsonb,
  filter jsonb,
  by_ids boolean not null,
  expected bigint,
  state text not null,
  job_id uuid,
  created_at timestamptz not null,
  created_by uuid not null,
  selected_at timestamptz,
  finished_at timestamptz,
  error text,
  selected bigint not null default 0,
  changed bigint not null default 0,
  unchanged bigint not null default 0,
  refused bigint not null default 0,
  not_run bigint not null default 0,
  reasons jsonb not null default '{}',
  chunks integer not null default 0,
  undo_job uuid,
  undo jsonb
);
create index bulks_created_at on read.bulks (created_at, id);
comment on table read.bulks is 'Bulk changes: who changed what on which records, with the outcomes so far, from events and from the fact of each chunk. Written by projection bulk.';
comment on column read.bulks.action is 'What was set, with its values, and filter is what was searched for. Either may name a person: both are emptied when that person is erased.';
comment on column read.bulks.undo is 'The last undo, and the last look at one: states, times, counts.';

create table read.bulk_records (
  bulk_id uuid not null,
  number bigint not null,
  record_id uuid not null,
  outcome text not null,
  code text,
  primary key (bulk_id, number)
);
create index bulk_records_outcome on read.bulk_records (bulk_id, outcome, number);
comment on table read.bulk_records is 'What became of each record of a bulk change, in the order they were worked on: ids and codes, never a value or a name. Written by projection bulk.';

create table read.bulk_undo_left (
  bulk_id uuid not null,
  record_id uuid not null,
  entity text not null,
  outcome text not null,
  conflicts jsonb not null,
  primary key (bulk_id, record_id)
);
comment on table read.bulk_undo_left is 'Records of which something was left when their bulk change was undone: names of fields and reasons, never a value. Written by projection bulk.';
