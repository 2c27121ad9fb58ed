//! Use cases on who works here, and the door: signing in, staying in, getting out.

pub mod bootstrap_admin;
pub mod clients;
pub mod development;
mod refusal;
pub mod sessions;
pub mod teams;
#[cfg(test)]
pub(crate) mod testing;
pub mod users;
