//! Reading saved views. Each statement binds who looks: one's own, one's teams', and those for everyone.

use chrono::{DateTime, Utc};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::record::reach::permission_to_view;
use pivotal_domain::audience::saved_views::sharing::mends_shared;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::policy::Scope;
use serde_json::Value;
use sqlx::PgPool;
use uuid::Uuid;

/// More than anybody finds their way in.
const MOST: i64 = 500;

#[derive(Debug, Clone, PartialEq)]
pub struct SavedViewRow {
    pub id: Uuid,
    pub owner: Uuid,
    pub entity: String,
    pub name: String,
    pub team: Option<Uuid>,
    pub everyone: bool,
    pub content: Value,
    pub deleted: bool,
    pub updated_at: DateTime<Utc>,
}

/// The views of one kind of list, by name.
pub async fn saved_views(
    pool: &PgPool,
    actor: &Actor,
    entity: Entity,
) -> Result<Vec<SavedViewRow>, sqlx::Error> {
    if !sees(actor, entity) {
        return Ok(Vec::new());
    }
    sqlx::query_as!(
        SavedViewRow,
        "select id, owner, entity, name, team, everyone, content, deleted, updated_at from read.saved_views
         where entity = $1 and not deleted and (owner = $2 or everyone or team = any($3) or (team is not null and $4))
         order by lower(name), id limit $5",
        entity.as_str(),
        actor.user_id,
        &actor.team_ids,
        mends_shared(actor),
        MOST
    )
    .fetch_all(pool)
    .await
}

/// One view, deleted ones too; `None` also for one the viewer may not see.
pub async fn saved_view(pool: &PgPool, actor: &Actor, id: Uuid) -> Result<Option<SavedViewRow>, sqlx::Error> {
    let row = sqlx::query_as!(
        SavedViewRow,
        "select id, owner, entity, name, team, everyone, content, deleted, updated_at from read.saved_views
         where id = $1 and (owner = $2 or everyone or team = any($3) or (team is not null and $4))",
        id,
        actor.user_id,
        &actor.team_ids,
        mends_shared(actor)
    )
    .fetch_optional(pool)
    .await?;
    Ok(row.filter(|row| sees(actor, if row.entity == "account" { Entity::Account } else { Entity::Contact })))
}

fn sees(actor: &Actor, entity: Entity) -> bool {
    actor.scope(permission_to_view(entity)) != Scope::None
}
