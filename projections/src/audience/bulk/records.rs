//! What became of each record of a bulk change. Names are those the records have now, as far as the viewer may see them.

use pivotal_domain::audience::record::reach::permission_to_view;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::policy::Scope;
use sqlx::PgPool;
use uuid::Uuid;

use super::query::BulkRow;
use crate::page::{self, Page, PageArgs, QueryError};
use pivotal_domain::audience::fields::catalogue::Entity;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordRow {
    pub record_id: Uuid,
    pub name: Option<String>,
    /// `changed`, `unchanged`, `refused`.
    pub outcome: String,
    pub code: Option<String>,
}

/// In the order they were worked on; of one outcome, or all. For whoever was shown the bulk change.
pub async fn page(
    pool: &PgPool,
    actor: &Actor,
    bulk: &BulkRow,
    outcome: Option<&str>,
    args: &PageArgs,
) -> Result<Page<RecordRow>, QueryError> {
    let after: Option<i64> = args.after.as_deref().map(page::decode).transpose()?;
    let entity = if bulk.entity == Entity::Account.as_str() { Entity::Account } else { Entity::Contact };
    let named = actor.scope(permission_to_view(entity)) == Scope::All;
    let rows = sqlx::query!(
        r#"select r.number, r.record_id, r.outcome, r.code, case when $5 then coalesce(c.full_name, c.email, a.name, a.domain) end as name
           from read.bulk_records r left join read.contacts c on c.id = r.record_id and not c.erased left join read.accounts a on a.id = r.record_id
           where r.bulk_id = $1 and ($2::text is null or r.outcome = $2) and ($3::bigint is null or r.number > $3) order by r.number limit $4"#,
        bulk.id, outcome, after, args.limit() + 1, named
    )
    .fetch_all(pool)
    .await?;
    let rows = rows.into_iter().map(|row| {
        let record =
            RecordRow { record_id: row.record_id, name: row.name, outcome: row.outcome, code: row.code };
        (page::encode(&row.number), record)
    });
    Ok(Page::cut(rows.collect(), args))
}

/// How many there are; kept with the bulk change itself.
pub fn count(bulk: &BulkRow, outcome: Option<&str>) -> i64 {
    match outcome {
        Some("changed") => bulk.changed,
        Some("unchanged") => bulk.unchanged,
        Some("refused") => bulk.refused,
        _ => bulk.changed + bulk.unchanged + bulk.refused,
    }
}
