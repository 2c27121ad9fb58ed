//! The six roles. What each may do is in [`super::policy_table`].

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    Admin,
    CampaignManager,
    DataOps,
    QaAnalyst,
    Agent,
    /// Somebody of a client organisation; sees nothing outside of it.
    ClientUser,
}

impl Role {
    /// In the order of the policy table's columns.
    pub const ALL: [Role; 6] =
        [Role::Admin, Role::CampaignManager, Role::DataOps, Role::QaAnalyst, Role::Agent, Role::ClientUser];

    /// As stored and sent: `campaign_manager`.
    pub fn as_str(self) -> &'static str {
        match self {
            Role::Admin => "admin",
            Role::CampaignManager => "campaign_manager",
            Role::DataOps => "data_ops",
            Role::QaAnalyst => "qa_analyst",
            Role::Agent => "agent",
            Role::ClientUser => "client_user",
        }
    }

    /// As people read it.
    pub fn label(self) -> &'static str {
        match self {
            Role::Admin => "Admin",
            Role::CampaignManager => "Campaign manager",
            Role::DataOps => "Data operations",
            Role::QaAnalyst => "QA analyst",
            Role::Agent => "Agent",
            Role::ClientUser => "Client user",
        }
    }

    /// Whether people of this role belong to a client organisation instead of ours.
    pub fn is_client(self) -> bool {
        self == Role::ClientUser
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "\"{0}\" is not a role. Roles are: admin, campaign_manager, data_ops, qa_analyst, agent, client_user."
)]
pub struct UnknownRole(pub String);

impl FromStr for Role {
    type Err = UnknownRole;

    /// Upper and lower case alike, since GraphQL writes enum values in upper case.
    fn from_str(text: &str) -> Result<Self, UnknownRole> {
        Role::ALL
            .into_iter()
            .find(|role| role.as_str().eq_ignore_ascii_case(text.trim()))
            .ok_or_else(|| UnknownRole(text.to_owned()))
    }
}
