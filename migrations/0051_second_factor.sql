-- The second step of signing in. Secrets are no history: they stand beside the passwords, outside of the log.
create table auth.second_factors (
  user_id uuid primary key,
  secret bytea not null,
  begun_at timestamptz not null,
  enabled_at timestamptz,
  last_step bigint not null default 0
);
comment on table auth.second_factors is 'The secret of each user''s app, sealed with a key that is not in the database; null enabled_at: being set up. last_step: a code is good once.';

create table auth.recovery_codes (
  user_id uuid not null,
  hash bytea not null,
  used_at timestamptz,
  primary key (user_id, hash)
);
comment on table auth.recovery_codes is 'Keyed hashes of the codes that stand in for a lost phone, each good once.';

alter table read.users add column second_factor boolean not null default false;
