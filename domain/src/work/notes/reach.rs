//! Who sees a note, and who may change it.

use uuid::Uuid;

use super::Note;
use crate::identity::actor::Actor;
use crate::identity::permission::Permission;
use crate::identity::policy::Scope;
use crate::work::about::About;

/// What of a note says whose it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Whose {
    pub about: About,
    pub author: Option<Uuid>,
}

impl Whose {
    /// With the record and never without it, not even one's own: it tells of the record.
    pub fn is_seen_by(self, actor: &Actor) -> bool {
        match actor.scope(Permission::NotesView) {
            Scope::All | Scope::Own => self.about.is_seen_by(actor),
            // Nobody has the others for notes.
            Scope::Team | Scope::Client | Scope::None => false,
        }
    }

    pub fn is_changed_by(self, actor: &Actor) -> bool {
        self.is_seen_by(actor)
            && match actor.scope(Permission::NotesEdit) {
                Scope::All => true,
                Scope::Own => self.author == Some(actor.user_id),
                Scope::Team | Scope::Client | Scope::None => false,
            }
    }
}

impl Note {
    pub fn whose(&self) -> Option<Whose> {
        self.about.map(|about| Whose { about, author: self.author })
    }
}
