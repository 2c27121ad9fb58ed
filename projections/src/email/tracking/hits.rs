//! Hits of mails as the rules look at them: all of one mail together.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use pivotal_domain::email::tracking::signal::{Features, Kind};
use sqlx::PgPool;
use sqlx::types::Json;
use uuid::Uuid;

/// Hits that are looked through for mails of one page.
const LOOKED_AT: i64 = 2_000;

/// A mail with everything that was done to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Judged {
    pub message: Uuid,
    pub campaign: Uuid,
    pub contact: Uuid,
    /// When it was handed over, or delivered, where that is known and later.
    pub delivered: DateTime<Utc>,
    pub hits: Vec<HitRow>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct HitRow {
    pub position: i64,
    pub n: u32,
    pub kind: Kind,
    pub at: DateTime<Utc>,
    pub link: Option<u16>,
    pub features: Option<Features>,
    /// As it stands: a program's; `None`: not judged yet.
    pub verdict: Option<bool>,
    pub rule: Option<String>,
}

/// Where a walk over hits goes on.
pub type Place = (DateTime<Utc>, Uuid);

/// Mails with hits of before that nobody judged, the oldest first.
pub async fn unjudged(pool: &PgPool, before: DateTime<Utc>) -> Result<Vec<Judged>, sqlx::Error> {
    let ids = sqlx::query_scalar!(
        r#"select distinct h.message_id as "message_id!" from
           (select message_id from read.email_hits where verdict is null and at < $1 order by at, message_id limit $2) h"#,
        before,
        LOOKED_AT
    )
    .fetch_all(pool)
    .await?;
    of(pool, &ids).await
}

/// Mails with hits of a time, a page of them behind a place; and the place to go on from, until there is none.
pub async fn between(
    pool: &PgPool,
    after: Place,
    to: DateTime<Utc>,
) -> Result<(Vec<Judged>, Option<Place>), sqlx::Error> {
    let rows = sqlx::query!(
        "select at, message_id from read.email_hits where (at, message_id) > ($1, $2) and at < $3 order by at, message_id limit $4",
        after.0,
        after.1,
        to,
        LOOKED_AT
    )
    .fetch_all(pool)
    .await?;
    let last = rows.last().map(|row| (row.at, row.message_id));
    let mut ids: Vec<Uuid> = rows.into_iter().map(|row| row.message_id).collect();
    ids.sort_unstable();
    ids.dedup();
    Ok((of(pool, &ids).await?, last))
}

async fn of(pool: &PgPool, ids: &[Uuid]) -> Result<Vec<Judged>, sqlx::Error> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let rows = sqlx::query!(
        r#"select h.message_id, h.position, h.n, h.campaign_id, h.contact_id, h.kind, h.at, h.link, h.verdict, h.rule,
             h.features as "features: Json<Option<Features>>", greatest(m.sent_at, m.delivered_at) as "delivered!"
           from read.email_hits h join read.email_messages m on m.message_id = h.message_id
           where h.message_id = any($1) order by h.message_id, h.at, h.position, h.n"#,
        ids
    )
    .fetch_all(pool)
    .await?;
    let mut mails: BTreeMap<Uuid, Judged> = BTreeMap::new();
    for row in rows {
        let Some(kind) = Kind::parse(&row.kind) else { continue };
        let mail = mails.entry(row.message_id).or_insert_with(|| Judged {
            message: row.message_id,
            campaign: row.campaign_id,
            contact: row.contact_id,
            delivered: row.delivered,
            hits: Vec::new(),
        });
        mail.hits.push(HitRow {
            position: row.position,
            n: row.n.unsigned_abs(),
            kind,
            at: row.at,
            link: row.link.and_then(|link| u16::try_from(link).ok()),
            features: row.features.0,
            verdict: row.verdict.map(|verdict| verdict == 1),
            rule: row.rule,
        });
    }
    Ok(mails.into_values().collect())
}
