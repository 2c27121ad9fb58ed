//! Users, teams and client organisations as people see them, each only as far as the viewer may see.

pub mod clients;
pub mod page;
mod reach;
pub mod teams;
pub mod users;
