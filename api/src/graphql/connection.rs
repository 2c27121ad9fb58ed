//! Relay connections over keyset pages.

use async_graphql::SimpleObject;
use pivotal_projections::identity::page::Page as NamePage;
use pivotal_projections::page::{Page, PageArgs};

use super::audience::accounts::types::Account;
use super::audience::bulk::types::{Bulk, BulkRecord};
use super::audience::contacts::types::Contact;
use super::audience::domain_sets::types::{DomainSet, DomainSetContact, DomainSetInvalidLine, DomainSetItem};
use super::audience::duplicates::types::DuplicatePair;
use super::audience::email_verification::types::{EmailVerification, VerifiedContact};
use super::audience::enrichment::types::IndustrySuggestion;
use super::audience::exports::types::Export;
use super::audience::history::types::HistoryEntry;
use super::audience::imports::types::Import;
use super::audience::lists::types::{List, ListMember};
use super::audience::phone_validity::types::{LookedUpContact, PhoneLookup};
use super::audience::segments::types::{Segment, SegmentMember};
use super::campaigns::campaigns::audience::AudienceMember;
use super::campaigns::campaigns::types::Campaign;
use super::email::replies::types::EmailReply;
use super::email::sending::types::EmailRecipient;
use super::email::templates::types::EmailTemplate;
use super::identity::clients::types::Client;
use super::identity::notifications::types::Notification;
use super::identity::users::types::User;
use super::limits::PAGE_MAX;
use super::log::jobs::types::Job;
use super::suppression::consents::types::ConsentStatement;
use super::suppression::legal_holds::types::LegalHold;
use super::suppression::requests::types::PrivacyRequest;
use super::suppression::suppressions::types::Suppression;
use super::work::notes::types::Note;
use super::work::tasks::types::Task;
use crate::errors::{ApiError, ApiResult, BAD_PAGE};

/// Where this page stands in its list.
#[derive(Debug, SimpleObject)]
pub struct PageInfo {
    pub has_next_page: bool,
    pub has_previous_page: bool,
    pub start_cursor: Option<String>,
    pub end_cursor: Option<String>,
}

/// An edge and a connection of one kind of node. A macro, because the library makes types of generics only where
/// they hold no other generic.
macro_rules! connection {
    ($node:ty, $edge:ident, $connection:ident) => {
        #[derive(Debug, SimpleObject)]
        pub struct $edge {
            pub cursor: String,
            pub node: $node,
        }

        #[derive(Debug, SimpleObject)]
        pub struct $connection {
            pub edges: Vec<$edge>,
            pub page_info: PageInfo,
            /// Exact. Counted only when asked for; on large lists it takes longer than the rows, so ask apart from them.
            pub total_count: i64,
            /// The position in `x-pivotal-after` was not reached in time: the rows may be older than your last write.
            pub stale: bool,
        }

        impl $connection {
            pub fn new<R>(
                page: Page<R>,
                total_count: i64,
                stale: bool,
                present: impl Fn(R) -> $node,
            ) -> Self {
                let (next, previous) = (page.has_next, page.has_previous);
                let edges =
                    page.rows.into_iter().map(|(cursor, row)| $edge { cursor, node: present(row) }).collect();
                Self::of_edges(edges, next, previous, total_count, stale)
            }

            fn of_edges(
                edges: Vec<$edge>,
                next: bool,
                previous: bool,
                total_count: i64,
                stale: bool,
            ) -> Self {
                let page_info = PageInfo {
                    has_next_page: next,
                    has_previous_page: previous,
                    start_cursor: edges.first().map(|edge| edge.cursor.clone()),
                    end_cursor: edges.last().map(|edge| edge.cursor.clone()),
                };
                $connection { edges, page_info, total_count, stale }
            }
        }
    };
}

