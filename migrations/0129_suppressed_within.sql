-- Queues of campaigns are looked through for whoever was suppressed lately, in all work or in that of the campaign alone.
drop index guard.suppressions_since;
create index suppressions_since on guard.suppressions (since) where kind = 'email';
