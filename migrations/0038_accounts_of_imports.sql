-- The accounts that an import made, as contacts have it.
create index accounts_import on read.accounts (import_id) where import_id is not null;
