//! Events of campaigns and of the switch, and facts of who is in an audience version, to rows. The first are few; a fact is one
//! statement for all it names.

use std::collections::BTreeMap;

use async_trait::async_trait;
use cqrs_es::Aggregate;
use pivotal_domain::campaigns::campaigns::Campaign;
use pivotal_domain::campaigns::campaigns::events::CampaignEvent;
use pivotal_domain::campaigns::campaigns::facts::CampaignFact;
use pivotal_log::reader::{Entry, EntryKind};
use uuid::Uuid;

use super::SPEC;
use super::rows::{Cells, join, load, taken, throw, upsert};
use crate::runner::opened::refused;
use crate::runner::{ApplyError, Opened, Projection, Spec, Target};

#[derive(Debug, Clone, Copy, Default)]
pub struct Campaigns;

#[async_trait]
impl Projection for Campaigns {
    fn spec(&self) -> Spec {
        SPEC
    }

    fn reads_personal(&self, _entry: &Entry) -> bool {
        false
    }

    async fn apply(&self, batch: &Opened<'_>, target: &mut Target<'_>) -> Result<(), ApplyError> {
        let older: Vec<Uuid> = batch
            .entries()
            .iter()
            .filter(|entry| entry.about_type == Campaign::TYPE && entry.sequence > 1)
            .map(|entry| entry.about_id)
            .collect();
        let mut held = load(target.connection, target.schema, &older).await?;
        let mut changed: BTreeMap<Uuid, Cells> = BTreeMap::new();
        for entry in batch.entries() {
            match (entry.kind, entry.about_type.as_str()) {
                (EntryKind::Fact, _) => {
                    let CampaignFact::CampaignAudienceTaken(chunk) = batch.fact(entry)?;
                    join(target, chunk).await?;
                }
                (EntryKind::Event, "sending_switch") => throw(target, entry, batch.event(entry)?).await?,
                (EntryKind::Event, _) => {
                    let row = changed.remove(&entry.about_id).or_else(|| held.remove(&entry.about_id));
                    let event: CampaignEvent = batch.event(entry)?;
                    if let CampaignEvent::AudienceVersionTaken { .. } = &event {
                        taken(target, entry.about_id, &event).await?;
                    }
                    changed.insert(entry.about_id, fold(row, entry, event)?);
                }
            }
        }
        upsert(target.connection, target.schema, changed).await
    }
}

/// The state is the aggregate's own: what decides and what is shown cannot drift apart.
fn fold(row: Option<Cells>, entry: &Entry, event: CampaignEvent) -> Result<Cells, ApplyError> {
    let mut row = match (row, &event) {
        (_, CampaignEvent::CampaignCreated { at, copied_from, .. }) => {
            Cells::new(*at, entry.metadata().actor, *copied_from)
        }
        (Some(row), _) => row,
        (None, _) => return Err(refused(entry, "it was never created")),
    };
    row.note(&event);
    row.sequence = entry.sequence;
    row.updated_at = event.at();
    row.campaign.apply(event);
    Ok(row)
}
