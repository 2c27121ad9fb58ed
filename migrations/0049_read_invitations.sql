-- Read model of invitations.
create table read.invitations (
  id uuid primary key,
  email text not null,
  role text not null,
  client_id uuid,
  team_ids uuid[] not null default '{}',
  standing text not null,
  -- Null: the system.
  invited_by uuid,
  created_at timestamptz not null,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  user_id uuid,
  version bigint not null
);
create index invitations_newest on read.invitations (created_at desc, id desc);
comment on table read.invitations is 'Who was asked to join, and what became of it. Written by projection invitations.';
