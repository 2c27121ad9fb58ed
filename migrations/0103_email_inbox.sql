-- What comes back about mails that were sent: kept the moment it comes, read and written to the log a moment later.

create table mail.inbox (
  id bigint generated always as identity primary key,
  -- sendgrid, mailgun, ses: a webhook whose signature was checked. mail: a mail that came in. page: somebody who left a page.
  source text not null,
  -- The account of the configuration that it came by.
  account text not null,
  received_at timestamptz not null,
  -- What the sender calls this very message, as a keyed hash: one that is sent again is kept once.
  envelope bytea,
  -- As it came.
  body bytea not null,
  tries smallint not null default 0,
  next_at timestamptz not null,
  -- Why nobody could make anything of it; looked at by a person, and deleted after a week.
  parked text
);
create unique index inbox_envelope on mail.inbox (source, envelope) where envelope is not null;
create index inbox_due on mail.inbox (next_at, id) where parked is null;
create index inbox_parked on mail.inbox (received_at) where parked is not null;
comment on table mail.inbox is 'Webhooks and mails that came in and are not yet in the log. Holds addresses in the clear, for seconds; what cannot be read, for a week.';

create table mail.hits (
  id bigint generated always as identity primary key,
  -- opened, clicked, trapped
  kind text not null,
  campaign uuid not null,
  message uuid not null,
  link integer,
  at timestamptz not null,
  -- get, head, other
  method text not null,
  agent text,
  agent_key bytea,
  net text not null,
  net_key bytea not null,
  marks smallint not null,
  -- Of a mail that was just being handed over: when it is looked at again.
  next_at timestamptz
);
comment on table mail.hits is 'Requests for pixels and links that are not yet in the log, for seconds. No IP address: a name of its network and a keyed hash of its neighbourhood.';

create table mail.signal_words (
  message uuid not null,
  contact uuid not null,
  at timestamptz not null,
  -- bounced_hard, bounced_soft, deferred, dropped, complained
  kind text not null,
  -- What the other server said, addresses masked.
  words text not null
);
create index signal_words_message on mail.signal_words (message, at);
create index signal_words_contact on mail.signal_words (contact);
create index signal_words_at on mail.signal_words (at);
comment on table mail.signal_words is 'What servers said of mails, for whoever looks why. Deleted after 30 days, and with the person.';

create table guard.email_signal_keys (
  key bytea primary key,
  at timestamptz not null
);
create index email_signal_keys_at on guard.email_signal_keys (at);
comment on table guard.email_signal_keys is 'Keyed hashes of what was told of mails: each is let into the log once. Written by the log; dropped after 40 days, longer than any signature is taken.';

create table guard.email_user_agents (
  key bytea primary key,
  text text not null
);
comment on table guard.email_user_agents is 'User agents that were met, by the key that facts name them with. Written by the log.';

create table jobs.email_soft_bounces (
  -- As in guard.email_recipients.
  address_key bytea primary key,
  -- Of the last 30 days, the oldest first.
  at timestamptz[] not null
);
comment on table jobs.email_soft_bounces is 'Mails that came back for now, by address. Enough of them suppress it for a while; a delivery forgets them.';

-- The log keeps the keys of what it was told: no append can bring the same in twice.
create function guard.note_email_signals() returns trigger language plpgsql as $$
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
    where u.at > (select max(n.at) from unnest(b.at || excluded.at) as n(at)) - interval '30 days'
  );
  return null;
end $$;
comment on function guard.note_email_signals is 'Keeps guard.email_signal_keys, guard.email_user_agents and the counts of soft bounces with the facts that tell of them, in their transaction.';

create trigger email_signals_noted after insert on log.facts
  for each row when (new.kind in ('email_signals_recorded', 'email_user_agent_seen')) execute function guard.note_email_signals();
