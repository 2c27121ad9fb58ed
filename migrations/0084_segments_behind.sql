-- A segment whose filter reads a read model that stands still is passed over by the keeper, and looked at as a whole once it goes on.
alter table jobs.segment_refreshes add column behind_since timestamptz;
comment on column jobs.segment_refreshes.behind_since is 'Since when a read model that its filter asks stands still; its members stand still with it until all are looked at again.';
