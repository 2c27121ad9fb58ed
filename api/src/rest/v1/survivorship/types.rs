//! Rules as they are sent.

use std::collections::BTreeMap;

use pivotal_commands::error::CommandError;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::survivorship::error::SurvivorshipError;
use pivotal_domain::audience::survivorship::order::{Order, SourceKind};
use pivotal_domain::audience::survivorship::rules::Rules;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// Places, strongest first, each with its sources: person, automation, import, sample, system. Sources that share a place are
/// equals: the newer value wins. Every source has one place.
type Places = Vec<Vec<String>>;

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SurvivorshipRules {
    /// The order of all fields that have none of their own: places, strongest first, each with its sources: person, automation,
    /// import, sample, system. Sources that share a place are equals: the newer value wins.
    pub everywhere: Places,
    /// Field to its own order.
    #[serde(default)]
    pub fields: BTreeMap<String, Places>,
}

impl SurvivorshipRules {
    pub fn read(self, entity: Entity) -> Result<Rules, CommandError> {
        let mut fields = BTreeMap::new();
        for (key, places) in self.fields {
            fields.insert(key, order(places)?);
        }
        Ok(Rules::new(entity, order(self.everywhere)?, fields)?)
    }
}

fn order(places: Places) -> Result<Order, SurvivorshipError> {
    let kind = |name: String| SourceKind::of_name(&name).ok_or(SurvivorshipError::UnknownSource(name));
    let place = |names: Vec<String>| names.into_iter().map(kind).collect::<Result<Vec<_>, _>>();
    Order::new(places.into_iter().map(place).collect::<Result<_, _>>()?)
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ApplyPreview {
    /// Id of the preview whose rules are applied.
    pub preview: Uuid,
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Applied {
    /// The bulk change that weighs what is there anew: follow and undo it under /bulk-changes.
    pub bulk_id: Uuid,
}
