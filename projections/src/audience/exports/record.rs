//! Which columns of the read tables an export needs, and a row of them as the values of the file.

use std::collections::{HashMap, HashSet};

use pivotal_domain::audience::engagement::derived::Counted;
use pivotal_domain::audience::fields::catalogue::{Entity, FieldKind, custom_name, field};
use serde_json::{Map, Value};

use crate::audience::columns::money_columns;
use crate::audience::{accounts, contacts, engagement, values};
use crate::suppression::consents;
use crate::suppression::suppressions::of_contacts::Told;

/// Names of users and teams by id, and of users by email: an owner may be written as either.
pub(super) type Names = HashMap<String, String>;

/// The expressions of a select list over the record `c` and its activity `a`. Keys come from the catalogue, so that nothing
/// a client sends becomes SQL.
pub(super) fn select_list(entity: Entity, keys: &[String]) -> String {
    let activity = match entity {
        Entity::Contact => contacts::ACTIVITY,
        Entity::Account => accounts::ACTIVITY,
    };
    let mut list: Vec<String> = Vec::new();
    let mut custom = false;
    let mut seen = HashSet::new();
    for key in keys.iter().filter(|key| seen.insert(key.as_str())) {
        if let Some(told) = Told::of(entity, key) {
            list.push(format!("{} as {key}", told.value()));
            continue;
        }
        if let Some(channel) = consents::of_contacts::channel_of(entity, key) {
            list.push(format!("{} as {key}", consents::of_contacts::value(channel)));
            continue;
        }
        if let Some(channel) = contacts::status::channel_of(entity, key) {
            list.push(format!("{} as {key}", contacts::status::value(channel)));
            continue;
        }
        if let Some(counted) = Counted::of(entity, key) {
            list.push(format!("{} as {key}", engagement::counted::value(counted)));
            continue;
        }
        match (entity, key.as_str(), field(entity, key)) {
            (Entity::Contact, "account_name" | "account_domain", _) => list.push(format!("c.{key}")),
            (Entity::Contact, "account", _) => list.push("c.account_id".into()),
            (_, "import", _) => list.push("c.import_id".into()),
            (Entity::Account, "status", _) => {
                list.push("case when c.archived then 'archived' else c.status end as status".into())
            }
            (Entity::Account, "contact_count", _) => {
                list.push("coalesce(a.contact_count, 0) as contact_count".into())
            }
            (_, _, Some(def)) if def.kind == FieldKind::Money => {
                let (amount, currency) = money_columns(def);
                // As a JSON number it would lose digits.
                list.push(format!("c.{amount}::text as {amount}"));
                list.push(format!("c.{currency}"));
            }
            (_, _, Some(def)) if activity.contains(&def.key) => list.push(format!("a.{}", def.key)),
            (_, _, Some(def)) => list.push(format!("c.{}", def.key)),
            // A name beside an id comes from elsewhere.
            (_, key, None) => custom |= custom_name(key).is_some(),
        }
    }
    if custom || list.is_empty() {
        list.push("c.custom".into());
    }
    list.join(", ")
}

/// The values of a row in the order of the keys; null where there is none.
pub(super) fn values_of(entity: Entity, keys: &[String], mut record: Value, names: &Names) -> Vec<Value> {
    let company: Map<String, Value> = match record.as_object_mut() {
        Some(held) => ["account_name", "account_domain"]
            .into_iter()
            .filter_map(|key| Some((key.to_owned(), held.remove(key)?)))
            .collect(),
        None => Map::new(),
    };
    let values = values::by_key(entity, record, None);
    let value = |key: &String| {
        if let Some(value) = values.get(key).or_else(|| company.get(key)) {
            return value.clone();
        }
        let of = key.strip_suffix("_name").and_then(|key| values.get(key)).and_then(Value::as_str);
        of.and_then(|id| names.get(&id.to_lowercase())).map_or(Value::Null, |name| name.clone().into())
    };
    keys.iter().map(value).collect()
}
