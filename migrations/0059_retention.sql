-- Retention: rules, what runs under them came to, and the legal holds that stand against them.

create table guard.legal_holds (
  hold uuid primary key,
  -- 'contact:<id>', 'account:<id>', 'data:<kind>'
  over text not null,
  since timestamptz not null
);
create index legal_holds_over on guard.legal_holds (over);
comment on table guard.legal_holds is 'What must not be deleted now, effective with the commit of its event. Lifted ones are gone from here.';

-- As with suppressions: the log writes the guard itself, so no append can bring in the one without the other.
create function guard.write_legal_hold() returns trigger language plpgsql as $$
declare
  body json := new.payload -> new.event_type;
begin
  case new.event_type
    when 'LegalHoldPlaced' then
      insert into guard.legal_holds (hold, over, since)
      values (new.aggregate_id::uuid, body ->> 'over', (body ->> 'at')::timestamptz)
      on conflict (hold) do nothing;
    when 'LegalHoldLifted' then
      delete from guard.legal_holds where hold = new.aggregate_id::uuid;
    else
      null;
  end case;
  return null;
end $$;
comment on function guard.write_legal_hold is 'Keeps guard.legal_holds with the events of legal holds, in their transaction.';

create trigger legal_holds_guard after insert on log.events
  for each row when (new.aggregate_type = 'legal_hold') execute function guard.write_legal_hold();

create table read.legal_holds (
  id uuid primary key,
  -- 'contact', 'account', 'data'
  scope text not null,
  -- Of a contact or an account.
  record_id uuid,
  -- Of everything of a kind.
  data text,
  -- Null once the person is erased.
  reason text,
  reference text,
  since timestamptz not null,
  placed_by text not null,
  source text not null,
  lifted_at timestamptz,
  lifted_by text,
  lift_reason text,
  erased boolean not null default false,
  version bigint not null
);
create index legal_holds_since on read.legal_holds (since desc, id desc);
create index legal_holds_record on read.legal_holds (record_id) where record_id is not null;
comment on table read.legal_holds is 'Legal holds, also lifted ones, as the register shows them. Written by projection legal_holds.';

create table read.retention_rules (
  kind text primary key,
  -- 'forever', '7 days', '3 years'
  keep text not null,
  changed_at timestamptz not null,
  changed_by text not null,
  note text,
  version bigint not null
);
comment on table read.retention_rules is 'Rules of retention that somebody set; the others are as Pivotal comes. Written by projection retention.';

create table read.retention_dry_runs (
  id uuid primary key,
  kind text not null,
  keep text not null,
  ended_at timestamptz not null,
  asked_by text not null,
  due_now bigint not null,
  due_30 bigint not null,
  due_90 bigint not null,
  held bigint not null,
  -- Ids and moments of the first of them.
  items jsonb not null,
  held_items jsonb not null
);
create index retention_dry_runs_ended on read.retention_dry_runs (ended_at desc, id desc);
comment on table read.retention_dry_runs is 'What rules of retention would delete, as dry runs found. Written by projection retention.';

create table read.retention_runs (
  id uuid primary key,
  began_at timestamptz not null,
  ended_at timestamptz not null,
  -- A user's id, or 'system' at night.
  asked_by text not null,
  -- 'completed', 'cancelled'
  ending text not null,
  deleted bigint not null,
  held bigint not null,
  -- By kind.
  done jsonb not null
);
create index retention_runs_ended on read.retention_runs (ended_at desc, id desc);
comment on table read.retention_runs is 'What runs of retention deleted and what they kept. Written by projection retention.';

alter table read.imports add column files_removed_at timestamptz;
comment on column read.imports.files_removed_at is 'When a rule of retention took the uploaded file and the reject file.';
