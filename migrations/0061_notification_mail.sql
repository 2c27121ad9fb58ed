-- Notifications by mail: what somebody wants of it, and what was sent.
alter table read.notification_inboxes
  -- Kinds told by a mail of their own, and those left out of the digest.
  add column at_once text[] not null default '{}',
  add column digest_off text[] not null default '{}',
  -- off, daily, weekly
  add column digest_every text not null default 'off',
  add column digest_hour smallint not null default 8,
  add column digest_zone text not null default 'UTC',
  -- What was told before somebody chose mail is not mailed.
  add column mail_set_at timestamptz;
create index notification_inboxes_digest on read.notification_inboxes (user_id) where digest_every <> 'off';
create index notification_inboxes_at_once on read.notification_inboxes (user_id) where at_once <> '{}';

-- False: told by mail alone.
alter table read.notifications add column in_app boolean not null default true;
drop index read.notifications_unread;
create index notifications_unread on read.notifications (user_id, id) where read_at is null and in_app;
create index notifications_told_at on read.notifications (told_at);

create table mail.digests (
  user_id uuid not null,
  -- The day it is of, where the person is.
  day date not null,
  -- What was told behind the one and up to the other stands in it.
  since timestamptz not null,
  until timestamptz not null,
  -- The job that sends it.
  job_id uuid not null,
  primary key (user_id, day)
);
comment on table mail.digests is 'Digests that were handed to the queue, in the same transaction: nobody gets two of one day. Forgotten after 100 days.';

create table mail.told_at_once (
  user_id uuid not null,
  -- Position of the log, as in read.notifications.
  notification bigint not null,
  at timestamptz not null,
  primary key (user_id, notification)
);
create index told_at_once_at on mail.told_at_once (at);
comment on table mail.told_at_once is 'Notifications whose mail was handed to the queue, in the same transaction. Forgotten after 100 days.';
