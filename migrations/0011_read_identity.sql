-- Read models of users, teams and client organisations: one writer each, rebuilt from the log.
create schema if not exists read;

create table read.users (
  id uuid primary key,
  name text not null,
  email text not null,
  role text not null,
  active boolean not null,
  client_id uuid,
  team_ids uuid[] not null default '{}',
  created_at timestamptz not null,
  version bigint not null
);
create index users_by_name on read.users (lower(name), id);
create index users_by_client on read.users (client_id, lower(name), id) where client_id is not null;
comment on table read.users is 'Users as lists show them. Written by projection users.';

create table read.user_activity (
  user_id uuid primary key,
  last_login_at timestamptz not null
);
comment on table read.user_activity is 'What changes at every sign-in, away from the row that lists sort by. Written by projection users.';

create table read.teams (
  id uuid primary key,
  name text not null,
  created_at timestamptz not null,
  version bigint not null
);
comment on table read.teams is 'Teams. Written by projection teams.';

create table read.clients (
  id uuid primary key,
  name text not null,
  archived boolean not null default false,
  created_at timestamptz not null,
  version bigint not null
);
create index clients_by_name on read.clients (lower(name), id);
comment on table read.clients is 'Client organisations. Written by projection clients.';
