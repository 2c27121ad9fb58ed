//! Who works here and what they may do: users, client organisations, teams, roles and the policy table.

pub mod access_rules;
pub mod actor;
pub mod api_keys;
pub mod clients;
pub mod invitations;
pub mod name;
pub mod notifications;
pub mod permission;
pub mod policy;
pub mod policy_table;
pub mod role;
pub mod teams;
pub mod users;
