//! Reading client organisations. Each statement binds how far the viewer sees; there is no way to ask without.

use chrono::{DateTime, Utc};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use sqlx::PgPool;
use uuid::Uuid;

use crate::identity::page::{Page, PageRequest};
use crate::identity::reach::Reach;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClientRow {
    pub id: Uuid,
    pub name: String,
    pub archived: bool,
    pub created_at: DateTime<Utc>,
    /// Active users. Counted when asked: there are few, and a stored number could be wrong.
    pub user_count: i64,
}

/// Client organisations by name, archived ones included.
pub async fn clients(
    pool: &PgPool,
    actor: &Actor,
    page: PageRequest,
) -> Result<Page<ClientRow>, sqlx::Error> {
    let reach = Reach::of(actor, Permission::ClientsView);
    let rows = sqlx::query_as!(
        ClientRow,
        r#"select c.id, c.name, c.archived, c.created_at,
             (select count(*) from read.users u where u.client_id = c.id and u.active) as "user_count!"
           from read.clients c
           where ($1 or c.id = $2)
             and ($3::uuid is null or (lower(c.name), c.id) > (select lower(s.name), s.id from read.clients s where s.id = $3 and ($1 or s.id = $2)))
           order by lower(c.name), c.id limit $4"#,
        reach.all,
        reach.client,
        page.after,
        page.limit()
    )
    .fetch_all(pool)
    .await?;
    Ok(page.page(rows))
}

/// How many client organisations the viewer can see.
pub async fn count_clients(pool: &PgPool, actor: &Actor) -> Result<i64, sqlx::Error> {
    let reach = Reach::of(actor, Permission::ClientsView);
    sqlx::query_scalar!(
        r#"select count(*) as "count!" from read.clients where ($1 or id = $2)"#,
        reach.all,
        reach.client
    )
    .fetch_one(pool)
    .await
}

/// One client organisation; `None` also for one the viewer may not see.
pub async fn client(pool: &PgPool, actor: &Actor, id: Uuid) -> Result<Option<ClientRow>, sqlx::Error> {
    Ok(clients_by_id(pool, actor, &[id]).await?.pop())
}

/// Several at once, for the clients of a page of users; those the viewer may not see are missing.
pub async fn clients_by_id(
    pool: &PgPool,
    actor: &Actor,
    ids: &[Uuid],
) -> Result<Vec<ClientRow>, sqlx::Error> {
    let reach = Reach::of(actor, Permission::ClientsView);
    sqlx::query_as!(
        ClientRow,
        r#"select c.id, c.name, c.archived, c.created_at,
             (select count(*) from read.users u where u.client_id = c.id and u.active) as "user_count!"
           from read.clients c where c.id = any($3) and ($1 or c.id = $2) order by lower(c.name), c.id"#,
        reach.all,
        reach.client,
        ids
    )
    .fetch_all(pool)
    .await
}
