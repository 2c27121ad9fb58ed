-- Records that were just touched are looked at within moments, beside the long look at all that changed.
alter table jobs.duplicate_scans add column touched bigint not null default 0;
comment on column jobs.duplicate_scans.touched is 'Position of the log up to which records that were touched were looked at, one by one. The next such look begins there, or where the long look ended.';
