//! The queue of likely duplicates, as people review it.

use chrono::{DateTime, Utc};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::record::reach::permission_to_view;
use pivotal_domain::audience::search::question::check_size;
use pivotal_domain::identity::actor::Actor;
use serde::{Deserialize, Serialize};
use sqlx::{FromRow, PgPool, Postgres, QueryBuilder};
use uuid::Uuid;

use crate::audience::accounts;
use crate::audience::accounts::query::AccountFilter;
use crate::audience::contacts;
use crate::audience::contacts::query::ContactFilter;
use crate::audience::list::{Visible, visible};
use crate::page::{self, Page, PageArgs, QueryError};

/// A pair and how likely it is one.
#[derive(Debug, Clone, PartialEq, FromRow)]
pub struct PairRow {
    pub a: Uuid,
    pub b: Uuid,
    /// 0 to 1.
    pub score: f32,
    /// `exact`, `duplicate`, `review`.
    pub class: String,
    /// The weightiest first.
    pub reasons: Vec<String>,
    pub found_at: DateTime<Utc>,
    /// Who said that they are not one.
    pub dismissed_by: Option<Uuid>,
    pub dismissed_at: Option<DateTime<Utc>>,
}

#[derive(Debug, Clone, Default, PartialEq)]
pub struct QueueFilter {
    /// Those somebody said are not one, instead of those that wait.
    pub dismissed: bool,
    pub min_score: Option<f32>,
    /// `exact`, `duplicate`, `review`; all if not said.
    pub class: Option<&'static str>,
    /// Pairs of this record.
    pub record: Option<Uuid>,
    /// Pairs of which the list would show a record for these words.
    pub q: Option<String>,
}

/// Where a page ends: pairs of one score stand in the order of their ids.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Place(pub f32, pub Uuid, pub Uuid);

// Two entities share their statements, which therefore cannot be compile-checked. What differs is the name of a table.

/// The likeliest first.
pub async fn page(
    pool: &PgPool,
    actor: &Actor,
    entity: Entity,
    filter: &QueueFilter,
    args: &PageArgs,
) -> Result<Page<PairRow>, QueryError> {
    check_text(filter)?;
    let after: Option<Place> = args.after.as_deref().map(page::decode).transpose()?;
    let mut query = QueryBuilder::new(
        "select d.a, d.b, d.score, d.class, d.reasons, d.found_at, x.by as dismissed_by, x.at as dismissed_at",
    );
    conditions(&mut query, actor, entity, filter);
    behind(&mut query, after);
    query.push(" order by d.score desc, d.a, d.b limit ").push_bind(args.limit() + 1);
    let rows: Vec<PairRow> = query.build_query_as().fetch_all(pool).await?;
    let place = |row: &PairRow| page::encode(&Place(row.score, row.a, row.b));
    Ok(Page::cut(rows.into_iter().map(|row| (place(&row), row)).collect(), args))
}

pub(super) fn behind(query: &mut QueryBuilder<'_, Postgres>, after: Option<Place>) {
    if let Some(Place(score, a, b)) = after {
        query.push(" and (d.score < ").push_bind(score);
        query.push(" or (d.score = ").push_bind(score);
        query.push(" and (d.a, d.b) > (").push_bind(a).push(", ").push_bind(b).push(")))");
    }
}

pub async fn count(
    pool: &PgPool,
    actor: &Actor,
    entity: Entity,
    filter: &QueueFilter,
) -> Result<i64, QueryError> {
    check_text(filter)?;
    let mut query = QueryBuilder::new("select count(*)");
    conditions(&mut query, actor, entity, filter);
    Ok(query.build_query_scalar().fetch_one(pool).await?)
}

/// The likeliest pairs alone, for merging many.
pub async fn pairs(
    pool: &PgPool,
    actor: &Actor,
    entity: Entity,
    filter: &QueueFilter,
    most: i64,
) -> Result<Vec<(Uuid, Uuid)>, QueryError> {
    check_text(filter)?;
    let mut query = QueryBuilder::new("select d.a, d.b");
    conditions(&mut query, actor, entity, filter);
    query.push(" order by d.score desc, d.a, d.b limit ").push_bind(most);
    Ok(query.build_query_as().fetch_all(pool).await?)
}

