create table read.exports (
  id uuid primary key,
  sequence bigint not null,
  entity text not null,
  format text not null,
  columns text[] not null,
  sort_field text not null,
  sort_descending boolean not null,
  filter jsonb,
  state text not null,
  job_id uuid,
  created_at timestamptz not null,
  created_by uuid not null,
  finished_at timestamptz,
  error text,
  rows bigint,
  as_of timestamptz,
  file_key text,
  file_size bigint,
  file_hash text,
  cut_cells bigint not null default 0,
  expires_at timestamptz
);
create index exports_created_at on read.exports (created_at, id);
comment on table read.exports is 'Exports of lists: who took what, and where the file is. Written by projection exports.';
comment on column read.exports.filter is 'The list''s arguments. May name a person: emptied when that person is erased.';
