-- Domain sets: companies somebody wants to reach, as a list of their domains, and which accounts these are.
create table read.domain_sets (
  id uuid primary key,
  sequence bigint not null,
  owner uuid not null,
  name text not null,
  -- Both null: private. A team: its members. Everyone: whoever sees domain sets.
  team uuid,
  everyone boolean not null,
  tags text[] not null,
  source text not null,
  file_name text,
  stubs boolean not null,
  -- reading, matching, ready, failed
  state text not null,
  error text,
  job_id uuid,
  items bigint not null default 0,
  repeated bigint not null default 0,
  invalid bigint not null default 0,
  matched_at timestamptz,
  archived boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index domain_sets_created_at on read.domain_sets (created_at, id);
comment on table read.domain_sets is 'Domain sets as their list shows them. Written by projection domain_sets.';
comment on column read.domain_sets.file_name is 'As the person named it. Gone once an erasure took the set''s words.';

create table read.domain_set_items (
  domain_set_id uuid not null,
  -- The row of the file it stood in first.
  number integer not null,
  domain text collate "C" not null,
  account_name text,
  repaired boolean not null,
  resembles text,
  given text,
  notes text,
  -- pending, matched, fuzzy, unknown
  status text not null default 'pending',
  account_id uuid,
  via text,
  confidence smallint,
  likeness text,
  stub boolean not null default false,
  judged_by uuid,
  judged_at timestamptz,
  matched_at timestamptz,
  primary key (domain_set_id, number)
);
create index domain_set_items_status on read.domain_set_items (domain_set_id, status, number);
create index domain_set_items_in_set on read.domain_set_items (domain_set_id, domain);
create index domain_set_items_domain on read.domain_set_items (domain);
create index domain_set_items_account on read.domain_set_items (account_id) where account_id is not null;
comment on table read.domain_set_items is 'Domains of sets, and which account each one is: accounts are members of a set by these rows. Written by projection domain_sets.';
comment on column read.domain_set_items.status is 'Matched: the account has the domain, or a person said so. Fuzzy: nearly the same, waits for a person and does not count yet.';
comment on column read.domain_set_items.judged_by is 'Who said which account it is; then no matching says otherwise.';

create table read.domain_set_invalid (
  domain_set_id uuid not null,
  number integer not null,
  code text not null,
  given text,
  primary key (domain_set_id, number)
);
comment on table read.domain_set_invalid is 'Lines of domain sets that name no domain, and why. Written by projection domain_sets.';

create table read.domain_set_rejections (
  domain_set_id uuid not null,
  number integer not null,
  account_id uuid not null,
  by uuid not null,
  at timestamptz not null,
  primary key (domain_set_id, number, account_id)
);
comment on table read.domain_set_rejections is 'Accounts somebody said an item is not: they are never found for it again. Written by projection domain_sets.';

-- Contacts follow from the items and from where contacts are now, so they are asked for rather than kept. A function, because
-- the tables of a read model are put in place of each other by a rebuild, which would break a view. Its one statement becomes part
-- of the statement that asks.
create function read.domain_set_contacts() returns table (domain_set_id uuid, contact_id uuid, matched_via text)
language sql stable as $$
  select i.domain_set_id, c.id, 'account'::text from read.domain_set_items i
    join read.contacts c on c.account_id = i.account_id and not c.archived and not c.erased where i.status = 'matched'
  union all
  select i.domain_set_id, c.id, 'email'::text from read.domain_set_items i
    join read.contacts c on c.email_domain = i.domain and c.account_id is null and not c.archived and not c.erased
$$;
comment on function read.domain_set_contacts() is 'Which contacts belong to which domain set: those of its accounts, and those without an account whose email is at one of its domains. A contact may come more than once.';

-- How far the keeper of matches has looked at what happened to accounts.
create table jobs.domain_set_keeper (
  one boolean primary key default true check (one),
  position bigint not null
);
comment on table jobs.domain_set_keeper is 'Position of the log up to which accounts that were touched were looked at for the domains of sets.';
