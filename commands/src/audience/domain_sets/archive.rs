//! Away with a set, and back. What a segment in use is defined by stays: both are written in one append.

use pivotal_domain::audience::domain_sets::DomainSet;
use pivotal_domain::audience::domain_sets::command::DomainSetCommand;
use pivotal_domain::audience::domain_sets::error::DomainSetError;
use pivotal_domain::audience::segments::uses::SegmentUsesCommand;
use pivotal_domain::identity::actor::Actor;
use uuid::Uuid;

use super::{check_seen, editable};
use crate::audience::segments::beside::change_beside_uses;
use crate::audience::segments::used::{User, spelled};
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::Executed;

/// It goes from the lists and takes no more part in anything; nothing of it is lost.
pub async fn archive_domain_set(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
) -> Result<Executed<DomainSet>, CommandError> {
    let at = ctx.now();
    run(ctx, actor, id, (DomainSetCommand::Archive { at }, SegmentUsesCommand::Withdraw { segment: id, at }))
        .await
}

/// What undoes it.
pub async fn restore_domain_set(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
) -> Result<Executed<DomainSet>, CommandError> {
    let at = ctx.now();
    run(ctx, actor, id, (DomainSetCommand::Restore { at }, SegmentUsesCommand::Offer { segment: id, at }))
        .await
}

async fn run(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    (command, use_command): (DomainSetCommand, SegmentUsesCommand),
) -> Result<Executed<DomainSet>, CommandError> {
    editable(ctx, actor, id).await?;
    let decide = |set: &DomainSet| {
        check_seen(set, actor)?;
        Ok(set.decide(command.clone())?)
    };
    let refused = |users: &[User]| DomainSetError::Used(users.len(), spelled(users)).into();
    change_beside_uses(ctx, actor, id, use_command, decide, refused).await
}
