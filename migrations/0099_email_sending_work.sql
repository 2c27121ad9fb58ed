-- What the workers that send share. All of it may be emptied: it is pace and turns, never an outcome.

create table jobs.email_buckets (
  -- 'deployment', 'account:<name>', 'campaign:<id>', 'ramp:<domain>:<day>', 'domain:<domain>'
  scope text primary key,
  per_second numeric not null,
  burst numeric not null,
  tokens numeric not null,
  at timestamptz not null,
  blocked_until timestamptz,
  why text
);
comment on table jobs.email_buckets is 'Token buckets of sending: how much may leave now, and what is blocked until when.';

create table jobs.email_turns (
  campaign uuid primary key,
  served_at timestamptz not null
);
comment on table jobs.email_turns is 'When a campaign was served last: the one that waits longest is next.';

-- A scope may have none of its own rows yet; the least of what all scopes give is taken from each, or nothing, with how long to wait.
-- Rows are locked in one order.
create function jobs.take_email_tokens(scopes text[], rates numeric[], bursts numeric[], wanted integer, now timestamptz, out granted integer, out wait_ms integer) language plpgsql as $$
declare
  free numeric;
  until timestamptz;
begin
  insert into jobs.email_buckets (scope, per_second, burst, tokens, at)
  select u.scope, u.rate, u.burst, u.burst, now from unnest(scopes, rates, bursts) as u(scope, rate, burst) order by u.scope
  on conflict (scope) do nothing;
  perform 1 from jobs.email_buckets b where b.scope = any(scopes) order by b.scope for update;
  update jobs.email_buckets b set per_second = u.rate, burst = u.burst, at = greatest(b.at, now),
    -- A burst that grew or shrank (a ramp that was changed) counts from now on; what was used stays used.
    tokens = least(u.burst, b.tokens + (u.burst - b.burst) + u.rate * extract(epoch from greatest(now - b.at, interval '0')))
  from unnest(scopes, rates, bursts) as u(scope, rate, burst) where b.scope = u.scope;
  select min(floor(b.tokens)), max(b.blocked_until) filter (where b.blocked_until > now) into free, until
  from jobs.email_buckets b where b.scope = any(scopes);
  granted := case when until is not null then 0 else greatest(0, least(wanted, coalesce(free, wanted)))::integer end;
  if granted > 0 then
    update jobs.email_buckets b set tokens = b.tokens - granted where b.scope = any(scopes);
    wait_ms := 0;
  else
    select least(60000, greatest(20,
        max(case when b.tokens >= 1 then 0 when b.per_second = 0 then 60000 else (1 - b.tokens) / b.per_second * 1000 end),
        coalesce(extract(epoch from until - now) * 1000, 0)))::integer
    into wait_ms from jobs.email_buckets b where b.scope = any(scopes);
  end if;
end $$;
comment on function jobs.take_email_tokens is 'Takes the least of what all scopes give from each of them; none given: how long until asking again helps.';

create table jobs.email_health (
  -- 'campaign:<id>', 'domain:<from domain>', 'account:<name>'
  scope text not null,
  -- A day of a domain, a minute of a campaign; of an account there is one row.
  window_start timestamptz not null,
  -- Handed over and taken.
  sent bigint not null default 0,
  soft bigint not null default 0,
  hard bigint not null default 0,
  complaints bigint not null default 0,
  -- Of an account: answers in a row that say that it takes nothing.
  faults bigint not null default 0,
  primary key (scope, window_start)
);
create index email_health_window_start on jobs.email_health (window_start);
comment on table jobs.email_health is 'What came of mails lately, by what may be paused for it.';
