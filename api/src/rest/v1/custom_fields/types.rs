//! What a custom field looks like over REST.

use chrono::{DateTime, Utc};
use pivotal_domain::audience::custom_fields::command::{ChangedOption, FieldChanges, NewField};
use pivotal_domain::audience::custom_fields::definition::FieldType;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_projections::audience::custom_fields::query::CustomFieldRow;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use crate::errors::{ApiError, ApiResult, FieldProblem, REJECTED};

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CustomField {
    /// contact or account.
    pub entity: String,
    /// custom.<name>: under which values, filters, columns and mappings name it. Never changes.
    pub key: String,
    pub label: String,
    /// text, number, money, date, datetime, bool, choice, multi, url, email, phone.
    #[serde(rename = "type")]
    pub field_type: String,
    /// Of a choice, in their order, retired ones too.
    pub options: Vec<FieldOption>,
    /// People must give it when they create a record, and cannot empty it; files are not stopped by it.
    pub required: bool,
    /// Only one record may hold a value.
    pub unique: bool,
    /// What a new record gets when nobody says anything about the field.
    #[schema(value_type = Option<Object>)]
    pub default: Option<Value>,
    pub archived: bool,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct FieldOption {
    /// What records hold. Stays when the option is renamed.
    pub value: String,
    pub label: String,
    /// Not offered any more; records that hold it keep it.
    pub retired: bool,
}

impl From<CustomFieldRow> for CustomField {
    fn from(row: CustomFieldRow) -> Self {
        let field = row.definition;
        let option = |option: pivotal_domain::audience::custom_fields::definition::FieldOption| FieldOption {
            value: option.value,
            label: option.label,
            retired: option.retired,
        };
        CustomField {
            entity: field.entity.as_str().to_owned(),
            key: field.key,
            label: field.label,
            field_type: field.field_type.name().to_owned(),
            options: field.options.into_iter().map(option).collect(),
            required: field.required,
            unique: field.unique,
            default: field.default.and_then(|default| serde_json::to_value(default).ok()),
            archived: field.archived,
            created_at: row.created_at,
            updated_at: row.updated_at,
        }
    }
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewCustomField {
    /// contact or account.
    pub entity: String,
    pub label: String,
    /// text (default), number, money, date, datetime, bool, choice, multi, url, email, phone. Cannot be changed later.
    #[serde(rename = "type")]
    pub field_type: Option<String>,
    /// Labels of the options of a choice.
    #[serde(default)]
    pub options: Vec<String>,
    #[serde(default)]
    pub required: bool,
    #[serde(default)]
    pub unique: bool,
    /// As a form would be filled in.
    pub default: Option<String>,
}

impl NewCustomField {
    pub fn read(self) -> ApiResult<NewField> {
        let entity = entity(&self.entity)?;
        let field_type = match self.field_type.as_deref() {
            None => FieldType::Text,
            Some(name) => FieldType::named(name).ok_or_else(|| {
                let known: Vec<&str> = FieldType::ALL.iter().map(|one| one.name()).collect();
                refused("type", format!("{name:?} is no type of field. Choose one of: {}.", known.join(", ")))
            })?,
        };
        let NewCustomField { label, options, required, unique, default, .. } = self;
        Ok(NewField { entity, label, field_type, options, required, unique, default })
    }
}

/// Parts that are absent stay as they are.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CustomFieldChange {
    pub label: Option<String>,
    /// All options in their new order. An option that is not wanted any more is retired, not left out.
    pub options: Option<Vec<OptionChange>>,
    pub required: Option<bool>,
    /// Refused while two records hold the same value, with these records.
    pub unique: Option<bool>,
    /// Null takes it away.
    #[serde(default, deserialize_with = "said")]
    #[schema(value_type = Option<String>)]
    pub default: Option<Option<String>>,
}

/// Told apart from not being there.
fn said<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Option<String>>, D::Error> {
    Option::<String>::deserialize(deserializer).map(Some)
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OptionChange {
    /// Of an option that is there; absent adds one.
    pub value: Option<String>,
    pub label: String,
    #[serde(default)]
    pub retired: bool,
}

impl From<CustomFieldChange> for FieldChanges {
    fn from(change: CustomFieldChange) -> Self {
        let option =
            |one: OptionChange| ChangedOption { value: one.value, label: one.label, retired: one.retired };
        FieldChanges {
            label: change.label,
            options: change.options.map(|all| all.into_iter().map(option).collect()),
            required: change.required,
            unique: change.unique,
            default: change.default,
        }
    }
}

pub fn entity(name: &str) -> ApiResult<Entity> {
    match name.to_ascii_lowercase().as_str() {
        "contact" => Ok(Entity::Contact),
        "account" => Ok(Entity::Account),
        other => Err(refused("entity", format!("{other:?} is neither contact nor account."))),
    }
}

fn refused(field: &str, message: String) -> ApiError {
    let mut error = ApiError::new(REJECTED, message.clone());
    error.errors.push(FieldProblem {
        code: "CUSTOM_FIELD_INVALID".into(),
        field: Some(field.into()),
        path: None,
        record_id: None,
        message,
    });
    error
}
