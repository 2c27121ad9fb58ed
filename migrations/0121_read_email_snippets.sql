-- Snippets: words of a brand that templates name.
create table read.email_snippets (
  id uuid primary key,
  brand_id uuid not null,
  name text not null,
  -- Counts the saves from 1; not the version of the row.
  number integer not null,
  blocks jsonb not null,
  archived boolean not null default false,
  created_by uuid not null,
  saved_by uuid not null,
  created_at timestamptz not null,
  saved_at timestamptz not null,
  version bigint not null
);
comment on table read.email_snippets is 'Snippets as they are now. Written by projection email_snippets.';

create table read.email_snippet_versions (
  snippet_id uuid not null,
  number integer not null,
  blocks jsonb not null,
  saved_by uuid not null,
  saved_at timestamptz not null,
  primary key (snippet_id, number)
);
comment on table read.email_snippet_versions is 'What a snippet said after each save. Written by projection email_snippets.';

-- The snippets that a draft names; templates from before there were any name none.
alter table read.email_templates add column snippets text[] not null default '{}';
-- Which snippets stand in a version, and which version of each: [{"snippet": id, "name": "…", "version": 1, "by": id}].
alter table read.email_template_versions add column snippets jsonb not null default '[]';
