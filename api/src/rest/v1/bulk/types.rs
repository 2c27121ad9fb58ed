//! What a bulk change looks like over REST.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use pivotal_projections::audience::bulk::query::BulkRow;
use pivotal_projections::audience::bulk::records::RecordRow;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;
use uuid::Uuid;

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = BulkChange)]
pub struct Bulk {
    pub id: Uuid,
    /// contact, account.
    pub entity: String,
    /// set_fields, add_tags, remove_tags, assign, archive, restore, merge, accept_industry, reject_industry, record_consent, add_to_list, remove_from_list; weigh when survivorship rules were applied.
    pub kind: String,
    /// Keys of the fields that are written.
    pub fields: Vec<String>,
    /// As it was asked for; absent once a person named in it was erased.
    #[schema(value_type = Option<Object>)]
    pub action: Option<Value>,
    /// The list's arguments; absent when records were named one by one, or a person named in them was erased.
    #[schema(value_type = Option<Object>)]
    pub filter: Option<Value>,
    /// Records were named one by one.
    pub by_ids: bool,
    /// The number that whoever asked saw counted.
    pub expected: Option<i64>,
    /// asked, running, completed, cancelled, failed, undone.
    pub state: String,
    pub created_at: DateTime<Utc>,
    pub finished_at: Option<DateTime<Utc>>,
    pub error: Option<String>,
    /// Records it was made for. The next four add up to it.
    pub selected: i64,
    pub changed: i64,
    pub unchanged: i64,
    pub refused: i64,
    pub not_run: i64,
    /// Why records were refused: how many by code.
    pub reasons: BTreeMap<String, i64>,
    /// Records worked on so far, while it runs.
    pub done: Option<i64>,
    /// The last undo, and the last look at one: state (running, done, cancelled, expired), times, counts.
    #[schema(value_type = Object)]
    pub undo: Value,
}

impl From<BulkRow> for Bulk {
    fn from(row: BulkRow) -> Self {
        Bulk {
            id: row.id,
            entity: row.entity,
            kind: row.kind,
            fields: row.fields,
            action: row.action,
            filter: row.filter,
            by_ids: row.by_ids,
            expected: row.expected,
            state: row.state,
            created_at: row.created_at,
            finished_at: row.finished_at,
            error: row.error,
            selected: row.selected,
            changed: row.changed,
            unchanged: row.unchanged,
            refused: row.refused,
            not_run: row.not_run,
            reasons: row.reasons,
            done: row.progress.map(|progress| progress.done),
            undo: serde_json::to_value(row.undo).unwrap_or_default(),
        }
    }
}

/// Which records: `ids` one by one (at most 10,000), or else all that the list with this filter shows, but for those in `except`.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BulkSelection {
    /// contact or account.
    pub entity: String,
    pub ids: Option<Vec<Uuid>>,
    /// The arguments of the list: q, country, importId, archived (false unless said), where, ...
    #[schema(value_type = Option<Object>)]
    pub filter: Option<Value>,
    /// These are left out; at most 10,000.
    #[serde(default)]
    pub except: Vec<Uuid>,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewBulk {
    pub selection: BulkSelection,
    /// `{"kind": "set_fields", "fields": {"city": "Ribe", "state": null}}`, `{"kind": "add_tags", "tags": ["vip"]}`,
    /// `{"kind": "remove_tags", "tags": ["vip"]}`, `{"kind": "assign", "owner": {"to": "<user>"}, "team": "nobody"}`,
    /// `{"kind": "archive", "reason": "left the market"}`, `{"kind": "restore"}`, of accounts whose suggested industry waits
    /// `{"kind": "accept_industry", "at_least": 70}`, `{"kind": "reject_industry", "reason": "not what they do"}`, of contacts
    /// `{"kind": "record_consent", "channels": ["email"], "basis": "consent", "at": "2026-01-05T12:00:00Z", "origin": "trade show",
    /// "wording": "Yes, write to me", "reference": "list 7", "url": null}`: consent needs a text or a proof; and
    /// `{"kind": "add_to_list", "list": "<list>"}`, `{"kind": "remove_from_list", "list": "<list>"}`.
    #[schema(value_type = Object)]
    pub action: Value,
    /// The number the person saw counted; shown beside the number that is found.
    pub expected: Option<u64>,
}

/// Records that a selection means now.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct BulkCount {
    pub matching: i64,
    /// Of these, records your role may not change in bulk; they would be refused.
    pub out_of_reach: i64,
    /// Of these within reach, archived ones: they would be refused, except by restore, and left by archive.
    pub archived: i64,
}

/// A record and what became of it.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct BulkRecord {
    pub record_id: Uuid,
    /// As it is called now; absent when it is erased, or may not be seen.
    pub name: Option<String>,
    /// changed, unchanged, refused.
    pub outcome: String,
    /// Of a refused one: NOT_FOUND, OUT_OF_REACH, ARCHIVED, ERASED, NO_KEY, PARENT_CYCLE, VALUE_REFUSED, TOO_MANY_TAGS,
    /// MERGED, CHANGED_SINCE, TOO_MUCH, WITHDRAWN, RESTRICTED.
    pub code: Option<String>,
}

impl From<RecordRow> for BulkRecord {
    fn from(row: RecordRow) -> Self {
        BulkRecord { record_id: row.record_id, name: row.name, outcome: row.outcome, code: row.code }
    }
}
