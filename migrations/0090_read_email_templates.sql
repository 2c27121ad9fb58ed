-- Email templates: a draft that people work on, and versions that were submitted.
create table read.email_templates (
  id uuid primary key,
  name text not null,
  brand text,
  tags text[] not null default '{}',
  -- draft, in_review, approved, returned
  status text not null,
  archived boolean not null default false,
  -- The draft. Of a block document, mjml is what was made of it.
  subject text not null,
  preheader text not null,
  mjml text not null,
  blocks jsonb,
  -- Null: the plain text is made of the HTML.
  plain text,
  -- Counts the saves of the draft.
  revision integer not null,
  -- How many versions there are; the last one has this number.
  versions integer not null default 0,
  approved integer,
  created_by uuid not null,
  saved_by uuid not null,
  created_at timestamptz not null,
  saved_at timestamptz not null,
  updated_at timestamptz not null,
  version bigint not null
);
create index email_templates_by_name on read.email_templates (lower(name), id);
create index email_templates_updated_at on read.email_templates (updated_at, id);
comment on table read.email_templates is 'Email templates with their drafts. Written by projection email_templates.';

create table read.email_template_versions (
  template_id uuid not null,
  number integer not null,
  subject text not null,
  preheader text not null,
  mjml text not null,
  blocks jsonb,
  plain text,
  -- Of the content, as the log says it.
  hash text not null,
  submitted_by uuid not null,
  submitted_at timestamptz not null,
  -- in_review, approved, returned, superseded
  standing text not null,
  decided_by uuid,
  decided_at timestamptz,
  -- Why it was returned.
  reason text,
  primary key (template_id, number)
);
comment on table read.email_template_versions is 'Drafts as they were submitted, which never change. Written by projection email_templates.';
