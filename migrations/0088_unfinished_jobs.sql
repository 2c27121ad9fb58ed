-- How many jobs somebody has that are not done is asked whenever they start one.
create index queue_unfinished_of on jobs.queue (created_by) where created_by is not null and state in ('queued', 'running');
