-- What an account's industry might be.
create table read.industry_suggestions (
  account_id uuid primary key,
  -- pending, accepted, rejected
  decision text not null,
  industry text not null,
  naics text,
  sic text,
  confidence smallint not null,
  -- rules, or model:<name>
  suggested_by text not null,
  -- {place, words}, the strongest first
  because jsonb not null,
  suggested_at timestamptz not null,
  decided_at timestamptz,
  -- A user's id, or system.
  decided_by text,
  reason text,
  version bigint not null
);
create index industry_suggestions_pending on read.industry_suggestions (confidence desc, account_id) where decision = 'pending';
create index industry_suggestions_decided on read.industry_suggestions (decision, confidence desc, account_id);
comment on table read.industry_suggestions is 'The last industry suggested for each account and what a person said to it. Written by projection industry_suggestions.';
