//! What the undo of an import left.

use sqlx::PgPool;
use uuid::Uuid;

use crate::audience::undo::{LeftRow, Tables};
use crate::page::{self, Page, PageArgs, QueryError};

pub(super) const TABLES: Tables = Tables { work: "imports", left: "import_undo_left", id: "import_id" };

/// Records of which something was left, for whoever was shown the import.
pub async fn left(pool: &PgPool, import: Uuid, args: &PageArgs) -> Result<Page<LeftRow>, QueryError> {
    let after: Option<Uuid> = args.after.as_deref().map(page::decode).transpose()?;
    let rows = sqlx::query!(
        "select record_id, entity, outcome, conflicts from read.import_undo_left where import_id = $1 and ($2::uuid is null or record_id > $2) order by record_id limit $3",
        import, after, args.limit() + 1
    )
    .fetch_all(pool)
    .await?;
    let rows = rows.into_iter().filter_map(|row| {
        let left = LeftRow::of(row.record_id, &row.entity, row.outcome, row.conflicts)?;
        Some((page::encode(&row.record_id), left))
    });
    Ok(Page::cut(rows.collect(), args))
}
