-- What a record has left is asked for on its page: those who left are found by the record, as those who are in it are.
create index segment_members_left_of on read.segment_members (record_id) where left_at is not null;
