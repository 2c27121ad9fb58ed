//! Reading client organisations. Each statement binds how far the viewer sees; there is no way to ask without.

use chrono::{DateTime, Utc};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::clients::Client;
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
    pub website: Option<String>,
    pub country: Option<String>,
    /// Who of ours looks after it.
    pub owner_id: Option<Uuid>,
    /// In use.
    pub brand_count: i64,
    /// Active users. Counted when asked: there are few, and a stored number could be wrong.
    pub user_count: i64,
}

/// Which of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ClientFilter {
    /// Part of the name or the website, whatever its case.
    pub search: Option<String>,
    /// `None`: all.
    pub archived: Option<bool>,
    pub owner: Option<Uuid>,
}

impl ClientFilter {
    /// As `like` takes it; what it means something to is taken by its letter.
    fn pattern(&self) -> Option<String> {
        let text = self.search.as_deref().map(str::trim).filter(|text| !text.is_empty())?;
        let text = text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_").replace('\0', "");
        Some(format!("%{text}%"))
    }
}

/// Everything there is to know of a client; for whoever sees all of them, since some of it is not for the client.
#[derive(Debug, Clone, PartialEq)]
pub struct ClientRecord {
    pub state: Client,
    pub archived_at: Option<DateTime<Utc>>,
    pub archive_reason: Option<String>,
    /// Suppressions in force in the work for this client alone.
    pub suppressions: i64,
}

/// Client organisations by name.
pub async fn clients(
    pool: &PgPool,
    actor: &Actor,
    filter: &ClientFilter,
    page: PageRequest,
) -> Result<Page<ClientRow>, sqlx::Error> {
    let reach = Reach::of(actor, Permission::ClientsView);
    let rows = sqlx::query_as!(
        ClientRow,
        r#"select c.id, c.name, c.archived, c.created_at, c.website, c.country, c.owner_id, c.brand_count,
             (select count(*) from read.users u where u.client_id = c.id and u.active) as "user_count!"
           from read.clients c
           where ($1 or c.id = $2)
             and ($3::uuid is null or (lower(c.name), c.id) > (select lower(s.name), s.id from read.clients s where s.id = $3 and ($1 or s.id = $2)))
             and ($5::text is null or c.name ilike $5 or c.website ilike $5)
             and ($6::boolean is null or c.archived = $6)
             and ($7::uuid is null or c.owner_id = $7)
           order by lower(c.name), c.id limit $4"#,
        reach.all,
        reach.client,
        page.after,
        page.limit(),
        filter.pattern(),
        filter.archived,
        filter.owner
    )
    .fetch_all(pool)
    .await?;
    Ok(page.page(rows))
}

/// How many of them the viewer can see.
pub async fn count_clients(pool: &PgPool, actor: &Actor, filter: &ClientFilter) -> Result<i64, sqlx::Error> {
    let reach = Reach::of(actor, Permission::ClientsView);
    sqlx::query_scalar!(
        r#"select count(*) as "count!" from read.clients c where ($1 or c.id = $2)
             and ($3::text is null or c.name ilike $3 or c.website ilike $3)
             and ($4::boolean is null or c.archived = $4)
             and ($5::uuid is null or c.owner_id = $5)"#,
        reach.all,
        reach.client,
        filter.pattern(),
        filter.archived,
        filter.owner
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
        r#"select c.id, c.name, c.archived, c.created_at, c.website, c.country, c.owner_id, c.brand_count,
             (select count(*) from read.users u where u.client_id = c.id and u.active) as "user_count!"
           from read.clients c where c.id = any($3) and ($1 or c.id = $2) order by lower(c.name), c.id"#,
        reach.all,
        reach.client,
        ids
    )
    .fetch_all(pool)
    .await
}

/// What operations know of it; `None` for whoever does not see all clients.
pub async fn record(
    pool: &PgPool,
    actor: &Actor,
    id: Uuid,
    now: DateTime<Utc>,
) -> Result<Option<ClientRecord>, sqlx::Error> {
    let reach = Reach::of(actor, Permission::ClientsView);
    let row = sqlx::query!(
        r#"select c.state, c.archived_at, c.archive_reason,
             (select count(*) from read.suppressions s where s.client_id = c.id and s.released_at is null
                and (s.until is null or s.until > $3)) as "suppressions!"
           from read.clients c where c.id = $1 and $2"#,
        id,
        reach.all,
        now
    )
    .fetch_optional(pool)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let state = serde_json::from_value(row.state).map_err(|error| sqlx::Error::Decode(Box::new(error)))?;
    Ok(Some(ClientRecord {
        state,
        archived_at: row.archived_at,
        archive_reason: row.archive_reason,
        suppressions: row.suppressions,
    }))
}
