-- Records that became part of another: archived to every list, and they lead to the one that stayed.
alter table read.contacts add column merged_into uuid;
alter table read.accounts add column merged_into uuid;
comment on column read.contacts.merged_into is 'The contact this one was merged into; it stands in no list then, not even among the archived.';
comment on column read.accounts.merged_into is 'The account this one was merged into; it stands in no list then, not even among the archived.';
