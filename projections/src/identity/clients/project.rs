//! Events of client organisations to rows.

use std::collections::BTreeMap;

use async_trait::async_trait;
use cqrs_es::Aggregate;
use pivotal_domain::identity::clients::Client;
use pivotal_domain::identity::clients::events::ClientEvent;
use pivotal_log::reader::Entry;
use uuid::Uuid;

use super::SPEC;
use super::rows::{ClientCells, load, upsert};
use crate::runner::opened::refused;
use crate::runner::{ApplyError, Opened, Projection, Spec, Target};

#[derive(Debug, Clone, Copy, Default)]
pub struct Clients;

#[async_trait]
impl Projection for Clients {
    fn spec(&self) -> Spec {
        SPEC
    }

    async fn apply(&self, batch: &Opened<'_>, target: &mut Target<'_>) -> Result<(), ApplyError> {
        let older: Vec<Uuid> =
            batch.entries().iter().filter(|entry| entry.sequence > 1).map(|entry| entry.about_id).collect();
        let mut held = load(target.connection, target.schema, &older).await?;
        let mut changed = BTreeMap::new();
        for entry in batch.entries() {
            let row = changed.remove(&entry.about_id).or_else(|| held.remove(&entry.about_id));
            changed.insert(entry.about_id, fold(row, entry, batch.event(entry)?)?);
        }
        Ok(upsert(target.connection, target.schema, changed).await?)
    }
}

/// The state is the aggregate's own: what decides and what is shown cannot drift apart.
fn fold(row: Option<ClientCells>, entry: &Entry, event: ClientEvent) -> Result<ClientCells, ApplyError> {
    let mut row = match (row, &event) {
        (_, ClientEvent::ClientCreated { at, .. }) => ClientCells {
            state: Client::default(),
            created_at: *at,
            archived_at: None,
            archive_reason: None,
            version: 0,
        },
        (Some(row), _) => row,
        (None, _) => return Err(refused(entry, "the client was never created")),
    };
    row.version = entry.sequence;
    match &event {
        ClientEvent::ClientArchived { at, reason, .. } => {
            (row.archived_at, row.archive_reason) = (Some(*at), reason.clone());
        }
        ClientEvent::ClientRestored { .. } => (row.archived_at, row.archive_reason) = (None, None),
        _ => {}
    }
    row.state.apply(event);
    Ok(row)
}
