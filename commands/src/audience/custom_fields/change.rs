//! Another name, other options, required, unique or not, another default. Undone by the change back.

use pivotal_domain::audience::custom_fields::command::{CustomFieldCommand, FieldChanges};
use pivotal_domain::audience::custom_fields::events::CustomFieldEvent;
use pivotal_domain::audience::custom_fields::{CustomFields, id_of};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;

use super::held;
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{ATTEMPTS, Caused, Executed, Repeatable, after, answered, no_jobs, write};
use crate::ports::custom_values::CustomValues;

pub async fn change_custom_field(
    ctx: &Context,
    values: &dyn CustomValues,
    actor: &Actor,
    entity: Entity,
    key: &str,
    changes: FieldChanges,
) -> Result<Executed<CustomFields>, CommandError> {
    authorise_all(actor, Permission::SettingsManage)?;
    let command = CustomFieldCommand::Change { key: key.to_owned(), changes, at: ctx.now() };
    run(ctx, values, actor, None, entity, command).await
}

/// What every change of a definition has in common: what records hold already is looked at, and what they claim by it goes into
/// the same append.
pub(super) async fn run(
    ctx: &Context,
    values: &dyn CustomValues,
    actor: &Actor,
    repeatable: Option<Repeatable>,
    entity: Entity,
    command: CustomFieldCommand,
) -> Result<Executed<CustomFields>, CommandError> {
    let (id, metadata) = (id_of(entity), actor.metadata());
    if let Some(done) = answered(ctx, repeatable.as_ref()).await? {
        return Ok(done);
    }
    for _ in 0..ATTEMPTS {
        let loaded = ctx.log.load::<CustomFields>(id).await?;
        let events = loaded.state.decide(command.clone())?;
        if events.is_empty() {
            return Ok(Executed { id, state: loaded.state, sequence: loaded.sequence, position: None });
        }
        let after = after(&loaded.state, &events);
        let guards = match changed(&events).and_then(|key| after.definition(key)) {
            Some(field) => held::guards(ctx, values, field, &events).await?,
            None => Vec::new(),
        };
        let caused = Caused { guards, jobs: &no_jobs };
        match write(ctx, id, &metadata, repeatable.as_ref(), loaded, events, caused).await {
            Err(CommandError::Conflict) => continue,
            written => return written,
        }
    }
    Err(CommandError::Conflict)
}

fn changed(events: &[CustomFieldEvent]) -> Option<&str> {
    events.iter().find_map(|event| match event {
        CustomFieldEvent::CustomFieldDefined { field, .. } => Some(field.key.as_str()),
        CustomFieldEvent::CustomFieldUniquenessChanged { key, .. } => Some(key.as_str()),
        CustomFieldEvent::CustomFieldRenamed { .. }
        | CustomFieldEvent::CustomFieldOptionsChanged { .. }
        | CustomFieldEvent::CustomFieldRequirementChanged { .. }
        | CustomFieldEvent::CustomFieldDefaultChanged { .. }
        | CustomFieldEvent::CustomFieldArchived { .. }
        | CustomFieldEvent::CustomFieldRestored { .. } => None,
    })
}
