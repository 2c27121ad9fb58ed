//! How far a suppression goes.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Written as `global`, `client:<id>`, `campaign:<id>`, `brand:<id>`: in events, in the guard and in read models alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Reach {
    /// Nobody may contact them, for whomever.
    Global,
    /// Not in the work for this client organisation.
    Client(Uuid),
    /// Not in this campaign.
    Campaign(Uuid),
    /// Not in the name of this brand of ours.
    Brand(Uuid),
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no reach of a suppression")]
pub struct UnknownReach(String);

impl Reach {
    pub fn client(self) -> Option<Uuid> {
        match self {
            Reach::Client(id) => Some(id),
            Reach::Global | Reach::Campaign(_) | Reach::Brand(_) => None,
        }
    }
}

impl fmt::Display for Reach {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Reach::Global => f.write_str("global"),
            Reach::Client(id) => write!(f, "client:{id}"),
            Reach::Campaign(id) => write!(f, "campaign:{id}"),
            Reach::Brand(id) => write!(f, "brand:{id}"),
        }
    }
}

impl FromStr for Reach {
    type Err = UnknownReach;

    fn from_str(text: &str) -> Result<Self, UnknownReach> {
        let unknown = || UnknownReach(text.to_owned());
        let id = |id: &str| id.parse().map_err(|_| unknown());
        match text.split_once(':') {
            None if text == "global" => Ok(Reach::Global),
            Some(("client", client)) => id(client).map(Reach::Client),
            Some(("campaign", campaign)) => id(campaign).map(Reach::Campaign),
            Some(("brand", brand)) => id(brand).map(Reach::Brand),
            _ => Err(unknown()),
        }
    }
}

impl From<Reach> for String {
    fn from(reach: Reach) -> Self {
        reach.to_string()
    }
}

impl TryFrom<String> for Reach {
    type Error = UnknownReach;

    fn try_from(text: String) -> Result<Self, UnknownReach> {
        text.parse()
    }
}
