//! The fields of a request (`{"job_title": "VP", "tags": ["a"], "city": null}`) to candidates, or every field's error at once.

use std::collections::BTreeMap;

use pivotal_domain::audience::fields::catalogue::{Entity, FieldKind, custom_name, field, label_of};
use pivotal_domain::audience::fields::parse::{ParseContext, Parsed, parse, parse_custom};
use pivotal_domain::audience::fields::value::FieldValue;
use pivotal_domain::audience::record::change::WriteRule;
use pivotal_domain::audience::record::write::Candidate;
use pivotal_domain::audience::values::country::Country;
use serde_json::{Map, Value};

use crate::error::{CommandError, Rejection};

/// `country` is the record's own where the request gives none: it decides how phones without `+` are read.
pub fn candidates(
    entity: Entity,
    fields: &Map<String, Value>,
    country: Option<&str>,
    today: chrono::NaiveDate,
) -> Result<BTreeMap<String, Candidate>, CommandError> {
    let country_key = match entity {
        Entity::Contact => "country",
        Entity::Account => "hq_country",
    };
    let country = fields.get(country_key).and_then(Value::as_str).or(country).and_then(Country::parse);
    let context = ParseContext { default_country: country, today: Some(today) };
    let (mut values, mut implied, mut problems) = (BTreeMap::new(), Vec::new(), Vec::new());
    for (key, raw) in fields {
        match one(entity, key, raw, &context) {
            Ok(None) => {
                values.insert(key.clone(), Candidate::cleared());
                implied.extend(cleared_with(key).iter().map(|key| ((*key).to_owned(), Candidate::cleared())));
            }
            Ok(Some(parsed)) => {
                // A person who types a list of which one item is wrong must hear of it, not lose the item.
                problems.extend(parsed.warnings.into_iter().map(Rejection::from));
                implied.extend(
                    parsed
                        .extra
                        .into_iter()
                        .map(|(key, value)| (key.to_owned(), Candidate::given(value, WriteRule::Overwrite))),
                );
                let candidate = parsed
                    .value
                    .map_or_else(Candidate::cleared, |value| Candidate::given(value, WriteRule::Overwrite));
                values.insert(key.clone(), candidate);
            }
            Err(rejection) => problems.push(rejection),
        }
    }
    if !problems.is_empty() {
        return Err(CommandError::Rejected(problems));
    }
    for (key, candidate) in implied {
        values.entry(key).or_insert(candidate);
    }
    Ok(values)
}

fn one(entity: Entity, key: &str, raw: &Value, context: &ParseContext) -> Result<Option<Parsed>, Rejection> {
    let label = label_of(entity, key);
    let Some(text) = raw_text(raw).map_err(|found| Rejection::of_field(key, "FIELD_TYPE", format!("{label} cannot be {found}. Send text, a number, true or false, a list of texts, an amount with currency, or null to clear it.")))? else {
        return Ok(None);
    };
    match field(entity, key) {
        // Its own argument says which account; a name here would be ambiguous.
        Some(def) if matches!(def.kind, FieldKind::Ref(_)) && key == "account" => Err(Rejection::of_field(
            key,
            "FIELD_DERIVED",
            "Set the account by accountId, not among the fields.",
        )),
        Some(def) => parse(def, &text, context).map(Some).map_err(Rejection::from),
        None if custom_name(key).is_some() => parse_custom(key, &text).map(Some).map_err(Rejection::from),
        None => Err(Rejection::of_field(
            key,
            "FIELD_UNKNOWN",
            format!("There is no field {key:?}. See the field catalogue for the names."),
        )),
    }
}

fn raw_text(raw: &Value) -> Result<Option<String>, &'static str> {
    match raw {
        Value::Null => Ok(None),
        Value::String(text) => Ok(Some(text.clone())),
        Value::Number(number) => Ok(Some(number.to_string())),
        Value::Bool(yes) => Ok(Some(yes.to_string())),
        Value::Array(items) => {
            let texts: Option<Vec<&str>> = items.iter().map(Value::as_str).collect();
            texts.map(|texts| Some(texts.join(";"))).ok_or("a list of anything but texts")
        }
        Value::Object(_) => match serde_json::from_value::<FieldValue>(raw.clone()) {
            Ok(FieldValue::Money { amount, currency }) => Ok(Some(format!("{amount} {currency}"))),
            _ => Err("an object of this shape"),
        },
    }
}

/// What goes with a field when it is emptied: a phone's machine-readable forms.
fn cleared_with(key: &str) -> &'static [&'static str] {
    match key {
        "direct_phone" => &["direct_phone_e164", "phone_extension"],
        "main_phone" => &["main_phone_e164", "main_phone_extension"],
        _ => &[],
    }
}
