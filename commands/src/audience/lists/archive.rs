//! Away with a list, and back. Its members stay as they are meanwhile. What a segment in use is defined by stays: both are written in
//! one append.

use pivotal_domain::audience::lists::error::ListError;
use pivotal_domain::audience::lists::{List, ListCommand};
use pivotal_domain::audience::segments::uses::SegmentUsesCommand;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use uuid::Uuid;

use super::{may_edit, name_taken};
use crate::audience::segments::beside::change_beside_uses;
use crate::audience::segments::used::{User, spelled};
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::Executed;

/// Refused while a segment is defined by it.
pub async fn archive_list(ctx: &Context, actor: &Actor, id: Uuid) -> Result<Executed<List>, CommandError> {
    let at = ctx.now();
    run(ctx, actor, id, (ListCommand::Archive { at }, SegmentUsesCommand::Withdraw { segment: id, at })).await
}

/// The name may have been given to another list meanwhile.
pub async fn restore_list(ctx: &Context, actor: &Actor, id: Uuid) -> Result<Executed<List>, CommandError> {
    let at = ctx.now();
    let commands = (ListCommand::Restore { at }, SegmentUsesCommand::Offer { segment: id, at });
    match run(ctx, actor, id, commands).await {
        Err(error @ CommandError::Rejected(_)) => {
            let list = ctx.log.load::<List>(id).await?.state;
            Err(name_taken(error, list.made.as_ref().map_or("", |made| made.details.name.as_str())))
        }
        other => other,
    }
}

async fn run(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    (command, use_command): (ListCommand, SegmentUsesCommand),
) -> Result<Executed<List>, CommandError> {
    authorise_all(actor, Permission::SegmentsEdit)?;
    let decide = |list: &List| {
        may_edit(list, actor)?;
        Ok(list.decide(command.clone())?)
    };
    let refused = |users: &[User]| ListError::Used(spelled(users)).into();
    change_beside_uses(ctx, actor, id, use_command, decide, refused).await
}
