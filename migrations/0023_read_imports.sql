create table read.imports (
  id uuid primary key,
  sequence bigint not null,
  name text not null,
  file_name text not null,
  file_key text not null,
  file_size bigint not null,
  file_hash text not null,
  state text not null,
  encoding text not null,
  delimiter text not null,
  header_row integer not null,
  headers text[] not null,
  default_country text,
  mapping jsonb not null default '[]',
  job_id uuid,
  created_at timestamptz not null,
  created_by text not null,
  started_at timestamptz,
  finished_at timestamptz,
  error text,
  reject_file text,
  read_rows bigint not null default 0,
  created bigint not null default 0,
  updated bigint not null default 0,
  unchanged bigint not null default 0,
  merged_in_file bigint not null default 0,
  matches_archived bigint not null default 0,
  rejected bigint not null default 0,
  not_run bigint not null default 0,
  warnings bigint not null default 0,
  accounts_created bigint not null default 0,
  accounts_updated bigint not null default 0,
  chunks integer not null default 0,
  check (read_rows = created + updated + unchanged + merged_in_file + matches_archived + rejected + not_run)
);
create index imports_created_at on read.imports (created_at, id);
comment on table read.imports is 'Imports with their outcomes so far, from events and from the fact of each chunk. Written by projection imports.';

create table read.import_problems (
  import_id uuid not null,
  code text not null,
  field text not null,
  rejected boolean not null,
  rows bigint not null,
  examples integer[] not null,
  primary key (import_id, code, field, rejected)
);
comment on table read.import_problems is 'How often each problem came up in an import, with the first rows it did in. Row numbers and codes, never cells. Written by projection imports.';

create table read.import_rows (
  import_id uuid not null,
  row integer not null,
  outcome text not null,
  contact_id uuid not null,
  into_row integer,
  primary key (import_id, row)
);
create index import_rows_contact on read.import_rows (contact_id);
comment on table read.import_rows is 'Rows of a file that met a record without writing it: unchanged, merged in the file, archived. What was written is in the records'' history. Written by projection imports.';
