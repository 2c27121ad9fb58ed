//! Use cases on tasks and notes.

pub mod about;
pub mod forget;
pub mod notes;
pub mod tasks;

use pivotal_domain::identity::actor::Actor;
use uuid::Uuid;

/// Who does it, as events keep it: nobody for Pivotal itself.
fn by(actor: &Actor) -> Option<Uuid> {
    (!actor.is_system()).then_some(actor.user_id)
}
