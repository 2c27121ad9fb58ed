-- Requests of people for access and erasure: the register, with its deadlines.

create table read.privacy_requests (
  id uuid primary key,
  -- 'access', 'erasure'
  kind text not null,
  -- 'open', 'in_progress', 'answered', 'refused'
  state text not null,
  -- 'email', 'phone', 'letter', 'form', 'other'
  came_by text not null,
  received_at timestamptz not null,
  due_at timestamptz not null,
  extended boolean not null default false,
  -- Null once the person is erased, like every word about them.
  name text,
  email text collate "C",
  phone text collate "C",
  note text,
  identity text,
  extension_why text,
  refusal text,
  contact_id uuid,
  -- Keyed hashes of the address and the number: what is left of an erased person.
  hashes text[] not null,
  assignee uuid,
  -- Who had it answered, and with what.
  answered_by uuid,
  answering boolean not null default false,
  outcome jsonb,
  settled_at timestamptz,
  file_size bigint,
  file_expires_at timestamptz,
  -- 'expired', 'erasure'
  file_removed text,
  forgotten boolean not null default false,
  recorded_at timestamptz not null,
  recorded_by text not null,
  source text not null,
  -- What is due first comes first; what is settled comes after all of that, the latest first.
  rank bigint not null,
  version bigint not null
);
create index privacy_requests_rank on read.privacy_requests (rank, id);
create index privacy_requests_due on read.privacy_requests (due_at) where settled_at is null;
create index privacy_requests_assignee on read.privacy_requests (assignee, due_at) where settled_at is null;
comment on table read.privacy_requests is 'Requests of people for access to their data and for erasure. Written by projection privacy_requests.';
