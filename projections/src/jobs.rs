//! Jobs for the System page, straight from the queue's own table.
//!
//! No read model: a job's row is operational, changes several times a second while it runs, follows from no event and is
//! deleted when it is old. What jobs did to the business is in the log.

use chrono::{DateTime, Utc};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::policy::Scope;
use sqlx::PgPool;
use uuid::Uuid;

use crate::page::{self, Page, PageArgs, QueryError};

#[derive(Debug, Clone, PartialEq)]
pub struct JobProgress {
    pub done: i64,
    pub total: Option<i64>,
    /// Units per second of the running try.
    pub rate: Option<f64>,
    pub eta_seconds: Option<f64>,
    pub phase: Option<String>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct JobRow {
    pub id: Uuid,
    pub kind: String,
    pub title: String,
    /// `queued`, `running`, `done`, `parked`, `cancelled`.
    pub state: String,
    pub attempts: i32,
    pub max_attempts: i32,
    /// Why it did not end yet: what its last try failed with, or what it waits for.
    pub error: Option<String>,
    pub run_at: DateTime<Utc>,
    pub created_at: DateTime<Utc>,
    pub started_at: Option<DateTime<Utc>>,
    pub finished_at: Option<DateTime<Utc>>,
    pub updated_at: DateTime<Utc>,
    pub created_by: Option<Uuid>,
    pub link: Option<String>,
    pub cancel_requested: bool,
    pub progress: JobProgress,
}

impl JobRow {
    /// Waiting or running, and nobody has cancelled it yet.
    pub fn cancellable(&self) -> bool {
        matches!(self.state.as_str(), "queued" | "running") && !self.cancel_requested
    }
}

/// Which jobs; nothing given means all.
#[derive(Debug, Clone, Default)]
pub struct JobFilter {
    pub state: Option<String>,
    /// Leaves out jobs of these kinds, unless they are parked and wait for a person.
    pub without: Vec<String>,
}

/// What jobs of one kind came to.
#[derive(Debug, Clone, PartialEq)]
pub struct KindSums {
    pub kind: String,
    pub waiting: i64,
    pub running: i64,
    pub done: i64,
    pub parked: i64,
    pub last_finished_at: Option<DateTime<Utc>>,
}

type Key = (DateTime<Utc>, Uuid);

/// Which jobs a viewer may see, as two parameters of every statement: all, or those this user started.
#[derive(Debug, Clone, Copy)]
struct Seen {
    all: bool,
    by: Option<Uuid>,
}

impl Seen {
    fn by(actor: &Actor) -> Self {
        match actor.scope(Permission::JobsView) {
            Scope::All => Seen { all: true, by: None },
            Scope::Own => Seen { all: false, by: Some(actor.user_id) },
            Scope::Team | Scope::Client | Scope::None => Seen { all: false, by: None },
        }
    }
}

/// Newest first.
pub async fn page(
    pool: &PgPool,
    actor: &Actor,
    filter: &JobFilter,
    args: &PageArgs,
) -> Result<Page<JobRow>, QueryError> {
    let after: Option<Key> = args.after.as_deref().map(page::decode).transpose()?;
    let before: Option<Key> = args.before.as_deref().map(page::decode).transpose()?;
    let rows = select(pool, actor, None, filter, after, before, args.limit() + 1).await?;
    Ok(Page::cut(rows.into_iter().map(|row| (page::encode(&(row.created_at, row.id)), row)).collect(), args))
}

pub async fn count(pool: &PgPool, actor: &Actor, filter: &JobFilter) -> Result<i64, QueryError> {
    let seen = Seen::by(actor);
    Ok(sqlx::query_scalar!(
        r#"select count(*) as "count!" from jobs.queue where ($1::text is null or state = $1) and ($2 or created_by = $3) and (state = 'parked' or kind <> all($4))"#,
        filter.state,
        seen.all,
        seen.by,
        &filter.without
    )
    .fetch_one(pool)
    .await?)
}

/// The job, if there is one and the viewer may see it.
pub async fn get(pool: &PgPool, actor: &Actor, id: Uuid) -> Result<Option<JobRow>, QueryError> {
    Ok(select(pool, actor, Some(id), &JobFilter::default(), None, None, 1).await?.pop())
}

/// How jobs of these kinds stand, kind by kind; a kind that never ran is not there.
pub async fn sums(pool: &PgPool, actor: &Actor, kinds: &[String]) -> Result<Vec<KindSums>, QueryError> {
    let seen = Seen::by(actor);
    Ok(sqlx::query_as!(
        KindSums,
        r#"select kind, count(*) filter (where state = 'queued') as "waiting!", count(*) filter (where state = 'running') as "running!",
             count(*) filter (where state = 'done') as "done!", count(*) filter (where state = 'parked') as "parked!",
             max(finished_at) filter (where state = 'done') as last_finished_at
           from jobs.queue where kind = any($1) and ($2 or created_by = $3) group by kind order by kind"#,
        kinds,
        seen.all,
        seen.by
    )
    .fetch_all(pool)
    .await?)
}

async fn select(
    pool: &PgPool,
    actor: &Actor,
    id: Option<Uuid>,
    filter: &JobFilter,
    after: Option<Key>,
    before: Option<Key>,
    limit: i64,
) -> Result<Vec<JobRow>, QueryError> {
    let backwards = before.is_some();
    let (after, before, seen) = (after.unzip(), before.unzip(), Seen::by(actor));
    let rows = sqlx::query!(
        r#"select j.*, case when j.state = 'running' then r.rate end as rate, case when j.state = 'running' then jobs.eta_seconds(j.progress_done, j.progress_total, r.rate) end as eta
           from jobs.queue j cross join lateral (select jobs.rate(j.progress_done, j.try_started_done, j.try_started_at, clock_timestamp()) as rate) r
           where ($9 or j.created_by = $10) and (j.state = 'parked' or j.kind <> all($11)) and ($1::uuid is null or j.id = $1) and ($2::text is null or j.state = $2)
             and ($3::timestamptz is null or (j.created_at, j.id) < ($3, $4)) and ($5::timestamptz is null or (j.created_at, j.id) > ($5, $6))
           order by case when $7 then j.created_at end, case when $7 then j.id end, j.created_at desc, j.id desc limit $8"#,
        id, filter.state, after.0, after.1, before.0, before.1, backwards, limit, seen.all, seen.by, &filter.without
    )
    .fetch_all(pool)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| JobRow {
            id: row.id,
            kind: row.kind,
            title: row.title,
            // While it runs, it does not wait.
            error: row.error.or(row.waits_for.filter(|_| row.state == "queued")),
            state: row.state,
            attempts: row.attempts,
            max_attempts: row.max_attempts,
            run_at: row.run_at,
            created_at: row.created_at,
            started_at: row.started_at,
            finished_at: row.finished_at,
            updated_at: row.updated_at,
            created_by: row.created_by,
            link: row.link,
            cancel_requested: row.cancel_requested,
            progress: JobProgress {
                done: row.progress_done,
                total: row.progress_total,
                rate: row.rate,
                eta_seconds: row.eta,
                phase: row.progress_phase,
            },
        })
        .collect())
}
