//! Pairs and merges as the API shows them.

use std::collections::BTreeMap;

use async_graphql::{Enum, InputObject, SimpleObject};
use chrono::{DateTime, Utc};
use pivotal_domain::audience::merge::{self, Group};
use pivotal_projections::audience::duplicates::query::{PairRow, QueueFilter};
use uuid::Uuid;

use crate::graphql::audience::record::Entity;

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
pub enum DuplicateClass {
    /// They share a key that only one may have: an email, a LinkedIn page, a domain.
    Exact,
    /// At least 98 of 100 such pairs are one.
    Duplicate,
    /// A person should look.
    Review,
}

impl DuplicateClass {
    pub fn as_str(self) -> &'static str {
        match self {
            DuplicateClass::Exact => "exact",
            DuplicateClass::Duplicate => "duplicate",
            DuplicateClass::Review => "review",
        }
    }

    fn of(text: &str) -> Self {
        match text {
            "exact" => DuplicateClass::Exact,
            "duplicate" => DuplicateClass::Duplicate,
            _ => DuplicateClass::Review,
        }
    }
}

/// Two records that are likely one.
#[derive(Debug, SimpleObject)]
pub struct DuplicatePair {
    /// Both ids, joined.
    pub id: String,
    pub a: Uuid,
    pub b: Uuid,
    /// 0 to 1: how likely they are one.
    pub score: f64,
    pub class: DuplicateClass,
    /// What speaks for and against it, the weightiest first.
    pub reasons: Vec<String>,
    pub found_at: DateTime<Utc>,
    /// Somebody said that they are not one.
    pub dismissed_at: Option<DateTime<Utc>>,
    pub dismissed_by: Option<Uuid>,
}

impl From<PairRow> for DuplicatePair {
    fn from(row: PairRow) -> Self {
        DuplicatePair {
            id: format!("{}:{}", row.a, row.b),
            a: row.a,
            b: row.b,
            score: f64::from(row.score),
            class: DuplicateClass::of(&row.class),
            reasons: row.reasons,
            found_at: row.found_at,
            dismissed_at: row.dismissed_at,
            dismissed_by: row.dismissed_by,
        }
    }
}

/// All conditions must hold. Without any: all pairs that wait.
#[derive(Debug, Default, InputObject)]
pub struct DuplicateFilter {
    /// Those somebody said are not one, instead of those that wait.
    #[graphql(default)]
    pub dismissed: bool,
    pub min_score: Option<f64>,
    pub class: Option<DuplicateClass>,
    /// Pairs of this record.
    pub record_id: Option<Uuid>,
    /// Pairs of which the list would show a record for these words.
    pub q: Option<String>,
}

impl DuplicateFilter {
    pub fn read(self) -> QueueFilter {
        QueueFilter {
            dismissed: self.dismissed,
            min_score: self.min_score.map(|score| score as f32),
            class: self.class.map(DuplicateClass::as_str),
            record: self.record_id,
            q: self.q,
        }
    }
}

/// How the queue stands.
#[derive(Debug, SimpleObject)]
pub struct DuplicateStanding {
    pub exact: i64,
    pub duplicate: i64,
    pub review: i64,
    pub dismissed: i64,
    /// The end of the last look; null: nobody looked yet.
    pub looked_at: Option<DateTime<Utc>>,
    /// Records it looked at, and how long it took.
    pub looked_records: Option<i64>,
    pub looked_seconds: Option<f64>,
    /// The look that waits or runs.
    pub job_id: Option<Uuid>,
}

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq, Default)]
#[graphql(remote = "merge::Rule")]
pub enum MergeRule {
    /// The survivor's own values; what it lacks comes from the others.
    #[default]
    Survivor,
    /// Source priority, then recency, as for imports.
    BySource,
}

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq, Default)]
#[graphql(remote = "merge::Keep")]
pub enum MergeKeep {
    #[default]
    MostComplete,
    Oldest,
    Newest,
}

/// The value of a field comes from this record. Fields that only mean something together (a name, an address, a phone with its
/// extension) are chosen together.
#[derive(Debug, InputObject)]
pub struct MergeChoice {
    /// Catalogue key, or `account`.
    pub field: String,
    pub from: Uuid,
}

/// The version of a record that was looked at; one that was changed since is not merged.
#[derive(Debug, InputObject)]
pub struct MergeVersion {
    pub id: Uuid,
    pub version: i64,
}

#[derive(Debug, InputObject)]
pub struct RecordsMergeInput {
    pub entity: Entity,
    /// The record that stays.
    pub survivor: Uuid,
    /// Those that become part of it; at most 49.
    pub absorbed: Vec<Uuid>,
    #[graphql(default)]
    pub choices: Vec<MergeChoice>,
    #[graphql(default)]
    pub rule: MergeRule,
    #[graphql(default)]
    pub versions: Vec<MergeVersion>,
    pub idempotency_key: Option<String>,
}

impl RecordsMergeInput {
    pub fn group(&self) -> Group {
        let fields: BTreeMap<String, Uuid> =
            self.choices.iter().map(|choice| (choice.field.clone(), choice.from)).collect();
        Group {
            survivor: self.survivor,
            absorbed: self.absorbed.clone(),
            fields,
            rule: self.rule.into(),
            versions: self.versions.iter().map(|seen| (seen.id, seen.version)).collect(),
        }
    }
}

#[derive(Debug, InputObject)]
pub struct RecordPairInput {
    pub a: Uuid,
    pub b: Uuid,
}

/// Which pairs: those named, or else the likeliest that wait, at most 5,000. Pairs that share a record are one group.
#[derive(Debug, InputObject)]
pub struct DuplicatesMergeInput {
    pub entity: Entity,
    pub pairs: Option<Vec<RecordPairInput>>,
    pub filter: Option<DuplicateFilter>,
    #[graphql(default)]
    pub keep: MergeKeep,
    #[graphql(default)]
    pub rule: MergeRule,
    pub idempotency_key: Option<String>,
}

#[derive(Debug, InputObject)]
pub struct DuplicatesJudgeInput {
    pub entity: Entity,
    pub pairs: Vec<RecordPairInput>,
    /// They may be one after all: takes back that they are not.
    #[graphql(default)]
    pub reopen: bool,
}

#[derive(Debug, InputObject)]
pub struct DuplicatesFindInput {
    pub entity: Entity,
    /// Also what was looked at before.
    #[graphql(default)]
    pub whole: bool,
}
