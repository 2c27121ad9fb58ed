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
    pub archived: bool,
    /// Active users in it. Counted when asked: there are few, and a stored number could be wrong.
    pub member_count: i64,
}

/// Teams by name, archived ones included.
pub async fn teams(pool: &PgPool, actor: &Actor) -> Result<Vec<TeamRow>, sqlx::Error> {
    let all = Reach::of(actor, Permission::UsersView).all;
    sqlx::query_as!(
        TeamRow,
        r#"select t.id, t.name, t.archived,
             (select count(*) from read.users u where t.id = any(u.team_ids) and u.active) as "member_count!"
           from read.teams t where ($1 or t.id = any($2)) order by lower(t.name), t.id limit $3"#,
        all,
        &actor.team_ids,
        MOST
    )
    .fetch_all(pool)
    .await
}

/// One team; `None` also for one the viewer may not see.
pub async fn team(pool: &PgPool, actor: &Actor, id: Uuid) -> Result<Option<TeamRow>, sqlx::Error> {
    Ok(teams_by_id(pool, actor, &[id]).await?.pop())
}

/// The teams of a page of users.
pub async fn teams_by_id(pool: &PgPool, actor: &Actor, ids: &[Uuid]) -> Result<Vec<TeamRow>, sqlx::Error> {
    let all = Reach::of(actor, Permission::UsersView).all;
    sqlx::query_as!(
        TeamRow,
        r#"select t.id, t.name, t.archived,
             (select count(*) from read.users u where t.id = any(u.team_ids) and u.active) as "member_count!"
           from read.teams t where t.id = any($3) and ($1 or t.id = any($2)) order by lower(t.name), t.id"#,
        all,
        &actor.team_ids,
        ids
    )
    .fetch_all(pool)
    .await
}
