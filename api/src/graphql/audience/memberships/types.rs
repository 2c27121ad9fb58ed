//! Segments, lists and domain sets of one record as the API shows them.

use std::collections::HashMap;

use async_graphql::{Enum, SimpleObject};
use chrono::{DateTime, Utc};
use pivotal_projections::audience::memberships::query::{InDomainSet, InList};
use uuid::Uuid;

use crate::graphql::audience::domain_sets::types::DomainSetVia;
use crate::graphql::audience::lists::types::ListSource;
use crate::graphql::audience::segments::types::SegmentReason;

/// What a record belongs to, of what the viewer may see. Of each kind 500 at most.
#[derive(Debug, SimpleObject)]
pub struct Memberships {
    /// Those it is in first, the latest of them first.
    pub segments: Vec<SegmentMembership>,
    /// In the same order.
    pub lists: Vec<ListMembership>,
    /// By name. What it was in before is not kept of them.
    pub domain_sets: Vec<DomainSetMembership>,
    /// The position in `x-pivotal-after` was not reached in time: the rows may be older than your last write.
    pub stale: bool,
}

/// The latest stay of a record in a segment.
#[derive(Debug, SimpleObject)]
pub struct SegmentMembership {
    pub segment_id: Uuid,
    pub name: String,
    pub archived: bool,
    pub entered_at: DateTime<Utc>,
    pub entered_because: SegmentReason,
    /// Null: it is in it.
    pub left_at: Option<DateTime<Utc>>,
    pub left_because: Option<SegmentReason>,
}

/// The latest stay of a record in a list.
#[derive(Debug, SimpleObject)]
pub struct ListMembership {
    pub list_id: Uuid,
    pub name: String,
    pub archived: bool,
    /// What the list was made from.
    pub source: ListSource,
    pub how: ListMembershipHow,
    /// Who did that; null: nobody, Pivotal itself.
    pub by_id: Option<Uuid>,
    pub by_name: Option<String>,
    pub entered_at: DateTime<Utc>,
    /// Null: it is in it.
    pub left_at: Option<DateTime<Utc>>,
}

/// What brought a record into a list.
#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
pub enum ListMembershipHow {
    /// Somebody added it.
    Added,
    /// Somebody added it with many others, as a bulk change.
    Bulk,
    /// The list was filled with it when it was made.
    Filled,
    /// A record that was in it was merged into this one.
    Merge,
    /// A merge was undone.
    Unmerge,
    /// Its removal was undone.
    Undone,
}

/// A domain set that a record is in.
#[derive(Debug, SimpleObject)]
pub struct DomainSetMembership {
    pub domain_set_id: Uuid,
    pub name: String,
    pub archived: bool,
    /// The domain of the set that it is in it by.
    pub domain: String,
    /// By its account, or as the account. Else by its email, which is at that domain or at a host below it.
    pub by_account: bool,
    /// How the account was found; null when it is in it by its email.
    pub via: Option<DomainSetVia>,
    /// When somebody said which account it is, or it was matched last.
    pub matched_at: Option<DateTime<Utc>>,
    /// Since when the account is in it by this domain. Null when it is in it by its email.
    pub since: Option<DateTime<Utc>>,
}

impl ListMembershipHow {
    fn named(name: &str) -> Self {
        match name {
            "bulk" => ListMembershipHow::Bulk,
            "filled" => ListMembershipHow::Filled,
            "merge" => ListMembershipHow::Merge,
            "unmerge" => ListMembershipHow::Unmerge,
            "undone" => ListMembershipHow::Undone,
            _ => ListMembershipHow::Added,
        }
    }

    pub const fn as_str(self) -> &'static str {
        match self {
            ListMembershipHow::Added => "added",
            ListMembershipHow::Bulk => "bulk",
            ListMembershipHow::Filled => "filled",
            ListMembershipHow::Merge => "merge",
            ListMembershipHow::Unmerge => "unmerge",
            ListMembershipHow::Undone => "undone",
        }
    }
}

impl ListMembership {
    pub fn of(row: InList, names: &HashMap<Uuid, String>) -> Self {
        let by_id: Option<Uuid> = row.actor.and_then(|actor| actor.parse().ok());
        ListMembership {
            list_id: row.id,
            name: row.name,
            archived: row.archived,
            source: ListSource::named(&row.source),
            how: ListMembershipHow::named(&row.how),
            by_id,
            by_name: by_id.and_then(|id| names.get(&id).cloned()),
            entered_at: row.entered_at,
            left_at: row.left_at,
        }
    }
}

impl From<InDomainSet> for DomainSetMembership {
    fn from(row: InDomainSet) -> Self {
        DomainSetMembership {
            domain_set_id: row.id,
            name: row.name,
            archived: row.archived,
            domain: row.domain,
            by_account: row.by_account,
            via: row.via.as_deref().map(DomainSetVia::of),
            matched_at: row.matched_at,
            since: row.since,
        }
    }
}
