-- Tasks, and notes on records.
create table read.tasks (
  id uuid primary key,
  -- contact or account, and its id; both null for a task about no record.
  entity text,
  record_id uuid,
  -- Null once the person was erased whom the text tells of.
  title text,
  details text,
  -- open, done, cancelled
  state text not null,
  -- low, normal, high
  priority text not null,
  -- A day or a time, never both.
  due_on date,
  due_at timestamptz,
  -- Where it stands in a list by time; what has no date stands last.
  due_sort timestamptz not null,
  assignee uuid,
  created_by uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  settled_at timestamptz,
  settled_by uuid,
  deleted boolean not null default false,
  version bigint not null
);
create index tasks_assignee on read.tasks (assignee, state, due_sort, id);
create index tasks_created_by on read.tasks (created_by, state, due_sort, id);
create index tasks_record on read.tasks (record_id) where record_id is not null;
create index tasks_state on read.tasks (state, due_sort, id);
comment on table read.tasks is 'Tasks as lists and record pages show them. Written by projection work.';

create table read.notes (
  id uuid primary key,
  entity text not null,
  record_id uuid not null,
  -- Null once the person was erased whom the text tells of.
  body text,
  author uuid,
  pinned boolean not null default false,
  created_at timestamptz not null,
  edited_at timestamptz,
  edited_by uuid,
  deleted boolean not null default false,
  version bigint not null
);
create index notes_record on read.notes (record_id, pinned, created_at, id);
comment on table read.notes is 'Notes on contacts and accounts. Written by projection work.';

-- Text that was written while an erasure was under way must not stay either.
create table read.work_erased (contact_id uuid primary key);
comment on table read.work_erased is 'Contacts that were erased: nothing is shown of what is written about them. Written by projection work.';

-- What was merged into a record is shown with it.
create index contacts_merged_into on read.contacts (merged_into) where merged_into is not null;
create index accounts_merged_into on read.accounts (merged_into) where merged_into is not null;
