-- Legal holds stand against what is decided in the same moment; jobs say what they wait for; accounts say what their number says.

create table guard.changes (
  scope text primary key,
  -- Who changed it last; all zeros: nobody yet.
  last uuid not null
);
comment on table guard.changes is 'The last change of a guard that the log writes itself, by scope. Who decides on such a guard names it in the append, which then holds only if nothing changed; who deletes rows or files locks it meanwhile.';
insert into guard.changes (scope, last)
select 'legal_hold', coalesce(
  (select aggregate_id::uuid from log.events where aggregate_type = 'legal_hold' and event_type = 'LegalHoldPlaced' order by global_position desc limit 1),
  '00000000-0000-0000-0000-000000000000');

-- Only what is placed changes what may be deleted: who is refused for a hold that was lifted a moment ago asks again.
create or replace function guard.write_legal_hold() returns trigger language plpgsql as $$
declare
  body json := new.payload -> new.event_type;
begin
  case new.event_type
    when 'LegalHoldPlaced' then
      insert into guard.legal_holds (hold, over, since)
      values (new.aggregate_id::uuid, body ->> 'over', (body ->> 'at')::timestamptz)
      on conflict (hold) do nothing;
      update guard.changes set last = new.aggregate_id::uuid where scope = 'legal_hold';
    when 'LegalHoldLifted' then
      delete from guard.legal_holds where hold = new.aggregate_id::uuid;
    else
      null;
  end case;
  return null;
end $$;

-- As in 0005, with step 5.
create or replace function log.append(
  requests integer,
  e_request integer[], e_type text[], e_id text[], e_sequence bigint[], e_event text[], e_version text[], e_payload text[], e_metadata text[], e_subject uuid[],
  f_request integer[], f_kind text[], f_version text[], f_about_type text[], f_about_id text[], f_payload text[], f_metadata text[], f_subject uuid[],
  g_request integer[], g_op text[], g_scope text[], g_key bytea[], g_owner uuid[],
  j_request integer[], j_id uuid[], j_kind text[], j_title text[], j_payload text[], j_unique text[], j_run_at timestamptz[], j_priority smallint[], j_max integer[], j_link text[], j_by uuid[],
  i_request integer[], i_key text[], i_fingerprint bytea[], i_result text[],
  k_request integer[], k_subject uuid[], k_wrapped bytea[],
  p_request integer[], p_job uuid[], p_done bigint[], p_total bigint[], p_phase text[], p_state text[]
) returns setof log.append_outcome language plpgsql as $$
declare
  lost integer[] := '{}';
  reasons text[] := '{}';
  details text[] := '{}';
  more integer[];
  more_details text[];
  new_scopes text[];
  new_keys bytea[];
  new_owners uuid[];
  gone_requests integer[] := '{}';
  gone_scopes text[];
  gone_keys bytea[];
  gone_owners uuid[];
  changed text;
