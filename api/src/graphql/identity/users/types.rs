//! A user as the API shows it.

use async_graphql::{ComplexObject, Context, Result, SimpleObject};
use chrono::{DateTime, Utc};
use pivotal_projections::identity::teams::query::TeamRow;
use pivotal_projections::identity::users::query::UserRow;
use uuid::Uuid;

use crate::graphql::identity::clients::types::Client;
use crate::graphql::identity::role::Role;
use crate::graphql::loaders::{self, ClientKey, TeamKey};

#[derive(Debug, SimpleObject)]
pub struct Team {
    pub id: Uuid,
    pub name: String,
    /// Nobody joins it any more, and it is not offered.
    pub archived: bool,
    /// Active users in it.
    pub member_count: i64,
}

impl From<TeamRow> for Team {
    fn from(row: TeamRow) -> Self {
        Team { id: row.id, name: row.name, archived: row.archived, member_count: row.member_count }
    }
}

/// Somebody who may sign in.
#[derive(Debug, SimpleObject)]
#[graphql(complex)]
pub struct User {
    pub id: Uuid,
    pub name: String,
    pub email: String,
    pub role: Role,
    pub active: bool,
    /// Signing in takes a code of an app besides the password.
    pub second_factor: bool,
    pub created_at: DateTime<Utc>,
    pub last_login_at: Option<DateTime<Utc>>,
    #[graphql(skip)]
    pub team_ids: Vec<Uuid>,
    #[graphql(skip)]
    pub client_id: Option<Uuid>,
}

impl From<UserRow> for User {
    fn from(row: UserRow) -> Self {
        User {
            id: row.id,
            name: row.name,
            email: row.email,
            role: row.role.into(),
            active: row.active,
            second_factor: row.second_factor,
            created_at: row.created_at,
            last_login_at: row.last_login_at,
            team_ids: row.team_ids,
            client_id: row.client_id,
        }
    }
}

#[ComplexObject]
impl User {
    async fn teams(&self, ctx: &Context<'_>) -> Result<Vec<Team>> {
        Ok(teams(ctx, &self.team_ids).await?)
    }

    /// The organisation a client user belongs to.
    async fn client(&self, ctx: &Context<'_>) -> Result<Option<Client>> {
        Ok(client(ctx, self.client_id).await?)
    }
}

pub(crate) async fn teams(ctx: &Context<'_>, ids: &[Uuid]) -> crate::errors::ApiResult<Vec<Team>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = loaders::of(ctx)?.load_many(ids.iter().copied().map(TeamKey)).await?;
    Ok(ids.iter().filter_map(|id| rows.remove(&TeamKey(*id))).map(Team::from).collect())
}

pub(crate) async fn client(ctx: &Context<'_>, id: Option<Uuid>) -> crate::errors::ApiResult<Option<Client>> {
    let Some(id) = id else { return Ok(None) };
    Ok(loaders::of(ctx)?.load_one(ClientKey(id)).await?.map(Client::from))
}
