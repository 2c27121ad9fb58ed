//! The record that a task or note is about.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::audience::fields::catalogue::Entity;
use crate::audience::record::reach::{Belonging, permission_to_view, reaches};
use crate::identity::actor::Actor;

/// Fixed when the task or note is made: the text is sealed with the key of the person it is about, and stays so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct About {
    pub entity: Entity,
    pub id: Uuid,
}

impl About {
    /// Whose key seals the text: the contact's, so that it goes with them. Text about no contact has a key of its own, with
    /// which it can be forgotten when it names somebody who was erased.
    pub fn subject(about: Option<About>, own: Uuid) -> Uuid {
        match about {
            Some(About { entity: Entity::Contact, id }) => id,
            Some(About { entity: Entity::Account, .. }) | None => own,
        }
    }

    /// Whether the text lies under a contact's key.
    pub fn is_contact(about: Option<About>) -> bool {
        about.is_some_and(|about| about.entity == Entity::Contact)
    }

    /// Who sees the record sees the work on it. Of the record itself nothing is known here, so a scope short of all, which
    /// hangs on what the record says, reaches none: commands ask the record besides.
    pub fn is_seen_by(self, actor: &Actor) -> bool {
        let scope = actor.scope(permission_to_view(self.entity));
        reaches(scope, actor, Belonging::default(), None)
    }
}
