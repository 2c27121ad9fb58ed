//! From a draft to what may be sent: submitted by one person, approved or returned by another.

use pivotal_domain::email::templates::{EmailTemplate, TemplateCommand};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use uuid::Uuid;

use super::run;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::Executed;

/// The draft as it is becomes a version.
pub async fn submit_template(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
) -> Result<Executed<EmailTemplate>, CommandError> {
    let command = TemplateCommand::Submit { by: actor.user_id, at: ctx.now() };
    run(ctx, actor, Permission::TemplatesEdit, id, command).await
}

/// `version`: the one that was looked at.
pub async fn approve_template(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    version: u32,
) -> Result<Executed<EmailTemplate>, CommandError> {
    let command = TemplateCommand::Approve { by: actor.user_id, version, at: ctx.now() };
    run(ctx, actor, Permission::TemplatesApprove, id, command).await
}

pub async fn return_template(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    version: u32,
    reason: String,
) -> Result<Executed<EmailTemplate>, CommandError> {
    let command = TemplateCommand::Return { by: actor.user_id, version, reason, at: ctx.now() };
    run(ctx, actor, Permission::TemplatesApprove, id, command).await
}
