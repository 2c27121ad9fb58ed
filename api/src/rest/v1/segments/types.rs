//! What a segment looks like over REST.

use chrono::{DateTime, Utc};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::saved_views::sharing::Sharing;
use pivotal_projections::audience::segments::members::Stay;
use pivotal_projections::audience::segments::query::SegmentRow;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::errors::{ApiError, ApiResult, FieldProblem, REJECTED};

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Segment {
    pub id: Uuid,
    /// contact or account.
    pub entity: String,
    pub name: String,
    pub description: String,
    pub tags: Vec<String>,
    /// private, team or everyone.
    pub sharing: String,
    pub team_id: Option<Uuid>,
    pub owner_id: Uuid,
    /// The definition, in the filter language.
    #[schema(value_type = Object)]
    pub filter: Value,
    /// Its members follow the data. One that is switched off keeps the members it has.
    pub active: bool,
    pub archived: bool,
    /// How many are in it.
    pub members: i64,
    /// When somebody entered or left last.
    pub changed_at: DateTime<Utc>,
    /// When every record was looked at last; null until that was done once.
    pub refreshed_at: Option<DateTime<Utc>>,
    /// Every record was looked at since it was defined as it is.
    pub settled: bool,
    /// Since when what its filter asks stands still, and its members with it; null while it follows.
    pub behind_since: Option<DateTime<Utc>>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub version: i64,
}

impl From<SegmentRow> for Segment {
    fn from(row: SegmentRow) -> Self {
        let sharing = match (row.everyone, row.team) {
            (true, _) => "everyone",
            (false, Some(_)) => "team",
            (false, None) => "private",
        };
        Segment {
            id: row.id,
            entity: row.entity,
            name: row.name,
            description: row.description,
            tags: row.tags,
            sharing: sharing.to_owned(),
            team_id: row.team,
            owner_id: row.owner,
            filter: row.definition,
            active: row.active,
            archived: row.archived,
            members: row.members,
            changed_at: row.changed_at,
            refreshed_at: row.refreshed_at,
            settled: row.settled,
            behind_since: row.behind_since,
            created_at: row.created_at,
            updated_at: row.updated_at,
            version: row.version,
        }
    }
}

#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub struct Wanted {
    /// contact or account; both if not said.
    pub entity: Option<String>,
    /// Words of the name.
    pub q: Option<String>,
    pub tag: Option<String>,
    /// Those that are archived instead.
    pub archived: Option<bool>,
    /// Rows wanted, at most 200.
    pub first: Option<i32>,
    /// Continues after this cursor.
    pub after: Option<String>,
}

#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub struct MembersWanted {
    /// Who was in it at this moment; who is in it now if not said.
    pub at: Option<DateTime<Utc>>,
    /// Rows wanted, at most 200.
    pub first: Option<i32>,
    /// Continues after this cursor.
    pub after: Option<String>,
}

/// A record that is or was in a segment.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SegmentMember {
    pub record_id: Uuid,
    pub entered_at: DateTime<Utc>,
    /// Null while it is in it.
    pub left_at: Option<DateTime<Utc>>,
}

impl From<Stay> for SegmentMember {
    fn from(stay: Stay) -> Self {
        SegmentMember { record_id: stay.record_id, entered_at: stay.entered_at, left_at: stay.left_at }
    }
}

/// What a definition means now.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SegmentMatch {
    /// Exact.
    pub count: i64,
    /// The newest of them.
    pub sample: Vec<Uuid>,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SegmentQuestion {
    /// contact or account.
    pub entity: String,
    /// In the filter language.
    #[schema(value_type = Object)]
    pub filter: Value,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewSegment {
    /// contact or account.
    pub entity: String,
    pub name: String,
    #[serde(default)]
    pub description: String,
    #[serde(default)]
    pub tags: Vec<String>,
    /// private (default), team or everyone.
    pub sharing: Option<String>,
    /// With team.
    pub team_id: Option<Uuid>,
    /// The definition, in the filter language.
    #[schema(value_type = Object)]
    pub filter: Value,
    /// Its members follow the data, unless this says no.
    pub active: Option<bool>,
}

/// Parts that are absent stay as they are.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SegmentChange {
    pub name: Option<String>,
    pub description: Option<String>,
    pub tags: Option<Vec<String>>,
    /// private, team or everyone.
    pub sharing: Option<String>,
    /// With team.
    pub team_id: Option<Uuid>,
    /// Another definition: its members are found anew.
    #[schema(value_type = Option<Object>)]
    pub filter: Option<Value>,
    pub active: Option<bool>,
}

pub fn entity(name: &str) -> ApiResult<Entity> {
    match name.to_ascii_lowercase().as_str() {
        "contact" => Ok(Entity::Contact),
        "account" => Ok(Entity::Account),
        other => Err(refused("entity", format!("{other:?} is neither contact nor account."))),
    }
}

pub fn sharing(name: &str, team: Option<Uuid>) -> ApiResult<Sharing> {
    match (name.to_ascii_lowercase().as_str(), team) {
        ("private", _) => Ok(Sharing::Private),
        ("everyone", _) => Ok(Sharing::Everyone),
        ("team", Some(team)) => Ok(Sharing::Team { team }),
        ("team", None) => Err(refused("teamId", "Say which team the segment is shared with.".to_owned())),
        (other, _) => Err(refused("sharing", format!("{other:?} is none of private, team, everyone."))),
    }
}

fn refused(field: &str, message: String) -> ApiError {
    let mut error = ApiError::new(REJECTED, message.clone());
    error.errors.push(FieldProblem {
        code: "SEGMENT_INVALID".into(),
        field: Some(field.into()),
        path: None,
        record_id: None,
        message,
    });
    error
}
