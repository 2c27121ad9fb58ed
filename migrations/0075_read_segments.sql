-- Segments: what people say about them, who is in them and was, and how far their keeper is.

create table read.segments (
  id uuid primary key,
  owner uuid not null,
  entity text not null,
  name text not null,
  description text not null default '',
  tags text[] not null default '{}',
  -- Both null: private. A team: its members. Everyone: whoever sees segments.
  team uuid,
  everyone boolean not null,
  definition jsonb not null,
  -- Sequence of the event that gave it this definition.
  defined bigint not null,
  -- Position of the last event after which everything is to be looked at, and why.
  wanted bigint not null,
  wanted_because text not null,
  active boolean not null,
  archived boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version bigint not null
);
create index segments_by_name on read.segments (lower(name), id);
comment on table read.segments is 'Segments as people define them. Written by projection segments.';

create table read.segment_definitions (
  segment_id uuid not null,
  -- Sequence of the event that gave it.
  defined bigint not null,
  definition jsonb not null,
  since timestamptz not null,
  primary key (segment_id, defined)
);
comment on table read.segment_definitions is 'Every definition a segment had: what a condition that somebody entered by was. Written by projection segments.';

create table read.segment_members (
  segment_id uuid not null,
  record_id uuid not null,
  entered_at timestamptz not null,
  left_at timestamptz,
  entered_position bigint not null,
  left_position bigint,
  entered_because jsonb not null,
  left_because jsonb,
  primary key (segment_id, record_id, entered_position)
);
create unique index segment_members_now on read.segment_members (segment_id, record_id) where left_at is null;
create index segment_members_of on read.segment_members (record_id) where left_at is null;
create index segment_members_entered on read.segment_members (segment_id, entered_position);
create index segment_members_left on read.segment_members (segment_id, left_position) where left_at is not null;
comment on table read.segment_members is 'Who was in which segment from when to when, and why. Written by projection segments.';

create table read.segment_counts (
  segment_id uuid primary key,
  members bigint not null,
  -- Of the last fact about its members.
  changed_at timestamptz not null,
  changed_position bigint not null
);
comment on table read.segment_counts is 'How many are in a segment now; apart, as it changes all the time. Written by projection segments.';

create table read.segment_days (
  segment_id uuid not null,
  -- In UTC.
  day date not null,
  -- At its end.
  members bigint not null,
  entered bigint not null,
  left_again bigint not null,
  primary key (segment_id, day)
);
comment on table read.segment_days is 'How many were in a segment day by day; a day without a change has no row. Written by projection segments.';

-- How far the keeper is. Not of the log: without these rows it looks at everything once more and finds the same.
create table jobs.segment_keeper (
  alone boolean primary key default true check (alone),
  position bigint not null,
  -- Of the log when the position was written: after a restore to an earlier point it says nothing.
  epoch uuid not null,
  -- Position of the last event that may change what is kept beside the records.
  elsewhere bigint not null default 0
);
comment on table jobs.segment_keeper is 'How far the keeper of segments has read the log.';

create table jobs.segment_refreshes (
  segment_id uuid primary key,
  -- The position for which everything was looked at last, and when that began and ended.
  settled bigint not null default 0,
  looked_from timestamptz,
  refreshed_at timestamptz,
  -- Of what is kept beside the records, the last change it has seen.
  elsewhere bigint not null default 0,
  -- A look that is under way: for which position, why, the moment that "today" is counted from, how far.
  looking_for bigint,
  because text,
  looking_since timestamptz,
  leaving boolean not null default true,
  after uuid not null default '00000000-0000-0000-0000-000000000000'
);
comment on table jobs.segment_refreshes is 'Looks at all records for one segment: the last one, and one that is under way.';
