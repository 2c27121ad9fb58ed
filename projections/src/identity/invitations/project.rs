//! Events of invitations to rows.

use std::collections::BTreeMap;

use async_trait::async_trait;
use pivotal_domain::identity::invitations::Standing;
use pivotal_domain::identity::invitations::events::InvitationEvent;
use pivotal_log::reader::Entry;
use uuid::Uuid;

use super::SPEC;
use super::rows::{self, InvitationCells};
use crate::runner::opened::refused;
use crate::runner::{ApplyError, Opened, Projection, Spec, Target};

#[derive(Debug, Clone, Copy, Default)]
pub struct Invitations;

#[async_trait]
impl Projection for Invitations {
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

fn fold(
    row: Option<InvitationCells>,
    entry: &Entry,
    event: InvitationEvent,
) -> Result<InvitationCells, ApplyError> {
    if let InvitationEvent::InvitationSent { at, email, role, client_id, teams, expires_at } = event {
        return Ok(InvitationCells {
            id: entry.about_id,
            email,
            role: role.as_str().to_owned(),
            client_id,
            team_ids: teams,
            standing: Standing::Open.as_str().to_owned(),
            invited_by: entry.metadata().actor.parse().ok(),
            created_at: at,
            sent_at: at,
            expires_at,
            user_id: None,
            version: entry.sequence,
        });
    }
    let mut row = row.ok_or_else(|| refused(entry, "the invitation was never sent"))?;
    row.version = entry.sequence;
    match event {
        InvitationEvent::InvitationSent { .. } => {}
        InvitationEvent::InvitationResent { at, expires_at, .. } => {
            (row.sent_at, row.expires_at) = (at, expires_at);
        }
        InvitationEvent::InvitationRevoked { .. } => row.standing = Standing::Revoked.as_str().to_owned(),
        InvitationEvent::InvitationAccepted { user_id, .. } => {
            row.standing = Standing::Accepted.as_str().to_owned();
            row.user_id = Some(user_id);
        }
    }
    Ok(row)
}
