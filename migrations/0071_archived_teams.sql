-- Teams nobody joins any more: not offered, and kept with what they have.
alter table read.teams add column archived boolean not null default false;
