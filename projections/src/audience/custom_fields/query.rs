//! Reading custom fields. Their names are no secret from anybody who sees such records.

use chrono::{DateTime, Utc};
use pivotal_domain::audience::custom_fields::definition::{Definition, FieldOption, FieldType};
use pivotal_domain::audience::custom_fields::definitions::Definitions;
use pivotal_domain::audience::fields::catalogue::Entity;
use sqlx::PgPool;
use sqlx::types::Json;

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
        r#"select key, label, type as field_type, options as "options: Json<Vec<FieldOption>>", required, archived, created_by, created_at, updated_at
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
