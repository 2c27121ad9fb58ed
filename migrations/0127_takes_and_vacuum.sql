-- Which take of a version counts, and tables that are swept while they are hot.

-- A process may be held up for longer than its lease (a machine that sleeps, a database that hangs), while another takes the version anew.
-- The last that began is the one: rows of an earlier one do not come in any more, and its end is refused as a conflict.
create table guard.email_taking (
  campaign uuid not null,
  version smallint not null,
  take uuid not null,
  primary key (campaign, version)
);
comment on table guard.email_taking is 'The take of each audience version that began last: no other may put recipients in, or end.';

create function guard.fence_take() returns trigger language plpgsql as $$
declare
  body json := new.payload -> 'AudienceVersionTaken';
  last uuid;
begin
  -- Locked: one that begins at this moment waits, and finds the version taken.
  select t.take into last from guard.email_taking t
  where t.campaign = new.aggregate_id::uuid and t.version = (body ->> 'version')::smallint for share;
  if last <> (body ->> 'take')::uuid then
    raise exception 'version % of % is being taken anew', body ->> 'version', new.aggregate_id
      using errcode = 'check_violation', constraint = 'guard_unchanged';
  end if;
  return null;
end $$;
comment on function guard.fence_take is 'Refuses the end of a take that another has begun after, as a conflict, in the transaction of the event.';
create trigger take_fence after insert on log.events
  for each row when (new.aggregate_type = 'campaign' and new.event_type = 'AudienceVersionTaken') execute function guard.fence_take();

-- Every mark and every outcome moves a row from one partial index to another and leaves a dead entry behind; a lease walks over all of
-- those that stand before the first that waits. By default a table of a million is swept when a fifth of it is dead, and what a long
-- snapshot (an audience that is read, a backup) kept from being swept waits for the next fifth. So it is swept after every some thousand,
-- without pauses, and its indexes with it however few pages are concerned.
alter table guard.email_recipients set (
  autovacuum_vacuum_scale_factor = 0.005, autovacuum_vacuum_threshold = 2000,
  autovacuum_vacuum_insert_scale_factor = 0.05,
  autovacuum_analyze_scale_factor = 0.02, autovacuum_analyze_threshold = 2000,
  autovacuum_vacuum_cost_delay = 0, vacuum_index_cleanup = on
);
-- Few rows that change many times a second: with room in their pages a change touches no index.
alter table guard.email_campaigns set (fillfactor = 50);
alter table jobs.email_turns set (fillfactor = 50);
alter table jobs.email_buckets set (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500);
alter table jobs.email_health set (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500);
-- They fill and empty all day.
alter table mail.inbox set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_cost_delay = 0, vacuum_index_cleanup = on);
alter table mail.hits set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_cost_delay = 0, vacuum_index_cleanup = on);

-- Once an hour it is asked for whom nobody knows whether their mail left, and every few seconds which audiences could not be taken: few
-- rows of large tables.
create index email_recipients_unknown on guard.email_recipients (campaign, marked_at) where state = 'unknown';
create index queue_parked on jobs.queue (kind) where state = 'parked';
