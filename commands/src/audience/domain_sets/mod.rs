//! Use cases on domain sets: taking one in, matching it, saying which account an item is.
//!
//! The matching itself reads the list of accounts, so its job lives with the adapters; what it writes is made here.

pub mod archive;
pub mod change;
pub mod forget;
pub mod items;
pub mod judge;
pub mod matched;
pub mod read;
pub mod rematch;
pub mod retract;
pub mod stubs;
pub mod take_in;
#[cfg(test)]
mod tests;
pub mod to_list;

use pivotal_domain::audience::domain_sets::DomainSet;
use pivotal_domain::audience::domain_sets::error::DomainSetError;
use pivotal_domain::audience::domain_sets::lines::Columns;
use pivotal_domain::audience::imports::events::FileFormat;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::policy::Scope;
use pivotal_log::append::NewJob;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::audience::record::asker::Asker;
use crate::authorise::authorise;
use crate::context::Context;
use crate::error::{CommandError, Rejection};
use crate::execute::Guarded;
use crate::jobs::kinds;

pub const KIND: &str = kinds::DOMAIN_SET_MATCH.name;

/// What the job is told.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RunDomainSet {
    pub domain_set_id: Uuid,
    /// The lines to read first; without them the items are matched anew.
    pub file: Option<StoredLines>,
    /// Make accounts of what is unknown.
    pub stubs: bool,
    pub asker: Asker,
}

/// Lines that wait in the object store. The file is deleted once they are read.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct StoredLines {
    pub file_key: String,
    pub format: FileFormat,
    pub columns: Columns,
}

fn job_of(actor: &Actor, name: &str, job: Uuid, run: RunDomainSet) -> Result<NewJob, CommandError> {
    let link = format!("/domain-sets/{}", run.domain_set_id);
    let mut new = NewJob::new(job, KIND, format!("Match domain set \"{name}\""), run)?;
    new.max_attempts = 20;
    // Somebody waits in front of the screen.
    new.priority = 3;
    new.link = Some(link);
    new.created_by = (!actor.is_system()).then_some(actor.user_id);
    Ok(new)
}

impl Guarded for DomainSet {
    fn claims(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }

    fn match_keys(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }
}

impl From<DomainSetError> for CommandError {
    fn from(error: DomainSetError) -> Self {
        match error {
            DomainSetError::NotFound => CommandError::NotFound(error.to_string()),
            _ => CommandError::rejected(Rejection {
                code: error.code().to_owned(),
                field: error.field().map(ToOwned::to_owned),
                message: error.to_string(),
                record: None,
            }),
        }
    }
}

/// The set, for somebody who may change it: whoever edits domain sets and sees this one.
async fn editable(ctx: &Context, actor: &Actor, id: Uuid) -> Result<DomainSet, CommandError> {
    // None belongs to a client yet: to whoever may change only a client's own, there is no other.
    if authorise(actor, Permission::DomainSetsEdit)? != Scope::All {
        return Err(DomainSetError::NotFound.into());
    }
    let set = ctx.log.load::<DomainSet>(id).await?.state;
    check_seen(&set, actor)?;
    Ok(set)
}

/// One that the actor may not even see is not there.
fn check_seen(set: &DomainSet, actor: &Actor) -> Result<(), DomainSetError> {
    if set.is_seen_by(actor) { Ok(()) } else { Err(DomainSetError::NotFound) }
}
