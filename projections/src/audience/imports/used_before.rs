//! The mapping that was used last for a file with the same headings.

use chrono::{DateTime, Utc};
use pivotal_domain::audience::imports::headings::{carried, same};
use pivotal_domain::audience::imports::kind::ImportKind;
use pivotal_domain::audience::imports::mapping::ColumnMapping;
use sqlx::PgPool;
use uuid::Uuid;

use crate::page::QueryError;

/// Imports looked at, the newest first: further back the same headings are no sign of the same file.
const LOOKED_AT: i64 = 500;

/// An earlier import of a file like this one, and its mapping for the columns of this one.
#[derive(Debug, Clone, PartialEq)]
pub struct UsedBefore {
    pub import_id: Uuid,
    pub name: String,
    pub at: DateTime<Utc>,
    pub kind: ImportKind,
    pub default_country: Option<String>,
    pub mapping: Vec<ColumnMapping>,
}

/// For whoever may see imports at all: a mapping names columns and fields, nothing of what is in the file.
pub async fn used_before(
    pool: &PgPool,
    import: Uuid,
    header_row: u32,
    headings: &[String],
) -> Result<Option<UsedBefore>, QueryError> {
    if header_row == 0 {
        return Ok(None);
    }
    let columns = i32::try_from(headings.len()).unwrap_or(i32::MAX);
    let rows = sqlx::query!(
        r#"select id, name, headers, mapping, kind, default_country, started_at as "started_at!" from read.imports
           where started_at is not null and id <> $1 and header_row > 0 and cardinality(headers) = $2 order by started_at desc limit $3"#,
        import, columns, LOOKED_AT
    )
    .fetch_all(pool)
    .await?;
    let found = rows.into_iter().find(|row| same(&row.headers, headings));
    Ok(found.map(|row| {
        let mapping: Vec<ColumnMapping> = serde_json::from_value(row.mapping).unwrap_or_default();
        UsedBefore {
            import_id: row.id,
            name: row.name,
            at: row.started_at,
            kind: row.kind.parse().unwrap_or_default(),
            default_country: row.default_country,
            mapping: carried(&mapping, &row.headers, headings),
        }
    }))
}
