//! Who works here.

pub mod access_rules;
pub mod api_keys;
pub mod clients;
pub mod invitations;
pub mod me;
pub mod notifications;
pub mod role;
pub mod sessions;
pub mod teams;
pub mod users;
