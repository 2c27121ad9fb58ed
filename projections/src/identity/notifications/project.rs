//! The log to notifications. Which entries tell what is the catalogue's; this finds the people and keeps the rows.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use pivotal_domain::identity::notifications::catalogue::CATALOGUE;
use pivotal_domain::identity::notifications::events::{self, NotificationEvent};
use pivotal_domain::identity::notifications::facts::{
    NOTIFICATIONS_ALL_READ, NOTIFICATIONS_READ, NotificationFact,
};
use pivotal_domain::identity::notifications::news::Happened;
use pivotal_domain::identity::users::events::UserEvent;
use pivotal_log::reader::{Entry, EntryKind};
use serde_json::Value;

use super::SPEC;
use super::desk::{Desk, Heard};
use crate::runner::opened::refused;
use crate::runner::{ApplyError, Opened, Projection, Spec, Target};

const USER: &str = "user";

#[derive(Debug, Clone, Copy, Default)]
pub struct Notifications;

#[async_trait]
impl Projection for Notifications {
    fn spec(&self) -> Spec {
        SPEC
    }

    /// Addresses of users, whom records may name as their owners.
    fn reads_personal(&self, entry: &Entry) -> bool {
        matches!(entry.name.as_str(), "UserCreated" | "UserEmailChanged")
    }

    async fn apply(&self, batch: &Opened<'_>, target: &mut Target<'_>) -> Result<(), ApplyError> {
        let mut desk = Desk::new(target.connection, target.schema);
        for entry in batch.entries() {
            match (entry.kind, entry.about_type.as_str(), entry.name.as_str()) {
                (EntryKind::Event, USER, _) => person(&mut desk, entry.about_id, batch.event(entry)?).await?,
                (EntryKind::Event, events::AGGREGATE, _) => match batch.event(entry)? {
                    NotificationEvent::NotificationPreferencesSet { in_app_off, .. } => {
                        desk.prefer(entry.about_id, in_app_off).await?;
                    }
                    NotificationEvent::NotificationMailSet { at, mail, .. } => {
                        desk.prefer_mail(entry.about_id, mail, at).await?;
                    }
                },
                (EntryKind::Fact, _, NOTIFICATIONS_READ | NOTIFICATIONS_ALL_READ) => {
                    match batch.fact(entry)? {
                        NotificationFact::NotificationsRead(read) => {
                            desk.read_some(read.user, read.ids, read.at).await?;
                        }
                        NotificationFact::NotificationsAllRead(read) => {
                            desk.read_all(read.user, entry.position, read.at).await?;
                        }
                    }
                }
                _ => hear(&mut desk, batch, entry)?,
            }
        }
        desk.close().await?;
        Ok(())
    }
}

async fn person(desk: &mut Desk<'_>, id: uuid::Uuid, event: UserEvent) -> Result<(), sqlx::Error> {
    match event {
        UserEvent::UserCreated { email, teams, .. } => desk.newcomer(id, email, teams).await,
        UserEvent::UserTeamsChanged { teams, .. } => desk.regroup(id, teams).await,
        UserEvent::UserEmailChanged { email, .. } => desk.readdress(id, email).await,
        UserEvent::UserRenamed { .. }
        | UserEvent::UserRoleChanged { .. }
        | UserEvent::UserDisabled { .. }
        | UserEvent::UserEnabled { .. }
        | UserEvent::UserPasswordChanged { .. }
        | UserEvent::UserSecondFactorEnabled { .. }
        | UserEvent::UserSecondFactorDisabled { .. }
        | UserEvent::UserRecoveryCodesRenewed { .. }
        | UserEvent::UserRecoveryCodeUsed { .. }
        | UserEvent::UserEmailChangeAsked { .. } => Ok(()),
    }
}

fn hear(desk: &mut Desk<'_>, batch: &Opened<'_>, entry: &Entry) -> Result<(), ApplyError> {
    let aggregate = (entry.kind == EntryKind::Event).then_some(entry.about_type.as_str());
    let mut rows =
        CATALOGUE.iter().filter(|row| row.hears(aggregate, &entry.name, &entry.payload)).peekable();
    if rows.peek().is_none() {
        return Ok(());
    }
    let payload: Value = batch.fact(entry)?;
    let by = entry.metadata().actor.parse().ok();
    let heard = Happened { about: entry.about_id, by, payload: &payload };
    for row in rows {
        let news = (row.tells)(&heard).map_err(|error| refused(entry, error.to_string()))?;
        let at = told_at(&payload).unwrap_or(entry.recorded_at);
        let heard = |news| Heard { position: entry.position, kind: row.kind, at, by, news };
        desk.hear(news.into_iter().map(heard));
    }
    Ok(())
}

/// As the event itself says.
fn told_at(payload: &Value) -> Option<DateTime<Utc>> {
    payload.as_object()?.values().next()?.get("at")?.as_str()?.parse().ok()
}
