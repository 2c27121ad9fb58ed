//! Use cases on who works here, and the door: signing in, staying in, getting out.

pub mod access_rules;
pub mod api_keys;
pub mod bootstrap_admin;
pub mod clients;
pub mod development;
pub mod invitations;
pub mod notifications;
pub mod rate_limits;
mod refusal;
pub mod sessions;
pub mod teams;
#[cfg(test)]
pub(crate) mod testing;
pub mod users;
