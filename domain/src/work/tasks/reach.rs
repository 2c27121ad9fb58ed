//! Who sees a task, and who may change it.

use uuid::Uuid;

use super::Task;
use crate::identity::actor::Actor;
use crate::identity::permission::Permission;
use crate::identity::policy::Scope;
use crate::work::about::About;

/// What of a task says whose it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Whose {
    pub about: Option<About>,
    pub assignee: Option<Uuid>,
    pub created_by: Option<Uuid>,
}

impl Whose {
    /// Given to them, or made by them.
    pub fn is_of(self, actor: &Actor) -> bool {
        [self.assignee, self.created_by].contains(&Some(actor.user_id))
    }

    /// One's own always, whatever record it is about: somebody gave it to them. Those of others with the record.
    pub fn is_seen_by(self, actor: &Actor) -> bool {
        match actor.scope(Permission::TasksView) {
            Scope::All => self.is_of(actor) || self.about.is_none_or(|about| about.is_seen_by(actor)),
            Scope::Own => self.is_of(actor),
            // Nobody has the others for tasks.
            Scope::Team | Scope::Client | Scope::None => false,
        }
    }

    pub fn is_changed_by(self, actor: &Actor) -> bool {
        self.is_seen_by(actor)
            && match actor.scope(Permission::TasksEdit) {
                Scope::All => true,
                Scope::Own => self.is_of(actor),
                Scope::Team | Scope::Client | Scope::None => false,
            }
    }
}

impl Task {
    pub fn whose(&self) -> Whose {
        Whose { about: self.about, assignee: self.assignee, created_by: self.created_by }
    }
}
