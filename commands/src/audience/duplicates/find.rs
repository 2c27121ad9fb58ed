//! Asking for a look at all records, or at those that changed since the last one. The job itself reads the lists, so it lives with
//! the adapters.

use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_log::append::NewJob;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::authorise::authorise;
use crate::error::CommandError;
use crate::jobs::kinds;
use crate::jobs::queue::{Enqueued, JobQueue};

pub const KIND: &str = kinds::FIND_DUPLICATES.name;

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct FindDuplicates {
    pub entity: Entity,
    /// Also what was looked at before.
    pub whole: bool,
}

/// The job; the one that is at it already, if one is.
pub async fn find_duplicates(
    queue: &JobQueue,
    actor: &Actor,
    find: FindDuplicates,
) -> Result<Uuid, CommandError> {
    authorise(actor, Permission::RecordsMerge).map(drop)?;
    let entity = find.entity.as_str();
    let mut job = NewJob::new(Uuid::now_v7(), KIND, format!("Find duplicate {entity}s"), &find)?;
    job.unique_key = Some(format!("{KIND}:{entity}"));
    job.max_attempts = 20;
    job.link = Some(format!("/{entity}s/duplicates"));
    job.created_by = (!actor.is_system()).then_some(actor.user_id);
    match queue.enqueue(&job).await.map_err(CommandError::unexpected)? {
        Enqueued::New(id) | Enqueued::AlreadyOpen(id) => Ok(id),
    }
}

/// A look at what was touched since the last one.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
pub struct FindTouched {
    /// Much was touched at once, and that is over: if it is too much to be looked at one by one, all that changed is looked at now.
    #[serde(default)]
    pub ended: bool,
}

/// The look at what an import brought, for the append that ends it.
pub fn after_import() -> Result<NewJob, CommandError> {
    let kind = kinds::FIND_TOUCHED_DUPLICATES;
    let mut job = NewJob::new(Uuid::now_v7(), kind.name, kind.label, FindTouched { ended: true })?;
    job.unique_key = Some(format!("{}:import", kind.name));
    job.max_attempts = 8;
    Ok(job)
}
