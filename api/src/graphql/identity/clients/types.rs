//! A client organisation as the API shows it.

use async_graphql::SimpleObject;
use chrono::{DateTime, Utc};
use pivotal_projections::identity::clients::query::ClientRow;
use uuid::Uuid;

/// An organisation that orders from us.
#[derive(Debug, SimpleObject)]
pub struct Client {
    pub id: Uuid,
    pub name: String,
    pub archived: bool,
    pub created_at: DateTime<Utc>,
    /// Active users.
    pub user_count: i64,
}

impl From<ClientRow> for Client {
    fn from(row: ClientRow) -> Self {
        Client {
            id: row.id,
            name: row.name,
            archived: row.archived,
            created_at: row.created_at,
            user_count: row.user_count,
        }
    }
}
