//! An invitation as the API shows it.

use async_graphql::{ComplexObject, Context, Enum, Result, SimpleObject};
use chrono::{DateTime, Utc};
use pivotal_projections::identity::invitations::query::InvitationRow;
use uuid::Uuid;

use crate::errors::{ApiError, ApiResult};
use crate::graphql::identity::clients::types::Client;
use crate::graphql::identity::role::Role;
use crate::graphql::identity::users::types::{Team, client, teams};
use crate::graphql::{actor, core};

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
pub enum InvitationState {
    /// The link of its newest mail is good.
    Open,
    /// Its time is over: it can be sent again.
    Expired,
    Accepted,
    Revoked,
}

impl InvitationState {
    pub fn of(standing: &str, expires_at: DateTime<Utc>, now: DateTime<Utc>) -> Self {
        match standing {
            "accepted" => InvitationState::Accepted,
            "revoked" => InvitationState::Revoked,
            _ if expires_at <= now => InvitationState::Expired,
            _ => InvitationState::Open,
        }
    }
}

/// Somebody who was asked by mail to join.
#[derive(Debug, SimpleObject)]
#[graphql(complex)]
pub struct Invitation {
    pub id: Uuid,
    pub email: String,
    pub role: Role,
    pub state: InvitationState,
    pub created_at: DateTime<Utc>,
    /// When the newest mail was asked for.
    pub sent_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
    #[graphql(skip)]
    pub invited_by_id: Option<Uuid>,
    #[graphql(skip)]
    pub team_ids: Vec<Uuid>,
    #[graphql(skip)]
    pub client_id: Option<Uuid>,
}

impl Invitation {
    pub fn of(row: InvitationRow, now: DateTime<Utc>) -> Self {
        Invitation {
            id: row.id,
            email: row.email,
            role: row.role.into(),
            state: InvitationState::of(&row.standing, row.expires_at, now),
            created_at: row.created_at,
            sent_at: row.sent_at,
            expires_at: row.expires_at,
            invited_by_id: row.invited_by,
            team_ids: row.team_ids,
            client_id: row.client_id,
        }
    }
}

#[ComplexObject]
impl Invitation {
    /// Name of who asked; null: the system, and to a client's people, who are not told.
    async fn invited_by(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        if actor(ctx)?.role.is_client() {
            return Ok(None);
        }
        Ok(name(ctx, self.invited_by_id).await?)
    }

    async fn teams(&self, ctx: &Context<'_>) -> Result<Vec<Team>> {
        Ok(teams(ctx, &self.team_ids).await?)
    }

    /// The organisation a client user will belong to.
    async fn client(&self, ctx: &Context<'_>) -> Result<Option<Client>> {
        Ok(client(ctx, self.client_id).await?)
    }
}

async fn name(ctx: &Context<'_>, id: Option<Uuid>) -> ApiResult<Option<String>> {
    let Some(id) = id else { return Ok(None) };
    let names = core(ctx).directory.names().await.map_err(ApiError::from)?;
    Ok(names.get(&id).cloned())
}
