-- Client organisations as a whole: what is known of them beside the name, and what their page shows.
alter table read.clients
  add column owner_id uuid,
  add column website text,
  add column country text,
  add column brand_count bigint not null default 0,
  add column archived_at timestamptz,
  add column archive_reason text,
  -- The client as its events fold: details, terms, brands, lists.
  add column state jsonb not null default '{}';

-- Archiving a client ends the sessions of its users.
alter table auth.sessions
  drop constraint sessions_revoked_because_check,
  add constraint sessions_revoked_because_check check (
    revoked_because in ('logout', 'token_reused', 'password_changed', 'user_disabled', 'client_archived', 'revoked')
  );
