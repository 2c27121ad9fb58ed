//! How fields and options may be called, and how many there may be.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use super::command::ChangedOption;
use super::definition::{Definition, FieldOption, FieldType};
use super::error::CustomFieldError;
use crate::audience::fields::catalogue::{CUSTOM_PREFIX, Entity, field, fields};
use crate::audience::fields::mapping::custom_key;
use crate::audience::fields::parse::{ParseContext, parse_defined};
use crate::audience::fields::value::FieldValue;
use crate::audience::values::fold;

/// Most custom fields in use of one entity. Lists, forms and the log carry each of them everywhere.
pub const FIELDS_MAX: usize = 200;
/// Longest name of a field, in characters.
pub const LABEL_MAX: usize = 80;
/// Most options of a choice, retired ones too.
pub const OPTIONS_MAX: usize = 500;
/// Longest option, in characters.
pub const OPTION_MAX: usize = 100;
/// Longest name within a key, in bytes: what the catalogue takes.
const NAME_MAX: usize = 60;

/// What lists and the API call their own columns.
const RESERVED: &[&str] =
    &["id", "archived", "erased", "version", "account_name", "account_domain", "email_domain", "custom"];

type Refused<T> = Result<T, CustomFieldError>;

/// The label tidied, if a field that is called so would not be taken for another.
pub(super) fn label(entity: Entity, raw: &str, others: &[&Definition]) -> Refused<String> {
    let label = tidy(raw);
    match label.chars().count() {
        0 => return Err(CustomFieldError::LabelEmpty),
        count if count > LABEL_MAX => return Err(CustomFieldError::LabelTooLong(count)),
        _ => {}
    }
    let key = fold::key(&label);
    let name = custom_key(&label).unwrap_or_default();
    let name = name.trim_start_matches(CUSTOM_PREFIX);
    let standard =
        fields(entity).iter().any(|def| fold::key(def.label) == key) || field(entity, name).is_some();
    if standard || RESERVED.contains(&name) {
        return Err(CustomFieldError::Reserved { entity: entity.as_str(), label });
    }
    let same = |other: &&&Definition| same_label(&other.label, &label);
    match others.iter().find(same) {
        Some(other) if other.archived => Err(CustomFieldError::LabelArchived(other.label.clone())),
        Some(other) => Err(CustomFieldError::LabelTaken(other.label.clone())),
        None => Ok(label),
    }
}

/// Letters and digits tell labels apart; where a label has none, the whole of it does.
pub(super) fn same_label(one: &str, other: &str) -> bool {
    match (fold::key(one), fold::key(other)) {
        (a, b) if a.is_empty() && b.is_empty() => one == other,
        (a, b) => a == b,
    }
}

/// `Renewal date` gives `custom.renewal_date`; where another field has that key from an earlier name, with a number
/// behind. Scripts without Latin letters are numbered.
pub(super) fn key(label: &str, taken: &[Definition]) -> String {
    let base = custom_key(label).unwrap_or_else(|| format!("{CUSTOM_PREFIX}field_{}", taken.len() + 1));
    let is_free = |key: &str| taken.iter().all(|other| other.key != key);
    let mut key = base.clone();
    for number in 2..=taken.len() + 2 {
        if is_free(&key) {
            break;
        }
        let tail = format!("_{number}");
        let room = (CUSTOM_PREFIX.len() + NAME_MAX).saturating_sub(tail.len());
        key = format!("{}{tail}", &base[..base.len().min(room)]);
    }
    key
}

/// The options of a new field.
pub(super) fn new_options(field_type: FieldType, labels: &[String]) -> Refused<Vec<FieldOption>> {
    let new = labels.iter().map(|label| ChangedOption { value: None, label: label.clone(), retired: false });
    options(field_type, &[], &new.collect::<Vec<_>>())
}

/// The options as they shall be, beside those there were.
pub(super) fn options(
    field_type: FieldType,
    before: &[FieldOption],
    wanted: &[ChangedOption],
) -> Refused<Vec<FieldOption>> {
    if !field_type.has_options() {
        return if wanted.is_empty() { Ok(Vec::new()) } else { Err(CustomFieldError::OptionsForType) };
    }
    if wanted.len() > OPTIONS_MAX {
        return Err(CustomFieldError::TooManyOptions(wanted.len()));
    }
    let missing =
        before.iter().find(|held| !wanted.iter().any(|one| one.value.as_ref() == Some(&held.value)));
    if let Some(missing) = missing {
        return Err(CustomFieldError::OptionRemoved(missing.label.clone()));
    }
    let mut options = Vec::with_capacity(wanted.len());
    for one in wanted {
        let label = option_label(&one.label)?;
        let value = match &one.value {
            Some(value) if before.iter().any(|held| held.value == *value) => value.clone(),
            Some(value) => return Err(CustomFieldError::OptionUnknown(value.clone())),
            None => label.clone(),
        };
        options.push(FieldOption { value, label, retired: one.retired });
    }
    told_apart(&options)?;
    if options.iter().all(|option| option.retired) {
        return Err(CustomFieldError::NoOptions);
    }
    Ok(options)
}

/// By label, and by value where an option is called otherwise now: a file may still bring the old name.
fn told_apart(options: &[FieldOption]) -> Refused<()> {
    let mut seen = BTreeSet::new();
    for option in options {
        let names = BTreeSet::from([name_of(&option.label), name_of(&option.value)]);
        if names.into_iter().any(|name| !seen.insert(name)) {
            return Err(CustomFieldError::OptionTwice(option.label.clone()));
        }
    }
    Ok(())
}

/// `C++` and `C#` have the same letters.
fn name_of(text: &str) -> String {
    match fold::key(text) {
        key if key.chars().count() < 3 => fold::fold(text),
        key => key,
    }
}

fn option_label(raw: &str) -> Refused<String> {
    let label = tidy(raw);
    match label.chars().count() {
        0 => Err(CustomFieldError::OptionEmpty),
        count if count > OPTION_MAX => Err(CustomFieldError::OptionTooLong(count)),
        _ if label.contains([';', '|']) => Err(CustomFieldError::OptionSeparator(label)),
        _ => Ok(label),
    }
}

/// A default read as a form's value would be; nothing for an empty one.
pub(super) fn default(
    field: &Definition,
    raw: Option<&str>,
    at: DateTime<Utc>,
) -> Refused<Option<FieldValue>> {
    let Some(raw) = raw else { return Ok(None) };
    let context = ParseContext { default_country: None, today: Some(at.date_naive()) };
    let parsed = parse_defined(field, raw, &context)
        .map_err(|error| CustomFieldError::DefaultInvalid(error.message))?;
    match parsed.warnings.into_iter().next() {
        Some(warning) => Err(CustomFieldError::DefaultInvalid(warning.message)),
        None => Ok(parsed.value),
    }
}

pub(super) fn unique(field: &Definition) -> Refused<()> {
    match field.unique {
        true if !field.field_type.can_be_unique() => {
            Err(CustomFieldError::UniqueForType(field.field_type.name()))
        }
        true if field.default.is_some() => Err(CustomFieldError::UniqueWithDefault),
        _ => Ok(()),
    }
}

fn tidy(raw: &str) -> String {
    let cleaned: String = raw.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    cleaned.split_whitespace().collect::<Vec<_>>().join(" ")
}
