-- Imports made of other imports: mended rows, and the same settings once more.
alter table read.imports
  add column parent_id uuid,
  add column fixes integer[];
create index imports_parent on read.imports (parent_id) where parent_id is not null;
comment on column read.imports.fixes is 'Rows of the parent that were mended, in the order they stand in this file; none when it was run once more.';

create table read.import_fixes (
  parent_id uuid not null,
  row integer not null,
  child_id uuid not null,
  child_row integer not null,
  outcome text not null,
  primary key (parent_id, row)
);
comment on table read.import_fixes is 'What became of rejected rows that were mended, the last try of each. Written by projection imports.';
