//! The rules of one entity: an order for all fields, and orders of their own for some.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::error::SurvivorshipError;
use super::order::Order;
use crate::audience::accounts::keys as account_keys;
use crate::audience::contacts::keys as contact_keys;
use crate::audience::fields::catalogue::{Entity, FieldKind, custom_name, field};

/// Most fields with an order of their own: there are no more fields than that.
pub const FIELDS_MAX: usize = 500;

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Rules {
    pub everywhere: Order,
    /// By key.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub fields: BTreeMap<String, Order>,
}

impl Rules {
    /// Refuses fields that do not exist or hold no values of their own. An order that is the one for all fields is left out.
    pub fn new(
        entity: Entity,
        everywhere: Order,
        fields: BTreeMap<String, Order>,
    ) -> Result<Self, SurvivorshipError> {
        if fields.len() > FIELDS_MAX {
            return Err(SurvivorshipError::TooManyFields(fields.len()));
        }
        if let Some(unknown) = fields.keys().find(|key| !is_written(entity, key)) {
            return Err(SurvivorshipError::UnknownField(unknown.clone()));
        }
        let own = fields.into_iter().filter(|(_, order)| *order != everywhere);
        let fields = own.collect();
        Ok(Rules { everywhere, fields })
    }

    pub fn order(&self, key: &str) -> &Order {
        self.fields.get(key).unwrap_or(&self.everywhere)
    }

    /// Nobody chose anything: sources count as they do by themselves.
    pub fn is_default(&self) -> bool {
        *self == Rules::default()
    }
}

/// The rules in the shape that many writes share: nothing where sources count as they do by themselves.
#[derive(Debug, Clone, Default)]
pub struct Orders {
    everywhere: Option<Arc<Order>>,
    fields: BTreeMap<String, Arc<Order>>,
}

impl From<&Rules> for Orders {
    fn from(rules: &Rules) -> Self {
        let everywhere = (rules.everywhere != Order::default()).then(|| Arc::new(rules.everywhere.clone()));
        let fields = rules.fields.iter().map(|(key, order)| (key.clone(), Arc::new(order.clone())));
        Orders { everywhere, fields: fields.collect() }
    }
}

impl Orders {
    pub fn of(&self, key: &str) -> Option<Arc<Order>> {
        self.fields.get(key).or(self.everywhere.as_ref()).cloned()
    }
}

fn is_written(entity: Entity, key: &str) -> bool {
    field(entity, key).map_or_else(|| custom_name(key).is_some(), |def| def.writable)
}

/// Whether values that are there already are weighed anew. Not those by which a record is found, or that only one may hold:
/// a rule must not make somebody another person. Nor what is no value of the record itself.
pub fn is_weighed(entity: Entity, key: &str) -> bool {
    let identity = match entity {
        Entity::Contact => contact_keys::IDENTITY,
        Entity::Account => account_keys::IDENTITY,
    };
    match field(entity, key) {
        _ if identity.contains(&key) || key == "alternate_domains" => false,
        Some(def) => def.writable && !def.unique && !matches!(def.kind, FieldKind::Ref(_)),
        None => custom_name(key).is_some(),
    }
}
