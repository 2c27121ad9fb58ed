//! What consents tell on the time line of a contact, and of the one it was merged into.

use async_trait::async_trait;
use pivotal_domain::audience::fields::catalogue::Entity;
use uuid::Uuid;

use super::story::{Told, told};
use crate::audience::history::handful::{Handful, Step, titled};
use crate::audience::history::port::{Kind, Reading};
use crate::page::QueryError;
use crate::work::records::merged_into;

#[derive(Debug, Clone, Copy)]
pub struct Consents;

#[async_trait]
impl Handful for Consents {
    const KIND: Kind = Kind { key: "consents", label: "Consent" };

    async fn steps(&self, reading: Reading<'_>, record: (Entity, Uuid)) -> Result<Vec<Step>, QueryError> {
        let contacts = match record.0 {
            Entity::Contact => merged_into(reading.pool, record).await?,
            Entity::Account => return Ok(Vec::new()),
        };
        Ok(told(reading, &contacts).await?.into_iter().map(step).collect())
    }
}

fn step(Told { position, sequence, event_type, title, at, actor, role, source, text, .. }: Told) -> Step {
    Step { position, sequence, event_type, title: titled(&title, ": ", text), at, actor, role, source }
}
