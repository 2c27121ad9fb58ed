-- Likely duplicates: what the finder finds, and what people said about it.
create table jobs.duplicate_keys (
  entity text not null,
  key bigint not null,
  id uuid not null,
  scan bigint not null
);
create index duplicate_keys_key on jobs.duplicate_keys (entity, key, id);
create index duplicate_keys_id on jobs.duplicate_keys (id);
comment on table jobs.duplicate_keys is 'By which keys records meet as likely duplicates. Keyed hashes: nothing can be read from them. Written by the finder, which can always find them again.';
comment on column jobs.duplicate_keys.scan is 'Position of the log the finder had read when it wrote this.';

create table jobs.duplicates (
  entity text not null,
  a uuid not null,
  b uuid not null,
  score real not null,
  class text not null,
  reasons text[] not null,
  scan bigint not null,
  found_at timestamptz not null,
  primary key (entity, a, b),
  check (a < b)
);
create index duplicates_score on jobs.duplicates (entity, score desc, a, b);
create index duplicates_a on jobs.duplicates (a);
create index duplicates_b on jobs.duplicates (b);
comment on table jobs.duplicates is 'Pairs of records that are likely one, with how likely and why: ids and fixed words, never a value. Written by the finder; whether a pair still waits follows from the records and from read.duplicate_dismissals.';

create table jobs.duplicate_scans (
  entity text primary key,
  position bigint not null,
  finished_at timestamptz not null,
  records bigint not null,
  pairs bigint not null,
  seconds double precision not null
);
comment on table jobs.duplicate_scans is 'How far the finder has read, per kind of record: the next look begins there.';

create table read.duplicate_dismissals (
  entity text not null,
  a uuid not null,
  b uuid not null,
  by uuid not null,
  at timestamptz not null,
  primary key (a, b)
);
create index duplicate_dismissals_at on read.duplicate_dismissals (entity, at desc);
comment on table read.duplicate_dismissals is 'Pairs somebody said are not one: they never come back by themselves. Written by projection duplicates.';
