//! Teams as REST shows and takes them.

use chrono::{DateTime, Utc};
use pivotal_commands::execute::Executed;
use pivotal_domain::identity::teams as domain;
use pivotal_projections::identity::teams::query::TeamRow;
use pivotal_projections::identity::teams::story::Told;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::rest::v1::users::types::User;

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Team {
    pub id: Uuid,
    pub name: String,
    /// Nobody joins it any more, and it is not offered.
    pub archived: bool,
    /// Active users in it. Left out of the answer to a command.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub member_count: Option<i64>,
}

impl From<TeamRow> for Team {
    fn from(row: TeamRow) -> Self {
        Team { id: row.id, name: row.name, archived: row.archived, member_count: Some(row.member_count) }
    }
}

impl Team {
    pub fn of_state(done: Executed<domain::Team>) -> Self {
        Team {
            id: done.id,
            name: done.state.name.unwrap_or_default(),
            archived: done.state.archived,
            member_count: None,
        }
    }
}

#[derive(Debug, Serialize, ToSchema)]
pub struct Teams {
    pub items: Vec<Team>,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TeamName {
    #[schema(example = "North")]
    pub name: String,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct TeamMembers {
    pub items: Vec<User>,
}

/// One event of a team, or somebody who came or went.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct TeamAct {
    pub position: i64,
    pub event: String,
    pub title: String,
    pub text: Option<String>,
    pub at: DateTime<Utc>,
    /// A user's id, or `system`.
    pub actor: String,
}

impl From<Told> for TeamAct {
    fn from(told: Told) -> Self {
        TeamAct {
            position: told.position,
            event: told.event_type,
            title: told.title,
            text: told.text,
            at: told.at,
            actor: told.actor,
        }
    }
}

#[derive(Debug, Serialize, ToSchema)]
pub struct TeamActs {
    pub items: Vec<TeamAct>,
}
