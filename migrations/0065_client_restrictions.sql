-- Whose file an import is: what it makes may be used for that client only. And what exports leave out of such records.
alter table read.imports add column supplied_by uuid;
comment on column read.imports.supplied_by is 'The client whose file it is.';
alter table read.exports add column leaves_out_restricted boolean not null default false;
alter table read.exports add column left_out bigint not null default 0;
comment on column read.exports.left_out is 'Records of the list that are not in the file: a client supplied them for its own use only.';

-- Few records are a client's, and both filters and the word of an export ask for them alone.
create index contacts_client_restriction on read.contacts (client_restriction) where client_restriction is not null;
create index accounts_client_restriction on read.accounts (client_restriction) where client_restriction is not null;
