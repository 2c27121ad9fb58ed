//! Events of tasks and notes to rows. There are few, so each is a statement.

use async_trait::async_trait;
use pivotal_log::reader::Entry;
use uuid::Uuid;

use super::SPEC;
use super::notes::project as notes;
use super::tasks::project as tasks;
use crate::runner::{ApplyError, Opened, Projection, Spec, Target};

const ERASED: &str = "ContactErased";

#[derive(Debug, Clone, Copy, Default)]
pub struct Work;

#[async_trait]
impl Projection for Work {
    fn spec(&self) -> Spec {
        SPEC
    }

    fn reads_personal(&self, entry: &Entry) -> bool {
        entry.about_type != "contact"
    }

    async fn apply(&self, batch: &Opened<'_>, target: &mut Target<'_>) -> Result<(), ApplyError> {
        for entry in batch.entries() {
            match entry.about_type.as_str() {
                "task" => tasks::apply(batch.event(entry)?, entry, target).await?,
                "note" => notes::apply(batch.event(entry)?, entry, target).await?,
                _ if entry.name == ERASED => {
                    batch.forget(entry.about_id);
                    erased(target, entry.about_id).await?;
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// What was written before an erasure lost its text by itself in a rebuild once the key is gone; while the key is still
    /// there, this takes it.
    async fn settle(&self, target: &mut Target<'_>) -> Result<(), ApplyError> {
        for (table, text) in TEXTS {
            let sql = format!(
                "update {0}.{table} set {text} where entity = 'contact' and record_id in (select contact_id from {0}.work_erased)",
                target.schema
            );
            sqlx::query(&sql).execute(&mut *target.connection).await?;
        }
        Ok(())
    }
}

const TEXTS: [(&str, &str); 2] = [("tasks", "title = null, details = null"), ("notes", "body = null")];

// The schema is a parameter of a rebuild, so these statements cannot be compile-checked.

async fn erased(target: &mut Target<'_>, contact: Uuid) -> Result<(), ApplyError> {
    let sql =
        format!("insert into {}.work_erased (contact_id) values ($1) on conflict do nothing", target.schema);
    sqlx::query(&sql).bind(contact).execute(&mut *target.connection).await?;
    // Without an index every erasure would read the whole table: `settle` does it once instead.
    if target.unindexed {
        return Ok(());
    }
    for (table, text) in TEXTS {
        let sql = format!("update {}.{table} set {text} where record_id = $1", target.schema);
        sqlx::query(&sql).bind(contact).execute(&mut *target.connection).await?;
    }
    Ok(())
}
