//! A row as values by catalogue key: what forms, exports and the API's `fields` show.

use chrono::{DateTime, SecondsFormat, Utc};
use pivotal_domain::audience::fields::catalogue::{Entity, FieldDef, FieldKind, fields};
use serde_json::{Map, Value, json};

use super::columns::money_columns;

/// `record` and `activity` are rows as `to_jsonb` gives them. Empty fields are left out.
pub fn by_key(entity: Entity, record: Value, activity: Option<Value>) -> Map<String, Value> {
    let mut held = match record {
        Value::Object(held) => held,
        _ => Map::new(),
    };
    if let Some(Value::Object(activity)) = activity {
        held.extend(activity);
    }
    let mut values: Map<String, Value> = match held.remove("custom") {
        Some(Value::Object(custom)) => custom,
        _ => Map::new(),
    };
    for def in fields(entity) {
        if let Some(value) = value_of(def, &mut held) {
            values.insert(def.key.to_owned(), value);
        }
    }
    values
}

fn value_of(def: &FieldDef, held: &mut Map<String, Value>) -> Option<Value> {
    let mut take = |column: &str| held.remove(column).filter(|value| !value.is_null());
    match def.kind {
        FieldKind::Money => {
            let (amount, currency) = money_columns(def);
            Some(json!({"amount": take(amount)?, "currency": take(currency)?}))
        }
        // As the log writes moments: in UTC, with a Z.
        FieldKind::DateTime => {
            let value = take(def.key)?;
            let at: Option<DateTime<Utc>> = value.as_str().and_then(|text| text.parse().ok());
            Some(at.map_or(value, |at| Value::String(at.to_rfc3339_opts(SecondsFormat::AutoSi, true))))
        }
        _ => take(match def.key {
            "account" => "account_id",
            "import" => "import_id",
            key => key,
        }),
    }
}
