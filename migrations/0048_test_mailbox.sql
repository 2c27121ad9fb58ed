-- Where mail goes while no mail server is set up: kept here, and read by administrators on a page of the app.
create schema if not exists mail;
comment on schema mail is 'Mail that was not sent. Outside of the log: it holds addresses and links in the clear, and is forgotten by its age.';

create table mail.mailbox (
  id uuid primary key,
  sent_at timestamptz not null,
  to_name text not null,
  to_address text not null,
  subject text not null,
  body text not null
);
create index mailbox_newest on mail.mailbox (sent_at desc, id desc);
comment on table mail.mailbox is 'The test mailbox. The id is that of the job that sent it, so a mail that is sent again is kept once.';
