//! What a list of records looks like over REST.

use chrono::{DateTime, Utc};
use pivotal_projections::audience::lists::members::MemberRow;
use pivotal_projections::audience::lists::query::ListRow;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::graphql::audience::lists::types::{self as graphql, ListVisibility, reference};
use crate::rest::v1::bulk::types::BulkSelection;

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = RecordList)]
pub struct List {
    pub id: Uuid,
    /// contact, account.
    pub entity: String,
    pub name: String,
    pub tags: Vec<String>,
    /// private, team, global.
    pub visibility: String,
    pub team_id: Option<Uuid>,
    pub owner_id: Uuid,
    /// manual_upload, selection, filter, segment, domain_set, combination, snapshot.
    pub source: String,
    /// What it was made from: operation and lists of a combination, list of a snapshot, segment and as_of of a segment, domain_set of
    /// a domain set.
    #[schema(value_type = Object)]
    pub reference: Value,
    /// The bulk change that filled it; absent when it was filled at once.
    pub fill: Option<Uuid>,
    /// Of a frozen copy: the moment it shows. Nothing can be added to it or removed.
    pub snapshot_at: Option<DateTime<Utc>>,
    /// Records in it now, archived ones too.
    pub members: i64,
    pub members_changed_at: Option<DateTime<Utc>>,
    pub archived: bool,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

impl From<ListRow> for List {
    fn from(row: ListRow) -> Self {
        let visibility = match (row.everyone, row.team) {
            (true, _) => "global",
            (false, Some(_)) => "team",
            (false, None) => "private",
        };
        List {
            id: row.id,
            entity: row.entity,
            name: row.name,
            tags: row.tags,
            visibility: visibility.to_owned(),
            team_id: row.team,
            owner_id: row.owner,
            source: row.source,
            reference: reference(row.reference),
            fill: row.fill,
            snapshot_at: row.snapshot_at,
            members: row.members,
            members_changed_at: row.members_changed_at,
            archived: row.archived,
            created_at: row.created_at,
            updated_at: row.updated_at,
        }
    }
}

/// A record in a list, and since when.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = RecordListMember)]
pub struct Member {
    pub record_id: Uuid,
    /// As it is called now; absent when it is erased, or may not be seen.
    pub name: Option<String>,
    pub entered_at: DateTime<Utc>,
    pub left_at: Option<DateTime<Utc>>,
}

impl From<MemberRow> for Member {
    fn from(row: MemberRow) -> Self {
        let MemberRow { record_id, name, entered_at, left_at } = row;
        Member { record_id, name, entered_at, left_at }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = RecordListVisibility)]
pub enum Visibility {
    Private,
    Team,
    Global,
}

impl From<Visibility> for ListVisibility {
    fn from(visibility: Visibility) -> Self {
        match visibility {
            Visibility::Private => ListVisibility::Private,
            Visibility::Team => ListVisibility::Team,
            Visibility::Global => ListVisibility::Global,
        }
    }
}

/// Neither `selection` nor `pasted`: an empty list.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = NewRecordList)]
pub struct NewList {
    /// contact or account.
    pub entity: String,
    pub name: String,
    #[serde(default)]
    pub tags: Vec<String>,
    /// private (default), team or global.
    pub visibility: Option<Visibility>,
    /// With visibility team.
    pub team_id: Option<Uuid>,
    /// Ids one by one, or all that a list with a filter shows.
    pub selection: Option<BulkSelection>,
    /// Lines with ids, emails of contacts or domains of accounts; at most 10,000.
    pub pasted: Option<Vec<String>>,
}

/// Parts that are absent stay as they are.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = RecordListChanges)]
pub struct ListChanges {
    pub name: Option<String>,
    pub tags: Option<Vec<String>>,
    pub visibility: Option<Visibility>,
    /// With visibility team.
    pub team_id: Option<Uuid>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = RecordListOperation)]
pub enum Operation {
    /// Whoever is in any of them.
    Union,
    /// Whoever is in all of them.
    Intersect,
    /// Whoever is in the first and in none of the others.
    Subtract,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = CombinedRecordList)]
pub struct CombinedList {
    pub name: String,
    pub operation: Operation,
    /// At least two of one kind; others are subtracted from the first.
    pub lists: Vec<Uuid>,
    #[serde(default)]
    pub tags: Vec<String>,
    /// private (default), team or global.
    pub visibility: Option<Visibility>,
    /// With visibility team.
    pub team_id: Option<Uuid>,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = RecordListSnapshot)]
pub struct NewSnapshot {
    /// The list's own with the moment unless said.
    pub name: Option<String>,
    /// An earlier moment; now unless said.
    pub as_of: Option<DateTime<Utc>>,
}

/// One of both.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = RecordListMembers)]
pub struct Named {
    /// Ids one by one, or all that a list with a filter shows.
    pub selection: Option<BulkSelection>,
    /// Lines with ids, emails of contacts or domains of accounts; at most 10,000.
    pub pasted: Option<Vec<String>>,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = RecordListUndo)]
pub struct Undo {
    /// As the change said it.
    pub change: Uuid,
}

/// What a change of members came to.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = RecordListChanged)]
pub struct Changed {
    pub list: Option<List>,
    /// With it a change that was made at once is taken back.
    pub change: Uuid,
    /// Records that were named, and entries that name none.
    pub asked: i32,
    /// Records that came in or left; absent while a job does it.
    pub changed: Option<i64>,
    /// Records that were so already.
    pub unchanged: Option<i64>,
    /// Entries of which nothing came; at most 1,000 of them.
    pub refused: Vec<EntryRefused>,
    pub refused_count: i32,
    /// The bulk change that does it, when it is done as a job.
    pub bulk_id: Option<Uuid>,
}

impl Changed {
    pub fn of(list: Option<List>, change: graphql::ListChange) -> Self {
        let refused = change.refused.into_iter().map(|one| EntryRefused {
            entry: one.entry,
            code: one.code,
            message: one.message,
        });
        Changed {
            list,
            change: change.id,
            asked: change.asked,
            changed: change.changed,
            unchanged: change.unchanged,
            refused: refused.collect(),
            refused_count: change.refused_count,
            bulk_id: change.bulk_id,
        }
    }
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = RecordListEntryRefused)]
pub struct EntryRefused {
    /// As it was given.
    pub entry: String,
    /// UNREADABLE, AMBIGUOUS, NOT_FOUND, ERASED, MERGED.
    pub code: String,
    pub message: String,
}

/// Every member, archived ones too.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = RecordListExport)]
pub struct NewListExport {
    /// csv, xlsx (at most 1,048,575 records) or json (one array).
    pub format: String,
    /// Keys of the catalogue and `custom.*`, in the order of the file.
    pub columns: Vec<String>,
    /// A sortable field; `-created_at` for descending.
    pub sort: Option<String>,
    /// Who was in it at this moment; now unless said.
    pub as_of: Option<DateTime<Utc>>,
    /// CSV: begin with the mark by which some spreadsheets know UTF-8. Left out unless asked for.
    pub byte_order_mark: Option<bool>,
    /// leave_out (default) or include: what becomes of records that a client supplied for its own use only.
    pub restricted: Option<String>,
}
