//! What records hold already, for a definition that says something new about it: the values must fit its type, and of a unique
//! field no two may be the same. What they claim is claimed with the event that makes it so.

use std::collections::HashMap;

use pivotal_domain::audience::custom_fields::definition::Definition;
use pivotal_domain::audience::custom_fields::events::CustomFieldEvent;
use pivotal_domain::audience::custom_fields::unique::claim;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::fields::parse::{ParseContext, parse_defined};
use pivotal_domain::audience::fields::value::FieldValue;
use pivotal_log::append::GuardOp;

use crate::context::Context;
use crate::error::{CommandError, Rejection};
use crate::lookup::Key;
use crate::ports::custom_values::{CustomValues, HeldValue};
use crate::ports::record_lists::ListError;

/// More than this are not claimed in one transaction.
const MOST: usize = 200_000;
/// So many are named in a refusal.
const NAMED: usize = 10;

/// Guard changes that go with the events of a definition, or why the records refuse them.
pub async fn guards(
    ctx: &Context,
    values: &dyn CustomValues,
    field: &Definition,
    events: &[CustomFieldEvent],
) -> Result<Vec<GuardOp>, CommandError> {
    let defined = events.iter().any(|event| matches!(event, CustomFieldEvent::CustomFieldDefined { .. }));
    let turned = events.iter().find_map(|event| match event {
        CustomFieldEvent::CustomFieldUniquenessChanged { unique, .. } => Some(*unique),
        _ => None,
    });
    if !defined && turned.is_none() {
        return Ok(Vec::new());
    }
    let held = values.held(field.entity, &field.key, MOST + 1).await.map_err(unread)?;
    if defined {
        must_fit(field, &held)?;
    }
    let claims = |held: &[HeldValue]| -> Vec<(Key, uuid::Uuid)> {
        let key = |one: &HeldValue| Some((claim(field.entity, &field.key, &one.value)?, one.record));
        held.iter().filter_map(key).collect()
    };
    let hashed = |(scope, value): &Key| ctx.log.blind.key(scope, value);
    match turned {
        Some(false) => Ok(claims(&held)
            .into_iter()
            .map(|(key, owner)| GuardOp::Release { scope: key.0, key: hashed(&key), owner })
            .collect()),
        _ if !field.unique => Ok(Vec::new()),
        _ if held.len() > MOST => Err(too_many(field)),
        _ => {
            must_differ(field, &held)?;
            Ok(claims(&held)
                .into_iter()
                .map(|(key, owner)| GuardOp::Claim { scope: key.0, key: hashed(&key), owner })
                .collect())
        }
    }
}

/// Values of a key that nobody had defined are texts. Read by the type they must be the same, or filters would not find them.
fn must_fit(field: &Definition, held: &[HeldValue]) -> Result<(), CommandError> {
    let fits = |one: &&HeldValue| {
        let FieldValue::Text(text) = &one.value else { return true };
        let parsed = parse_defined(field, text, &ParseContext::default());
        parsed.is_ok_and(|parsed| parsed.value.as_ref() == Some(&one.value))
    };
    let wrong: Vec<&HeldValue> = held.iter().filter(|one| !fits(one)).collect();
    if wrong.is_empty() {
        return Ok(());
    }
    let message = format!(
        "{} hold values of {} that do not fit the type {}: {}. Define it as text, choose another name, or correct the values first.",
        records(field.entity, wrong.len()),
        field.label,
        field.field_type.name(),
        said(&wrong)
    );
    let refusal = Rejection::of_field("type", "CUSTOM_FIELD_VALUES_CONTRADICT", message);
    Err(naming(refusal, wrong.first().map(|one| one.record)))
}

fn must_differ(field: &Definition, held: &[HeldValue]) -> Result<(), CommandError> {
    let mut first: HashMap<Key, &HeldValue> = HashMap::new();
    let mut same: Vec<(&HeldValue, &HeldValue)> = Vec::new();
    for one in held {
        let Some(key) = claim(field.entity, &field.key, &one.value) else { continue };
        match first.get(&key) {
            Some(other) => same.push((other, one)),
            None => drop(first.insert(key, one)),
        }
    }
    let Some((_, one)) = same.first() else { return Ok(()) };
    let pairs = same
        .iter()
        .take(NAMED)
        .map(|(one, other)| format!("{} and {} both have {}", name(one), name(other), text(&one.value)));
    let more = same.len().saturating_sub(NAMED);
    let more = if more == 0 { String::new() } else { format!(", and {more} more") };
    let message = format!(
        "{} cannot be unique yet: {}{more}. Change or merge these, then try again.",
        field.label,
        pairs.collect::<Vec<_>>().join("; ")
    );
    let refusal = Rejection::of_field("unique", "CUSTOM_FIELD_VALUES_COLLIDE", message);
    Err(naming(refusal, Some(one.record)))
}

fn too_many(field: &Definition) -> CommandError {
    let message = format!(
        "More than {MOST} {} have a value of {} already, too many to be looked through at once. Define a new field as unique and import the values into it.",
        entity_words(field.entity, 2),
        field.label
    );
    CommandError::rejected(Rejection::of_field("unique", "CUSTOM_FIELD_TOO_MANY_VALUES", message))
}

fn naming(refusal: Rejection, record: Option<uuid::Uuid>) -> CommandError {
    CommandError::rejected(Rejection { record, ..refusal })
}

fn said(held: &[&HeldValue]) -> String {
    let named = held.iter().take(NAMED).map(|one| format!("{} ({})", text(&one.value), name(one)));
    let more = held.len().saturating_sub(NAMED);
    let more = if more == 0 { String::new() } else { format!(" and {more} more") };
    format!("{}{more}", named.collect::<Vec<_>>().join(", "))
}

fn name(held: &HeldValue) -> String {
    held.name.clone().unwrap_or_else(|| held.record.to_string())
}

/// Not the whole of a long text.
fn text(value: &FieldValue) -> String {
    let text = match value {
        FieldValue::Text(text) => text.clone(),
        other => serde_json::to_string(other).unwrap_or_default(),
    };
    let short: String = text.chars().take(60).collect();
    if short.len() < text.len() { format!("\"{short}...\"") } else { format!("\"{short}\"") }
}

fn records(entity: Entity, count: usize) -> String {
    format!("{count} {}", entity_words(entity, count))
}

fn entity_words(entity: Entity, count: usize) -> &'static str {
    match (entity, count) {
        (Entity::Contact, 1) => "contact",
        (Entity::Contact, _) => "contacts",
        (Entity::Account, 1) => "account",
        (Entity::Account, _) => "accounts",
    }
}

fn unread(error: ListError) -> CommandError {
    match error {
        ListError::Behind => CommandError::Unavailable(Box::new(error)),
        ListError::Refused(_) | ListError::Unavailable(_) => CommandError::unexpected(error),
    }
}
