-- A figure of a report leads to whom it counts. What is rare among the mails of a campaign is found by an index of its own; what is common
-- is met soon enough while recipients are gone through in the order of their ids.
create index email_messages_bounced on read.email_messages (campaign_id, contact_id) where bounced_at is not null;
create index email_messages_soft_bounced on read.email_messages (campaign_id, contact_id) where soft_bounced_at is not null;
create index email_messages_dropped on read.email_messages (campaign_id, contact_id) where dropped_at is not null;
create index email_messages_complained on read.email_messages (campaign_id, contact_id) where complained_at is not null;
create index email_messages_unsubscribed on read.email_messages (campaign_id, contact_id) where unsubscribed_at is not null;
create index email_messages_replied on read.email_messages (campaign_id, contact_id) where replied_at is not null;
create index email_messages_auto_replied on read.email_messages (campaign_id, contact_id) where auto_replied_at is not null;
