//! Away with a custom field, and back. Values stay where they are: each is the undo of the other.

use pivotal_domain::audience::custom_fields::command::CustomFieldCommand;
use pivotal_domain::audience::custom_fields::{CustomFields, id_of};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;

use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, execute, no_jobs};

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

/// Of a unique field the values keep their claims: they are still there.
async fn run(
    ctx: &Context,
    actor: &Actor,
    entity: Entity,
    command: CustomFieldCommand,
) -> Result<Executed<CustomFields>, CommandError> {
    authorise_all(actor, Permission::SettingsManage)?;
    execute::<CustomFields, _, _>(
        ctx,
        id_of(entity),
        &actor.metadata(),
        None,
        |loaded| Ok(loaded.state.decide(command.clone())?),
        no_jobs,
    )
    .await
}
