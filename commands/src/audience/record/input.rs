//! The fields of a request (`{"job_title": "VP", "tags": ["a"], "city": null}`) to candidates, or every field's error at once.

use std::collections::BTreeMap;
use std::sync::Arc;

use pivotal_domain::audience::custom_fields::definition::{Definition, FieldType};
use pivotal_domain::audience::custom_fields::definitions::Definitions;
use pivotal_domain::audience::fields::catalogue::{Entity, FieldKind, Item, custom_name, field};
use pivotal_domain::audience::fields::parse::{ParseContext, Parsed, parse, parse_custom, parse_defined};
use pivotal_domain::audience::fields::value::FieldValue;
use pivotal_domain::audience::record::change::WriteRule;
use pivotal_domain::audience::record::write::Candidate;
use pivotal_domain::audience::values::country::Country;
use pivotal_domain::identity::actor::Actor;
use serde_json::{Map, Value};

use crate::audience::custom_fields::definitions;
use crate::context::Context;
use crate::error::{CommandError, Rejection};

/// Whether there is a record already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Everything that is required must be among the fields.
    New,
    Held,
}

impl Standing {
    /// Nobody asks the system itself for what is required: it writes what it has.
    pub fn of_new(actor: &Actor) -> Self {
        if actor.is_system() { Standing::Held } else { Standing::New }
    }
}

/// The countries by which values are read where the request itself gives none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Countries<'a> {
    /// Of the record: for phones without `+`, dates, amounts, states.
    pub own: Option<&'a str>,
    /// Of a contact's account: for phones alone. Somebody who works there is likely called there; how they write dates is
    /// their own affair.
    pub account: Option<&'a str>,
}

impl<'a> Countries<'a> {
    pub fn own(own: Option<&'a str>) -> Self {
        Countries { own, account: None }
    }
}

/// Whether the country of a contact's account decides how these fields are read: a phone among them has no `+`, and the
/// contact says no country.
pub async fn asks_the_account(
    ctx: &Context,
    fields: &Map<String, Value>,
    own: Option<&str>,
) -> Result<bool, CommandError> {
    let custom = fields.keys().any(|key| custom_name(key).is_some());
    let definitions = if custom { definitions(ctx, Entity::Contact).await? } else { Definitions::none() };
    Ok(phone_without_country(fields, own, &definitions))
}

/// The same, once the definitions are known.
pub(in crate::audience) fn phone_without_country(
    fields: &Map<String, Value>,
    own: Option<&str>,
    definitions: &Definitions,
) -> bool {
    let given = fields.get("country").and_then(Value::as_str).or(own).and_then(Country::parse);
    let local = |raw: &Value| matches!(raw_text(raw), Ok(Some(text)) if !text.trim_start().starts_with('+'));
    given.is_none()
        && fields.iter().any(|(key, raw)| is_phone(Entity::Contact, key, definitions) && local(raw))
}

fn is_phone(entity: Entity, key: &str, definitions: &Definitions) -> bool {
    match (definitions.get(key), field(entity, key)) {
        (Some(definition), _) => definition.field_type == FieldType::Phone,
        (None, Some(def)) => matches!(def.kind, FieldKind::Phone | FieldKind::Multi(Item::Phone)),
        (None, None) => false,
    }
}

/// Reads the fields with the definitions as the log has them now.
pub async fn read_fields(
    ctx: &Context,
    entity: Entity,
    fields: &Map<String, Value>,
    standing: Standing,
    countries: Countries<'_>,
) -> Result<BTreeMap<String, Candidate>, CommandError> {
    let asked = standing == Standing::New || fields.keys().any(|key| custom_name(key).is_some());
    let definitions = if asked { definitions(ctx, entity).await? } else { Definitions::none() };
    let read = candidates(entity, fields, countries, ctx.now().date_naive(), &definitions);
    if standing != Standing::New {
        return read;
    }
    // One that is there and empty was noticed where it was read; what is not said is taken from the default.
    let is_missing =
        |one: &&Arc<Definition>| one.required && one.default.is_none() && !fields.contains_key(&one.key);
    let missing: Vec<Rejection> =
        definitions.in_use().into_iter().filter(is_missing).map(|one| needed(one)).collect();
    match read {
        Err(CommandError::Rejected(problems)) => {
            Err(CommandError::Rejected(problems.into_iter().chain(missing).collect()))
        }
        Ok(_) if !missing.is_empty() => Err(CommandError::Rejected(missing)),
        Ok(mut values) => {
            for (key, default) in definitions.defaults().filter(|(key, _)| !fields.contains_key(*key)) {
                values.insert(key.to_owned(), Candidate::given(default.clone(), WriteRule::Overwrite));
            }
            Ok(values)
        }
        Err(error) => Err(error),
    }
}

