//! What the work recorded of people's consent, on its way back. It stands beside their contacts, and is listed under their names.

use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::record::undo::consent::undo;
use pivotal_domain::audience::record::undo::{Left, Undone};
use pivotal_domain::log::metadata::Metadata;
use pivotal_domain::suppression::consents::events::ConsentEvent;
use pivotal_domain::suppression::consents::{Consent, id_of};
use pivotal_log::append::Append;
use uuid::Uuid;

use super::chunk::Looking;
use super::rows::UndoRow;
use crate::error::CommandError;

/// The consent of one person.
pub struct ConsentSlot {
    contact: Uuid,
    name: Option<String>,
    /// Of the consent.
    sequence: i64,
    pub undone: Undone<ConsentEvent>,
}

/// `ids`: of the consents that the work wrote to in one chunk. It wrote to none of them twice.
pub async fn slots(looking: &Looking<'_>, ids: &[Uuid]) -> Result<Vec<ConsentSlot>, CommandError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let log = &looking.ctx.log;
    let consents = log.load_many::<Consent>(ids).await?;
    let people: Vec<Uuid> = consents.iter().filter_map(|held| held.state.contact).collect();
    let contacts = log.load_many::<Contact>(&people).await?;
    let consents = consents.into_iter().filter(|held| held.state.contact.is_some());
    let slots = people.into_iter().zip(consents).zip(contacts).map(|((contact, held), person)| {
        let chosen = looking.chosen.includes(contact);
        ConsentSlot {
            contact,
            name: name_of(&person.state).map(str::to_owned),
            sequence: held.sequence,
            undone: undo(looking.origin, &person.state, &held.state, looking.at, chosen),
        }
    });
    Ok(slots.collect())
}

/// What a list of an undo calls a person.
pub fn name_of(contact: &Contact) -> Option<&str> {
    ["full_name", "email", "linkedin_url"].iter().find_map(|key| contact.record.text(key))
}

impl ConsentSlot {
    pub fn left(&self) -> Option<Left> {
        let Undone { outcome, conflicts, .. } = &self.undone;
        (!conflicts.is_empty()).then(|| Left {
            id: self.contact,
            entity: Entity::Contact,
            outcome: *outcome,
            conflicts: conflicts.clone(),
        })
    }

    pub fn row(&self) -> UndoRow {
        UndoRow {
            entity: Entity::Contact,
            record: self.contact,
            name: self.name.clone(),
            outcome: self.undone.outcome,
            changes: self.undone.changes.clone(),
            conflicts: self.undone.conflicts.clone(),
        }
    }

    pub fn write(self, metadata: &Metadata, append: &mut Append) -> Result<(), CommandError> {
        if !self.undone.events.is_empty() {
            append.events::<Consent>(id_of(self.contact), self.sequence, self.undone.events, metadata)?;
        }
        Ok(())
    }
}
