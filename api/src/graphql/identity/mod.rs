//! Who works here.

pub mod clients;
pub mod me;
pub mod role;
pub mod users;
