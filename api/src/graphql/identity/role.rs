//! The six roles as an enum of the schema.

use async_graphql::Enum;
use pivotal_domain::identity::role;

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "role::Role")]
pub enum Role {
    Admin,
    CampaignManager,
    DataOps,
    QaAnalyst,
    Agent,
    ClientUser,
}
