//! A filter as clients send it, together with who asks.

use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::filter::asking::Asking;
use pivotal_domain::audience::filter::parse::{parse, parse_text};
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
pub fn of_json(
    core: &Core,
    actor: &Actor,
    entity: Entity,
    filter: Option<&Value>,
    time_zone: Option<&str>,
) -> ApiResult<Option<Asked>> {
    let Some(filter) = filter.filter(|filter| !filter.is_null()) else { return Ok(None) };
    let asking = asking(core, actor, time_zone)?;
    Ok(Some(Asked { filter: parse(entity, filter)?, asking }))
}

/// From a query string.
pub fn of_text(
    core: &Core,
    actor: &Actor,
    entity: Entity,
    filter: Option<&str>,
    time_zone: Option<&str>,
) -> ApiResult<Option<Asked>> {
    let Some(filter) = filter.filter(|filter| !filter.trim().is_empty()) else { return Ok(None) };
    let asking = asking(core, actor, time_zone)?;
    Ok(Some(Asked { filter: parse_text(entity, filter)?, asking }))
}
