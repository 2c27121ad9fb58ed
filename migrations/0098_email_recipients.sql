-- Who a campaign writes to, and what became of each: the guard that every worker claims from, settled by the log itself.

create table guard.email_recipients (
  campaign uuid not null,
  contact uuid not null,
  account uuid,
  -- Of the audience. Rows of a version above the campaign's live one are scaffolding of a take that is not done.
  version smallint not null,
  state text not null check (state in ('pending', 'sending', 'sent', 'excluded', 'failed', 'unknown')),
  reason text,
  -- As guard.suppressions knows an email; of nobody's address the hash of the contact's id, which meets nothing.
  address_key bytea not null,
  -- Registrable domain of the address.
  domain text,
  -- Null: the campaign's.
  zone text,
  -- By place: 0 is A. Null: held back until a winner is chosen.
  variant smallint,
  due_at timestamptz not null,
  attempts smallint not null default 0,
  lease uuid,
  lease_until timestamptz,
  -- Of the last mark; stays.
  message uuid,
  first_marked_at timestamptz,
  marked_at timestamptz,
  -- Set by the mark; null again when it certainly did not leave.
  touched_at timestamptz,
  primary key (campaign, contact)
) with (fillfactor = 75);
create index email_recipients_due on guard.email_recipients (campaign, due_at, contact) where state = 'pending' and variant is not null;
-- Apart, as nobody may step over hundreds of thousands of these in each lease while a test of variants runs.
create index email_recipients_held on guard.email_recipients (campaign, due_at, contact) where state = 'pending' and variant is null;
create unique index email_recipients_address on guard.email_recipients (address_key, campaign) where state in ('pending', 'sending', 'sent', 'unknown');
create index email_recipients_sending on guard.email_recipients (marked_at) where state = 'sending';
create unique index email_recipients_message on guard.email_recipients (message) where message is not null;
create index email_recipients_touched on guard.email_recipients (contact, touched_at) where touched_at is not null;
comment on table guard.email_recipients is 'One row per campaign and contact. It leaves pending only by a fact email_outcomes_recorded, in that fact''s transaction, but for the moments of a mark.';

create table guard.email_provider_ids (
  account text not null,
  id text not null,
  message uuid not null,
  at timestamptz not null,
  primary key (account, id, message)
);
create index email_provider_ids_at on guard.email_provider_ids (at);
comment on table guard.email_provider_ids is 'Names that providers gave our mails, by which they tell of them.';

create table guard.email_policy (
  only_row boolean primary key default true check (only_row),
  version integer not null default 0,
  -- Null: no cap.
  cap_count smallint,
  cap_days smallint
);
insert into guard.email_policy default values;
comment on table guard.email_policy is 'What the mark asks of the email policy. Written by the log with the policy''s events.';

create function guard.write_email_policy() returns trigger language plpgsql as $$
declare
  body json := new.payload -> new.event_type;
begin
  if new.event_type = 'EmailPolicySet' then
    update guard.email_policy set version = version + 1,
      cap_count = (body -> 'policy' -> 'cap' ->> 'count')::smallint, cap_days = (body -> 'policy' -> 'cap' ->> 'days')::smallint;
  end if;
  return null;
end $$;
comment on function guard.write_email_policy is 'Keeps guard.email_policy with the events of the policy, in their transaction.';
create trigger email_policy_guard after insert on log.events
  for each row when (new.aggregate_type = 'email_policy') execute function guard.write_email_policy();

-- Always look-ups by key: left to itself the planner hashes all rows of the campaign, a million under the append lock.
create function guard.settle_email() returns trigger language plpgsql
  set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off set enable_bitmapscan = off as $$
declare
  body json := new.payload -> 'EmailOutcomesRecorded';
  wanted integer;
  settled integer;
begin
  wanted := json_array_length(body -> 'outcomes');
  update guard.email_recipients r set
    state = case o.o when 'x' then 'excluded' when 's' then 'sent' when 'f' then 'failed' else 'unknown' end,
    reason = o.r, lease = null, lease_until = null,
    touched_at = case when o.o in ('s', 'u') then coalesce(r.touched_at, (body ->> 'at')::timestamptz) end
  from json_to_recordset(body -> 'outcomes') as o(c uuid, o text, r text, m uuid)
  where r.campaign = (body ->> 'campaign')::uuid and r.contact = o.c
    and case r.state
      when 'pending' then o.o = 'x' or (o.o = 'f' and o.m is null)
      when 'sending' then o.m = r.message and o.o in ('s', 'f', 'u')
      when 'unknown' then o.m = r.message and o.o in ('s', 'f')
      else false end;
  get diagnostics settled = row_count;
  insert into guard.email_provider_ids (account, id, message, at)
  select coalesce(body ->> 'account', ''), o.p, o.m, (body ->> 'at')::timestamptz
  from json_to_recordset(body -> 'outcomes') as o(m uuid, p text) where o.p is not null and o.m is not null
  on conflict do nothing;
  if settled <> wanted then
    raise exception '% of % outcomes of % fit no recipient any more', wanted - settled, wanted, body ->> 'campaign'
      using errcode = 'check_violation', constraint = 'guard_unchanged';
  end if;
  return null;
end $$;
comment on function guard.settle_email is 'Settles guard.email_recipients with the facts that tell of outcomes, in their transaction; a fact that fits a row no more is refused as a conflict.';
create trigger email_outcomes_settle after insert on log.facts
  for each row when (new.kind = 'email_outcomes_recorded') execute function guard.settle_email();
