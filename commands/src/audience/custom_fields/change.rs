//! Another name, other options, required or not. Undone by the change back.

use pivotal_domain::audience::custom_fields::command::{CustomFieldCommand, FieldChanges};
use pivotal_domain::audience::custom_fields::{CustomFields, id_of};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;

use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, execute, no_jobs};

pub async fn change_custom_field(
    ctx: &Context,
    actor: &Actor,
    entity: Entity,
    key: &str,
    changes: FieldChanges,
) -> Result<Executed<CustomFields>, CommandError> {
    let command = CustomFieldCommand::Change { key: key.to_owned(), changes, at: ctx.now() };
    run(ctx, actor, entity, command).await
}

/// What every change of a definition has in common.
pub(super) async fn run(
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
