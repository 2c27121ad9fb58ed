-- Where somebody has signed in from before, so that a sign-in from elsewhere can be told of; and by what a session was proven.
create table auth.known_places (
  user_id uuid not null,
  key bytea not null,
  first_seen timestamptz not null,
  last_seen timestamptz not null,
  primary key (user_id, key)
);
create index known_places_age on auth.known_places (last_seen);
comment on table auth.known_places is 'Keyed hashes of browser and network of each user''s sign-ins: what is not here is told to the user by mail. Forgotten half a year after the last sign-in from there.';

alter table auth.sessions add column outside boolean not null default false;
comment on column auth.sessions.outside is 'Proven by the identity provider, whose matter a second step is then.';
