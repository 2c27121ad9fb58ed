//! Rules of retention as REST shows them.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use pivotal_domain::suppression::retention::account::{Done, Item};
use pivotal_projections::suppression::retention::query::{DryRunRow, RuleRow, RunRow};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// The rule of a kind of data.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct RetentionRule {
    /// inactive_contacts, archived_contacts, replies, import_files, export_files, test_mailbox, sign_ins, finished_jobs.
    pub kind: &'static str,
    pub label: &'static str,
    pub deletes: &'static str,
    /// forever, 7 days, 3 years.
    pub keep: String,
    pub built_in: String,
    /// A legal hold over everything of this kind stands.
    pub on_hold: bool,
    /// Null: nobody set it.
    pub changed_at: Option<DateTime<Utc>>,
    pub note: Option<String>,
}

impl From<RuleRow> for RetentionRule {
    fn from(row: RuleRow) -> Self {
        RetentionRule {
            kind: row.kind.as_str(),
            label: row.kind.label(),
            deletes: row.kind.deletes(),
            keep: row.keep.to_string(),
            built_in: row.kind.built_in().to_string(),
            on_hold: row.on_hold,
            changed_at: row.changed_at,
            note: row.note,
        }
    }
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewRetentionRule {
    /// forever, 7 days, 3 years.
    pub keep: String,
    /// Needed for a rule that deletes more than the one in force: a dry run of exactly this rule, not older than 24 hours.
    pub dry_run_id: Option<Uuid>,
    pub note: Option<String>,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewRetentionDryRun {
    /// forever, 7 days, 3 years.
    pub keep: String,
}

/// A job that was enqueued, or the same one that is open already.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct RetentionJob {
    pub job_id: Uuid,
}

/// One thing that a rule is about.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct RetentionItem {
    pub id: Uuid,
    /// Null: it has none, is gone, or is not for you to see.
    pub name: Option<String>,
    pub since: DateTime<Utc>,
}

/// What a rule would delete.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct RetentionDryRun {
    pub id: Uuid,
    pub kind: &'static str,
    pub keep: String,
    pub ended_at: DateTime<Utc>,
    pub due_now: i64,
    pub due_in_30_days: i64,
    /// Those of the first 30 days included.
    pub due_in_90_days: i64,
    /// Due now, and kept by legal holds.
    pub held: i64,
    /// The first 200.
    pub items: Vec<RetentionItem>,
    pub held_items: Vec<RetentionItem>,
}

impl RetentionDryRun {
    pub fn of(row: DryRunRow, names: &HashMap<Uuid, String>) -> Self {
        let items = |items: Vec<Item>| {
            let named = |item: Item| RetentionItem {
                id: item.id,
                name: names.get(&item.id).cloned(),
                since: item.since,
            };
            items.into_iter().map(named).collect()
        };
        RetentionDryRun {
            id: row.id,
            kind: row.kind.as_str(),
            keep: row.keep.to_string(),
            ended_at: row.ended_at,
            due_now: row.due_now,
            due_in_30_days: row.due_30,
            due_in_90_days: row.due_90,
            held: row.held,
            items: items(row.items),
            held_items: items(row.held_items),
        }
    }
}

/// What a run did of one kind.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct RetentionRunOfKind {
    pub kind: &'static str,
    pub keep: String,
    pub deleted: u64,
    pub held: u64,
    pub left: u64,
    /// The rest goes with the next run.
    pub more: bool,
    pub on_hold: bool,
}

impl From<Done> for RetentionRunOfKind {
    fn from(done: Done) -> Self {
        let Done { kind, keep, deleted, held, left, more, on_hold } = done;
        RetentionRunOfKind { kind: kind.as_str(), keep: keep.to_string(), deleted, held, left, more, on_hold }
    }
}

/// A run of all rules that has ended.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct RetentionRun {
    pub id: Uuid,
    pub began_at: DateTime<Utc>,
    pub ended_at: DateTime<Utc>,
    /// completed, cancelled.
    pub ending: String,
    pub deleted: i64,
    pub held: i64,
    pub kinds: Vec<RetentionRunOfKind>,
}

impl From<RunRow> for RetentionRun {
    fn from(row: RunRow) -> Self {
        RetentionRun {
            id: row.id,
            began_at: row.began_at,
            ended_at: row.ended_at,
            ending: row.ending,
            deleted: row.deleted,
            held: row.held,
            kinds: row.done.into_iter().map(RetentionRunOfKind::from).collect(),
        }
    }
}
