-- A step of the finder reads a stretch of keys with all it asks of them from here, and not from where the rows lie.
drop index jobs.duplicate_keys_key;
create index duplicate_keys_key on jobs.duplicate_keys (entity, key) include (id, scan);
