//! What companies do: the official tables of industry codes, how they meet the industries of the catalogue, and a suggestion
//! from what is known about a company. Nothing here changes a record: a suggestion is for a person to accept or reject.

pub mod classify;
pub mod codes;
pub mod mapping;
