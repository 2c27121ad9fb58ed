-- The page of the test mailbox shows mails as a mail program would. What was kept before has its words alone.
alter table mail.mailbox
  add column html text,
  add column headers jsonb not null default '[]';
comment on column mail.mailbox.html is 'As it would be sent, with its links and its pixel; null of mails that were kept before it was.';
comment on column mail.mailbox.headers is 'Pairs of a name and a value, in the order of the mail.';
