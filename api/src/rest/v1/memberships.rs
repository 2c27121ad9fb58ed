//! What a contact or an account belongs to, over REST.

use axum::http::HeaderMap;
use chrono::{DateTime, Utc};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::identity::actor::Actor;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::page::stale;
use crate::app::Core;
use crate::errors::ApiResult;
use crate::graphql::audience::memberships::query::{READ, memberships};
use crate::graphql::audience::memberships::types as graphql;
use crate::graphql::audience::segments::types as segments;

#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub struct Wanted {
    /// Also what it left, and what is archived.
    pub past: Option<bool>,
}

/// What a record belongs to, of what the viewer may see. Of each kind 500 at most.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Memberships {
    /// Those it is in first, the latest of them first.
    pub segments: Vec<SegmentMembership>,
    /// In the same order.
    pub lists: Vec<ListMembership>,
    /// By name. What it was in before is not kept of them. Empty for whoever may not see domain sets.
    pub domain_sets: Vec<DomainSetMembership>,
    /// The position in `x-pivotal-after` was not reached in time.
    pub stale: bool,
}

/// The latest stay of a record in a segment.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SegmentMembership {
    pub segment_id: Uuid,
    pub name: String,
    pub archived: bool,
    pub entered_at: DateTime<Utc>,
    pub entered_because: MembershipReason,
    /// Absent: it is in it.
    pub left_at: Option<DateTime<Utc>>,
    pub left_because: Option<MembershipReason>,
}

/// What brought a record into a segment, or out.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct MembershipReason {
    /// change (of the record), defined, resumed, asked, time, elsewhere (suppressions, consents, lists).
    pub cause: String,
    /// Position of the event in the log, where one record's event did.
    pub position: Option<i64>,
    /// Conditions that the event concerned, and how they stood after it.
    pub conditions: Vec<MembershipCondition>,
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct MembershipCondition {
    /// In words.
    pub sentence: String,
    /// Absent where only all contacts of the account together say something.
    pub holds: Option<bool>,
}

/// The latest stay of a record in a list.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ListMembership {
    pub list_id: Uuid,
    pub name: String,
    pub archived: bool,
    /// What the list was made from: manual_upload, selection, filter, segment, domain_set, combination, snapshot.
    pub source: String,
    /// added, bulk, filled (when the list was made), merge, unmerge, undone (its removal).
    pub how: String,
    /// Who did that; absent: nobody, Pivotal itself.
    pub by_id: Option<Uuid>,
    pub entered_at: DateTime<Utc>,
    /// Absent: it is in it.
    pub left_at: Option<DateTime<Utc>>,
}

/// A domain set that a record is in.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct DomainSetMembership {
    pub domain_set_id: Uuid,
    pub name: String,
    pub archived: bool,
    /// The domain of the set that it is in it by.
    pub domain: String,
    /// By its account, or as the account. Else by its email, which is at that domain or at a host below it.
    pub by_account: bool,
    /// How the account was found: domain, alternate, fuzzy, manual. Absent when it is in it by its email.
    pub via: Option<String>,
    /// When somebody said which account it is, or it was matched last.
    pub matched_at: Option<DateTime<Utc>>,
    /// Since when the account is in it by this domain. Absent when it is in it by its email.
    pub since: Option<DateTime<Utc>>,
}

impl From<segments::SegmentReason> for MembershipReason {
    fn from(reason: segments::SegmentReason) -> Self {
        let conditions = reason.conditions.into_iter();
        MembershipReason {
            cause: reason.cause,
            position: reason.position,
            conditions: conditions
                .map(|one| MembershipCondition { sentence: one.sentence, holds: one.holds })
                .collect(),
        }
    }
}

impl From<graphql::SegmentMembership> for SegmentMembership {
    fn from(one: graphql::SegmentMembership) -> Self {
        SegmentMembership {
            segment_id: one.segment_id,
            name: one.name,
            archived: one.archived,
            entered_at: one.entered_at,
            entered_because: one.entered_because.into(),
            left_at: one.left_at,
            left_because: one.left_because.map(Into::into),
        }
    }
}

impl From<graphql::ListMembership> for ListMembership {
    fn from(one: graphql::ListMembership) -> Self {
        ListMembership {
            list_id: one.list_id,
            name: one.name,
            archived: one.archived,
            source: one.source.as_str().to_owned(),
            how: one.how.as_str().to_owned(),
            by_id: one.by_id,
            entered_at: one.entered_at,
            left_at: one.left_at,
        }
    }
}

impl From<graphql::DomainSetMembership> for DomainSetMembership {
    fn from(one: graphql::DomainSetMembership) -> Self {
        DomainSetMembership {
            domain_set_id: one.domain_set_id,
            name: one.name,
            archived: one.archived,
            domain: one.domain,
            by_account: one.by_account,
            via: one.via.map(|via| via.as_str().to_owned()),
            matched_at: one.matched_at,
            since: one.since,
        }
    }
}

/// Of a record that the viewer may see.
pub async fn of(
    core: &Core,
    actor: &Actor,
    headers: &HeaderMap,
    record: (Entity, Uuid),
    past: bool,
) -> ApiResult<Memberships> {
    let old = stale(core, headers, &READ).await?;
    let told = memberships(core, actor, record, past).await?;
    Ok(Memberships {
        segments: told.segments.into_iter().map(SegmentMembership::from).collect(),
        lists: told.lists.into_iter().map(ListMembership::from).collect(),
        domain_sets: told.domain_sets.into_iter().map(DomainSetMembership::from).collect(),
        stale: old,
    })
}
