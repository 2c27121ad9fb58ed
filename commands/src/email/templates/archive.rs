//! Away with a template, and back.

use pivotal_domain::email::templates::{EmailTemplate, TemplateCommand};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use uuid::Uuid;

use super::{name_taken, run};
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::Executed;

pub async fn archive_template(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
) -> Result<Executed<EmailTemplate>, CommandError> {
    run(ctx, actor, Permission::TemplatesEdit, id, TemplateCommand::Archive { at: ctx.now() }).await
}

/// The name may have been given to another template meanwhile.
pub async fn restore_template(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
) -> Result<Executed<EmailTemplate>, CommandError> {
    let command = TemplateCommand::Restore { at: ctx.now() };
    match run(ctx, actor, Permission::TemplatesEdit, id, command).await {
        Err(error @ CommandError::Rejected(_)) => {
            let template = ctx.log.load::<EmailTemplate>(id).await?.state;
            Err(name_taken(error, template.made.as_ref().map_or("", |made| made.details.name.as_str())))
        }
        other => other,
    }
}
