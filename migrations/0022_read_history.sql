create table read.history (
  position bigint primary key,
  entity text not null,
  entity_id uuid not null,
  sequence bigint not null,
  event_type text not null,
  fields text[] not null default '{}',
  actor text not null,
  source text not null,
  import_id uuid,
  import_row integer,
  at timestamptz not null
);
comment on table read.history is 'One narrow row per event: who, when, from where, which fields. Values stay in the log, so nothing here is personal. Written by projection history.';
comment on column read.history.fields is 'Keys of the fields that changed; empty for a creation, where every field is new, and for a person who was erased.';
create index history_record on read.history (entity_id, position);
create index history_import on read.history (import_id, entity_id) where import_id is not null;
