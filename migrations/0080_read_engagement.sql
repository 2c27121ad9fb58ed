-- What happened between us and contacts: emails sent, opened, answered, calls.
create table read.engagement (
  contact_id uuid not null,
  -- sent, delivered, opened, clicked, replied, bounced, complained, unsubscribed, called
  kind text not null,
  -- email, phone
  channel text not null,
  campaign_id uuid,
  at timestamptz not null,
  -- A program opened or clicked it, not the contact.
  machine boolean not null,
  -- The system that told of it.
  source text not null,
  position bigint not null,
  -- Its place in the fact.
  n integer not null,
  -- Contacts it was of before they were merged, the first of all first; emptied from behind when merges are taken back.
  came_by uuid[] not null default '{}',
  -- By contact first: merges, erasures and the tables of a rebuild look rows up by whose they are.
  primary key (contact_id, kind, at, position, n)
);
create index engagement_of_kind on read.engagement (kind, at) include (contact_id, machine);
create index engagement_of_campaign on read.engagement (campaign_id, kind, at) include (contact_id, machine) where campaign_id is not null;
comment on table read.engagement is 'What happened between us and contacts, one row each. Written by projection engagement.';
