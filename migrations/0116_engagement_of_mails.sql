-- Facts of our own mails tell what happened to their contacts, too, often long after the mail and perhaps after a merge.
-- The mail it is of; null: another system told it.
alter table read.engagement add column message_id uuid;

create table read.engagement_merged (
  contact_id uuid primary key,
  -- The contact it was merged into; null: it was erased, and nothing that is told of it is kept.
  survivor_id uuid
);
comment on table read.engagement_merged is 'Contacts whose engagement is another''s, or nobody''s. Written by projection engagement.';
