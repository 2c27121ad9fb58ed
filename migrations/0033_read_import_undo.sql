-- Imports that were taken back, and what was left of them.
alter table read.imports
  add column undo_job uuid,
  add column undo jsonb;
comment on column read.imports.undo is 'The last undo, and the last look at one: states, times, counts.';

create table read.import_undo_left (
  import_id uuid not null,
  record_id uuid not null,
  entity text not null,
  outcome text not null,
  conflicts jsonb not null,
  primary key (import_id, record_id)
);
comment on table read.import_undo_left is 'Records of which something was left when their import was undone: names of fields and reasons, never a value. Written by projection imports.';
