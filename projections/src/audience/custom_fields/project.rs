//! Events of custom fields to rows. There are few, so each is a statement.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use pivotal_domain::audience::custom_fields::definition::Definition;
use pivotal_domain::audience::custom_fields::events::CustomFieldEvent;
use pivotal_domain::audience::custom_fields::id_of;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_log::error::LogError;
use pivotal_log::reader::Entry;

use super::SPEC;
use crate::runner::{ApplyError, Opened, Projection, Spec, Target};
use crate::sheet::encode;

#[derive(Debug, Clone, Copy, Default)]
pub struct CustomFields;

#[async_trait]
impl Projection for CustomFields {
    fn spec(&self) -> Spec {
        SPEC
    }

    fn reads_personal(&self, _entry: &Entry) -> bool {
        false
    }

    async fn apply(&self, batch: &Opened<'_>, target: &mut Target<'_>) -> Result<(), ApplyError> {
        for entry in batch.entries() {
            let event: CustomFieldEvent = batch.event(entry)?;
            match event {
                CustomFieldEvent::CustomFieldDefined { at, field } => {
                    define(target, entry, at, field).await?
                }
                CustomFieldEvent::CustomFieldRenamed { at, key, label, .. } => {
                    set(target, entry, (at, &key), "label = $5", encode::text(&label)).await?;
                }
                CustomFieldEvent::CustomFieldOptionsChanged { at, key, options, .. } => {
                    let options = json(&options)?;
                    set(target, entry, (at, &key), "options = $5::text::jsonb", options).await?;
                }
                CustomFieldEvent::CustomFieldRequirementChanged { at, key, required } => {
                    set(target, entry, (at, &key), "required = $5", required).await?;
                }
                CustomFieldEvent::CustomFieldUniquenessChanged { at, key, unique } => {
                    set(target, entry, (at, &key), "is_unique = $5", unique).await?;
                }
                CustomFieldEvent::CustomFieldDefaultChanged { at, key, default, .. } => {
                    let default = default.map(|default| json(&default)).transpose()?;
                    set(target, entry, (at, &key), "default_value = $5::text::jsonb", default).await?;
                }
                CustomFieldEvent::CustomFieldArchived { at, key } => {
                    set(target, entry, (at, &key), "archived = $5", true).await?;
                }
                CustomFieldEvent::CustomFieldRestored { at, key } => {
                    set(target, entry, (at, &key), "archived = $5", false).await?;
                }
            }
        }
        Ok(())
    }
}

// The schema is a parameter of a rebuild, so these statements cannot be compile-checked.

async fn define(
    target: &mut Target<'_>,
    entry: &Entry,
    at: DateTime<Utc>,
    field: Definition,
) -> Result<(), ApplyError> {
    let sql = format!(
        "insert into {}.custom_fields (entity, key, label, type, options, required, archived, created_by, created_at, updated_at, version, is_unique, default_value)
         values ($1, $2, $3, $4, $5::text::jsonb, $6, $7, $8, $9, $9, $10, $11, $12::text::jsonb) on conflict (entity, key) do nothing",
        target.schema
    );
    sqlx::query(&sql)
        .bind(field.entity.as_str())
        .bind(field.key)
        .bind(encode::text(&field.label))
        .bind(field.field_type.name())
        .bind(json(&field.options)?)
        .bind(field.required)
        .bind(field.archived)
        .bind(entry.metadata().actor)
        .bind(at)
        .bind(entry.sequence)
        .bind(field.unique)
        .bind(field.default.as_ref().map(json).transpose()?)
        .execute(&mut *target.connection)
        .await?;
    Ok(())
}

/// `part` is one assignment of ours to the fifth value.
async fn set<V>(
    target: &mut Target<'_>,
    entry: &Entry,
    (at, key): (DateTime<Utc>, &str),
    part: &str,
    value: V,
) -> Result<(), ApplyError>
where
    V: for<'q> sqlx::Encode<'q, sqlx::Postgres> + sqlx::Type<sqlx::Postgres> + Send + 'static,
{
    let sql = format!(
        "update {}.custom_fields set {part}, updated_at = $3, version = $4 where entity = $1 and key = $2 and version < $4",
        target.schema
    );
    sqlx::query(&sql)
        .bind(entity_of(entry).as_str())
        .bind(key)
        .bind(at)
        .bind(entry.sequence)
        .bind(value)
        .execute(&mut *target.connection)
        .await?;
    Ok(())
}

/// Each entity has one set of fields, under an id that everybody knows.
fn entity_of(entry: &Entry) -> Entity {
    if entry.about_id == id_of(Entity::Account) { Entity::Account } else { Entity::Contact }
}

/// The database keeps no NUL, not even escaped.
fn json<T: serde::Serialize + ?Sized>(value: &T) -> Result<String, ApplyError> {
    let json = serde_json::to_string(value).map_err(LogError::Encode)?;
    Ok(if json.contains("\\u0000") { json.replace("\\u0000", "") } else { json })
}
