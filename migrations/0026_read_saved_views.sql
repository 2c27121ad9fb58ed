-- Saved views: lists as somebody set them up, under a name.
create table read.saved_views (
  id uuid primary key,
  owner uuid not null,
  entity text not null,
  name text not null,
  -- Both null: private. A team: its members. Everyone: whoever sees such lists.
  team uuid,
  everyone boolean not null,
  content jsonb not null,
  deleted boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version bigint not null
);
create index saved_views_by_name on read.saved_views (entity, lower(name), id);
comment on table read.saved_views is 'Saved views and column presets. Written by projection saved_views.';
