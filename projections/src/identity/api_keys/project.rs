//! Events of API keys to rows.

use std::collections::BTreeMap;

use async_trait::async_trait;
use pivotal_domain::identity::api_keys::events::ApiKeyEvent;
use pivotal_log::reader::Entry;
use uuid::Uuid;

use super::SPEC;
use super::rows::{self, ApiKeyCells};
use crate::runner::opened::refused;
use crate::runner::{ApplyError, Opened, Projection, Spec, Target};

#[derive(Debug, Clone, Copy, Default)]
pub struct ApiKeys;

#[async_trait]
impl Projection for ApiKeys {
    fn spec(&self) -> Spec {
        SPEC
    }

    async fn apply(&self, batch: &Opened<'_>, target: &mut Target<'_>) -> Result<(), ApplyError> {
        let older = batch.entries().iter().filter(|entry| entry.sequence > 1);
        let older: Vec<Uuid> = older.map(|entry| entry.about_id).collect();
        let mut held = rows::load(target.connection, target.schema, &older).await?;
        let mut changed = BTreeMap::new();
        for entry in batch.entries() {
            let row = changed.remove(&entry.about_id).or_else(|| held.remove(&entry.about_id));
            let row = fold(row, entry, batch.event(entry)?)?;
            changed.insert(entry.about_id, row);
        }
        rows::upsert(target.connection, target.schema, changed).await?;
        Ok(())
    }
}

fn fold(row: Option<ApiKeyCells>, entry: &Entry, event: ApiKeyEvent) -> Result<ApiKeyCells, ApplyError> {
    match event {
        ApiKeyEvent::ApiKeyCreated { at, user_id, name, prefix, scopes, expires_at } => Ok(ApiKeyCells {
            id: entry.about_id,
            user_id,
            name,
            prefix,
            scopes,
            created_at: at,
            expires_at,
            revoked_at: None,
            revoked_by: None,
            version: entry.sequence,
        }),
        ApiKeyEvent::ApiKeyRevoked { at } => {
            let mut row = row.ok_or_else(|| refused(entry, "the key was never made"))?;
            row.revoked_at = Some(at);
            row.revoked_by = entry.metadata().actor.parse().ok();
            row.version = entry.sequence;
            Ok(row)
        }
    }
}
