//! Bulk changes for their list and their pages.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use pivotal_domain::audience::bulk::{self, Reach};
use pivotal_domain::identity::actor::Actor;
use serde_json::Value;
use sqlx::PgPool;
use uuid::Uuid;

use crate::audience::undo::{LeftRow, UndoShown};
use crate::jobs::JobProgress;
use crate::page::{self, Page, PageArgs, QueryError};

#[derive(Debug, Clone, PartialEq)]
pub struct BulkRow {
    pub id: Uuid,
    /// `contact`, `account`.
    pub entity: String,
    /// `set_fields`, `add_tags`, `remove_tags`, `assign`, `archive`, `restore`, `merge`.
    pub kind: String,
    /// Keys of the fields that are written.
    pub fields: Vec<String>,
    /// `None` once somebody named in it was erased; so is the filter.
    pub action: Option<Value>,
    pub filter: Option<Value>,
    /// Records were named one by one.
    pub by_ids: bool,
    pub expected: Option<i64>,
    /// `asked`, `running`, `completed`, `cancelled`, `failed`, `undone`.
    pub state: String,
    pub created_at: DateTime<Utc>,
    /// Nil: the system.
    pub created_by: Uuid,
    pub finished_at: Option<DateTime<Utc>>,
    pub error: Option<String>,
    pub selected: i64,
    pub changed: i64,
    pub unchanged: i64,
    pub refused: i64,
    pub not_run: i64,
    /// How many were refused, by code.
    pub reasons: BTreeMap<String, i64>,
    pub undo: UndoShown,
    /// It filled a list that is a frozen copy.
    pub filled_copy: bool,
    /// Of its job while it runs.
    pub progress: Option<JobProgress>,
    /// Of the undo, or the look at it, while it runs.
    pub undo_progress: Option<JobProgress>,
}

type Key = (DateTime<Utc>, Uuid);

/// Newest first.
pub async fn page(pool: &PgPool, actor: &Actor, args: &PageArgs) -> Result<Page<BulkRow>, QueryError> {
    let after: Option<Key> = args.after.as_deref().map(page::decode).transpose()?;
    let rows = select(pool, actor, None, after, args.limit() + 1).await?;
    Ok(Page::cut(rows.into_iter().map(|row| (page::encode(&(row.created_at, row.id)), row)).collect(), args))
}

pub async fn count(pool: &PgPool, actor: &Actor) -> Result<i64, QueryError> {
    let (all, own) = seen(actor);
    Ok(sqlx::query_scalar!(
        r#"select count(*) as "count!" from read.bulks where ($1 or created_by = $2)"#,
        all,
        own
    )
    .fetch_one(pool)
    .await?)
}

pub async fn get(pool: &PgPool, actor: &Actor, id: Uuid) -> Result<Option<BulkRow>, QueryError> {
    Ok(select(pool, actor, Some(id), None, 1).await?.pop())
}

/// Whether all may be seen, or whose; with neither, none.
fn seen(actor: &Actor) -> (bool, Option<Uuid>) {
    match bulk::reach(actor) {
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
    limit: i64,
) -> Result<Vec<BulkRow>, QueryError> {
    let ((all, own), after) = (seen(actor), after.unzip());
    let rows = sqlx::query!(
        r#"select b.*, (b.kind = 'add_to_list' and exists (select from read.lists l where l.fill = b.id and l.snapshot_at is not null)) as "filled_copy!", j.progress_done as "done?", j.progress_total as total, j.progress_phase as phase,
             case when j.state = 'running' then r.rate end as rate, case when j.state = 'running' then jobs.eta_seconds(j.progress_done, j.progress_total, r.rate) end as eta
           from read.bulks b left join jobs.queue j on j.id = case when b.state in ('asked', 'running') then b.job_id else b.undo_job end and j.state in ('queued', 'running')
             left join lateral (select jobs.rate(j.progress_done, j.try_started_done, j.try_started_at, clock_timestamp()) as rate) r on true
           where ($5 or b.created_by = $6) and ($1::uuid is null or b.id = $1) and ($2::timestamptz is null or (b.created_at, b.id) < ($2, $3))
           order by b.created_at desc, b.id desc limit $4"#,
        id, after.0, after.1, limit, all, own
    )
    .fetch_all(pool)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let progress = row.done.map(|done| JobProgress {
                done,
                total: row.total,
                rate: row.rate,
                eta_seconds: row.eta,
                phase: row.phase,
            });
            let works = matches!(row.state.as_str(), "asked" | "running");
            BulkRow {
                progress: progress.clone().filter(|_| works),
                undo_progress: progress.filter(|_| !works),
                id: row.id,
                entity: row.entity,
                kind: row.kind,
                fields: row.fields,
                action: row.action,
                filter: row.filter,
                by_ids: row.by_ids,
                expected: row.expected,
                state: row.state,
                created_at: row.created_at,
                created_by: row.created_by,
                finished_at: row.finished_at,
                error: row.error,
                selected: row.selected,
                changed: row.changed,
                unchanged: row.unchanged,
                refused: row.refused,
                not_run: row.not_run,
                reasons: serde_json::from_value(row.reasons).unwrap_or_default(),
                filled_copy: row.filled_copy,
                undo: row.undo.and_then(|undo| serde_json::from_value(undo).ok()).unwrap_or_default(),
            }
        })
        .collect())
}

/// Records of which something was left by the last undo, for whoever was shown the bulk change.
pub async fn left(pool: &PgPool, bulk: Uuid, args: &PageArgs) -> Result<Page<LeftRow>, QueryError> {
    let after: Option<Uuid> = args.after.as_deref().map(page::decode).transpose()?;
    let rows = sqlx::query!(
        "select record_id, entity, outcome, conflicts from read.bulk_undo_left where bulk_id = $1 and ($2::uuid is null or record_id > $2) order by record_id limit $3",
        bulk, after, args.limit() + 1
    )
    .fetch_all(pool)
    .await?;
    let rows = rows.into_iter().filter_map(|row| {
        let left = LeftRow::of(row.record_id, &row.entity, row.outcome, row.conflicts)?;
        Some((page::encode(&row.record_id), left))
    });
    Ok(Page::cut(rows.collect(), args))
}