begin
  -- 1. Idempotency: a key that exists already, or stands twice in this group, loses.
  if cardinality(i_request) > 0 then
    with wanted as (
      select distinct on (u.key) u.request, u.key, u.fingerprint, u.result
      from unnest(i_request, i_key, i_fingerprint, i_result) as u(request, key, fingerprint, result) order by u.key, u.request
    ), taken as (
      insert into guard.idempotency (key, fingerprint, result)
      select w.key, w.fingerprint, w.result::jsonb from wanted w order by w.key
      on conflict (key) do nothing returning guard.idempotency.key
    )
    select array_agg(u.request), array_agg(u.key) into more, more_details
    from unnest(i_request, i_key) as u(request, key)
    where not exists (select 1 from wanted w join taken t on t.key = w.key where w.request = u.request);
    if more is not null then
      lost := more; details := more_details; reasons := array_fill('repeated'::text, array[cardinality(more)]);
    end if;
  end if;

  -- 2. Claims. Releases go first, so a value can move within one request. Claims are sorted, which makes circles of
  --    waiting appenders rare; the appender repeats what Postgres throws out of one.
  if 'release' = any(g_op) then
    with released as (
      delete from guard.claims c using unnest(g_request, g_op, g_scope, g_key, g_owner) as u(request, op, scope, key, owner)
      where u.op = 'release' and u.request <> all(lost) and c.scope = u.scope and c.key = u.key and c.owner = u.owner
      returning u.request, c.scope, c.key, c.owner
    )
    select coalesce(array_agg(r.request), '{}'), array_agg(r.scope), array_agg(r.key), array_agg(r.owner)
      into gone_requests, gone_scopes, gone_keys, gone_owners from released r;
  end if;

  if 'claim' = any(g_op) then
    with inserted as (
      insert into guard.claims (scope, key, owner)
      select u.scope, u.key, u.owner from unnest(g_request, g_op, g_scope, g_key, g_owner) as u(request, op, scope, key, owner)
      where u.op = 'claim' and u.request <> all(lost) order by u.scope, u.key, u.request
      on conflict (scope, key) do nothing returning guard.claims.scope, guard.claims.key, guard.claims.owner
    )
    select array_agg(i.scope), array_agg(i.key), array_agg(i.owner) into new_scopes, new_keys, new_owners from inserted i;

    -- A value that another request of this group lets go counts as taken still: that request may be dropped, and then
    -- it keeps the value. Whoever is refused here in company is asked again alone.
    select array_agg(l.request), array_agg(l.scope) into more, more_details from (
      select distinct on (w.request) w.request, w.scope from (
        select u.request, u.scope
        from unnest(g_request, g_op, g_scope, g_key, g_owner) as u(request, op, scope, key, owner)
        join guard.claims c on c.scope = u.scope and c.key = u.key
        where u.op = 'claim' and u.request <> all(lost) and c.owner <> u.owner
        union all
        select u.request, u.scope
        from unnest(g_request, g_op, g_scope, g_key) as u(request, op, scope, key)
        join unnest(gone_requests, gone_scopes, gone_keys) as g(request, scope, key) on g.scope = u.scope and g.key = u.key and g.request <> u.request
        where u.op = 'claim' and u.request <> all(lost)
      ) w order by w.request, w.scope
    ) l;

    if more is not null then
      -- What a loser took or let go a moment ago is put back, and its idempotency key with it.
      delete from guard.claims c
      using unnest(g_request, g_op, g_scope, g_key, g_owner) as u(request, op, scope, key, owner), unnest(new_scopes, new_keys, new_owners) as n(scope, key, owner)
      where u.op = 'claim' and u.request = any(more) and n.scope = u.scope and n.key = u.key and n.owner = u.owner
        and c.scope = n.scope and c.key = n.key and c.owner = n.owner;
      insert into guard.claims (scope, key, owner)
      select g.scope, g.key, g.owner from unnest(gone_requests, gone_scopes, gone_keys, gone_owners) as g(request, scope, key, owner)
      where g.request = any(more) on conflict (scope, key) do nothing;
      delete from guard.idempotency x using unnest(i_request, i_key) as u(request, key)
      where u.request = any(more) and x.key = u.key;
      lost := lost || more; details := details || more_details; reasons := reasons || array_fill('claimed'::text, array[cardinality(more)]);
    end if;
  end if;

  if 'remove_key' = any(g_op) then
    delete from guard.match_keys m using unnest(g_request, g_op, g_scope, g_key, g_owner) as u(request, op, scope, key, owner)
    where u.op = 'remove_key' and u.request <> all(lost) and m.scope = u.scope and m.key = u.key and m.owner = u.owner;
  end if;
  if 'add_key' = any(g_op) then
    insert into guard.match_keys (scope, key, owner)
    select u.scope, u.key, u.owner from unnest(g_request, g_op, g_scope, g_key, g_owner) as u(request, op, scope, key, owner)
    where u.op = 'add_key' and u.request <> all(lost) order by u.scope, u.key
    on conflict do nothing;
  end if;

  -- 3. Keys of new people (one that exists is an error: what was sealed with the other could never be read), jobs, progress of the job that asks.
  if cardinality(k_request) > 0 then
    insert into log.person_keys (subject_id, wrapped)
    select u.subject, u.wrapped from unnest(k_request, k_subject, k_wrapped) as u(request, subject, wrapped)
    where u.request <> all(lost) order by u.subject;
  end if;
  if cardinality(j_request) > 0 then
    insert into jobs.queue (id, kind, title, payload, unique_key, run_at, priority, max_attempts, link, created_by)
    select u.id, u.kind, u.title, u.payload::jsonb, u.uniq, coalesce(u.run_at, clock_timestamp()), u.priority, u.max_attempts, u.link, u.created_by
    from unnest(j_request, j_id, j_kind, j_title, j_payload, j_unique, j_run_at, j_priority, j_max, j_link, j_by)
      as u(request, id, kind, title, payload, uniq, run_at, priority, max_attempts, link, created_by)
    where u.request <> all(lost)
    on conflict (unique_key) where unique_key is not null and state in ('queued', 'running') do nothing;
  end if;
  if cardinality(p_request) > 0 then
    update jobs.queue q set progress_done = u.done, progress_total = coalesce(u.total, q.progress_total), progress_phase = coalesce(u.phase, q.progress_phase),
      progress_state = coalesce(u.state::jsonb, q.progress_state), updated_at = clock_timestamp()
    from unnest(p_request, p_job, p_done, p_total, p_phase, p_state) as u(request, job, done, total, phase, state)
    where q.id = u.job and u.request <> all(lost);
  end if;

  -- Whoever places a hold waits for deletions that are at work here, and not with the lock in hand that every append needs.
  if 'LegalHoldPlaced' = any(e_event) then
    perform 1 from guard.changes c where c.scope = 'legal_hold' for update;
  end if;

  -- 4. The order. Nothing draws from log.position before this lock, and nothing slow follows it.
  perform pg_advisory_xact_lock(7001);

  return query
  with drawn as materialized (
    select o.*, nextval('log.position') as pos from (
      select * from unnest(e_request, e_type, e_id, e_sequence, e_event, e_version, e_payload, e_metadata, e_subject)
        with ordinality as u(request, type, id, sequence, event, version, payload, metadata, subject, ord)
      where u.request <> all(lost) order by u.request, u.ord
    ) o
  ), drawn_facts as materialized (
    -- The sub-select makes facts wait for the events' positions.
    select o.*, nextval('log.position') as pos from (
      select u.*, (select count(*) from drawn) as after_events
      from unnest(f_request, f_kind, f_version, f_about_type, f_about_id, f_payload, f_metadata, f_subject)
        with ordinality as u(request, kind, version, about_type, about_id, payload, metadata, subject, ord)
      where u.request <> all(lost) order by u.request, u.ord
    ) o
  ), written as (
    insert into log.events (aggregate_type, aggregate_id, sequence, event_type, event_version, payload, metadata, subject_id, global_position)
    select d.type, d.id, d.sequence, d.event, d.version, d.payload::json, d.metadata::json, d.subject, d.pos from drawn d
    returning 1
  ), written_facts as (
    insert into log.facts (kind, version, about_type, about_id, payload, metadata, subject_id, global_position)
    select d.kind, d.version, d.about_type, d.about_id, d.payload::json, d.metadata::json, d.subject, d.pos from drawn_facts d
    returning 1
  ), positions as (
    select p.request, max(p.pos) as pos from (
      select d.request, d.pos from drawn d union all select d.request, d.pos from drawn_facts d
    ) p group by p.request
  ), answered as (
    update guard.idempotency x set position = coalesce(p.pos, 0)
    from unnest(i_request, i_key) as u(request, key) left join positions p on p.request = u.request
    where x.key = u.key and u.request <> all(lost) returning 1
  )
  select r.request::integer, l.reason, l.detail, p.pos
  from generate_series(0, requests - 1) as r(request)
  left join unnest(lost, reasons, details) as l(request, reason, detail) on l.request = r.request
  left join positions p on p.request = r.request
  order by r.request;

  -- 5. What was decided on a guard that the log writes itself stands while that guard is as it was read: whoever changed it since
  --    committed before the lock was ours, or wrote in this group. Raised, so that all of the above is taken back: the caller sends
  --    a group's requests one by one, and who is alone decides again.
  if 'unchanged' = any(g_op) then
    select u.scope into changed
    from unnest(g_request, g_op, g_scope, g_owner) as u(request, op, scope, owner)
    left join guard.changes c on c.scope = u.scope
    where u.op = 'unchanged' and u.request <> all(lost) and c.last is distinct from u.owner
    limit 1;
    if found then
      raise exception 'the guard % was changed since it was read', changed using errcode = 'check_violation', constraint = 'guard_unchanged';
    end if;
  end if;
end $$;

-- What a job waits for that runs elsewhere: such a wait is no failed try.
alter table jobs.queue add column waits_for text;
comment on column jobs.queue.waits_for is 'Of a queued job: what it comes again for, in words for a person. Waiting does not count as a try.';

-- As contacts since 0060; filled by the rebuild that the projection's new version asks for.
alter table read.accounts
  add column main_phone_validity text,
  add column main_phone_line text;
