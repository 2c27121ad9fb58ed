//! Events of users, and their sign-ins, to rows.

use std::collections::BTreeMap;

use async_trait::async_trait;
use pivotal_domain::identity::users::events::UserEvent;
use pivotal_domain::identity::users::facts::UserFact;
use pivotal_log::reader::{Entry, EntryKind};
use uuid::Uuid;

use super::SPEC;
use super::rows::{self, UserCells};
use crate::runner::opened::refused;
use crate::runner::{ApplyError, Opened, Projection, Spec, Target};

#[derive(Debug, Clone, Copy, Default)]
pub struct Users;

#[async_trait]
impl Projection for Users {
    fn spec(&self) -> Spec {
        SPEC
    }

    async fn apply(&self, batch: &Opened<'_>, target: &mut Target<'_>) -> Result<(), ApplyError> {
        let older =
            batch.entries().iter().filter(|entry| entry.kind == EntryKind::Event && entry.sequence > 1);
        let older: Vec<Uuid> = older.map(|entry| entry.about_id).collect();
        let mut held = rows::load(target.connection, target.schema, &older).await?;
        let mut changed = BTreeMap::new();
        let mut logins = BTreeMap::new();
        for entry in batch.entries() {
            match entry.kind {
                EntryKind::Event => {
                    let row = changed.remove(&entry.about_id).or_else(|| held.remove(&entry.about_id));
                    let row = fold(row, entry, batch.event(entry)?)?;
                    changed.insert(entry.about_id, row);
                }
                EntryKind::Fact => {
                    if let UserFact::UserLoggedIn { at, .. } = batch.fact(entry)? {
                        logins.insert(entry.about_id, at);
                    }
                }
            }
        }
        rows::upsert(target.connection, target.schema, changed).await?;
        rows::upsert_logins(target.connection, target.schema, logins).await?;
        Ok(())
    }
}

fn fold(row: Option<UserCells>, entry: &Entry, event: UserEvent) -> Result<UserCells, ApplyError> {
    if let UserEvent::UserCreated { at, name, email, role, client_id, teams } = event {
        return Ok(UserCells {
            name,
            email,
            role,
            active: true,
            second_factor: false,
            client_id,
            teams,
            created_at: at,
            version: entry.sequence,
        });
    }
    let mut row = row.ok_or_else(|| refused(entry, "the user was never created"))?;
    row.version = entry.sequence;
    match event {
        UserEvent::UserCreated { .. }
        | UserEvent::UserPasswordChanged { .. }
        | UserEvent::UserRecoveryCodesRenewed { .. }
        | UserEvent::UserRecoveryCodeUsed { .. }
        | UserEvent::UserEmailChangeAsked { .. } => {}
        UserEvent::UserEmailChanged { email, .. } => row.email = email,
        UserEvent::UserRenamed { name, .. } => row.name = name,
        UserEvent::UserRoleChanged { role, client_id, .. } => (row.role, row.client_id) = (role, client_id),
        UserEvent::UserTeamsChanged { teams, .. } => row.teams = teams,
        UserEvent::UserDisabled { .. } => row.active = false,
        UserEvent::UserEnabled { .. } => row.active = true,
        UserEvent::UserSecondFactorEnabled { .. } => row.second_factor = true,
        UserEvent::UserSecondFactorDisabled { .. } => row.second_factor = false,
    }
    Ok(row)
}
