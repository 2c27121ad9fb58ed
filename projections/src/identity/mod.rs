//! Users, teams and client organisations as people see them, each only as far as the viewer may see.

pub mod api_keys;
pub mod clients;
pub mod invitations;
pub mod notifications;
pub mod page;
pub(crate) mod reach;
pub mod teams;
pub mod users;
