-- Mails that came back for now are kept for as long as the email policy may look back (a year at most); how long it does look back is asked
-- when they are counted. They were kept for 30 days, and a policy of more had nothing to count.

create or replace function guard.note_email_signals() returns trigger language plpgsql as $$
declare
  body json;
  wanted integer;
  taken integer;
begin
  if new.kind = 'email_user_agent_seen' then
    body := new.payload -> 'EmailUserAgentSeen';
    insert into guard.email_user_agents (key, text) values (decode(body ->> 'key', 'hex'), body ->> 'text') on conflict do nothing;
    return null;
  end if;
  body := new.payload -> 'EmailSignalsRecorded';
  wanted := coalesce(json_array_length(body -> 'keys'), 0);
  if wanted > 0 then
    insert into guard.email_signal_keys (key, at)
    select decode(k.key, 'hex'), (body ->> 'received_at')::timestamptz from json_array_elements_text(body -> 'keys') as k(key) order by 1
    on conflict do nothing;
    get diagnostics taken = row_count;
    if taken <> wanted then
      raise exception '% of % signals were told before', wanted - taken, wanted using errcode = 'check_violation', constraint = 'guard_unchanged';
    end if;
  end if;
  delete from jobs.email_soft_bounces b using (
    select r.address_key, max(s.at) as at from json_to_recordset(body -> 'signals') as s(m uuid, k text, at timestamptz)
    join guard.email_recipients r on r.message = s.m where s.k = 'delivered' group by r.address_key
  ) d where b.address_key = d.address_key and b.at[cardinality(b.at)] < d.at;
  insert into jobs.email_soft_bounces as b (address_key, at)
  select r.address_key, array_agg(s.at order by s.at) from json_to_recordset(body -> 'signals') as s(m uuid, k text, at timestamptz, d text)
  join guard.email_recipients r on r.message = s.m
  -- What a server has against us says nothing of the address.
  where s.k = 'bounced_soft' and s.d is distinct from 'policy' and s.d is distinct from 'throttled' group by r.address_key
  on conflict (address_key) do update set at = (
    select array_agg(u.at order by u.at) from unnest(b.at || excluded.at) as u(at)
    where u.at > (select max(n.at) from unnest(b.at || excluded.at) as n(at)) - interval '366 days'
  );
  return null;
end $$;
comment on column jobs.email_soft_bounces.at is 'Of the last year, the oldest first: no policy looks back any longer.';
