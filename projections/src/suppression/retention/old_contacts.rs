//! Contacts that nothing was recorded about for a while, in pages by id. Those that were merged into another go with that one.

use chrono::{DateTime, Utc};
use sqlx::PgPool;
use uuid::Uuid;

use crate::page::QueryError;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OldRow {
    pub id: Uuid,
    /// The last time that something was recorded.
    pub since: DateTime<Utc>,
    pub account_id: Option<Uuid>,
}

/// In use: no change, task, note, statement of consent, mail or call since.
pub async fn inactive(
    pool: &PgPool,
    before: DateTime<Utc>,
    after: Uuid,
    limit: i64,
) -> Result<Vec<OldRow>, QueryError> {
    let rows = sqlx::query!(
        r#"select id as "id!", since as "since!", account_id as "account_id?" from (
             select c.id, c.account_id, greatest(c.updated_at, a.last_activity_at,
               (select max(t.updated_at) from read.tasks t where t.record_id = c.id),
               (select max(greatest(n.created_at, n.edited_at)) from read.notes n where n.record_id = c.id),
               (select max(s.recorded_at) from read.consents s where s.person_id = c.id)) as since
             from read.contacts c left join read.contact_activity a on a.contact_id = c.id
             where not c.erased and not c.archived and c.merged_into is null and c.updated_at < $1 and c.id > $2
           ) found where since < $1 order by id limit $3"#,
        before,
        after,
        limit
    )
    .fetch_all(pool)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| OldRow { id: row.id, since: row.since, account_id: row.account_id })
        .collect())
}

/// In the archive, and not changed since.
pub async fn archived(
    pool: &PgPool,
    before: DateTime<Utc>,
    after: Uuid,
    limit: i64,
) -> Result<Vec<OldRow>, QueryError> {
    let rows = sqlx::query!(
        "select id, updated_at as since, account_id from read.contacts
         where not erased and archived and merged_into is null and updated_at < $1 and id > $2 order by id limit $3",
        before,
        after,
        limit
    )
    .fetch_all(pool)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| OldRow { id: row.id, since: row.since, account_id: row.account_id })
        .collect())
}
