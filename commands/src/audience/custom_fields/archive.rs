//! Away with a custom field, and back. Values stay where they are: each is the undo of the other.

use pivotal_domain::audience::custom_fields::CustomFields;
use pivotal_domain::audience::custom_fields::command::CustomFieldCommand;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::identity::actor::Actor;

use super::change::run;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::Executed;

pub async fn archive_custom_field(
    ctx: &Context,
    actor: &Actor,
    entity: Entity,
    key: &str,
) -> Result<Executed<CustomFields>, CommandError> {
    run(ctx, actor, entity, CustomFieldCommand::Archive { key: key.to_owned(), at: ctx.now() }).await
}

/// The name may belong to another field meanwhile.
pub async fn restore_custom_field(
    ctx: &Context,
    actor: &Actor,
    entity: Entity,
    key: &str,
) -> Result<Executed<CustomFields>, CommandError> {
    run(ctx, actor, entity, CustomFieldCommand::Restore { key: key.to_owned(), at: ctx.now() }).await
}
