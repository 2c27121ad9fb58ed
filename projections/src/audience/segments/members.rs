//! Who is in a segment, who was at a moment, who came and went, and how many they were day by day.
//!
//! Whoever asks has seen the segment before; its members are shown to whoever sees such records.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sqlx::{FromRow, PgPool, QueryBuilder};
use uuid::Uuid;

use crate::audience::list::moment;
use crate::page::{self, Page, PageArgs, QueryError};

/// Longest stretch of days that is told at once.
const DAYS_MAX: i64 = 1_100;

/// One stay of a record in a segment.
#[derive(Debug, Clone, PartialEq, FromRow)]
pub struct Stay {
    pub record_id: Uuid,
    pub entered_at: DateTime<Utc>,
    /// None: it is in it.
    pub left_at: Option<DateTime<Utc>>,
    pub entered_position: i64,
    pub left_position: Option<i64>,
    pub entered_because: Value,
    pub left_because: Option<Value>,
}

const COLUMNS: &str = "m.record_id, m.entered_at, m.left_at, m.entered_position, m.left_position, m.entered_because, m.left_because";

// What is asked for varies, so these statements cannot be compile-checked.

/// Those who are in it, or were at a moment, in the order of their ids.
pub async fn page(
    pool: &PgPool,
    segment: Uuid,
    at: Option<DateTime<Utc>>,
    args: &PageArgs,
) -> Result<Page<Stay>, QueryError> {
    let after: Option<Uuid> = args.after.as_deref().map(page::decode).transpose()?;
    let mut query = QueryBuilder::new(format!("select {COLUMNS} from read.segment_members m where "));
    stood(&mut query, segment, at);
    if let Some(after) = after {
        query.push(" and m.record_id > ").push_bind(after);
    }
    query.push(" order by m.record_id limit ").push_bind(args.limit() + 1);
    let rows: Vec<Stay> = query.build_query_as().fetch_all(pool).await?;
    let place = |row: &Stay| page::encode(&row.record_id);
    Ok(Page::cut(rows.into_iter().map(|row| (place(&row), row)).collect(), args))
}

/// How many they are, or were at a moment.
pub async fn count(pool: &PgPool, segment: Uuid, at: Option<DateTime<Utc>>) -> Result<i64, QueryError> {
    let mut query = QueryBuilder::new("select count(*) from read.segment_members m where ");
    stood(&mut query, segment, at);
    Ok(query.build_query_scalar().fetch_one(pool).await?)
}

fn stood(query: &mut QueryBuilder<'_, sqlx::Postgres>, segment: Uuid, at: Option<DateTime<Utc>>) {
    query.push("m.segment_id = ").push_bind(segment);
    match at.map(moment) {
        None => drop(query.push(" and m.left_at is null")),
        Some(at) => {
            query.push(" and m.entered_at <= ").push_bind(at);
            query.push(" and (m.left_at is null or m.left_at > ").push_bind(at).push(")");
        }
    }
}

/// Came or went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    In,
    Out,
}

/// Where a stay stands in the list.
#[derive(Serialize, Deserialize)]
struct Place(i64, Uuid);

/// Who came or went since a moment, the latest first.
pub async fn moved_since(
    pool: &PgPool,
    segment: Uuid,
    (way, since): (Way, DateTime<Utc>),
    args: &PageArgs,
) -> Result<Page<Stay>, QueryError> {
    let since = moment(since);
    let after: Option<Place> = args.after.as_deref().map(page::decode).transpose()?;
    let (at, position) = match way {
        Way::In => ("m.entered_at", "m.entered_position"),
        Way::Out => ("m.left_at", "m.left_position"),
    };
    let mut query =
        QueryBuilder::new(format!("select {COLUMNS} from read.segment_members m where m.segment_id = "));
    query.push_bind(segment).push(format!(" and {at} >= ")).push_bind(since);
    if let Some(Place(last, id)) = after {
        query.push(format!(" and ({position}, m.record_id) < (")).push_bind(last).push(", ");
        query.push_bind(id).push(")");
    }
    query.push(format!(" order by {position} desc, m.record_id desc limit ")).push_bind(args.limit() + 1);
    let rows: Vec<Stay> = query.build_query_as().fetch_all(pool).await?;
    let place = |row: &Stay| {
        let position = match way {
            Way::In => row.entered_position,
            Way::Out => row.left_position.unwrap_or_default(),
        };
        page::encode(&Place(position, row.record_id))
    };
    Ok(Page::cut(rows.into_iter().map(|row| (place(&row), row)).collect(), args))
}

/// How many came and how many went since a moment.
pub async fn moved_counts(
    pool: &PgPool,
    segment: Uuid,
    since: DateTime<Utc>,
) -> Result<(i64, i64), QueryError> {
    let counted = sqlx::query_as(
        "select count(*) filter (where entered_at >= $2), count(*) filter (where left_at >= $2) from read.segment_members where segment_id = $1",
    );
    Ok(counted.bind(segment).bind(moment(since)).fetch_one(pool).await?)
}

/// Every stay of one record, the latest first.
pub async fn stays(pool: &PgPool, segment: Uuid, record: Uuid) -> Result<Vec<Stay>, QueryError> {
    let sql = format!(
        "select {COLUMNS} from read.segment_members m where m.segment_id = $1 and m.record_id = $2 order by m.entered_position desc limit 200"
    );
    Ok(sqlx::query_as(&sql).bind(segment).bind(record).fetch_all(pool).await?)
}

/// One day on which somebody came or went.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Day {
    pub day: NaiveDate,
    /// At its end.
    pub members: i64,
    pub entered: i64,
    pub left_again: i64,
}

/// Days of a stretch, both ends included, in their order.
pub async fn days(
    pool: &PgPool,
    segment: Uuid,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<Day>, QueryError> {
    let days = sqlx::query_as(
        "select day, members, entered, left_again from read.segment_days where segment_id = $1 and day between $2 and $3 order by day limit $4",
    );
    Ok(days.bind(segment).bind(from).bind(to).bind(DAYS_MAX).fetch_all(pool).await?)
}
