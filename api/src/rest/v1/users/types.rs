//! What a user looks like over REST.

use chrono::{DateTime, Utc};
use pivotal_commands::execute::Executed;
use pivotal_domain::identity::users as domain;
use pivotal_projections::identity::users::query::UserRow;
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::rest::v1::auth::types::secret;

/// Somebody who may sign in.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct User {
    pub id: Uuid,
    pub name: String,
    pub email: String,
    #[schema(example = "AGENT")]
    pub role: String,
    pub active: bool,
    /// Signing in takes a code of an app besides the password.
    pub second_factor: bool,
    pub team_ids: Vec<Uuid>,
    /// The organisation of a client user.
    pub client_id: Option<Uuid>,
    /// Left out of the answer to a command.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<DateTime<Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_login_at: Option<DateTime<Utc>>,
}

impl From<UserRow> for User {
    fn from(row: UserRow) -> Self {
        User {
            id: row.id,
            name: row.name,
            email: row.email,
            role: row.role.as_str().to_ascii_uppercase(),
            active: row.active,
            second_factor: row.second_factor,
            team_ids: row.team_ids,
            client_id: row.client_id,
            created_at: Some(row.created_at),
            last_login_at: row.last_login_at,
        }
    }
}

impl User {
    pub fn of_state(done: Executed<domain::User>) -> Self {
        let state = done.state;
        User {
            id: done.id,
            name: state.name,
            email: state.email,
            role: state.role.map(|role| role.as_str().to_ascii_uppercase()).unwrap_or_default(),
            active: !state.disabled,
            second_factor: state.second_factor,
            team_ids: state.teams,
            client_id: state.client_id,
            created_at: None,
            last_login_at: None,
        }
    }
}

#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewUser {
    pub name: String,
    #[schema(example = "ada@example.com")]
    pub email: String,
    #[schema(example = "AGENT")]
    pub role: String,
    /// The first one; to be told to them in person. An invitation needs none.
    #[serde(deserialize_with = "secret")]
    #[schema(value_type = String, format = Password)]
    pub password: SecretString,
    /// For client users, and only for them.
    #[serde(default)]
    pub client_id: Option<Uuid>,
    #[serde(default)]
    pub team_ids: Vec<Uuid>,
}

/// What is not named stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct UserChange {
    #[serde(default)]
    pub name: Option<String>,
    #[serde(default)]
    pub role: Option<String>,
    /// For somebody who becomes a client user.
    #[serde(default)]
    pub client_id: Option<Uuid>,
    #[serde(default)]
    pub team_ids: Option<Vec<Uuid>>,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CorrectedEmail {
    #[schema(example = "ada@example.org")]
    pub email: String,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DisabledBecause {
    #[serde(default)]
    pub reason: Option<String>,
}

/// How many sessions were ended.
#[derive(Debug, Serialize, ToSchema)]
pub struct SignedOut {
    pub ended: usize,
}
