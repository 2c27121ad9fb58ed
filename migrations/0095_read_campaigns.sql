-- Campaigns, who was in their audiences, and whether all sending is stopped.
create table read.campaigns (
  id uuid primary key,
  -- email, call
  channel text not null,
  name text not null,
  -- Folded, for looking for words.
  name_key text not null,
  -- draft, scheduled, launching, running, paused, completed, stopped
  state text not null,
  owner uuid not null,
  team uuid,
  client_id uuid,
  brand_id uuid not null,
  tags text[] not null default '{}',
  -- Of mail, once its content is defined.
  sender_id uuid,
  from_domain text,
  copied_from uuid,
  created_by text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  -- When it starts, once it is scheduled.
  start_at timestamptz,
  launched_at timestamptz,
  -- When it was completed or stopped.
  ended_at timestamptz,
  -- Why it is paused, and since when, as the event says it.
  paused jsonb,
  paused_at timestamptz,
  version_count integer not null default 0,
  -- In all its versions.
  audience_count bigint not null default 0,
  archived boolean not null default false,
  sequence bigint not null,
  -- The campaign as its events fold.
  campaign jsonb not null
);
create index campaigns_created_at on read.campaigns (created_at desc, id);
create index campaigns_state on read.campaigns (state, created_at desc);
create index campaigns_tags on read.campaigns using gin (tags);
create index campaigns_name_key on read.campaigns using gin (name_key gin_trgm_ops);
comment on table read.campaigns is 'Campaigns. Written by projection campaigns.';

create table read.campaign_versions (
  campaign_id uuid not null,
  version integer not null,
  take uuid not null,
  position bigint not null,
  as_of timestamptz not null,
  count bigint not null,
  accounts bigint not null,
  hash text not null,
  definition jsonb not null,
  -- How many were left out from the start, by reason.
  excluded jsonb not null,
  primary key (campaign_id, version)
);
comment on table read.campaign_versions is 'Audience versions that were taken, which never change. Written by projection campaigns.';

create table read.campaign_members (
  campaign_id uuid not null,
  contact_id uuid not null,
  version integer not null,
  -- Whose facts it came with; it counts once the version names this take.
  take uuid not null,
  account_id uuid,
  primary key (campaign_id, contact_id)
);
create index campaign_members_contact on read.campaign_members (contact_id);
comment on table read.campaign_members is 'Contacts in audience versions, and in takes that are not done. Written by projection campaigns.';

create table read.sending_switch (
  id uuid primary key,
  stopped boolean not null,
  since timestamptz not null,
  -- Who threw it last.
  thrown_by text not null,
  reason text
);
comment on table read.sending_switch is 'Whether all sending is stopped, for people; what sends asks the guard. Written by projection campaigns.';
