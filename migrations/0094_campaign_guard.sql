-- Which campaigns by mail run, and the switch that stops all sending: asked whenever a mail is marked to be handed over, and so
-- written by the log itself.

create table guard.email_campaigns (
  campaign uuid primary key,
  -- launching, running, paused, stopped, completed
  state text not null,
  -- Recipients of a later version are not there for anybody yet.
  live_version smallint not null default 0,
  -- Null: as fast as sender and deployment allow.
  per_second integer,
  -- Null: at any hour.
  windows jsonb,
  -- By place: 0 is A. Null: no winner was chosen.
  winner smallint,
  respects_cap boolean not null,
  client uuid,
  brand uuid not null,
  sender uuid not null,
  from_domain text not null,
  account text not null,
  -- Of the log. After a restore it has another, and nothing leaves until somebody says so.
  epoch uuid not null
);
create index email_campaigns_running on guard.email_campaigns (campaign) where state = 'running';
comment on table guard.email_campaigns is 'Campaigns by mail from their launch on. Written by the log with their events.';

create table guard.sending_switch (
  only_row boolean primary key default true check (only_row),
  stopped boolean not null default false,
  since timestamptz
);
insert into guard.sending_switch default values;
comment on table guard.sending_switch is 'Whether all sending is stopped. Written by the log with the switch''s events.';

-- A campaign of calls has no pinned sender: what dials keeps a guard of its own.
create function guard.write_sending() returns trigger language plpgsql as $$
declare
  body json := new.payload -> new.event_type;
  id uuid := new.aggregate_id::uuid;
begin
  case new.event_type
    when 'CampaignLaunched' then
      if body -> 'pinned' ->> 'sender' is not null then
        insert into guard.email_campaigns (campaign, state, per_second, windows, respects_cap, client, brand, sender, from_domain, account, epoch)
        values (id, 'launching', (body ->> 'per_second')::integer, (body ->> 'windows')::jsonb, (body ->> 'respects_cap')::boolean,
          (body ->> 'client')::uuid, (body ->> 'brand')::uuid, (body -> 'pinned' ->> 'sender')::uuid, body -> 'pinned' ->> 'from_domain',
          body -> 'pinned' ->> 'account', (body ->> 'epoch')::uuid)
        on conflict (campaign) do update set state = excluded.state, per_second = excluded.per_second, windows = excluded.windows,
          respects_cap = excluded.respects_cap, client = excluded.client, brand = excluded.brand, sender = excluded.sender,
          from_domain = excluded.from_domain, account = excluded.account, epoch = excluded.epoch, winner = null;
      end if;
    when 'AudienceVersionTaken' then
      update guard.email_campaigns set live_version = (body ->> 'version')::smallint where campaign = id;
    when 'CampaignStarted' then
      update guard.email_campaigns set state = 'running' where campaign = id;
    when 'CampaignLaunchFailed' then
      delete from guard.email_campaigns where campaign = id;
    when 'CampaignPaused' then
      update guard.email_campaigns set state = 'paused' where campaign = id;
    when 'CampaignResumed' then
      update guard.email_campaigns set state = 'running', epoch = (body ->> 'epoch')::uuid where campaign = id;
    when 'CampaignPaceChanged' then
      update guard.email_campaigns set per_second = (body ->> 'per_second')::integer, windows = (body ->> 'windows')::jsonb where campaign = id;
    when 'CampaignWinnerChosen' then
      update guard.email_campaigns set winner = ascii(body ->> 'variant') - 65 where campaign = id;
    when 'CampaignStopped' then
      update guard.email_campaigns set state = 'stopped' where campaign = id;
    when 'CampaignCompleted' then
      update guard.email_campaigns set state = 'completed' where campaign = id;
    when 'SendingStopped' then
      update guard.sending_switch set stopped = true, since = (body ->> 'at')::timestamptz;
    when 'SendingAllowed' then
      update guard.sending_switch set stopped = false, since = (body ->> 'at')::timestamptz;
    else
      null;
  end case;
  return null;
end $$;
comment on function guard.write_sending is 'Keeps guard.email_campaigns and guard.sending_switch with their events, in the events'' transaction.';

create trigger sending_guard after insert on log.events
  for each row when (new.aggregate_type in ('campaign', 'sending_switch')) execute function guard.write_sending();
