//! A filter as clients send it, together with who asks.

use pivotal_commands::audience::custom_fields::definitions;
use pivotal_domain::audience::custom_fields::definitions::Definitions;
use pivotal_domain::audience::fields::catalogue::{Entity, custom_name};
use pivotal_domain::audience::filter::Filter;
use pivotal_domain::audience::filter::asking::Asking;
use pivotal_domain::audience::filter::parse::{json_of, parse_with};
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::audience::filter::Asked;
use serde_json::Value;

use crate::app::Core;
use crate::errors::ApiResult;

/// Who asks, now, in their time zone; UTC when they do not say.
pub fn asking(core: &Core, actor: &Actor, time_zone: Option<&str>) -> ApiResult<Asking> {
    let asking = Asking {
        me: vec![actor.user_id.to_string(), actor.email.clone()],
        ..Asking::at(core.context.clock.now())
    };
    Ok(match time_zone {
        Some(name) => asking.in_zone(name)?,
        None => asking,
    })
}

/// From GraphQL.
pub async fn of_json(
    core: &Core,
    actor: &Actor,
    entity: Entity,
    filter: Option<&Value>,
    time_zone: Option<&str>,
) -> ApiResult<Option<Asked>> {
    let Some(filter) = filter.filter(|filter| !filter.is_null()) else { return Ok(None) };
    let asking = asking(core, actor, time_zone)?;
    Ok(Some(Asked { filter: read(core, entity, filter).await?, asking }))
}

/// From a query string.
pub async fn of_text(
    core: &Core,
    actor: &Actor,
    entity: Entity,
    filter: Option<&str>,
    time_zone: Option<&str>,
) -> ApiResult<Option<Asked>> {
    let Some(filter) = filter.filter(|filter| !filter.trim().is_empty()) else { return Ok(None) };
    let asking = asking(core, actor, time_zone)?;
    Ok(Some(Asked { filter: read(core, entity, &json_of(filter)?).await?, asking }))
}

/// By the definitions as the log has them: who defined a field a moment ago can filter by it.
pub async fn read(core: &Core, entity: Entity, filter: &Value) -> ApiResult<Filter> {
    let definitions = match names_custom(filter) {
        true => definitions(&core.context, entity).await?,
        false => Definitions::none(),
    };
    Ok(parse_with(entity, filter, &definitions)?)
}

fn names_custom(filter: &Value) -> bool {
    match filter {
        Value::Object(object) => object.iter().any(|(key, value)| match (key.as_str(), value) {
            ("field", Value::String(field)) => custom_name(field).is_some(),
            ("value", _) => false,
            (_, value) => names_custom(value),
        }),
        Value::Array(items) => items.iter().any(names_custom),
        _ => false,
    }
}
