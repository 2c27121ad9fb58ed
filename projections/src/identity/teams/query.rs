//! Reading teams. A viewer sees all of them with scope "all" on users, and otherwise the own ones.

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use sqlx::PgPool;
use uuid::Uuid;

use crate::identity::reach::Reach;

/// Enough for any honest organisation.
const MOST: i64 = 500;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TeamRow {
    pub id: Uuid,
    pub name: String,
}

/// Teams by name, for choosing.
pub async fn teams(pool: &PgPool, actor: &Actor) -> Result<Vec<TeamRow>, sqlx::Error> {
    let all = Reach::of(actor, Permission::UsersView).all;
    sqlx::query_as!(
        TeamRow,
        "select id, name from read.teams where ($1 or id = any($2)) order by lower(name), id limit $3",
        all,
        &actor.team_ids,
        MOST
    )
    .fetch_all(pool)
    .await
}

/// The teams of a page of users.
pub async fn teams_by_id(pool: &PgPool, actor: &Actor, ids: &[Uuid]) -> Result<Vec<TeamRow>, sqlx::Error> {
    let all = Reach::of(actor, Permission::UsersView).all;
    sqlx::query_as!(TeamRow, "select id, name from read.teams where id = any($3) and ($1 or id = any($2)) order by lower(name), id", all, &actor.team_ids, ids)
        .fetch_all(pool)
        .await
}
