-- What a try began with: the base of a job's rate, and of the rule that only tries without progress count.
alter table jobs.queue
  add column try_started_at timestamptz,
  add column try_started_done bigint not null default 0;
comment on column jobs.queue.attempts is 'Tries in a row that got no further than the one before; a long job is not parked for being interrupted often.';
comment on column jobs.queue.lease_by is 'Worker and claim, unique per try: whoever does not hold it any more changes nothing here.';
comment on column jobs.queue.try_started_done is 'progress_done when this try began; what an earlier try did says nothing about the speed of this one.';

create function jobs.rate(done bigint, try_started_done bigint, try_started_at timestamptz, at timestamptz) returns double precision language sql immutable as $$
  select case when at > try_started_at and done > try_started_done then (done - try_started_done) / extract(epoch from at - try_started_at)::double precision end
$$;
comment on function jobs.rate is 'Units per second of the running try; null while nothing is known. Falls by itself when a job stalls.';

create function jobs.eta_seconds(done bigint, total bigint, rate double precision) returns double precision language sql immutable as $$
  select case when rate > 0 and total >= done then (total - done) / rate end
$$;
comment on function jobs.eta_seconds is 'Time left at the present rate; null while the rate or the total is unknown.';
