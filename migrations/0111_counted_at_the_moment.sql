-- Emails and calls of the last 30 days change with the clock, so they are counted when somebody asks (read.engagement).
alter table read.contact_activity drop column emails_sent_30d, drop column calls_30d;
