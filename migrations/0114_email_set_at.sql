-- What happened to a contact names no address, so a bounce counts against the one it has only since it has it.
alter table read.contacts add column email_set_at timestamptz;
comment on column read.contacts.email_set_at is 'Since when the contact has its present address; null without one.';
