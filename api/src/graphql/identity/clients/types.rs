//! A client organisation as the API shows it.

use async_graphql::{ComplexObject, Context, Result, SimpleObject};
use chrono::{DateTime, Utc};
use pivotal_projections::identity::clients::query::ClientRow;
use uuid::Uuid;

use crate::errors::ApiError;
use crate::graphql::{actor, core};

/// An organisation that orders from us.
#[derive(Debug, SimpleObject)]
#[graphql(complex)]
pub struct Client {
    pub id: Uuid,
    pub name: String,
    pub archived: bool,
    pub created_at: DateTime<Utc>,
    /// A domain: norhavn.example.
    pub website: Option<String>,
    /// Two letters (ISO 3166).
    pub country: Option<String>,
    /// In use.
    pub brand_count: i64,
    /// Active users.
    pub user_count: i64,
    #[graphql(skip)]
    pub looked_after_by: Option<Uuid>,
}

impl From<ClientRow> for Client {
    fn from(row: ClientRow) -> Self {
        Client {
            id: row.id,
            name: row.name,
            archived: row.archived,
            created_at: row.created_at,
            website: row.website,
            country: row.country,
            brand_count: row.brand_count,
            user_count: row.user_count,
            looked_after_by: row.owner_id,
        }
    }
}

impl Client {
    fn owner(&self, ctx: &Context<'_>) -> Option<Uuid> {
        self.looked_after_by.filter(|_| actor(ctx).is_ok_and(|actor| !actor.role.is_client()))
    }
}

#[ComplexObject]
impl Client {
    /// Who of ours looks after it; the client's own users are not told.
    async fn owner_id(&self, ctx: &Context<'_>) -> Result<Option<Uuid>> {
        Ok(self.owner(ctx))
    }

    async fn owner_name(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let Some(owner) = self.owner(ctx) else { return Ok(None) };
        let names = core(ctx).directory.names().await.map_err(ApiError::from)?;
        Ok(names.get(&owner).cloned())
    }
}
