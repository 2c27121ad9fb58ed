-- Who asks for a list with it sees all that the import did, whichever projection the list is read from.
alter table read.imports add column position bigint;
comment on column read.imports.position is 'In the log, of the event that ended the import or, later, its undo; null before the end, and of imports that ended before this column.';