pub(super) fn check_text(filter: &QueueFilter) -> Result<(), QueryError> {
    filter.q.iter().try_for_each(|text| check_size(text).map_err(QueryError::from))
}

/// A pair waits while both stand in the lists: one that was archived, erased or merged meanwhile takes its pairs along.
pub(super) fn conditions(
    query: &mut QueryBuilder<'_, Postgres>,
    actor: &Actor,
    entity: Entity,
    filter: &QueueFilter,
) {
    let table = match entity {
        Entity::Contact => "read.contacts",
        Entity::Account => "read.accounts",
    };
    query.push(format!(
        " from jobs.duplicates d join {table} one on one.id = d.a and not one.archived and not one.erased
          join {table} other on other.id = d.b and not other.archived and not other.erased
          left join read.duplicate_dismissals x on x.a = d.a and x.b = d.b where d.entity = "
    ));
    query.push_bind(entity.as_str());
    query.push(if filter.dismissed { " and x.a is not null" } else { " and x.a is null" });
    if let Some(score) = filter.min_score {
        query.push(" and d.score >= ").push_bind(score);
    }
    if let Some(class) = filter.class {
        query.push(" and d.class = ").push_bind(class);
    }
    if let Some(record) = filter.record {
        query.push(" and (d.a = ").push_bind(record).push(" or d.b = ").push_bind(record).push(")");
    }
    if filter.q.is_some() {
        query.push(" and (d.a in (");
        found(query, actor, entity, filter);
        query.push(") or d.b in (");
        found(query, actor, entity, filter);
        query.push("))");
    }
    visible(query, Visible::of(actor, permission_to_view(entity)));
}

/// The records that their list shows for the words.
fn found(query: &mut QueryBuilder<'_, Postgres>, actor: &Actor, entity: Entity, filter: &QueueFilter) {
    let (q, archived) = (filter.q.clone(), Some(false));
    match entity {
        Entity::Contact => {
            query.push("select c.id from read.contacts c where true");
            contacts::query::conditions(
                query,
                actor,
                &ContactFilter { q, archived, ..ContactFilter::default() },
            );
        }
        Entity::Account => {
            query.push("select c.id from read.accounts c where true");
            accounts::query::conditions(
                query,
                actor,
                &AccountFilter { q, archived, ..AccountFilter::default() },
            );
        }
    }
}

/// How the queue stands.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Standing {
    pub exact: i64,
    pub duplicate: i64,
    pub review: i64,
    pub dismissed: i64,
    pub looked: Option<Looked>,
    /// The look that waits or runs.
    pub job: Option<Uuid>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Looked {
    pub finished_at: DateTime<Utc>,
    pub records: i64,
    pub seconds: f64,
}

pub async fn standing(pool: &PgPool, actor: &Actor, entity: Entity) -> Result<Standing, QueryError> {
    let mut query = QueryBuilder::new("select d.class, count(*)");
    conditions(&mut query, actor, entity, &QueueFilter::default());
    query.push(" group by d.class");
    let classes: Vec<(String, i64)> = query.build_query_as().fetch_all(pool).await?;
    let of = |class: &str| classes.iter().find(|(name, _)| name == class).map_or(0, |(_, count)| *count);
    let dismissed = QueueFilter { dismissed: true, ..QueueFilter::default() };
    let looked = sqlx::query!(
        "select finished_at, records, seconds from jobs.duplicate_scans where entity = $1",
        entity.as_str()
    )
    .fetch_optional(pool)
    .await?;
    let job = sqlx::query_scalar!(
        "select id from jobs.queue where unique_key = 'find_duplicates:' || $1 and state in ('queued', 'running')",
        entity.as_str()
    )
    .fetch_optional(pool)
    .await?;
    Ok(Standing {
        exact: of("exact"),
        duplicate: of("duplicate"),
        review: of("review"),
        dismissed: count(pool, actor, entity, &dismissed).await?,
        looked: looked.map(|row| Looked {
            finished_at: row.finished_at,
            records: row.records,
            seconds: row.seconds,
        }),
        job,
    })
}