fn needed(field: &Definition) -> Rejection {
    let message = format!("{} is needed. Enter a value.", field.label);
    Rejection::of_field(&field.key, "CUSTOM_FIELD_REQUIRED", message)
}

/// `countries` are those that count where the request gives none: they decide how phones without `+` are read.
pub(in crate::audience) fn candidates(
    entity: Entity,
    fields: &Map<String, Value>,
    countries: Countries<'_>,
    today: chrono::NaiveDate,
    definitions: &Definitions,
) -> Result<BTreeMap<String, Candidate>, CommandError> {
    let country_key = match entity {
        Entity::Contact => "country",
        Entity::Account => "hq_country",
    };
    let given = fields.get(country_key).and_then(Value::as_str).or(countries.own);
    let country = given.and_then(Country::parse);
    let context = ParseContext { default_country: country, today: Some(today) };
    let of_account = countries.account.and_then(Country::parse);
    let phones = ParseContext { default_country: country.or(of_account), ..context };
    let (mut values, mut implied, mut problems) = (BTreeMap::new(), Vec::new(), Vec::new());
    for (key, raw) in fields {
        let context = if is_phone(entity, key, definitions) { &phones } else { &context };
        match one(entity, key, raw, context, definitions) {
            Ok(None) => {
                values.insert(key.clone(), Candidate::cleared());
                implied.extend(comes_with(key).iter().map(|key| ((*key).to_owned(), Candidate::cleared())));
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

fn one(
    entity: Entity,
    key: &str,
    raw: &Value,
    context: &ParseContext,
    definitions: &Definitions,
) -> Result<Option<Parsed>, Rejection> {
    let definition = definitions.get(key);
    if let Some(archived) = definition.filter(|definition| definition.archived) {
        let message = format!(
            "The custom field \"{}\" was archived and takes no values. Leave it out, or restore it in the settings.",
            archived.label
        );
        return Err(Rejection::of_field(key, "CUSTOM_FIELD_ARCHIVED", message));
    }
    let label = definitions.label(entity, key);
    let Some(text) = raw_text(raw).map_err(|found| Rejection::of_field(key, "FIELD_TYPE", format!("{label} cannot be {found}. Send text, a number, true or false, a list of texts, an amount with currency, or null to clear it.")))? else {
        return match definition.filter(|definition| definition.required) {
            Some(definition) => Err(needed(definition)),
            None => Ok(None),
        };
    };
    if let Some(definition) = definition {
        return defined(definition, raw, &text, context).map(Some);
    }
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

fn defined(
    definition: &Definition,
    raw: &Value,
    text: &str,
    context: &ParseContext,
) -> Result<Parsed, Rejection> {
    // Numbers that people and programs send are written alike everywhere; only files follow their country.
    let plain = definition.field_type == FieldType::Number || raw.is_number();
    let context = ParseContext { default_country: context.default_country.filter(|_| !plain), ..*context };
    let parsed = parse_defined(definition, text, &context).map_err(Rejection::from)?;
    if parsed.value.is_none() && definition.required { Err(needed(definition)) } else { Ok(parsed) }
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

/// What goes with a field wherever it goes: a phone's machine-readable forms.
pub(super) fn comes_with(key: &str) -> &'static [&'static str] {
    match key {
        "direct_phone" => &["direct_phone_e164", "phone_extension"],
        "main_phone" => &["main_phone_e164", "main_phone_extension"],
        _ => &[],
    }
}
