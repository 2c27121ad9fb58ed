//! What use cases need from the outside. Adapters live in `pivotal-infra`.

pub mod audience_source;
pub mod audiences;
pub mod blob_store;
pub mod carrier_lookup;
pub mod custom_values;
pub mod due_tasks;
pub mod email_provider;
pub mod identity_provider;
pub mod inbound_mailbox;
pub mod industry_classifier;
pub mod link_check;
pub mod mail_dns;
pub mod mailbox_probe;
pub mod mailer;
pub mod notification_mail;
pub mod old_contacts;
pub mod phone_book;
pub mod record_lists;
pub mod sender_dns;
pub mod signing_certs;
pub mod test_figures;
