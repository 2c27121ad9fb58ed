-- Queues of campaigns are looked through for whoever was suppressed lately.
create index suppressions_since on guard.suppressions (since) where kind = 'email' and reach = 'global';
