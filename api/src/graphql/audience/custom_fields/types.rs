//! A custom field as the API shows and takes it.

use async_graphql::{ComplexObject, Context, Enum, InputObject, Json, MaybeUndefined, Result, SimpleObject};
use chrono::{DateTime, Utc};
use pivotal_domain::audience::custom_fields::command::{ChangedOption, FieldChanges, NewField};
use pivotal_domain::audience::custom_fields::definition::{FieldOption, FieldType};
use pivotal_projections::audience::custom_fields::query::CustomFieldRow;
use serde_json::Value;
use uuid::Uuid;

use crate::errors::ApiError;
use crate::graphql::audience::record::Entity;
use crate::graphql::core;

/// What the values of a custom field are like. It cannot be changed later.
#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "FieldType")]
pub enum CustomFieldType {
    Text,
    /// Whole or with a fraction.
    Number,
    Money,
    Date,
    DateTime,
    Bool,
    /// One of the options.
    Choice,
    /// Several of the options.
    Multi,
    Url,
    Email,
    Phone,
}

/// A field that the organisation added.
#[derive(Debug, SimpleObject)]
#[graphql(complex)]
pub struct CustomField {
    pub entity: Entity,
    /// Under which values, filters, columns and mappings name it: custom.<name>. Never changes.
    pub key: String,
    pub label: String,
    #[graphql(name = "type")]
    pub field_type: CustomFieldType,
    /// Of a choice, in their order, retired ones too.
    pub options: Vec<CustomFieldOption>,
    /// People must give it when they create a record, and cannot empty it; files are not stopped by it.
    pub required: bool,
    /// Only one record may hold a value: a second is refused with the record that has it, and a row of a file is rejected.
    pub unique: bool,
    /// What a new record gets when nobody says anything about the field.
    pub default: Option<Json<Value>>,
    /// Always so on contacts: encrypted per person in the log, and forgotten when the person is erased.
    pub personal: bool,
    pub archived: bool,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    #[graphql(skip)]
    pub created_by: String,
}

#[ComplexObject]
impl CustomField {
    async fn created_by_name(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let Ok(id) = self.created_by.parse::<Uuid>() else { return Ok(None) };
        let names = core(ctx).directory.names().await.map_err(ApiError::from)?;
        Ok(names.get(&id).cloned())
    }
}

/// One option of a choice.
#[derive(Debug, Clone, SimpleObject)]
pub struct CustomFieldOption {
    /// What records hold. Stays when the option is renamed.
    pub value: String,
    pub label: String,
    /// Not offered any more; records that hold it keep it.
    pub retired: bool,
}

impl From<&FieldOption> for CustomFieldOption {
    fn from(option: &FieldOption) -> Self {
        let FieldOption { value, label, retired } = option.clone();
        CustomFieldOption { value, label, retired }
    }
}

impl From<CustomFieldRow> for CustomField {
    fn from(row: CustomFieldRow) -> Self {
        let field = row.definition;
        let entity = Entity::from(field.entity);
        CustomField {
            personal: entity == Entity::Contact,
            entity,
            key: field.key,
            label: field.label,
            field_type: field.field_type.into(),
            options: field.options.iter().map(CustomFieldOption::from).collect(),
            required: field.required,
            unique: field.unique,
            default: field.default.and_then(|default| serde_json::to_value(default).ok()).map(Json),
            archived: field.archived,
            created_at: row.created_at,
            updated_at: row.updated_at,
            created_by: row.created_by,
        }
    }
}

#[derive(Debug, InputObject)]
pub struct CustomFieldDefineInput {
    pub entity: Entity,
    pub label: String,
    #[graphql(name = "type", default_with = "CustomFieldType::Text")]
    pub field_type: CustomFieldType,
    /// Labels of the options of a choice.
    #[graphql(default)]
    pub options: Vec<String>,
    #[graphql(default)]
    pub required: bool,
    #[graphql(default)]
    pub unique: bool,
    /// As a form would be filled in; several options of a choice with ; between them.
    pub default: Option<String>,
    pub idempotency_key: Option<String>,
}

impl CustomFieldDefineInput {
    pub fn split(self) -> (NewField, Option<String>) {
        let field = NewField {
            entity: self.entity.into(),
            label: self.label,
            field_type: self.field_type.into(),
            options: self.options,
            required: self.required,
            unique: self.unique,
            default: self.default,
        };
        (field, self.idempotency_key)
    }
}

/// Parts that are absent stay as they are.
#[derive(Debug, InputObject)]
pub struct CustomFieldChangeInput {
    pub entity: Entity,
    pub key: String,
    pub label: Option<String>,
    /// All options in their new order. An option that is not wanted any more is retired, not left out.
    pub options: Option<Vec<CustomFieldOptionInput>>,
    pub required: Option<bool>,
    /// Refused while two records hold the same value, with these records.
    pub unique: Option<bool>,
    /// Null takes it away; absent leaves it.
    pub default: MaybeUndefined<String>,
}

#[derive(Debug, InputObject)]
pub struct CustomFieldOptionInput {
    /// Of an option that is there; absent adds one.
    pub value: Option<String>,
    pub label: String,
    #[graphql(default)]
    pub retired: bool,
}

impl CustomFieldChangeInput {
    pub fn split(self) -> (Entity, String, FieldChanges) {
        let CustomFieldChangeInput { entity, key, label, options, required, unique, default } = self;
        let option = |one: CustomFieldOptionInput| {
            let CustomFieldOptionInput { value, label, retired } = one;
            ChangedOption { value, label, retired }
        };
        let options = options.map(|all| all.into_iter().map(option).collect());
        let default = match default {
            MaybeUndefined::Undefined => None,
            MaybeUndefined::Null => Some(None),
            MaybeUndefined::Value(raw) => Some(Some(raw)),
        };
        (entity, key, FieldChanges { label, options, required, unique, default })
    }
}
