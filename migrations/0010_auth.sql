-- What lets people in. Secrets and sessions are no history: they are not in the log, and nothing can be rebuilt from it.
create schema if not exists auth;
comment on schema auth is 'Credentials, sessions, limits on attempts and preferences. Outside of the log: secrets must be forgettable.';

create table auth.credentials (
  user_id uuid primary key,
  hash text not null,
  changed_at timestamptz not null
);
comment on table auth.credentials is 'One password per user, as an argon2id string with its parameters.';

create table auth.sessions (
  id uuid primary key,
  user_id uuid not null,
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  revoked_because text check (revoked_because in ('logout', 'token_reused', 'password_changed', 'user_disabled', 'revoked')),
  user_agent text,
  ip text,
  check ((revoked_at is null) = (revoked_because is null))
);
create index sessions_user on auth.sessions (user_id, created_at desc);
create index sessions_expiry on auth.sessions (expires_at);
comment on table auth.sessions is 'A sign-in and all refresh tokens that descend from it: revoked as a whole.';

create table auth.refresh_tokens (
  hash bytea primary key,
  session_id uuid not null references auth.sessions (id) on delete cascade,
  parent bytea,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index refresh_tokens_session on auth.refresh_tokens (session_id);
create index refresh_tokens_parent on auth.refresh_tokens (parent);
comment on table auth.refresh_tokens is 'SHA-256 of each refresh token. One is used once; a second use revokes the session.';

create table auth.attempts (
  scope text not null check (scope in ('account', 'ip')),
  key bytea not null,
  attempts integer not null,
  window_started timestamptz not null,
  locked_until timestamptz,
  primary key (scope, key)
);
create index attempts_age on auth.attempts (window_started);
comment on table auth.attempts is 'Sign-ins tried per account (known or not) and per address. In the database, so that the limit holds across processes.';

create table auth.preferences (
  user_id uuid primary key,
  preferences jsonb not null default '{}',
  updated_at timestamptz not null
);
comment on table auth.preferences is 'How somebody likes the app (theme, columns). Not history, so not in the log.';
