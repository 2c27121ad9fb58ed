//! Events of legal holds to rows. They are few, so each is written by itself.

use async_trait::async_trait;
use pivotal_domain::suppression::legal_holds::events::LegalHoldEvent;
use pivotal_domain::suppression::legal_holds::over::Over;
use pivotal_log::reader::Entry;

use super::SPEC;
use crate::runner::{ApplyError, Opened, Projection, Spec, Target};

#[derive(Debug, Clone, Copy, Default)]
pub struct LegalHolds;

#[async_trait]
impl Projection for LegalHolds {
    fn spec(&self) -> Spec {
        SPEC
    }

    async fn apply(&self, batch: &Opened<'_>, target: &mut Target<'_>) -> Result<(), ApplyError> {
        for entry in batch.entries() {
            let event: LegalHoldEvent = batch.event(entry)?;
            if let (LegalHoldEvent::LegalHoldErased { .. }, Over::Contact(contact)) = (&event, event.over()) {
                batch.forget(contact);
            }
            write(event, entry, target).await?;
        }
        Ok(())
    }
}

// The schema is a parameter of a rebuild, so these statements cannot be compile-checked.

async fn write(event: LegalHoldEvent, entry: &Entry, target: &mut Target<'_>) -> Result<(), ApplyError> {
    let (id, version, actor) = (entry.about_id, entry.sequence, entry.metadata().actor);
    let schema = target.schema;
    match event {
        LegalHoldEvent::LegalHoldPlaced { at, over, reason, reference, source } => {
            let data = match over {
                Over::Data(data) => Some(data.as_str()),
                Over::Contact(_) | Over::Account(_) => None,
            };
            let sql = format!(
                "insert into {schema}.legal_holds (id, scope, record_id, data, reason, reference, since, placed_by, source, version)
                 values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (id) do nothing"
            );
            sqlx::query(&sql)
                .bind(id)
                .bind(over.scope())
                .bind(over.record())
                .bind(data)
                .bind(reason)
                .bind(reference)
                .bind(at)
                .bind(actor)
                .bind(source)
                .bind(version)
                .execute(&mut *target.connection)
                .await?;
        }
        LegalHoldEvent::LegalHoldLifted { at, why, .. } => {
            let sql = format!(
                "update {schema}.legal_holds set lifted_at = $2, lifted_by = $3, lift_reason = $4, version = $5 where id = $1 and version < $5"
            );
            sqlx::query(&sql)
                .bind(id)
                .bind(at)
                .bind(actor)
                .bind(why)
                .bind(version)
                .execute(&mut *target.connection)
                .await?;
        }
        LegalHoldEvent::LegalHoldErased { .. } => {
            let sql = format!(
                "update {schema}.legal_holds set reason = null, reference = null, lift_reason = null, erased = true, version = $2 where id = $1 and version < $2"
            );
            sqlx::query(&sql).bind(id).bind(version).execute(&mut *target.connection).await?;
        }
    }
    Ok(())
}
