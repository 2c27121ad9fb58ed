//! Reading senders and brands. Whoever sees all campaigns sees all of them; for a narrower scope they are nobody's own.

use chrono::{DateTime, Utc};
use pivotal_domain::email::senders::SenderProfile;
use pivotal_domain::email::senders::brand::Brand;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::policy::Scope;
use sqlx::PgPool;
use sqlx::types::Json;
use uuid::Uuid;

/// Enough for any honest organisation.
const MOST: i64 = 500;

#[derive(Debug, Clone, PartialEq)]
pub struct SenderRow {
    pub id: Uuid,
    pub state: SenderProfile,
    pub brand_id: Uuid,
    pub brand_name: String,
    /// Whether its brand sends by it unless somebody says otherwise.
    pub is_default: bool,
    pub created_at: DateTime<Utc>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct BrandRow {
    pub id: Uuid,
    pub state: Brand,
    pub created_at: DateTime<Utc>,
    /// In use. Counted when asked: there are few.
    pub sender_count: i64,
}

/// Whether somebody sees senders at all.
pub(super) fn sees(actor: &Actor) -> bool {
    match actor.scope(Permission::CampaignsView) {
        Scope::All => true,
        Scope::Team | Scope::Own | Scope::Client | Scope::None => false,
    }
}

/// Senders by brand and name, archived ones last.
pub async fn senders(pool: &PgPool, actor: &Actor) -> Result<Vec<SenderRow>, sqlx::Error> {
    of_senders(pool, actor, None).await
}

/// One sender; `None` also for whoever may not see it.
pub async fn sender(pool: &PgPool, actor: &Actor, id: Uuid) -> Result<Option<SenderRow>, sqlx::Error> {
    Ok(of_senders(pool, actor, Some(id)).await?.pop())
}

async fn of_senders(pool: &PgPool, actor: &Actor, id: Option<Uuid>) -> Result<Vec<SenderRow>, sqlx::Error> {
    let rows = sqlx::query!(
        r#"select s.id, s.brand_id, s.created_at, s.state as "state: Json<SenderProfile>",
             coalesce(b.name, '') as "brand_name!", coalesce(b.default_sender = s.id, false) as "is_default!"
           from read.email_senders s left join read.email_brands b on b.id = s.brand_id
           where $1 and ($2::uuid is null or s.id = $2)
           order by s.archived, lower(coalesce(b.name, '')), lower(s.from_name), s.id limit $3"#,
        sees(actor),
        id,
        MOST
    )
    .fetch_all(pool)
    .await?;
    let senders = rows.into_iter().map(|row| SenderRow {
        id: row.id,
        state: row.state.0,
        brand_id: row.brand_id,
        brand_name: row.brand_name,
        is_default: row.is_default,
        created_at: row.created_at,
    });
    Ok(senders.collect())
}

/// Brands by name, archived ones last.
pub async fn brands(pool: &PgPool, actor: &Actor) -> Result<Vec<BrandRow>, sqlx::Error> {
    of_brands(pool, actor, None).await
}

/// One brand; `None` also for whoever may not see it.
pub async fn brand(pool: &PgPool, actor: &Actor, id: Uuid) -> Result<Option<BrandRow>, sqlx::Error> {
    Ok(of_brands(pool, actor, Some(id)).await?.pop())
}

async fn of_brands(pool: &PgPool, actor: &Actor, id: Option<Uuid>) -> Result<Vec<BrandRow>, sqlx::Error> {
    let rows = sqlx::query!(
        r#"select b.id, b.created_at, b.state as "state: Json<Brand>",
             (select count(*) from read.email_senders s where s.brand_id = b.id and not s.archived) as "sender_count!"
           from read.email_brands b where $1 and ($2::uuid is null or b.id = $2)
           order by b.archived, lower(b.name), b.id limit $3"#,
        sees(actor),
        id,
        MOST
    )
    .fetch_all(pool)
    .await?;
    let brands = rows.into_iter().map(|row| BrandRow {
        id: row.id,
        state: row.state.0,
        created_at: row.created_at,
        sender_count: row.sender_count,
    });
    Ok(brands.collect())
}
