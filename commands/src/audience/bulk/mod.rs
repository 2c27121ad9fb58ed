//! Changing many records at once: asking, gathering the records, the run itself, and taking it back.

pub mod cancel;
pub mod chunk;
pub mod consents;
pub mod deeds;
pub mod forget;
pub mod members;
pub mod progress;
mod relink;
pub mod run;
pub mod select;
pub mod start;
pub mod suggestions;
pub mod undo;

use pivotal_domain::audience::bulk::action::ActionKind;
use pivotal_domain::audience::bulk::error::BulkError;
use pivotal_domain::audience::bulk::events::Asked;
use pivotal_domain::audience::bulk::{Bulk, may_see};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use uuid::Uuid;

use crate::authorise::authorise;
use crate::context::Context;
use crate::error::{CommandError, Rejection};
use crate::execute::Guarded;

/// Records of one transaction: an event each, as against an import's several.
pub const CHUNK: usize = 500;

/// Records of one transaction, by what is done to them. What moves with an account that is merged may be much, and may be
/// merged itself by the next: one at a time.
pub fn chunk_of(asked: &Asked) -> usize {
    match (asked.kind, asked.entity) {
        (ActionKind::Merge, Entity::Account) => 1,
        (ActionKind::Merge, Entity::Contact) => CHUNK / 5,
        _ => CHUNK,
    }
}

impl Guarded for Bulk {
    fn claims(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }

    fn match_keys(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }
}

impl From<BulkError> for CommandError {
    fn from(error: BulkError) -> Self {
        match (&error, error.field()) {
            (BulkError::NotFound, _) => CommandError::NotFound(error.to_string()),
            (_, Some(field)) => {
                CommandError::rejected(Rejection::of_field(field, error.code(), error.to_string()))
            }
            (_, None) => CommandError::rejected(Rejection::new(error.code(), error.to_string())),
        }
    }
}

/// One that this actor may follow, cancel and take back. Whoever may not is told that there is none.
pub(in crate::audience) async fn known(ctx: &Context, actor: &Actor, id: Uuid) -> Result<Bulk, CommandError> {
    authorise(actor, Permission::RecordsBulk).map(drop)?;
    let loaded = ctx.log.load::<Bulk>(id).await?;
    match loaded.exists() && may_see(actor, loaded.state.by) {
        true => Ok(loaded.state),
        false => Err(BulkError::NotFound.into()),
    }
}
