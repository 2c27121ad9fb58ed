//! Why one record is in a segment, in words.

use pivotal_domain::audience::filter::parse::parse_with;
use pivotal_domain::audience::filter::{Filter, Node};
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::audience::segments::query::SegmentRow;
use pivotal_projections::audience::segments::{explain, members};
use serde_json::Value;
use uuid::Uuid;

use super::types::{SegmentCondition, SegmentReason, SegmentStay, SegmentWhy};
use crate::app::Core;
use crate::errors::{ApiError, ApiResult};
use crate::graphql::audience::filter::sentence::sentence;

/// How the definition stands for the record now, and all of its stays.
pub async fn why(core: &Core, actor: &Actor, segment: &SegmentRow, record: Uuid) -> ApiResult<SegmentWhy> {
    let pool = &core.context.log.pools.read;
    let stays = members::stays(pool, segment.id, record).await?;
    let (mut conditions, mut fulfils) = (Vec::new(), false);
    // A definition that cannot be read any more, as when a field in it was archived, says nothing.
    if let Some(filter) = read(core, segment, &segment.definition).await? {
        let (standing, whole) = explain::conditions(pool, &filter, record, core.context.clock.now()).await?;
        fulfils = whole;
        for one in standing {
            let sentence = sentence(core, actor, &one.filter).await?;
            conditions.push(SegmentCondition { sentence, holds: one.holds });
        }
    }
    let member = stays.iter().any(|stay| stay.left_at.is_none());
    let mut told = Vec::with_capacity(stays.len());
    for stay in stays {
        let left_because = match &stay.left_because {
            Some(because) => Some(reason(core, actor, segment, because).await?),
            None => None,
        };
        told.push(SegmentStay {
            entered_at: stay.entered_at,
            entered_because: reason(core, actor, segment, &stay.entered_because).await?,
            left_at: stay.left_at,
            left_because,
        });
    }
    Ok(SegmentWhy { member, fulfils, conditions, stays: told })
}

async fn read(core: &Core, segment: &SegmentRow, definition: &Value) -> ApiResult<Option<Filter>> {
    let known = pivotal_commands::audience::custom_fields::vocabulary(&core.context);
    let vocabulary = known.await.map_err(ApiError::from)?;
    Ok(parse_with(segment.entity(), definition, &vocabulary).ok())
}

/// The conditions are those of the definition as it was then.
async fn reason(
    core: &Core,
    actor: &Actor,
    segment: &SegmentRow,
    because: &Value,
) -> ApiResult<SegmentReason> {
    let stood = because.get("conditions").and_then(Value::as_array).is_some_and(|stood| !stood.is_empty());
    let defined = because.get("defined").and_then(Value::as_i64).unwrap_or_default();
    let filter = if stood {
        let pool = &core.context.log.pools.read;
        let definition = explain::definition(pool, segment.id, defined).await?.unwrap_or_default();
        read(core, segment, &definition).await?
    } else {
        None
    };
    told(core, actor, filter.as_ref(), because).await
}

/// What an interval keeps, in words. The filter is the definition of then, as far as it can still be read.
pub(crate) async fn told(
    core: &Core,
    actor: &Actor,
    filter: Option<&Filter>,
    because: &Value,
) -> ApiResult<SegmentReason> {
    let mut conditions = Vec::new();
    let stood = because.get("conditions").and_then(Value::as_array);
    for one in stood.into_iter().flatten() {
        let Some(filter) = filter else { break };
        let n = one.get("n").and_then(Value::as_u64).and_then(|n| usize::try_from(n).ok());
        let all = filter.conditions();
        let Some((_, condition)) = n.and_then(|n| all.get(n)) else { continue };
        let alone = Filter { root: Node::Is((*condition).clone()), ..filter.clone() };
        let sentence = sentence(core, actor, &alone).await?;
        conditions.push(SegmentCondition { sentence, holds: one.get("holds").and_then(Value::as_bool) });
    }
    Ok(SegmentReason {
        cause: because.get("cause").and_then(Value::as_str).unwrap_or_default().to_owned(),
        position: because.get("by").and_then(Value::as_i64),
        conditions,
    })
}