/// For lists by name, whose cursor is a row's id.
macro_rules! connection_by_name {
    ($node:ty, $edge:ident, $connection:ident) => {
        connection!($node, $edge, $connection);

        impl $connection {
            pub fn by_name<R: Into<$node>>(
                page: NamePage<R>,
                after: bool,
                total_count: i64,
                stale: bool,
            ) -> Self {
                let next = page.has_next;
                let edges = page.rows.into_iter().map(|row| {
                    let node: $node = row.into();
                    $edge { cursor: node.id.to_string(), node }
                });
                Self::of_edges(edges.collect(), next, after, total_count, stale)
            }
        }
    };
}

connection!(Contact, ContactEdge, ContactConnection);
connection!(Account, AccountEdge, AccountConnection);
connection!(HistoryEntry, HistoryEdge, HistoryConnection);
connection!(Import, ImportEdge, ImportConnection);
connection!(Export, ExportEdge, ExportConnection);
connection!(Bulk, BulkEdge, BulkConnection);
connection!(BulkRecord, BulkRecordEdge, BulkRecordConnection);
connection!(List, ListEdge, ListConnection);
connection!(ListMember, ListMemberEdge, ListMemberConnection);
connection!(DuplicatePair, DuplicatePairEdge, DuplicatePairConnection);
connection!(Segment, SegmentEdge, SegmentConnection);
connection!(SegmentMember, SegmentMemberEdge, SegmentMemberConnection);
connection!(DomainSet, DomainSetEdge, DomainSetConnection);
connection!(DomainSetItem, DomainSetItemEdge, DomainSetItemConnection);
connection!(DomainSetInvalidLine, DomainSetInvalidLineEdge, DomainSetInvalidLineConnection);
connection!(DomainSetContact, DomainSetContactEdge, DomainSetContactConnection);
connection!(IndustrySuggestion, IndustrySuggestionEdge, IndustrySuggestionConnection);
connection!(Campaign, CampaignEdge, CampaignConnection);
connection!(AudienceMember, AudienceMemberEdge, AudienceMemberConnection);
connection!(EmailReply, EmailReplyEdge, EmailReplyConnection);
connection!(EmailTemplate, EmailTemplateEdge, EmailTemplateConnection);
connection!(EmailRecipient, EmailRecipientEdge, EmailRecipientConnection);
connection!(PhoneLookup, PhoneLookupEdge, PhoneLookupConnection);
connection!(LookedUpContact, LookedUpContactEdge, LookedUpContactConnection);
connection!(EmailVerification, EmailVerificationEdge, EmailVerificationConnection);
connection!(VerifiedContact, VerifiedContactEdge, VerifiedContactConnection);
connection!(Task, TaskEdge, TaskConnection);
connection!(Note, NoteEdge, NoteConnection);
connection!(Job, JobEdge, JobConnection);
connection!(Notification, NotificationEdge, NotificationConnection);
connection!(Suppression, SuppressionEdge, SuppressionConnection);
connection!(ConsentStatement, ConsentEdge, ConsentConnection);
connection!(PrivacyRequest, PrivacyRequestEdge, PrivacyRequestConnection);
connection!(LegalHold, LegalHoldEdge, LegalHoldConnection);
connection_by_name!(User, UserEdge, UserConnection);
connection_by_name!(Client, ClientEdge, ClientConnection);

/// The page asked for, or why there is no such page.
pub fn page_args(
    first: Option<i32>,
    after: Option<String>,
    before: Option<String>,
    default: i32,
) -> ApiResult<PageArgs> {
    if after.is_some() && before.is_some() {
        return Err(ApiError::new(BAD_PAGE, "Send either `after` or `before`, not both."));
    }
    let first = first.unwrap_or(default);
    if !(0..=PAGE_MAX).contains(&first) {
        return Err(ApiError::new(BAD_PAGE, format!("`first` is {first}; a page has 0 to {PAGE_MAX} rows.")));
    }
    Ok(PageArgs { first: first.into(), after, before })
}

/// Cost of a page for the complexity limit.
pub fn cost(first: Option<i32>, child: usize) -> usize {
    let rows = usize::try_from(first.unwrap_or(60).clamp(0, PAGE_MAX)).unwrap_or_default();
    rows.saturating_mul(child).saturating_add(1)
}
