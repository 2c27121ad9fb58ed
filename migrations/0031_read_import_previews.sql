-- What an import is a list of, the sheets of its workbook, and its preview.
alter table read.imports
  add column kind text not null default 'both',
  add column sheet text,
  add column sheets jsonb not null default '[]',
  add column preview_job uuid,
  add column preview jsonb;
comment on column read.imports.kind is 'contacts, accounts or both: whose rows the outcomes count.';
comment on column read.imports.preview is 'The last preview: state, times, counts. Its lists are files.';
