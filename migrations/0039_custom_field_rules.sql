-- Of which custom fields only one record may hold a value, and what new records get.
alter table read.custom_fields add column is_unique boolean not null default false;
alter table read.custom_fields add column default_value jsonb;
comment on column read.custom_fields.default_value is 'Natural JSON, as records hold it; null for none.';
