-- The ledger of campaigns as people see it: who is in it, and what became of each.
create table read.email_recipients (
  campaign_id uuid not null,
  contact_id uuid not null,
  account_id uuid,
  version smallint not null,
  -- The take whose chunk told of it; it counts once read.email_takes names it.
  take uuid not null,
  -- By place: 0 is A.
  variant smallint,
  -- 'pending', 'sent', 'excluded', 'failed', 'unknown'
  state text not null,
  reason text,
  suppression_id uuid,
  domain text,
  account text,
  message_id uuid,
  sent_at timestamptz,
  attempts smallint not null default 0,
  settled_by text,
  at timestamptz not null,
  position bigint not null,
  primary key (campaign_id, contact_id)
);
create index email_recipients_state on read.email_recipients (campaign_id, state, reason, contact_id);
create index email_recipients_contact on read.email_recipients (contact_id, sent_at desc);
create index email_recipients_message_id on read.email_recipients (message_id) where message_id is not null;
comment on table read.email_recipients is 'Recipients of campaigns with their outcome. Written by projection email_recipients.';

create table read.email_campaign_counts (
  campaign_id uuid not null,
  version smallint not null,
  -- -1: none.
  variant smallint not null,
  state text not null,
  -- Empty: none.
  reason text not null,
  count bigint not null,
  primary key (campaign_id, version, variant, state, reason)
);
comment on table read.email_campaign_counts is 'How many recipients stand where: each outcome moves one from a row to another. Written by projection email_recipients.';

create table read.email_takes (
  campaign_id uuid not null,
  version smallint not null,
  take uuid not null,
  count bigint not null,
  primary key (campaign_id, version)
);
comment on table read.email_takes is 'Audience versions that count, with the take that made them. Written by projection email_recipients.';
