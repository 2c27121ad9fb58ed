//! A filter in words, with names where it has ids.

use std::collections::HashMap;

use pivotal_domain::audience::fields::catalogue::{Entity, Target};
use pivotal_domain::audience::filter::Filter;
use pivotal_domain::audience::filter::describe::describe_with;
use pivotal_domain::audience::filter::field::Field;
use pivotal_domain::audience::filter::predicate::{Predicate, Scalar};
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::audience::filter::suggest;
use uuid::Uuid;

use crate::app::Core;
use crate::errors::{ApiError, ApiResult};

/// Names looked up for one sentence: it spells out only the first values of a condition.
const NAMES_MAX: usize = 100;

pub async fn sentence(core: &Core, actor: &Actor, filter: &Filter) -> ApiResult<String> {
    let users = core.directory.names().await.map_err(ApiError::from)?;
    let mut records: HashMap<Uuid, String> = HashMap::new();
    for Referred { entity, target, ids } in referred(filter) {
        let pool = &core.context.log.pools.read;
        records.extend(suggest::names(pool, actor, entity, target, &ids).await?);
    }
    let name = |_: &Field, id: &str| {
        let id: Uuid = id.parse().ok()?;
        records.get(&id).or_else(|| users.get(&id)).cloned()
    };
    Ok(describe_with(filter, &name))
}

/// Records that a condition names, and whose field names them.
struct Referred {
    entity: Entity,
    target: Target,
    ids: Vec<Uuid>,
}

fn referred(filter: &Filter) -> Vec<Referred> {
    let conditions = filter.conditions();
    let asked = conditions.iter().filter_map(|(entity, condition)| {
        let ids = match &condition.predicate {
            Predicate::Equals(one) | Predicate::NotEquals(one) => ids(std::slice::from_ref(one)),
            Predicate::In(many) | Predicate::NotIn(many) => ids(many),
            Predicate::AnyOf(items) | Predicate::AllOf(items) | Predicate::NoneOf(items) => {
                items.iter().take(NAMES_MAX).filter_map(|item| item.parse().ok()).collect()
            }
            _ => return None,
        };
        Some(Referred { entity: *entity, target: condition.field.target()?, ids })
    });
    asked.take(NAMES_MAX).collect()
}

fn ids(values: &[Scalar]) -> Vec<Uuid> {
    let ids = values.iter().filter_map(|one| if let Scalar::Id(id) = one { Some(*id) } else { None });
    ids.take(NAMES_MAX).collect()
}
