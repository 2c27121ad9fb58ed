//! Exports for their list.

use chrono::{DateTime, Utc};
use pivotal_domain::audience::exports::{self, Reach};
use pivotal_domain::identity::actor::Actor;
use serde_json::Value;
use sqlx::PgPool;
use uuid::Uuid;

use crate::jobs::JobProgress;
use crate::page::{self, Page, PageArgs, QueryError};

#[derive(Debug, Clone, PartialEq)]
pub struct ExportRow {
    pub id: Uuid,
    /// `contact`, `account`.
    pub entity: String,
    /// `csv`, `xlsx`, `json`.
    pub format: String,
    pub columns: Vec<String>,
    pub sort_field: String,
    pub sort_descending: bool,
    /// `None` once somebody named in it was erased.
    pub filter: Option<Value>,
    /// `running`, `completed`, `cancelled`, `failed`, `expired`, `removed` (because of an erasure).
    pub state: String,
    pub job_id: Option<Uuid>,
    pub created_at: DateTime<Utc>,
    /// Nil: the system.
    pub created_by: Uuid,
    pub finished_at: Option<DateTime<Utc>>,
    pub error: Option<String>,
    pub rows: Option<i64>,
    pub as_of: Option<DateTime<Utc>>,
    pub file_size: Option<i64>,
    pub file_hash: Option<String>,
    pub cut_cells: i64,
    /// Records that clients supplied for their own use only are not in the file.
    pub leaves_out_restricted: bool,
    /// How many that were.
    pub left_out: i64,
    pub expires_at: Option<DateTime<Utc>>,
    /// Of its job while it runs.
    pub progress: Option<JobProgress>,
}

type Key = (DateTime<Utc>, Uuid);

/// Newest first.
pub async fn page(pool: &PgPool, actor: &Actor, args: &PageArgs) -> Result<Page<ExportRow>, QueryError> {
    let after: Option<Key> = args.after.as_deref().map(page::decode).transpose()?;
    let before: Option<Key> = args.before.as_deref().map(page::decode).transpose()?;
    let rows = select(pool, actor, None, after, before, args.limit() + 1).await?;
    Ok(Page::cut(rows.into_iter().map(|row| (page::encode(&(row.created_at, row.id)), row)).collect(), args))
}

pub async fn count(pool: &PgPool, actor: &Actor) -> Result<i64, QueryError> {
    let (all, own) = seen(actor);
    Ok(sqlx::query_scalar!(
        r#"select count(*) as "count!" from read.exports where ($1 or created_by = $2)"#,
        all,
        own
    )
    .fetch_one(pool)
    .await?)
}

pub async fn get(pool: &PgPool, actor: &Actor, id: Uuid) -> Result<Option<ExportRow>, QueryError> {
    Ok(select(pool, actor, Some(id), None, None, 1).await?.pop())
}

/// Whether all exports may be seen, or whose; with neither, none.
fn seen(actor: &Actor) -> (bool, Option<Uuid>) {
    match exports::reach(actor) {
        Reach::Everybodys => (true, None),
        Reach::Own => (false, Some(actor.user_id)),
        Reach::Nobodys => (false, None),
    }
}

async fn select(
    pool: &PgPool,
    actor: &Actor,
    id: Option<Uuid>,
    after: Option<Key>,
    before: Option<Key>,
    limit: i64,
) -> Result<Vec<ExportRow>, QueryError> {
    let backwards = before.is_some();
    let (all, own) = seen(actor);
    let (after, before) = (after.unzip(), before.unzip());
    let rows = sqlx::query!(
        r#"select e.*, j.progress_done as "done?", j.progress_total as total, j.progress_phase as phase,
             case when j.state = 'running' then r.rate end as rate, case when j.state = 'running' then jobs.eta_seconds(j.progress_done, j.progress_total, r.rate) end as eta
           from read.exports e left join jobs.queue j on j.id = e.job_id and e.state = 'running'
             left join lateral (select jobs.rate(j.progress_done, j.try_started_done, j.try_started_at, clock_timestamp()) as rate) r on true
           where ($8 or e.created_by = $9) and ($1::uuid is null or e.id = $1) and ($2::timestamptz is null or (e.created_at, e.id) < ($2, $3)) and ($4::timestamptz is null or (e.created_at, e.id) > ($4, $5))
           order by case when $6 then e.created_at end, case when $6 then e.id end, e.created_at desc, e.id desc limit $7"#,
        id, after.0, after.1, before.0, before.1, backwards, limit, all, own
    )
    .fetch_all(pool)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| ExportRow {
            id: row.id,
            entity: row.entity,
            format: row.format,
            columns: row.columns,
            sort_field: row.sort_field,
            sort_descending: row.sort_descending,
            filter: row.filter,
            state: row.state,
            job_id: row.job_id,
            created_at: row.created_at,
            created_by: row.created_by,
            finished_at: row.finished_at,
            error: row.error,
            rows: row.rows,
            as_of: row.as_of,
            file_size: row.file_size,
            file_hash: row.file_hash,
            cut_cells: row.cut_cells,
            leaves_out_restricted: row.leaves_out_restricted,
            left_out: row.left_out,
            expires_at: row.expires_at,
            progress: row.done.map(|done| JobProgress {
                done,
                total: row.total,
                rate: row.rate,
                eta_seconds: row.eta,
                phase: row.phase,
            }),
        })
        .collect())
}
