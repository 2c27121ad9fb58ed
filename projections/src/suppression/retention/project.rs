//! Events of the rules to rows: the rules, and the accounts of runs.

use async_trait::async_trait;
use pivotal_domain::suppression::retention::account::Done;
use pivotal_domain::suppression::retention::events::RetentionEvent;
use pivotal_log::reader::Entry;
use sqlx::types::Json;

use super::SPEC;
use crate::runner::{ApplyError, Opened, Projection, Spec, Target};

#[derive(Debug, Clone, Copy, Default)]
pub struct Retention;

#[async_trait]
impl Projection for Retention {
    fn spec(&self) -> Spec {
        SPEC
    }

    async fn apply(&self, batch: &Opened<'_>, target: &mut Target<'_>) -> Result<(), ApplyError> {
        for entry in batch.entries() {
            write(batch.event(entry)?, entry, target).await?;
        }
        Ok(())
    }
}

// The schema is a parameter of a rebuild, so these statements cannot be compile-checked.

async fn write(event: RetentionEvent, entry: &Entry, target: &mut Target<'_>) -> Result<(), ApplyError> {
    let actor = entry.metadata().actor;
    match event {
        RetentionEvent::RetentionRuleSet { at, kind, keep, note, .. } => {
            let sql = format!(
                "insert into {}.retention_rules (kind, keep, changed_at, changed_by, note, version) values ($1, $2, $3, $4, $5, $6)
                 on conflict (kind) do update set keep = excluded.keep, changed_at = excluded.changed_at,
                   changed_by = excluded.changed_by, note = excluded.note, version = excluded.version",
                target.schema
            );
            sqlx::query(&sql)
                .bind(kind.as_str())
                .bind(keep.to_string())
                .bind(at)
                .bind(actor)
                .bind(note)
                .bind(entry.sequence)
                .execute(&mut *target.connection)
                .await?;
        }
        RetentionEvent::RetentionDryRan { at, run, kind, keep, found } => {
            let sql = format!(
                "insert into {}.retention_dry_runs (id, kind, keep, ended_at, asked_by, due_now, due_30, due_90, held, items, held_items)
                 values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (id) do nothing",
                target.schema
            );
            sqlx::query(&sql)
                .bind(run)
                .bind(kind.as_str())
                .bind(keep.to_string())
                .bind(at)
                .bind(actor)
                .bind(number(found.now))
                .bind(number(found.next_30))
                .bind(number(found.next_90))
                .bind(number(found.held))
                .bind(Json(found.items))
                .bind(Json(found.held_items))
                .execute(&mut *target.connection)
                .await?;
        }
        RetentionEvent::RetentionRan { at, run, began_at, done, end, .. } => {
            let sum = |of: fn(&Done) -> u64| number(done.iter().map(of).sum());
            let (deleted, held) = (sum(|done| done.deleted), sum(|done| done.held));
            let sql = format!(
                "insert into {}.retention_runs (id, began_at, ended_at, asked_by, ending, deleted, held, done)
                 values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (id) do nothing",
                target.schema
            );
            sqlx::query(&sql)
                .bind(run)
                .bind(began_at)
                .bind(at)
                .bind(actor)
                .bind(end.as_str())
                .bind(deleted)
                .bind(held)
                .bind(Json(done))
                .execute(&mut *target.connection)
                .await?;
        }
    }
    Ok(())
}

fn number(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
