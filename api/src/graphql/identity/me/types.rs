//! Me and what I may do.

use async_graphql::{ComplexObject, Context, Json, Result, SimpleObject};
use chrono::{DateTime, Utc};
use pivotal_commands::identity::users::preferences::preferences;
use pivotal_domain::identity::actor::Actor;
use serde_json::Value;
use uuid::Uuid;

use crate::errors::ApiError;
use crate::graphql::core;
use crate::graphql::identity::clients::types::Client;
use crate::graphql::identity::role::Role;
use crate::graphql::identity::users::types::{Team, client, teams};

/// Who is signed in.
#[derive(Debug, SimpleObject)]
#[graphql(complex)]
pub struct Me {
    pub id: Uuid,
    pub name: String,
    pub email: String,
    pub role: Role,
    /// The policy table's rows of this role, of an API key only its scopes; what is not listed is not permitted.
    pub permissions: Vec<PermissionGrant>,
    /// Whether this is a development server, which offers logins with known passwords.
    pub development: bool,
    /// While one of ours views as a client: when that is over. Role, permissions and client are those of the client's people then.
    pub viewing_until: Option<DateTime<Utc>>,
    /// A second step is required of you and you have none: set it up, nothing else is open until then.
    pub owes_second_step: bool,
    #[graphql(skip)]
    pub actor: Actor,
}

/// One row of the policy table for the viewer's role: permission as CONTACTS_EDIT, scope ALL, TEAM, OWN or CLIENT.
#[derive(Debug, SimpleObject)]
pub struct PermissionGrant {
    pub permission: String,
    pub scope: String,
}

impl Me {
    pub fn of(actor: &Actor, development: bool) -> Self {
        let permissions = actor.grants().into_iter().map(|grant| PermissionGrant {
            permission: grant.permission.to_string(),
            scope: grant.scope.to_string(),
        });
        Me {
            id: actor.user_id,
            name: actor.name.clone(),
            email: actor.email.clone(),
            role: actor.role.into(),
            permissions: permissions.collect(),
            development,
            viewing_until: actor.viewing.map(|viewing| viewing.until),
            owes_second_step: actor.owes_second_step,
            actor: actor.clone(),
        }
    }
}

#[ComplexObject]
impl Me {
    async fn teams(&self, ctx: &Context<'_>) -> Result<Vec<Team>> {
        Ok(teams(ctx, &self.actor.team_ids).await?)
    }

    /// The organisation a client user belongs to.
    async fn client(&self, ctx: &Context<'_>) -> Result<Option<Client>> {
        Ok(client(ctx, self.actor.client_id).await?)
    }

    /// Theme, density, columns of lists: what the web app saved.
    async fn preferences(&self, ctx: &Context<'_>) -> Result<Json<Value>> {
        let saved = preferences(&core(ctx).context, &self.actor).await.map_err(ApiError::from)?;
        Ok(Json(saved))
    }
}
