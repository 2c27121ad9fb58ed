//! Runs for their list and their pages.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::policy::Scope;
use sqlx::PgPool;
use uuid::Uuid;

use crate::jobs::JobProgress;
use crate::page::{self, Page, PageArgs, QueryError};

#[derive(Debug, Clone, PartialEq)]
pub struct PhoneLookupRow {
    pub id: Uuid,
    /// `asked`, `running`, `completed`, `cancelled`, `failed`.
    pub state: String,
    pub created_at: DateTime<Utc>,
    /// Nil: the system.
    pub created_by: Uuid,
    /// The records were named one by one.
    pub by_ids: bool,
    pub expected: Option<i64>,
    pub import_id: Option<Uuid>,
    pub again: bool,
    /// `mobile_phone`, `direct_phone`, `main_phone` of accounts.
    pub which: String,
    /// `telnyx`, or `test` for answers that are made up.
    pub provider: String,
    pub finished_at: Option<DateTime<Utc>>,
    pub error: Option<String>,
    pub counts: RunCounts,
    /// How many by kind of line.
    pub lines: BTreeMap<String, i64>,
    /// Of its job while it runs.
    pub progress: Option<JobProgress>,
}

/// The first nine add up to the contacts of the run once it has ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct RunCounts {
    pub mobile: i64,
    pub fixed_line: i64,
    pub not_found: i64,
    pub voip: i64,
    pub other: i64,
    pub not_valid: i64,
    pub no_phone: i64,
    pub refused: i64,
    pub not_run: i64,
    pub known: i64,
    pub changed: i64,
}

impl RunCounts {
    /// Records that were looked at.
    pub fn done(&self) -> i64 {
        self.mobile
            + self.fixed_line
            + self.not_found
            + self.voip
            + self.other
            + self.not_valid
            + self.no_phone
            + self.refused
    }

    /// Of one outcome; all of them without it.
    pub fn of(&self, outcome: Option<&str>) -> i64 {
        match outcome {
            Some("mobile") => self.mobile,
            Some("fixed_line") => self.fixed_line,
            Some("not_found") => self.not_found,
            Some("voip") => self.voip,
            Some("other") => self.other,
            Some("not_valid") => self.not_valid,
            Some("no_phone") => self.no_phone,
            Some("refused") => self.refused,
            _ => self.done(),
        }
    }
}

type Key = (DateTime<Utc>, Uuid);

/// Newest first; of one import, or all.
pub async fn page(
    pool: &PgPool,
    actor: &Actor,
    import: Option<Uuid>,
    args: &PageArgs,
) -> Result<Page<PhoneLookupRow>, QueryError> {
    let after: Option<Key> = args.after.as_deref().map(page::decode).transpose()?;
    let rows = select(pool, actor, None, import, after, args.limit() + 1).await?;
    Ok(Page::cut(rows.into_iter().map(|row| (page::encode(&(row.created_at, row.id)), row)).collect(), args))
}

pub async fn count(pool: &PgPool, actor: &Actor, import: Option<Uuid>) -> Result<i64, QueryError> {
    if !sees(actor) {
        return Ok(0);
    }
    Ok(sqlx::query_scalar!(
        r#"select count(*) as "count!" from read.phone_lookups where ($1::uuid is null or import_id = $1)"#,
        import
    )
    .fetch_one(pool)
    .await?)
}

pub async fn get(pool: &PgPool, actor: &Actor, id: Uuid) -> Result<Option<PhoneLookupRow>, QueryError> {
    Ok(select(pool, actor, Some(id), None, None, 1).await?.pop())
}

/// Who may look up at all may see what was looked up: everybody who may sees all contacts.
fn sees(actor: &Actor) -> bool {
    actor.scope(Permission::PhonesLookUp) == Scope::All
}

async fn select(
    pool: &PgPool,
    actor: &Actor,
    id: Option<Uuid>,
    import: Option<Uuid>,
    after: Option<Key>,
    limit: i64,
) -> Result<Vec<PhoneLookupRow>, QueryError> {
    if !sees(actor) {
        return Ok(Vec::new());
    }
    let after = after.unzip();
    let rows = sqlx::query!(
        r#"select v.*, j.progress_done as "done?", j.progress_total as total, j.progress_phase as phase,
             case when j.state = 'running' then r.rate end as rate, case when j.state = 'running' then jobs.eta_seconds(j.progress_done, j.progress_total, r.rate) end as eta
           from read.phone_lookups v left join jobs.queue j on j.id = v.job_id and v.state in ('asked', 'running') and j.state in ('queued', 'running')
             left join lateral (select jobs.rate(j.progress_done, j.try_started_done, j.try_started_at, clock_timestamp()) as rate) r on true
           where ($1::uuid is null or v.id = $1) and ($2::uuid is null or v.import_id = $2) and ($3::timestamptz is null or (v.created_at, v.id) < ($3, $4))
           order by v.created_at desc, v.id desc limit $5"#,
        id, import, after.0, after.1, limit
    )
    .fetch_all(pool)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| PhoneLookupRow {
            progress: row.done.map(|done| JobProgress {
                done,
                total: row.total,
                rate: row.rate,
                eta_seconds: row.eta,
                phase: row.phase,
            }),
            id: row.id,
            state: row.state,
            created_at: row.created_at,
            created_by: row.created_by,
            by_ids: row.by_ids,
            expected: row.expected,
            import_id: row.import_id,
            again: row.again,
            which: row.which,
            provider: row.provider,
            finished_at: row.finished_at,
            error: row.error,
            counts: RunCounts {
                mobile: row.mobile,
                fixed_line: row.fixed_line,
                not_found: row.not_found,
                voip: row.voip,
                other: row.other,
                not_valid: row.not_valid,
                no_phone: row.no_phone,
                refused: row.refused,
                not_run: row.not_run,
                known: row.known,
                changed: row.changed,
            },
            lines: serde_json::from_value(row.lines).unwrap_or_default(),
        })
        .collect())
}
