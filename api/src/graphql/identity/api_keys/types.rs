//! An API key as the API shows it.

use async_graphql::{ComplexObject, Context, Enum, Result, SimpleObject};
use chrono::{DateTime, Utc};
use pivotal_commands::execute::Executed;
use pivotal_commands::identity::api_keys::uses::LastUse;
use pivotal_domain::identity::api_keys as domain;
use pivotal_projections::identity::api_keys::query::ApiKeyRow;
use uuid::Uuid;

use crate::errors::{ApiError, ApiResult};
use crate::graphql::core;

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
pub enum ApiKeyState {
    Active,
    /// Its time is over.
    Expired,
    Revoked,
}

impl ApiKeyState {
    pub fn of(
        expires_at: Option<DateTime<Utc>>,
        revoked_at: Option<DateTime<Utc>>,
        now: DateTime<Utc>,
    ) -> Self {
        match revoked_at {
            Some(_) => ApiKeyState::Revoked,
            None if expires_at.is_some_and(|at| at <= now) => ApiKeyState::Expired,
            None => ApiKeyState::Active,
        }
    }
}

/// A key with which a program comes in, in its maker's name. Its secret is shown once, when it is made.
#[derive(Debug, SimpleObject)]
#[graphql(complex)]
pub struct ApiKey {
    pub id: Uuid,
    pub name: String,
    /// How the secret begins.
    pub prefix: String,
    /// Permissions of the policy table. It may no more than these, nor more than its maker may.
    pub scopes: Vec<String>,
    pub state: ApiKeyState,
    pub created_at: DateTime<Utc>,
    /// Null: good until it is revoked.
    pub expires_at: Option<DateTime<Utc>>,
    pub revoked_at: Option<DateTime<Utc>>,
    /// Known a few seconds late.
    pub last_used_at: Option<DateTime<Utc>>,
    /// From where it was used last.
    pub last_used_ip: Option<String>,
    #[graphql(skip)]
    pub user_id: Uuid,
}

impl ApiKey {
    pub fn of(row: ApiKeyRow, last: Option<LastUse>, now: DateTime<Utc>) -> Self {
        let (last_used_at, last_used_ip) = last.map_or((None, None), |last| (Some(last.at), last.ip));
        ApiKey {
            id: row.id,
            name: row.name,
            prefix: row.prefix,
            scopes: row.scopes,
            state: ApiKeyState::of(row.expires_at, row.revoked_at, now),
            created_at: row.created_at,
            expires_at: row.expires_at,
            revoked_at: row.revoked_at,
            last_used_at,
            last_used_ip,
            user_id: row.user_id,
        }
    }

    /// As the log has it. When it was used is another question.
    pub fn of_state(done: &Executed<domain::ApiKey>, now: DateTime<Utc>) -> Self {
        let state = &done.state;
        ApiKey {
            id: done.id,
            name: state.name.clone(),
            prefix: state.prefix.clone(),
            scopes: state.scopes.iter().map(ToString::to_string).collect(),
            state: ApiKeyState::of(state.expires_at, state.revoked_at, now),
            created_at: state.created_at,
            expires_at: state.expires_at,
            revoked_at: state.revoked_at,
            last_used_at: None,
            last_used_ip: None,
            user_id: state.user_id.unwrap_or_default(),
        }
    }
}

#[ComplexObject]
impl ApiKey {
    /// Name of who made it, in whose name it speaks.
    async fn made_by(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        Ok(name(ctx, self.user_id).await?)
    }
}

async fn name(ctx: &Context<'_>, id: Uuid) -> ApiResult<Option<String>> {
    let names = core(ctx).directory.names().await.map_err(ApiError::from)?;
    Ok(names.get(&id).cloned())
}

/// What a key can be for.
#[derive(Debug, SimpleObject)]
pub struct ApiKeyScope {
    /// As CONTACTS_VIEW.
    pub permission: String,
    /// Completes "may ...".
    pub act: String,
}
