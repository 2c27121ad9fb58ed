-- Custom fields: which fields an organisation added to contacts or accounts.
create table read.custom_fields (
  entity text not null,
  -- The whole key, custom.<name>.
  key text not null,
  label text not null,
  type text not null,
  -- Of a choice: {value, label, retired}, in their order.
  options jsonb not null,
  required boolean not null,
  archived boolean not null default false,
  created_by text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version bigint not null,
  primary key (entity, key)
);
comment on table read.custom_fields is 'Definitions of custom fields; the values stand in the records. Written by projection custom_fields.';
