-- What each person or key asked lately of the doors that cost much. Unlogged: a count that a crash forgets hurts nobody, and no search
-- waits for a disk because it was counted.
create unlogged table auth.asked (
  door text not null,
  -- A user, or an API key.
  who uuid not null,
  times integer not null,
  window_started timestamptz not null,
  primary key (door, who)
);
create index asked_age on auth.asked (window_started);
comment on table auth.asked is 'How often each person or key came to the doors that cost much. In the database, so that the limit holds across processes.';
