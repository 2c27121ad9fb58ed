-- How far mailboxes were read that mails come in to.
create table jobs.inbound_mailboxes (
  -- The account of the configuration.
  account text primary key,
  -- The server numbers anew when it says another one.
  validity bigint not null,
  -- The last mail that is in the inbox.
  uid bigint not null,
  read_at timestamptz not null
);
comment on table jobs.inbound_mailboxes is 'The last mail that was taken out of each mailbox. Without a row the last two days are read.';
