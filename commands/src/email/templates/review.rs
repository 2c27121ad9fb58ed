//! From a draft to what may be sent: submitted by one person, approved or returned by another.

use pivotal_domain::email::snippets::include::{self, Shelf};
use pivotal_domain::email::templates::content::Content;
use pivotal_domain::email::templates::error::TemplateError;
use pivotal_domain::email::templates::{EmailTemplate, TemplateCommand};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use uuid::Uuid;

use super::render::compiled;
use super::{run, vocabulary};
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::email::snippets::shelf;
use crate::error::CommandError;
use crate::execute::Executed;

/// The draft as it is becomes a version.
pub async fn submit_template(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
) -> Result<Executed<EmailTemplate>, CommandError> {
    authorise_all(actor, Permission::TemplatesEdit)?;
    let snippets = match ctx.log.load::<EmailTemplate>(id).await?.state.made {
        Some(made) => of_draft(ctx, made.draft).await?,
        None => Shelf::default(),
    };
    let command = TemplateCommand::Submit { by: actor.user_id, snippets, at: ctx.now() };
    run(ctx, actor, Permission::TemplatesEdit, id, command).await
}

/// The snippets that a draft names. It could be put together when it was saved, and they may have changed since.
async fn of_draft(ctx: &Context, draft: Content) -> Result<Shelf, CommandError> {
    if include::names(&draft).is_empty() {
        return Ok(Shelf::default());
    }
    let shelf = shelf(ctx, &draft).await?;
    let (content, _) = include::expanded(draft, &shelf).map_err(TemplateError::Content)?;
    compiled(content, &vocabulary(ctx).await?).map_err(TemplateError::Content)?;
    Ok(shelf)
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
