//! Rules of retention as the API shows them.

use std::collections::HashMap;

use async_graphql::{Enum, InputObject, SimpleObject};
use chrono::{DateTime, Utc};
use pivotal_domain::suppression::retention::account::{Done, Item};
use pivotal_domain::suppression::retention::error::RetentionError;
use pivotal_domain::suppression::retention::keep::{Keep, Unit};
use pivotal_domain::suppression::retention::kind::Kind;
use pivotal_projections::suppression::retention::query::{DryRunRow, RuleRow, RuleTold, RunRow};
use uuid::Uuid;

use crate::graphql::suppression::name_of;

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "Kind")]
pub enum RetentionKind {
    /// People about whom nothing was recorded for so long are erased.
    InactiveContacts,
    /// People in the archive are erased.
    ArchivedContacts,
    /// Who wrote them, and their words.
    Replies,
    /// Uploaded files and reject files; imported records stay.
    ImportFiles,
    ExportFiles,
    TestMailbox,
    /// Ended ones.
    SignIns,
    FinishedJobs,
}

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "Unit")]
pub enum RetentionUnit {
    Days,
    Months,
    Years,
}

/// How long something is kept.
#[derive(Debug, SimpleObject)]
pub struct RetentionKeep {
    /// Null: for good.
    pub count: Option<i32>,
    pub unit: Option<RetentionUnit>,
    /// As REST takes it: `forever`, `7 days`, `3 years`.
    pub label: String,
}

impl From<Keep> for RetentionKeep {
    fn from(keep: Keep) -> Self {
        let (count, unit) = match keep {
            Keep::Forever => (None, None),
            Keep::For { count, unit } => (i32::try_from(count).ok(), Some(unit.into())),
        };
        RetentionKeep { count, unit, label: keep.to_string() }
    }
}

/// Both or none: null is for good.
#[derive(Debug, InputObject)]
pub struct RetentionKeepInput {
    pub count: Option<i32>,
    pub unit: Option<RetentionUnit>,
}

impl RetentionKeepInput {
    pub fn read(&self) -> Result<Keep, RetentionError> {
        match (self.count, self.unit) {
            (None, None) => Ok(Keep::Forever),
            (Some(count), Some(unit)) => u32::try_from(count)
                .ok()
                .and_then(|count| Keep::of(count, unit.into()))
                .ok_or(RetentionError::UnknownKeep),
            (Some(_), None) | (None, Some(_)) => Err(RetentionError::UnknownKeep),
        }
    }
}

/// The rule of a kind of data.
#[derive(Debug, SimpleObject)]
pub struct RetentionRule {
    pub kind: RetentionKind,
    pub label: &'static str,
    /// What goes, and from when its time is counted.
    pub deletes: &'static str,
    pub keep: RetentionKeep,
    /// As it is until somebody sets a rule.
    pub built_in: RetentionKeep,
    pub may_be_forever: bool,
    /// A legal hold over everything of this kind stands: nothing goes.
    pub on_hold: bool,
    /// Null: nobody set it.
    pub changed_at: Option<DateTime<Utc>>,
    pub changed_by: Option<String>,
    pub note: Option<String>,
}

impl RetentionRule {
    /// `names`: of users.
    pub fn of(row: RuleRow, names: &HashMap<Uuid, String>) -> Self {
        RetentionRule {
            kind: row.kind.into(),
            label: row.kind.label(),
            deletes: row.kind.deletes(),
            keep: row.keep.into(),
            built_in: row.kind.built_in().into(),
            may_be_forever: row.kind.may_be_forever(),
            on_hold: row.on_hold,
            changed_at: row.changed_at,
            changed_by: row.changed_by.and_then(|by| name_of(&by, names)),
            note: row.note,
        }
    }
}

/// One change of a rule.
#[derive(Debug, SimpleObject)]
pub struct RetentionRuleChange {
    pub position: i64,
    pub kind: RetentionKind,
    pub label: &'static str,
    pub keep: RetentionKeep,
    pub previous: RetentionKeep,
    /// Where it deletes more than the one before.
    pub dry_run_id: Option<Uuid>,
    pub note: Option<String>,
    pub at: DateTime<Utc>,
    pub actor_name: Option<String>,
}

