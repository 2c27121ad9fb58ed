-- Who our mail comes from, and the brands it speaks for.
create table read.email_brands (
  id uuid primary key,
  name text not null,
  archived boolean not null,
  -- A sender of the brand.
  default_sender uuid,
  created_at timestamptz not null,
  version bigint not null,
  -- The brand as its events fold.
  state jsonb not null
);
comment on table read.email_brands is 'Brands of ours, in whose name mail is sent. Written by projection email_senders.';

create table read.email_senders (
  id uuid primary key,
  brand_id uuid not null,
  from_name text not null,
  from_address text not null,
  archived boolean not null,
  -- The worst that the last check said: not_needed, pass, unknown, warn, fail. Null: not checked since what is checked was changed.
  health text,
  checked_at timestamptz,
  created_at timestamptz not null,
  version bigint not null,
  -- The sender as its events fold: setup, checks with the records to publish.
  state jsonb not null
);
create index email_senders_brand on read.email_senders (brand_id);
comment on table read.email_senders is 'Sender profiles with what their domains'' records say. Written by projection email_senders.';
