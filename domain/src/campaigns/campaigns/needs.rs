//! That a campaign stands until somebody does something: told once of each, to whoever owned it then.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub const CAMPAIGN_NEEDS_SOMEBODY: &str = "campaign_needs_somebody";
pub const CAMPAIGN_NEEDS_SOMEBODY_VERSION: &str = "1.0";

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum NeedsFact {
    CampaignNeedsSomebody(NeedsSomebody),
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NeedsSomebody {
    pub at: DateTime<Utc>,
    pub owner: Uuid,
    pub what: What,
    /// How many it is about, where it is about several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<u64>,
    /// The work that stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub job: Option<Uuid>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// The time of its test is over, no variant is better, and the rest was to wait for a person.
    TestUndecided,
    /// Nobody has known for a day whether mails left.
    MailsUnknown,
    /// Its audience could not be taken, however often it was tried.
    TakeStands,
}

impl What {
    pub const ALL: [What; 3] = [What::TestUndecided, What::MailsUnknown, What::TakeStands];

    pub const fn as_str(self) -> &'static str {
        match self {
            What::TestUndecided => "test_undecided",
            What::MailsUnknown => "mails_unknown",
            What::TakeStands => "take_stands",
        }
    }
}