impl RetentionRuleChange {
    /// `names`: of users.
    pub fn of(told: RuleTold, names: &HashMap<Uuid, String>) -> Self {
        RetentionRuleChange {
            position: told.position,
            kind: told.kind.into(),
            label: told.kind.label(),
            keep: told.keep.into(),
            previous: told.previous.into(),
            dry_run_id: told.dry_run,
            note: told.note,
            at: told.at,
            actor_name: name_of(&told.actor, names),
        }
    }
}

/// One thing that a rule is about.
#[derive(Debug, SimpleObject)]
pub struct RetentionItem {
    pub id: Uuid,
    /// Null: it has none, is gone, or is not for you to see.
    pub name: Option<String>,
    /// From when its time is counted.
    pub since: DateTime<Utc>,
}

/// What a rule would delete.
#[derive(Debug, SimpleObject)]
pub struct RetentionDryRun {
    pub id: Uuid,
    pub kind: RetentionKind,
    pub keep: RetentionKeep,
    pub ended_at: DateTime<Utc>,
    pub asked_by: Option<String>,
    /// By the next run.
    pub due_now: i64,
    /// Becomes due within the next 30 days.
    pub due_in_30_days: i64,
    /// Becomes due within the next 90 days, those of the first 30 included.
    pub due_in_90_days: i64,
    /// Due now, and kept by legal holds.
    pub held: i64,
    /// The first 200 of those due now.
    pub items: Vec<RetentionItem>,
    /// The first 200 of those held.
    pub held_items: Vec<RetentionItem>,
}

impl RetentionDryRun {
    /// `users`: names of users; `things`: names of what it is about.
    pub fn of(row: DryRunRow, users: &HashMap<Uuid, String>, things: &HashMap<Uuid, String>) -> Self {
        let items = |items: Vec<Item>| {
            let item = |item: Item| RetentionItem {
                id: item.id,
                name: things.get(&item.id).cloned(),
                since: item.since,
            };
            items.into_iter().map(item).collect()
        };
        RetentionDryRun {
            id: row.id,
            kind: row.kind.into(),
            keep: row.keep.into(),
            ended_at: row.ended_at,
            asked_by: name_of(&row.asked_by, users),
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
#[derive(Debug, SimpleObject)]
pub struct RetentionRunOfKind {
    pub kind: RetentionKind,
    pub label: &'static str,
    pub keep: RetentionKeep,
    pub deleted: i64,
    /// Due, and kept by a legal hold.
    pub held: i64,
    /// Due, and could not go: something was recorded meanwhile, or it is in use.
    pub left: i64,
    /// The run did as much as one may; the rest goes with the next.
    pub more: bool,
    pub on_hold: bool,
}

impl From<Done> for RetentionRunOfKind {
    fn from(done: Done) -> Self {
        let number = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
        RetentionRunOfKind {
            kind: done.kind.into(),
            label: done.kind.label(),
            keep: done.keep.into(),
            deleted: number(done.deleted),
            held: number(done.held),
            left: number(done.left),
            more: done.more,
            on_hold: done.on_hold,
        }
    }
}

/// A run of all rules that has ended.
#[derive(Debug, SimpleObject)]
pub struct RetentionRun {
    /// Of its job.
    pub id: Uuid,
    pub began_at: DateTime<Utc>,
    pub ended_at: DateTime<Utc>,
    /// Pivotal itself at night.
    pub asked_by: Option<String>,
    /// What was deleted until it was stopped is gone.
    pub cancelled: bool,
    pub deleted: i64,
    pub held: i64,
    pub kinds: Vec<RetentionRunOfKind>,
}

impl RetentionRun {
    /// `names`: of users.
    pub fn of(row: RunRow, names: &HashMap<Uuid, String>) -> Self {
        RetentionRun {
            id: row.id,
            began_at: row.began_at,
            ended_at: row.ended_at,
            asked_by: name_of(&row.asked_by, names),
            cancelled: row.ending == "cancelled",
            deleted: row.deleted,
            held: row.held,
            kinds: row.done.into_iter().map(RetentionRunOfKind::from).collect(),
        }
    }
}

#[derive(Debug, InputObject)]
pub struct RetentionRuleSetInput {
    pub kind: RetentionKind,
    pub keep: RetentionKeepInput,
    /// Needed for a rule that deletes more than the one in force: a dry run of exactly this rule, not older than 24 hours.
    pub dry_run_id: Option<Uuid>,
    pub note: Option<String>,
}
