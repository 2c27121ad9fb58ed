-- A company is known by its registrable domain, and so are the items of domain sets: somebody at mail.company.example is at
-- company.example. Which part of a host that is, the public suffix list says, so the projection works it out.
alter table read.contacts add column email_registrable text collate "C";
comment on column read.contacts.email_registrable is 'The registrable domain of the email, where the email is at a host below it; else email_domain says it.';
create index contacts_email_company on read.contacts (coalesce(email_registrable, email_domain)) where account_id is null and not archived and not erased;

create or replace function read.domain_set_contacts() returns table (domain_set_id uuid, contact_id uuid, matched_via text)
language sql stable as $$
  select i.domain_set_id, c.id, 'account'::text from read.domain_set_items i
    join read.contacts c on c.account_id = i.account_id and not c.archived and not c.erased where i.status = 'matched'
  union all
  select i.domain_set_id, c.id, 'email'::text from read.domain_set_items i
    join read.contacts c on coalesce(c.email_registrable, c.email_domain) = i.domain and c.account_id is null and not c.archived and not c.erased
$$;
comment on function read.domain_set_contacts() is 'Which contacts belong to which domain set: those of its accounts, and those without an account whose email is at one of its domains, or at a host below it. A contact may come more than once.';

-- Whom a matching or a person's word drops is known at once, and since when an account is in a set can be told.
alter table read.domain_set_items add column former uuid[] not null default '{}', add column since timestamptz;
comment on column read.domain_set_items.former is 'Accounts that it was before, matched or not.';
comment on column read.domain_set_items.since is 'Since when it is this account and counts. Null: it does not count.';
