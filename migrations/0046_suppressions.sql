-- Suppressions: the guard that every send and dial asks, and what people see of it.

create table guard.suppressions (
  kind text not null,
  key bytea not null,
  -- 'global', 'client:<id>', 'campaign:<id>'
  reach text not null,
  owner uuid not null,
  reason text not null,
  since timestamptz not null,
  until timestamptz,
  -- Released ones stay, so that an erasure finds them without knowing for whom they were.
  released boolean not null default false,
  primary key (kind, key, reach)
);
create index suppressions_owner on guard.suppressions (owner);
comment on table guard.suppressions is 'What must not be contacted, effective with the commit of its event. Keys are keyed hashes: nothing can be read from them, and they outlive the person''s erasure.';

-- The log writes the guard itself, row by row with the event: no append, of whatever program or version, can bring in the
-- one without the other.
create function guard.write_suppression() returns trigger language plpgsql as $$
declare
  body json := new.payload -> new.event_type;
begin
  case new.event_type
    when 'SuppressionAdded' then
      insert into guard.suppressions as held (kind, key, reach, owner, reason, since, until)
      values (body ->> 'kind', decode(body ->> 'key', 'hex'), body ->> 'reach', new.aggregate_id::uuid, body ->> 'reason',
        (body ->> 'at')::timestamptz, (body ->> 'until')::timestamptz)
      on conflict (kind, key, reach) do update set owner = excluded.owner, reason = excluded.reason, since = excluded.since,
        until = excluded.until, released = false;
    when 'SuppressionChanged' then
      update guard.suppressions set reason = body ->> 'reason', until = (body ->> 'until')::timestamptz
      where owner = new.aggregate_id::uuid;
    when 'SuppressionReleased' then
      update guard.suppressions set released = true where owner = new.aggregate_id::uuid;
    else
      null;
  end case;
  return null;
end $$;
comment on function guard.write_suppression is 'Keeps guard.suppressions with the events of suppressions, in their transaction.';

create trigger suppressions_guard after insert on log.events
  for each row when (new.aggregate_type = 'suppression') execute function guard.write_suppression();

create function guard.suppressed(numbers integer[], kinds text[], keys bytea[], reaches text[], at timestamptz)
returns table (number integer, owner uuid, kind text, reach text, reason text, since timestamptz, until timestamptz)
language sql stable as $$
  select u.number, s.owner, s.kind, s.reach, s.reason, s.since, s.until
  from unnest(numbers, kinds, keys, reaches) as u(number, kind, key, reach)
  join guard.suppressions s on s.kind = u.kind and s.key = u.key and s.reach = u.reach
  where not s.released and (s.until is null or s.until > at)
$$;
comment on function guard.suppressed is 'Which of many keys are suppressed at a moment, and why. Whatever claims a send or a dial reads it in the claiming statement.';

create table read.suppressions (
  id uuid primary key,
  kind text not null,
  -- Null once the person is erased.
  value text collate "C",
  key bytea not null,
  reach text not null,
  client_id uuid,
  reason text not null,
  source text not null,
  note text,
  since timestamptz not null,
  until timestamptz,
  added_by text not null,
  released_at timestamptz,
  released_by text,
  release_reason text,
  erased boolean not null default false,
  version bigint not null
);
create index suppressions_since on read.suppressions (since desc, id desc);
create index suppressions_key on read.suppressions (kind, key);
-- By what is suppressed: lists of contacts ask it for each of a contact's keys.
create index suppressions_value on read.suppressions (kind, value);
create index suppressions_client on read.suppressions (client_id, since desc, id desc) where client_id is not null;
comment on table read.suppressions is 'Suppressions, also released ones, as the list shows them. Written by projection suppressions.';

create table read.suppression_files (
  id uuid primary key,
  reach text not null,
  client_id uuid,
  reason text not null,
  country text,
  -- Of a national register: the day its file is of.
  as_of date,
  rows bigint not null,
  added bigint not null,
  already bigint not null,
  refused bigint not null,
  read_at timestamptz not null,
  read_by text not null
);
create index suppression_files_read_at on read.suppression_files (read_at desc, id desc);
comment on table read.suppression_files is 'Files of suppressions that were read. Written by projection suppressions.';

-- Asked of the suppressions themselves instead.
alter table read.contact_activity drop column suppressed, drop column suppression_reasons;
