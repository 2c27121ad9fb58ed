//! What pairs and merges look like over REST.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use pivotal_domain::audience::fields::catalogue;
use pivotal_domain::audience::merge::{Keep, Rule};
use pivotal_projections::audience::duplicates::query::PairRow;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum MergedEntity {
    Contact,
    Account,
}

impl From<MergedEntity> for catalogue::Entity {
    fn from(entity: MergedEntity) -> Self {
        match entity {
            MergedEntity::Contact => catalogue::Entity::Contact,
            MergedEntity::Account => catalogue::Entity::Account,
        }
    }
}

/// Two records that are likely one.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct DuplicatePair {
    pub a: Uuid,
    pub b: Uuid,
    /// 0 to 1: how likely they are one.
    pub score: f32,
    /// exact, duplicate, review.
    pub class: String,
    /// What speaks for and against it, the weightiest first.
    pub reasons: Vec<String>,
    pub found_at: DateTime<Utc>,
    /// Somebody said that they are not one.
    pub dismissed_at: Option<DateTime<Utc>>,
}

impl From<PairRow> for DuplicatePair {
    fn from(row: PairRow) -> Self {
        DuplicatePair {
            a: row.a,
            b: row.b,
            score: row.score,
            class: row.class,
            reasons: row.reasons,
            found_at: row.found_at,
            dismissed_at: row.dismissed_at,
        }
    }
}

/// How the queue stands.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct DuplicateStanding {
    pub exact: i64,
    pub duplicate: i64,
    pub review: i64,
    pub dismissed: i64,
    /// The end of the last look; absent: nobody looked yet.
    pub looked_at: Option<DateTime<Utc>>,
    /// The look that waits or runs.
    pub job_id: Option<Uuid>,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FindAsked {
    pub entity: MergedEntity,
    /// Also what was looked at before.
    #[serde(default)]
    pub whole: bool,
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct FindStarted {
    /// The job; the one that is at it already, if one is.
    pub job_id: Uuid,
}

#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordPair {
    pub a: Uuid,
    pub b: Uuid,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PairsJudged {
    pub entity: MergedEntity,
    pub pairs: Vec<RecordPair>,
    /// They may be one after all: takes back that they are not.
    #[serde(default)]
    pub reopen: bool,
}

/// How many pairs were judged.
#[derive(Debug, Serialize, ToSchema)]
pub struct Judged {
    pub judged: usize,
}

/// Pairs that share a record are one group.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ManyMerged {
    pub entity: MergedEntity,
    pub pairs: Vec<RecordPair>,
    /// Which of a group stays: most_complete (default), oldest, newest.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub keep: Keep,
    /// Whose values it has in the end: survivor (default), by_source.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub rule: Rule,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewMerge {
    pub entity: MergedEntity,
    /// The record that stays.
    pub survivor: Uuid,
    /// Those that become part of it; at most 49.
    pub absorbed: Vec<Uuid>,
    /// Field to the record whose value it gets. Fields that only mean something together are chosen together.
    #[serde(default)]
    pub choices: BTreeMap<String, Uuid>,
    /// Whose values it has in the end, where nothing was chosen: survivor (default), by_source.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub rule: Rule,
    /// Versions that were looked at; a record that was changed since is not merged.
    #[serde(default)]
    pub versions: BTreeMap<Uuid, i64>,
}
