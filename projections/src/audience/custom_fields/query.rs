//! Reading custom fields. Their names are no secret from anybody who sees such records.

use chrono::{DateTime, Utc};
use pivotal_domain::audience::custom_fields::definition::{Definition, FieldOption, FieldType};
use pivotal_domain::audience::custom_fields::definitions::Definitions;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::fields::value::FieldValue;
use sqlx::PgPool;
use sqlx::types::Json;
use uuid::Uuid;

/// A definition and when it came about.
#[derive(Debug, Clone, PartialEq)]
pub struct CustomFieldRow {
    pub definition: Definition,
    pub created_by: String,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

/// Every custom field of an entity by label, archived ones too.
pub async fn custom_fields(pool: &PgPool, entity: Entity) -> Result<Vec<CustomFieldRow>, sqlx::Error> {
    let rows = sqlx::query!(
        r#"select key, label, type as field_type, options as "options: Json<Vec<FieldOption>>", required, is_unique, default_value, archived, created_by, created_at, updated_at
           from read.custom_fields where entity = $1 order by lower(label), key"#,
        entity.as_str()
    )
    .fetch_all(pool)
    .await?;
    let rows = rows.into_iter().map(|row| CustomFieldRow {
        definition: Definition {
            entity,
            key: row.key,
            label: row.label,
            // A type of a newer release is shown as the text it is stored as.
            field_type: FieldType::named(&row.field_type).unwrap_or(FieldType::Text),
            options: row.options.0,
            required: row.required,
            unique: row.is_unique,
            default: row.default_value.and_then(|default| serde_json::from_value(default).ok()),
            archived: row.archived,
        },
        created_by: row.created_by,
        created_at: row.created_at,
        updated_at: row.updated_at,
    });
    Ok(rows.collect())
}

/// For reading filters and showing values.
pub async fn definitions(pool: &PgPool, entity: Entity) -> Result<Definitions, sqlx::Error> {
    Ok(custom_fields(pool, entity).await?.into_iter().map(|row| row.definition).collect())
}

/// A record with its value of a custom field.
#[derive(Debug, Clone, PartialEq)]
pub struct Held {
    pub record: Uuid,
    /// A name or address, for a person.
    pub name: Option<String>,
    pub value: FieldValue,
}

/// Who holds a value of a field, archived ones too, in no particular order. For what is decided about the field, not for
/// showing: whoever may see which record is not asked.
pub async fn held(pool: &PgPool, entity: Entity, key: &str, most: i64) -> Result<Vec<Held>, sqlx::Error> {
    let rows = match entity {
        Entity::Contact => sqlx::query_as!(
            HeldRow,
            r#"select id, coalesce(full_name, email) as name, custom -> $1 as value from read.contacts where custom -> $1 is not null and not erased limit $2"#,
            key, most
        )
        .fetch_all(pool)
        .await?,
        Entity::Account => sqlx::query_as!(
            HeldRow,
            r#"select id, coalesce(name, domain) as name, custom -> $1 as value from read.accounts where custom -> $1 is not null and not erased limit $2"#,
            key, most
        )
        .fetch_all(pool)
        .await?,
    };
    let held = rows.into_iter().filter_map(|row| {
        let value = serde_json::from_value(row.value?).ok()?;
        Some(Held { record: row.id, name: row.name, value })
    });
    Ok(held.collect())
}

struct HeldRow {
    id: Uuid,
    name: Option<String>,
    value: Option<serde_json::Value>,
}
