-- Accounts and contacts as people see them. Columns follow the field catalogue; a test compares the two.
create extension if not exists pg_trgm with schema public;

create table read.contacts (
  id uuid primary key,
  sequence bigint not null,
  position bigint not null,
  archived boolean not null,
  erased boolean not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  created_by text,
  source text,
  import_id uuid,
  account_id uuid,
  account_name text,
  account_domain text,
  email_domain text collate "C",
  full_name_key text collate "C",
  job_title_key text collate "C",
  account_name_key text collate "C",
  full_name text,
  first_name text,
  middle_name text,
  last_name text,
  salutation text,
  job_title text,
  seniority_level text,
  department text,
  email text collate "C",
  secondary_emails text[],
  email_verification_status text,
  email_status text not null,
  direct_phone text,
  direct_phone_e164 text,
  phone_extension text,
  mobile_phone text,
  secondary_phones text[],
  phone_status text not null,
  account_link text,
  address_street text,
  city text,
  state text,
  postal_code text,
  country text collate "C",
  timezone text,
  language text,
  linkedin_url text,
  intent_topics text[],
  tags text[],
  consent_basis text,
  consent_source text,
  consent_at timestamptz,
  consent_text text,
  owner text,
  team uuid,
  lifecycle text,
  client_restriction uuid,
  duplicate_of uuid,
  custom jsonb not null default '{}'
);
comment on table read.contacts is 'Contacts as lists show them. Written by projection contacts.';
comment on column read.contacts.full_name_key is 'Folded (lower case, no accents, at most 200 characters): what is sorted and searched by. Likewise the other _key columns.';
comment on column read.contacts.custom is 'Values of fields without a column of their own, by their full key.';

-- One index per column that lists are sorted by, of the rows lists show.
create index contacts_created_at on read.contacts (created_at, id) where not archived and not erased;
create index contacts_updated_at on read.contacts (updated_at, id) where not archived and not erased;
create index contacts_full_name on read.contacts (full_name_key, id) where not archived and not erased;
create index contacts_job_title on read.contacts (job_title_key, id) where not archived and not erased;
create index contacts_email on read.contacts (email, id) where not archived and not erased;
create index contacts_account_name on read.contacts (account_name_key, id) where not archived and not erased;
create index contacts_country on read.contacts (country, id) where not archived and not erased;
create index contacts_import on read.contacts (import_id) where import_id is not null;
create index contacts_email_domain on read.contacts (email_domain) where not archived and not erased;
-- Also of archived rows: a company's new name is shown on them too.
create index contacts_account on read.contacts (account_id) where account_id is not null;
-- "Contains" on three columns; email and domain are searched by how they begin.
create index contacts_full_name_words on read.contacts using gin (full_name_key gin_trgm_ops) where not archived and not erased;
create index contacts_job_title_words on read.contacts using gin (job_title_key gin_trgm_ops) where not archived and not erased;
create index contacts_account_name_words on read.contacts using gin (account_name_key gin_trgm_ops) where not archived and not erased;

create table read.contact_accounts (
  id uuid primary key,
  name text,
  name_key text collate "C",
  domain text
);
comment on table read.contact_accounts is 'What contacts'' rows show of their accounts. Written by projection contacts.';

create table read.contact_activity (
  contact_id uuid primary key,
  score bigint,
  last_emailed_at timestamptz,
  last_opened_at timestamptz,
  last_clicked_at timestamptz,
  last_replied_at timestamptz,
  last_called_at timestamptz,
  last_disposition text,
  last_activity_at timestamptz,
  emails_sent_30d bigint,
  calls_30d bigint,
  suppressed text[],
  suppression_reasons text[]
);
comment on table read.contact_activity is 'Fields of a contact that change with every email and call, away from the searched text. Written by projection contacts.';

create table read.accounts (
  id uuid primary key,
  sequence bigint not null,
  position bigint not null,
  archived boolean not null,
  erased boolean not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  created_by text,
  source text,
  import_id uuid,
  name_key text collate "C",
  name text,
  domain text collate "C",
  alternate_domains text[],
  parent uuid,
  industry text,
  industry_suggested text,
  industry_suggested_confidence bigint,
  industry_suggested_status text,
  sic_code text,
  naics_code text,
  employees_size_range text,
  staff_count bigint,
  annual_revenue_amount numeric,
  annual_revenue_currency text,
  year_founded bigint,
  description text,
  hq_street text,
  hq_city text,
  hq_state text,
  hq_postal_code text,
  hq_country text,
  linkedin_url text,
  main_phone text,
  main_phone_e164 text,
  main_phone_extension text,
  intent_topics text[],
  tech_stack text[],
  tags text[],
  owner text,
  team uuid,
  status text not null,
  client_restriction uuid,
  custom jsonb not null default '{}'
);
comment on table read.accounts is 'Accounts as lists show them. Written by projection accounts.';
comment on column read.accounts.erased is 'Always false: an account is no person. Here because records share their first columns.';
create index accounts_created_at on read.accounts (created_at, id) where not archived and not erased;
create index accounts_updated_at on read.accounts (updated_at, id) where not archived and not erased;
create index accounts_name on read.accounts (name_key, id) where not archived and not erased;
create index accounts_domain on read.accounts (domain, id) where not archived and not erased;
create index accounts_parent on read.accounts (parent) where parent is not null;
create index accounts_name_words on read.accounts using gin (name_key gin_trgm_ops) where not archived and not erased;

create table read.account_members (
  contact_id uuid primary key,
  account_id uuid,
  active boolean not null
);
comment on table read.account_members is 'Which contacts count for which account: the memory behind account_activity. Written by projection accounts.';

create table read.account_activity (
  account_id uuid primary key,
  contact_count bigint not null default 0,
  open_lead_count bigint,
  last_activity_at timestamptz,
  last_campaign_at timestamptz
);
comment on table read.account_activity is 'Fields of an account that change with other records. Written by projection accounts.';
