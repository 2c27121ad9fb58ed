-- The shared inbox of replies.
create table read.email_replies (
  id uuid primary key,
  at timestamptz not null,
  -- open, done
  state text not null,
  -- person, automatic, asks_to_stop
  kind text not null,
  -- thread, token, address, none
  matched text not null,
  contact_id uuid,
  campaign_id uuid,
  message_id uuid,
  assignee uuid,
  -- Of somebody who is away.
  away_until date,
  -- Empty once the person was erased.
  address text not null,
  name text,
  subject text not null,
  text text not null,
  forgotten boolean not null,
  version bigint not null
);
create index email_replies_state on read.email_replies (state, at desc, id desc);
create index email_replies_newest on read.email_replies (at desc, id desc);
create index email_replies_contact on read.email_replies (contact_id, at desc) where contact_id is not null;
create index email_replies_campaign on read.email_replies (campaign_id, at desc) where campaign_id is not null;
create index email_replies_assignee on read.email_replies (assignee, state, at desc) where assignee is not null;
comment on table read.email_replies is 'Replies to campaigns as the shared inbox shows them. Written by projection email_replies.';
