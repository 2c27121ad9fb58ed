-- Lists: records somebody chose, under a name.
create table read.lists (
  id uuid primary key,
  owner uuid not null,
  entity text not null,
  name text not null,
  -- manual_upload, selection, filter, segment, combination, snapshot
  source text not null,
  -- What it was made from: ids alone, never a value of a record.
  reference jsonb not null,
  -- The bulk change that filled it, when it was made with more than fits into one request.
  fill uuid,
  tags text[] not null default '{}',
  -- Both false and null: private. A team: its members. Everyone: whoever may see lists.
  team uuid,
  everyone boolean not null,
  archived boolean not null default false,
  -- Of a frozen copy: the moment it shows. Its members never change.
  snapshot_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version bigint not null
);
create index lists_created_at on read.lists (created_at, id);
create index lists_by_name on read.lists (lower(name), id);
comment on table read.lists is 'Lists of contacts and of accounts. Written by projection lists.';

create table read.list_counts (
  list_id uuid primary key,
  members bigint not null default 0,
  changed_at timestamptz
);
comment on table read.list_counts is 'How many records are in each list, away from what is sorted and searched. Written by projection lists.';

create table read.list_members (
  list_id uuid not null,
  record_id uuid not null,
  entered_at timestamptz not null,
  left_at timestamptz,
  entered_position bigint not null,
  left_position bigint,
  -- The change that brought it in, and the one that took it out.
  entered_by uuid,
  left_by uuid,
  -- It left since it was merged into this record; emptied when the merge is taken back.
  moved_to uuid,
  -- It came since this record was merged into it.
  came_from uuid,
  -- By record first: merges, erasures and the tables of a rebuild look members up by what they are.
  primary key (record_id, list_id, entered_position)
);
create unique index list_members_now on read.list_members (list_id, record_id) where left_at is null;
-- Who was in it at a moment.
create index list_members_ever on read.list_members (list_id, record_id, entered_position);
create index list_members_moved on read.list_members (moved_to) where moved_to is not null;
comment on table read.list_members is 'Who is in a list and who was, from when until when. Written by projection lists.';
comment on column read.list_members.left_at is 'Null: in the list now.';
