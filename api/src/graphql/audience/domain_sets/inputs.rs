//! What mutations of domain sets take.

use async_graphql::{Enum, InputObject};
use pivotal_domain::audience::domain_sets::facts::Verdict;
use uuid::Uuid;

use super::types::DomainSetContactFilter;
use crate::graphql::audience::lists::types::ListVisibility;
use crate::graphql::audience::record::Entity;
use crate::graphql::audience::saved_views::types::ViewSharing;

/// Pasted lines: one domain a line, or columns of domain, name of the company and notes. Files go to `POST /api/v1/domain-sets`.
#[derive(Debug, InputObject)]
pub struct DomainSetUploadInput {
    pub name: Option<String>,
    pub text: String,
    #[graphql(default_with = "ViewSharing::Private")]
    pub sharing: ViewSharing,
    /// With sharing TEAM.
    pub team_id: Option<Uuid>,
    #[graphql(default)]
    pub tags: Vec<String>,
    /// Make accounts of what is unknown, each waiting to be looked at.
    #[graphql(default)]
    pub stubs: bool,
}

/// Parts that are absent stay as they are.
#[derive(Debug, InputObject)]
pub struct DomainSetUpdateInput {
    pub id: Uuid,
    pub name: Option<String>,
    pub sharing: Option<ViewSharing>,
    /// With sharing TEAM.
    pub team_id: Option<Uuid>,
    pub tags: Option<Vec<String>>,
}

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "Verdict")]
pub enum DomainSetVerdict {
    /// The account that was found is the one.
    Confirmed,
    /// It is not; it is never found for this item again.
    Rejected,
    /// It is this account, whatever was found.
    Assigned,
}

/// The last word about an item.
#[derive(Debug, InputObject)]
pub struct DomainSetItemRetractInput {
    /// The account that was said to be the item, or not to be it.
    pub account_id: Uuid,
    pub id: Uuid,
    /// Its number.
    pub item: i32,
}

#[derive(Debug, InputObject)]
pub struct DomainSetItemJudgeInput {
    pub id: Uuid,
    /// Its number.
    pub item: i32,
    pub verdict: DomainSetVerdict,
    pub account_id: Uuid,
}

#[derive(Debug, InputObject)]
pub struct DomainSetConvertToListInput {
    pub id: Uuid,
    /// ACCOUNT: those it was matched with. CONTACT: their people.
    pub entity: Entity,
    /// Which of the people; of accounts only `fuzzy` is asked.
    pub contacts: Option<DomainSetContactFilter>,
    /// The set's own with the moment unless said.
    pub name: Option<String>,
    #[graphql(default)]
    pub tags: Vec<String>,
    #[graphql(default_with = "ListVisibility::Private")]
    pub visibility: ListVisibility,
    /// With visibility TEAM.
    pub team_id: Option<Uuid>,
    /// The number the person saw counted; shown beside the number that is found.
    pub expected: Option<i64>,
    pub idempotency_key: Option<String>,
}
