//! What requests for access and erasure tell on the time line of the contact they are about: that they came, and what came of them.
//! Never their words, and only to who may handle them.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::suppression::requests::events::RequestEvent;
use pivotal_domain::suppression::requests::kind::RequestKind;
use pivotal_log::reader;
use uuid::Uuid;

use super::people::requests_of;
use crate::audience::history::handful::{Handful, Step};
use crate::audience::history::port::{Kind, Reading};
use crate::page::QueryError;
use crate::work::records::merged_into;

#[derive(Debug, Clone, Copy)]
pub struct Requests;

#[async_trait]
impl Handful for Requests {
    const KIND: Kind = Kind { key: "requests", label: "Privacy requests" };
    const PERMISSION: Option<Permission> = Some(Permission::PrivacyRequests);

    async fn steps(
        &self,
        Reading { pool, opener }: Reading<'_>,
        record: (Entity, Uuid),
    ) -> Result<Vec<Step>, QueryError> {
        let contacts = match record.0 {
            Entity::Contact => merged_into(pool, record).await?,
            Entity::Account => return Ok(Vec::new()),
        };
        let ids = requests_of(pool, &contacts).await?;
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let entries = reader::read_records_told(pool, "privacy_request", &ids).await?;
        let opened = opener.open(&entries, |_| true).await?;
        // A request's own entries follow each other, the first says what it is for.
        let mut kind = RequestKind::Access;
        let mut steps = Vec::new();
        for entry in opened.entries() {
            let Ok(event) = opened.event::<RequestEvent>(entry) else { continue };
            if let RequestEvent::RequestReceived { kind: asked, .. } = &event {
                kind = *asked;
            }
            steps.extend(title(kind, &event).map(|title| Step::of(entry, title)));
        }
        Ok(steps)
    }
}

/// `None` of a step that only who handles the request need know.
fn title(kind: RequestKind, event: &RequestEvent) -> Option<String> {
    let day = |at: &DateTime<Utc>| at.format("%-d %b %Y").to_string();
    let what = kind.label().to_lowercase();
    match event {
        RequestEvent::RequestReceived { due_at, .. } => {
            Some(format!("Request for {what} received, due {}", day(due_at)))
        }
        RequestEvent::RequestExtended { due_at, .. } => {
            Some(format!("Request for {what} extended to {}", day(due_at)))
        }
        RequestEvent::RequestAnswered { .. } => Some(format!("Request for {what} answered")),
        RequestEvent::RequestRefused { .. } => Some(format!("Request for {what} refused")),
        RequestEvent::RequestAssigned { .. }
        | RequestEvent::RequestBegun { .. }
        | RequestEvent::RequestAnswerStarted { .. }
        | RequestEvent::RequestFileRemoved { .. }
        | RequestEvent::RequestForgotten { .. } => None,
    }
}
