//! Events of senders and brands to rows. There are few of both.

use std::collections::BTreeMap;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use cqrs_es::Aggregate;
use pivotal_domain::email::senders::SenderProfile;
use pivotal_domain::email::senders::brand::Brand;
use pivotal_domain::email::senders::brand::events::EmailBrandEvent;
use pivotal_domain::email::senders::events::SenderProfileEvent;
use pivotal_log::reader::Entry;
use uuid::Uuid;

use super::SPEC;
use super::rows::{Cells, load, upsert_brands, upsert_senders};
use crate::runner::opened::refused;
use crate::runner::{ApplyError, Opened, Projection, Spec, Target};

#[derive(Debug, Clone, Copy, Default)]
pub struct EmailSenders;

#[async_trait]
impl Projection for EmailSenders {
    fn spec(&self) -> Spec {
        SPEC
    }

    async fn apply(&self, batch: &Opened<'_>, target: &mut Target<'_>) -> Result<(), ApplyError> {
        let (senders, brands): (Vec<&Entry>, Vec<&Entry>) =
            batch.entries().iter().partition(|entry| entry.about_type == SenderProfile::TYPE);
        let mut held = load(target.connection, target.schema, "email_senders", &older(&senders)).await?;
        let mut changed = BTreeMap::new();
        for entry in senders {
            let row = changed.remove(&entry.about_id).or_else(|| held.remove(&entry.about_id));
            let event: SenderProfileEvent = batch.event(entry)?;
            let made = match &event {
                SenderProfileEvent::SenderProfileCreated { at, .. } => Some(*at),
                _ => None,
            };
            changed.insert(entry.about_id, fold::<SenderProfile>(row, entry, event, made)?);
        }
        upsert_senders(target.connection, target.schema, changed).await?;

        let mut held = load(target.connection, target.schema, "email_brands", &older(&brands)).await?;
        let mut changed = BTreeMap::new();
        for entry in brands {
            let row = changed.remove(&entry.about_id).or_else(|| held.remove(&entry.about_id));
            let event: EmailBrandEvent = batch.event(entry)?;
            let made = match &event {
                EmailBrandEvent::EmailBrandCreated { at, .. } => Some(*at),
                _ => None,
            };
            changed.insert(entry.about_id, fold::<Brand>(row, entry, event, made)?);
        }
        Ok(upsert_brands(target.connection, target.schema, changed).await?)
    }
}

/// Those that have a row already.
fn older(entries: &[&Entry]) -> Vec<Uuid> {
    entries.iter().filter(|entry| entry.sequence > 1).map(|entry| entry.about_id).collect()
}

/// The state is the aggregate's own: what decides and what is shown cannot drift apart. `made`: when the event creates it.
fn fold<A: Aggregate>(
    row: Option<Cells<A>>,
    entry: &Entry,
    event: A::Event,
    made: Option<DateTime<Utc>>,
) -> Result<Cells<A>, ApplyError> {
    let mut row = match (row, made) {
        (_, Some(created_at)) => Cells { state: A::default(), created_at, version: 0 },
        (Some(row), None) => row,
        (None, None) => return Err(refused(entry, "it was never created")),
    };
    row.version = entry.sequence;
    row.state.apply(event);
    Ok(row)
}
