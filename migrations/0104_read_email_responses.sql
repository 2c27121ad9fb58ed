-- What became of each mail, and how many of what.

create table read.email_messages (
  message_id uuid primary key,
  campaign_id uuid not null,
  contact_id uuid not null,
  variant smallint,
  -- Registrable domain of the address.
  domain text,
  -- When it was handed over, as far as is known.
  sent_at timestamptz not null,
  -- Each the first moment of its kind, so that order and repeats do not matter.
  accepted_at timestamptz,
  delivered_at timestamptz,
  deferrals integer not null default 0,
  -- For good.
  bounced_at timestamptz,
  bounce_code text,
  soft_bounced_at timestamptz,
  soft_bounce_code text,
  dropped_at timestamptz,
  dropped_code text,
  complained_at timestamptz,
  unsubscribed_at timestamptz,
  replied_at timestamptz,
  auto_replied_at timestamptz,
  -- By persons, and by what is not judged yet.
  opened_at timestamptz,
  clicked_at timestamptz,
  opens integer not null default 0,
  clicks integer not null default 0,
  -- By programs.
  machine_opened_at timestamptz,
  machine_clicked_at timestamptz,
  machine_opens integer not null default 0,
  machine_clicks integer not null default 0,
  -- Hits that nobody judged yet.
  unjudged integer not null default 0,
  -- What is shown of it: the first that holds of complained, bounced_hard, bounced_soft, dropped, unsubscribed, replied, clicked, opened,
  -- delivered, accepted, sent.
  shows text not null
);
create index email_messages_recipient on read.email_messages (campaign_id, contact_id);
create index email_messages_contact on read.email_messages (contact_id, sent_at desc);
create index email_messages_domain on read.email_messages (campaign_id, domain);
comment on table read.email_messages is 'Mails that left, with what was told of each. Written by projection email_responses.';

create table read.email_hits (
  message_id uuid not null,
  -- Of the fact that told it, and its place in there.
  position bigint not null,
  n integer not null,
  campaign_id uuid not null,
  contact_id uuid not null,
  -- opened, clicked, trapped
  kind text not null,
  at timestamptz not null,
  link integer,
  -- What machines are told by: no address, no text.
  features jsonb not null,
  -- 0 a person, 1 a program; null: not judged yet.
  verdict smallint,
  -- What showed a program.
  rule text,
  -- Version of the rules that judged.
  rules smallint,
  primary key (message_id, position, n)
);
create index email_hits_unjudged on read.email_hits (at, message_id) where verdict is null;
create index email_hits_at on read.email_hits (at, message_id);
comment on table read.email_hits is 'Requests for pixels and links with what the rules last said of them. Written by projection email_responses.';

create table read.email_response_counts (
  campaign_id uuid not null,
  -- By its place; -1: none.
  variant smallint not null,
  -- sent, accepted, delivered, bounced_hard, bounced_soft, dropped, complained, unsubscribed, replied, auto_replied, opened, clicked, unjudged
  kind text not null,
  machine boolean not null,
  messages bigint not null,
  hits bigint not null,
  primary key (campaign_id, variant, kind, machine)
);
comment on table read.email_response_counts is 'Mails by what became of them. Written by projection email_responses.';

create table read.email_response_hours (
  campaign_id uuid not null,
  variant smallint not null,
  kind text not null,
  machine boolean not null,
  -- UTC, the hour of the first of its kind.
  hour timestamptz not null,
  messages bigint not null,
  primary key (campaign_id, variant, kind, machine, hour)
);
comment on table read.email_response_hours is 'The same by the hour. Written by projection email_responses.';

create table read.email_link_counts (
  campaign_id uuid not null,
  variant smallint not null,
  -- Its number.
  link integer not null,
  -- Mails that a person followed it from.
  messages bigint not null,
  hits bigint not null,
  machine_hits bigint not null,
  primary key (campaign_id, variant, link)
);
comment on table read.email_link_counts is 'Clicks by link. Written by projection email_responses.';
