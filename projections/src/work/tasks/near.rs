//! Open tasks that may be due at a moment, each with where its assignee is.

use chrono::{DateTime, Utc};
use pivotal_domain::work::tasks::due::Due;
use sqlx::PgPool;
use uuid::Uuid;

use crate::page::QueryError;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NearTask {
    pub id: Uuid,
    pub assignee: Uuid,
    pub due: Due,
    /// Where the digest would come; UTC for who never said.
    pub time_zone: String,
}

/// Of whoever can sign in, those that stand between these in a list by time, both ends included. For Pivotal itself.
pub async fn near(
    pool: &PgPool,
    from: DateTime<Utc>,
    to: DateTime<Utc>,
) -> Result<Vec<NearTask>, QueryError> {
    let rows = sqlx::query!(
        r#"select t.id, t.assignee as "assignee!", t.due_on, t.due_at, coalesce(i.digest_zone, 'UTC') as "time_zone!"
           from read.tasks t join read.users u on u.id = t.assignee and u.active
             left join read.notification_inboxes i on i.user_id = t.assignee
           where t.state = 'open' and not t.deleted and t.due_sort between $1 and $2 order by t.due_sort, t.id"#,
        from,
        to
    )
    .fetch_all(pool)
    .await?;
    let near = rows.into_iter().filter_map(|row| {
        let due = row.due_on.map(Due::On).or_else(|| row.due_at.map(Due::At))?;
        Some(NearTask { id: row.id, assignee: row.assignee, due, time_zone: row.time_zone })
    });
    Ok(near.collect())
}
