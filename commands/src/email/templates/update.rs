//! Another name, another brand, other tags.

use pivotal_domain::email::templates::details::DetailChanges;
use pivotal_domain::email::templates::{EmailTemplate, TemplateCommand};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use uuid::Uuid;

use super::{name_taken, run};
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::Executed;

pub async fn update_template(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    changes: DetailChanges,
) -> Result<Executed<EmailTemplate>, CommandError> {
    let name = changes.name.clone().unwrap_or_default();
    let command = TemplateCommand::Change { changes, at: ctx.now() };
    let done = run(ctx, actor, Permission::TemplatesEdit, id, command).await;
    done.map_err(|error| name_taken(error, &name))
}
