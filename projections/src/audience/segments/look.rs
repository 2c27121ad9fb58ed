//! A look at all records for one segment, page by page: first at those who are in it, then at those who should be.
//!
//! Each page is worked out from the read models as they are, so one that is looked at twice changes nothing the second time.

use chrono::{DateTime, Duration, DurationRound, Utc};
use pivotal_domain::audience::segments::facts::{Cause, MembersChanged, Moved};
use sqlx::{PgPool, QueryBuilder};
use uuid::Uuid;

use super::keeper::{LastLook, Standing, ask, holding};
use super::{belongs, from};

/// Records of one page.
pub const PAGE: i64 = 2_000;

/// After a change of what is kept beside the records, how long until all are looked at again.
fn patience() -> Duration {
    Duration::seconds(30)
}

/// Why everything is to be looked at for this segment now, and for which position.
pub fn due(segment: &Standing, elsewhere: i64, now: DateTime<Utc>) -> Option<(Cause, i64)> {
    segment.followed()?;
    let LastLook { settled, looked_from, looking_for, behind_since, .. } = &segment.last;
    if let Some(position) = looking_for.filter(|position| *position >= segment.wanted) {
        let because = segment.last.because.as_deref().and_then(Cause::parse);
        return Some((because.unwrap_or(segment.wanted_because), position));
    }
    if segment.wanted > *settled {
        return Some((segment.wanted_because, segment.wanted));
    }
    // What it asks was not shown for a while.
    if behind_since.is_some() {
        return Some((Cause::Elsewhere, *settled));
    }
    let from = (*looked_from)?;
    if segment.watch.timed && hour(from) != hour(now) {
        return Some((Cause::Time, *settled));
    }
    let missed = segment.watch.elsewhere && elsewhere > segment.last.elsewhere;
    (missed && now - from >= patience()).then_some((Cause::Elsewhere, *settled))
}

/// Midnights are beginnings of hours, too.
fn hour(at: DateTime<Utc>) -> DateTime<Utc> {
    at.duration_trunc(Duration::hours(1)).unwrap_or(at)
}

/// Whether a look that is under way is for this position; else a new one is to begin.
pub fn is_under_way(segment: &Standing, position: i64) -> bool {
    segment.last.looking_for == Some(position)
}

pub async fn begin(
    pool: &PgPool,
    segment: Uuid,
    (cause, position): (Cause, i64),
    elsewhere: i64,
    now: DateTime<Utc>,
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "insert into jobs.segment_refreshes as held (segment_id, looking_for, because, looking_since, elsewhere) values ($1, $2, $3, $4, $5)
         on conflict (segment_id) do update set looking_for = excluded.looking_for, because = excluded.because, looking_since = excluded.looking_since,
           elsewhere = excluded.elsewhere, leaving = true, after = '00000000-0000-0000-0000-000000000000'",
    )
    .bind(segment)
    .bind(position)
    .bind(cause.as_str())
    .bind(now)
    .bind(elsewhere)
    .execute(pool)
    .await
    .map(drop)
}

/// What one page came to.
#[derive(Debug, Clone)]
pub struct Looked {
    pub changed: Option<MembersChanged>,
    pub next: Next,
}

/// Where the look goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    Leaving(Uuid),
    Entering(Uuid),
    Over,
}

/// The next page of a look that is under way.
pub async fn page(
    pool: &PgPool,
    segment: &Standing,
    cause: Cause,
    now: DateTime<Utc>,
) -> Result<Looked, sqlx::Error> {
    let since = segment.last.looking_since.unwrap_or_default();
    let Some(filter) = segment.followed() else { return Ok(Looked { changed: None, next: Next::Over }) };
    let asked = ask(filter, since);
    let after = segment.last.after;
    let changed = |entered: Vec<Uuid>, left: Vec<Uuid>| {
        let moved = |ids: Vec<Uuid>| -> Vec<Moved> {
            ids.into_iter().map(|id| Moved { id, by: None, conditions: Vec::new() }).collect()
        };
        (!entered.is_empty() || !left.is_empty()).then(|| MembersChanged {
            segment: segment.id,
            at: now,
            definition: segment.defined,
            cause,
            entered: moved(entered),
            left: moved(left),
        })
    };
    if segment.last.leaving {
        let members: Vec<Uuid> = sqlx::query_scalar(
            "select record_id from read.segment_members where segment_id = $1 and left_at is null and record_id > $2 order by record_id limit $3",
        )
        .bind(segment.id)
        .bind(after)
        .bind(PAGE)
        .fetch_all(pool)
        .await?;
        let held = holding(pool, segment.entity, &[&asked], &members).await?;
        let next = match members.last() {
            Some(last) if members.len() as i64 == PAGE => Next::Leaving(*last),
            _ => Next::Entering(Uuid::nil()),
        };
        let holds = |id: &Uuid| held.get(id).is_some_and(|held| held.first() == Some(&true));
        let left = members.into_iter().filter(|id| !holds(id)).collect();
        return Ok(Looked { changed: changed(Vec::new(), left), next });
    }
    let mut query = QueryBuilder::new(format!(
        "select c.id from {} where c.id > ",
        from(segment.entity, std::iter::once(&asked.filter))
    ));
    query.push_bind(after).push(" and ");
    belongs(&mut query, &asked);
    query
        .push(" and not exists (select 1 from read.segment_members m where m.left_at is null and m.record_id = c.id and m.segment_id = ")
        .push_bind(segment.id)
        .push(") order by c.id limit ")
        .push_bind(PAGE);
    let entered: Vec<Uuid> = query.build_query_scalar().fetch_all(pool).await?;
    let next = match entered.last() {
        Some(last) if entered.len() as i64 == PAGE => Next::Entering(*last),
        _ => Next::Over,
    };
    Ok(Looked { changed: changed(entered, Vec::new()), next })
}

/// The page counts: the look goes on behind it, or is over.
pub async fn go_on(
    pool: &PgPool,
    segment: &Standing,
    next: Next,
    now: DateTime<Utc>,
) -> Result<(), sqlx::Error> {
    let (leaving, after) = match next {
        Next::Leaving(after) => (true, after),
        Next::Entering(after) => (false, after),
        Next::Over => {
            let sql = "update jobs.segment_refreshes set settled = greatest(settled, looking_for), looked_from = looking_since, refreshed_at = $3, looking_for = null, behind_since = null
                       where segment_id = $1 and looking_for = $2";
            let query = sqlx::query(sql).bind(segment.id).bind(segment.last.looking_for).bind(now);
            return query.execute(pool).await.map(drop);
        }
    };
    sqlx::query("update jobs.segment_refreshes set leaving = $3, after = $4 where segment_id = $1 and looking_for = $2")
        .bind(segment.id)
        .bind(segment.last.looking_for)
        .bind(leaving)
        .bind(after)
        .execute(pool)
        .await
        .map(drop)
}
