//! Reading API keys: for whoever manages them, and for nobody else.

use chrono::{DateTime, Utc};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use sqlx::PgPool;
use uuid::Uuid;

use crate::identity::reach::Reach;

/// Enough for any honest list.
const MOST: i64 = 500;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApiKeyRow {
    pub id: Uuid,
    /// In whose name it speaks.
    pub user_id: Uuid,
    pub name: String,
    pub prefix: String,
    pub scopes: Vec<String>,
    pub created_at: DateTime<Utc>,
    pub expires_at: Option<DateTime<Utc>>,
    pub revoked_at: Option<DateTime<Utc>>,
    pub revoked_by: Option<Uuid>,
}

/// The newest first, those of everybody.
pub async fn api_keys(pool: &PgPool, actor: &Actor) -> Result<Vec<ApiKeyRow>, sqlx::Error> {
    let all = Reach::of(actor, Permission::ApiKeysManage).all;
    sqlx::query_as!(
        ApiKeyRow,
        "select id, user_id, name, prefix, scopes, created_at, expires_at, revoked_at, revoked_by
         from read.api_keys where $1 order by created_at desc, id desc limit $2",
        all,
        MOST
    )
    .fetch_all(pool)
    .await
}
