//! Universal search: what of a record can be found, what somebody's text asks for, and which letters of a value answer
//! it. How an index is laid out and asked is the adapters' affair; that both sides speak of the same words is decided here.

pub mod document;
pub mod highlight;
pub mod phone;
pub mod question;
#[cfg(test)]
mod tests;
pub mod words;

use serde::{Deserialize, Serialize};

use super::fields::catalogue::Entity;

/// What can be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Contact,
    Account,
}

impl Kind {
    pub const ALL: [Kind; 2] = [Kind::Contact, Kind::Account];

    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Contact => "contact",
            Kind::Account => "account",
        }
    }

    pub fn entity(self) -> Entity {
        match self {
            Kind::Contact => Entity::Contact,
            Kind::Account => Entity::Account,
        }
    }
}
