-- API keys: what is secret of them (outside of the log, as with passwords) and their read model.
create table auth.api_keys (
  id uuid primary key,
  hash bytea not null unique,
  last_used_at timestamptz,
  last_used_ip text
);
comment on table auth.api_keys is 'SHA-256 of each API key, and when it was used last (written every few seconds).';

create table read.api_keys (
  id uuid primary key,
  user_id uuid not null,
  name text not null,
  prefix text not null,
  scopes text[] not null,
  created_at timestamptz not null,
  -- Null: good until it is revoked.
  expires_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid,
  version bigint not null
);
create index api_keys_newest on read.api_keys (created_at desc, id desc);
comment on table read.api_keys is 'Keys with which programs come in, and what for. Written by projection api_keys.';
