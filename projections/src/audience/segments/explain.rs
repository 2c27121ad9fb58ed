//! Why one record is in a segment, or is not: how each condition stands for it now, and what brought it in or out before.

use chrono::{DateTime, Utc};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::filter::{Filter, Node};
use serde_json::Value;
use sqlx::PgPool;
use uuid::Uuid;

use super::keeper::{ask, holding, standing_of};
use crate::audience::filter::Asked;
use crate::page::QueryError;

/// A condition of the definition, and how it stands for the record.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    /// It alone, as a filter.
    pub filter: Filter,
    /// None: it is about contacts of the account, of whom only all together can be said anything.
    pub holds: Option<bool>,
}

/// Every condition from left to right, what is asked to have happened behind them, and whether all together hold.
pub async fn conditions(
    pool: &PgPool,
    filter: &Filter,
    record: Uuid,
    now: DateTime<Utc>,
) -> Result<(Vec<Standing>, bool), QueryError> {
    let entity = filter.entity;
    let conditions = filter.conditions().into_iter();
    let engagements = filter.engagements().into_iter();
    let singles: Vec<(Filter, bool)> = conditions
        .map(|(of, condition)| {
            (alone(filter, Node::Is(condition.clone())), entity == Entity::Contact || of == entity)
        })
        .chain(
            engagements
                .map(|asked| (alone(filter, Node::Engagement(asked.clone())), entity == Entity::Contact)),
        )
        .collect();
    let asked: Vec<Asked> =
        singles.iter().filter(|(_, sayable)| *sayable).map(|(one, _)| ask(one, now)).collect();
    let held = standing_of(pool, entity, &asked.iter().collect::<Vec<_>>(), &[record]).await?;
    let held = held.get(&record).cloned().unwrap_or_else(|| vec![false; asked.len()]);
    let mut told = held.into_iter();
    let standing = singles
        .into_iter()
        .map(|(filter, sayable)| Standing { filter, holds: if sayable { told.next() } else { None } })
        .collect();
    let whole = holding(pool, entity, &[&ask(filter, now)], &[record]).await?;
    Ok((standing, whole.get(&record).is_some_and(|held| held.first() == Some(&true))))
}

fn alone(filter: &Filter, root: Node) -> Filter {
    Filter { entity: filter.entity, root }
}

/// The definition that an event of the segment gave it.
pub async fn definition(pool: &PgPool, segment: Uuid, defined: i64) -> Result<Option<Value>, QueryError> {
    let sql = "select definition from read.segment_definitions where segment_id = $1 and defined = $2";
    Ok(sqlx::query_scalar(sql).bind(segment).bind(defined).fetch_optional(pool).await?)
}
