-- What people are told of, and what that follows from.
create table read.notifications (
  user_id uuid not null,
  -- Position of the log at which it was told: the same in every rebuild.
  id bigint not null,
  kind text not null,
  told_at timestamptz not null,
  -- Null: the system.
  caused_by uuid,
  subject_kind text,
  subject_id uuid,
  details jsonb not null,
  read_at timestamptz,
  primary key (user_id, id)
);
create index notifications_unread on read.notifications (user_id, id) where read_at is null;
comment on table read.notifications is 'What each person is told of: the newest 500 of the last 90 days. Ids and numbers, never a name or a value. Written by projection notifications.';

create table read.notification_inboxes (
  user_id uuid primary key,
  email text not null,
  teams uuid[] not null,
  in_app_off text[] not null default '{}'
);
create index notification_inboxes_email on read.notification_inboxes (email);
comment on table read.notification_inboxes is 'Whom an address or a team means, and what they do not want to be told of. Written by projection notifications.';

create table read.notification_tallies (
  work uuid not null,
  kind text not null,
  user_id uuid not null,
  number text not null,
  records bigint not null,
  caused_by uuid,
  primary key (work, kind, user_id, number)
);
comment on table read.notification_tallies is 'Records of work that still runs, counted until it ends and is told of. Written by projection notifications.';
