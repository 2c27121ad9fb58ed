-- What carriers said about the accounts' main phones, as about those of contacts since 0060.
alter table read.accounts
  add column main_phone_carrier text,
  add column main_phone_carrier_line text,
  add column main_phone_looked_up_at timestamptz;

comment on column read.phone_lookups.which is 'mobile_phone and direct_phone of contacts, main_phone of accounts.';
comment on column read.phone_lookup_contacts.contact_id is 'The contact, or in a run over main phones the account.';
