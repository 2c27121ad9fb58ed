//! How far everything is: head, seals, relay, and each projection with its lag, errors and rebuild.

use chrono::{DateTime, Utc};
use sqlx::PgPool;
use uuid::Uuid;

use crate::jobs::JobProgress;
use crate::page::QueryError;
use crate::runner::Spec;

/// Above this many entries counting them would cost more than the page is worth.
const COUNT_EXACTLY: i64 = 200_000;
/// A projection that is no more than this behind is as good as live.
const LIVE_SECONDS: f64 = 2.0;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProjectionState {
    Live,
    CatchingUp,
    Rebuilding,
    Stopped,
}

#[derive(Debug, Clone, PartialEq)]
pub struct ProjectionStatus {
    pub name: String,
    pub version: i32,
    pub state: ProjectionState,
    pub position: i64,
    pub head: i64,
    pub lag_events: i64,
    /// Age of the oldest entry it has not applied.
    pub lag_seconds: f64,
    pub error: Option<String>,
    pub failed_position: Option<i64>,
    pub failed_type: Option<String>,
    pub parked: i64,
    pub updated_at: Option<DateTime<Utc>>,
    pub rebuild: Option<JobProgress>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogStatus {
    pub head: i64,
    /// Estimated by the server once there are very many.
    pub events: i64,
    pub facts: i64,
    pub epoch: Uuid,
    pub sealed_to: i64,
    pub relay_position: i64,
    pub relay_lag: i64,
}

/// Every projection of this release, those that have never run included.
pub async fn projections(pool: &PgPool, specs: &[Spec]) -> Result<Vec<ProjectionStatus>, QueryError> {
    let names: Vec<String> = specs.iter().map(|spec| spec.name.to_owned()).collect();
    let rows = sqlx::query!(
        r#"with head as (
             select greatest((select coalesce(max(global_position), 0) from log.events), (select coalesce(max(global_position), 0) from log.facts)) as position
           )
           select n.name as "name!", h.position as "head!", c.version as "version?", c.position as "position?", c.state as "state?", c.error, c.failed_position, c.failed_type, c.updated_at as "updated_at?",
             (select count(*) from read.parked_events p where p.projection = n.name) as "parked!",
             extract(epoch from clock_timestamp() - least(e.recorded_at, f.recorded_at))::double precision as lag_seconds,
             r.state as "rebuild_state?", r.position as "rebuilt?", r.head as rebuild_head, r.entries as "entries?", extract(epoch from clock_timestamp() - r.started_at)::double precision as rebuilding_for
           from unnest($1::text[]) with ordinality as n(name, ord) cross join head h
             left join read.checkpoints c on c.name = n.name
             left join lateral (select x.recorded_at from log.events x where x.global_position > coalesce(c.position, 0) order by x.global_position limit 1) e on true
             left join lateral (select x.recorded_at from log.facts x where x.global_position > coalesce(c.position, 0) order by x.global_position limit 1) f on true
             left join read.rebuilds r on r.projection = n.name and r.state in ('queued', 'building', 'indexing', 'comparing')
           order by n.ord"#,
        &names
    )
    .fetch_all(pool)
    .await?;
    Ok(rows
        .into_iter()
        .zip(specs)
        .map(|(row, spec)| {
            let position = row.position.unwrap_or_default();
            let lag_seconds = row.lag_seconds.unwrap_or_default().max(0.0);
            let rebuild = row.rebuild_state.map(|state| {
                let (done, total) = (row.rebuilt.unwrap_or_default(), row.rebuild_head);
                let rate = row
                    .rebuilding_for
                    .filter(|seconds| *seconds > 0.5)
                    .map(|seconds| done as f64 / seconds)
                    .filter(|rate| *rate > 0.0);
                let left = total.map(|total| (total - done).max(0) as f64);
                JobProgress {
                    done,
                    total,
                    rate,
                    eta_seconds: left.zip(rate).map(|(left, rate)| left / rate),
                    phase: Some(state),
                }
            });
            let state = match row.state.as_deref() {
                Some("stopped") => ProjectionState::Stopped,
                Some("rebuilding") => ProjectionState::Rebuilding,
                _ if rebuild.is_some() => ProjectionState::Rebuilding,
                _ if lag_seconds > LIVE_SECONDS => ProjectionState::CatchingUp,
                _ => ProjectionState::Live,
            };
            ProjectionStatus {
                name: row.name,
                version: row.version.unwrap_or(spec.version),
                state,
                position,
                head: row.head,
                lag_events: (row.head - position).max(0),
                lag_seconds,
                error: row.error,
                failed_position: row.failed_position,
                failed_type: row.failed_type,
                parked: row.parked,
                updated_at: row.updated_at,
                rebuild,
            }
        })
        .collect())
}

pub async fn log_status(pool: &PgPool) -> Result<LogStatus, QueryError> {
    let row = sqlx::query!(
        r#"select e.id as epoch, r.position as relay, coalesce((select max(to_position) from log.seals), 0) as "sealed!",
             greatest((select coalesce(max(global_position), 0) from log.events), (select coalesce(max(global_position), 0) from log.facts)) as "head!",
             (select reltuples::bigint from pg_class where oid = 'log.events'::regclass) as "events!",
             (select coalesce(sum(greatest(c.reltuples, 0)), 0)::bigint from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'log.facts'::regclass) as "facts!"
           from log.epoch e cross join relay.cursor r"#
    )
    .fetch_one(pool)
    .await?;
    let (events, facts) = if row.head <= COUNT_EXACTLY {
        let counted = sqlx::query!(r#"select (select count(*) from log.events) as "events!", (select count(*) from log.facts) as "facts!""#).fetch_one(pool).await?;
        (counted.events, counted.facts)
    } else {
        (row.events.max(0), row.facts)
    };
    Ok(LogStatus {
        head: row.head,
        events,
        facts,
        epoch: row.epoch,
        sealed_to: row.sealed,
        relay_position: row.relay,
        relay_lag: (row.head - row.relay).max(0),
    })
}
