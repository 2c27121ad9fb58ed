//! The queue with what both records of a pair hold, for a file of it.

use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::identity::actor::Actor;
use sqlx::{FromRow, PgPool, QueryBuilder};

use super::query::{PairRow, Place, QueueFilter, behind, check_text, conditions};
use crate::page::{self, Page, PageArgs, QueryError};

/// Columns of the list and how a file calls them, for one record of a pair.
pub fn held(entity: Entity) -> &'static [(&'static str, &'static str)] {
    match entity {
        Entity::Contact => &[
            ("full_name", "Name"),
            ("email", "Email"),
            ("job_title", "Job title"),
            ("account_name", "Company"),
            ("direct_phone", "Direct phone"),
            ("city", "City"),
            ("country", "Country"),
        ],
        Entity::Account => &[
            ("name", "Name"),
            ("domain", "Domain"),
            ("industry", "Industry"),
            ("main_phone", "Main phone"),
            ("hq_city", "City"),
            ("hq_country", "Country"),
        ],
    }
}

/// A pair, and what [`held`] names of each of its records.
#[derive(Debug, Clone, PartialEq, FromRow)]
pub struct WrittenPair {
    #[sqlx(flatten)]
    pub pair: PairRow,
    pub a_holds: Vec<Option<String>>,
    pub b_holds: Vec<Option<String>>,
}

// Two entities share their statements, which therefore cannot be compile-checked. What differs is names of columns.

/// The likeliest first, as the queue shows them.
pub async fn page(
    pool: &PgPool,
    actor: &Actor,
    entity: Entity,
    filter: &QueueFilter,
    args: &PageArgs,
) -> Result<Page<WrittenPair>, QueryError> {
    check_text(filter)?;
    let after: Option<Place> = args.after.as_deref().map(page::decode).transpose()?;
    let columns = |alias: &str| {
        let columns: Vec<String> =
            held(entity).iter().map(|(key, _)| format!("{alias}.{key}::text")).collect();
        columns.join(", ")
    };
    let mut query = QueryBuilder::new(format!(
        "select d.a, d.b, d.score, d.class, d.reasons, d.found_at, x.by as dismissed_by, x.at as dismissed_at, array[{}] as a_holds, array[{}] as b_holds",
        columns("one"),
        columns("other")
    ));
    conditions(&mut query, actor, entity, filter);
    behind(&mut query, after);
    query.push(" order by d.score desc, d.a, d.b limit ").push_bind(args.limit() + 1);
    let rows: Vec<WrittenPair> = query.build_query_as().fetch_all(pool).await?;
    let place = |row: &WrittenPair| page::encode(&Place(row.pair.score, row.pair.a, row.pair.b));
    Ok(Page::cut(rows.into_iter().map(|row| (place(&row), row)).collect(), args))
}
