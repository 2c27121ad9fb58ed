//! What a legal hold stands over.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::suppression::retention::kind::Data;

/// Written as `contact:<id>`, `account:<id>`, `data:<kind>`: in events, in the guard and in read models alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Over {
    Contact(Uuid),
    /// With everybody who works there.
    Account(Uuid),
    /// Everything of a kind.
    Data(Data),
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is nothing that a legal hold can stand over")]
pub struct UnknownOver(String);

impl Over {
    /// `contact`, `account`, `data`.
    pub const fn scope(self) -> &'static str {
        match self {
            Over::Contact(_) => "contact",
            Over::Account(_) => "account",
            Over::Data(_) => "data",
        }
    }

    /// The record's id.
    pub const fn record(self) -> Option<Uuid> {
        match self {
            Over::Contact(id) | Over::Account(id) => Some(id),
            Over::Data(_) => None,
        }
    }
}

impl fmt::Display for Over {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Over::Contact(id) => write!(f, "contact:{id}"),
            Over::Account(id) => write!(f, "account:{id}"),
            Over::Data(data) => write!(f, "data:{}", data.as_str()),
        }
    }
}

impl FromStr for Over {
    type Err = UnknownOver;

    fn from_str(text: &str) -> Result<Self, UnknownOver> {
        let unknown = || UnknownOver(text.to_owned());
        let (scope, of) = text.split_once(':').ok_or_else(unknown)?;
        match scope {
            "contact" => of.parse().map(Over::Contact).map_err(|_| unknown()),
            "account" => of.parse().map(Over::Account).map_err(|_| unknown()),
            "data" => Data::parse(of).map(Over::Data).ok_or_else(unknown),
            _ => Err(unknown()),
        }
    }
}

impl From<Over> for String {
    fn from(over: Over) -> Self {
        over.to_string()
    }
}

impl TryFrom<String> for Over {
    type Error = UnknownOver;

    fn try_from(text: String) -> Result<Self, UnknownOver> {
        text.parse()
    }
}
