//! A new template, with a first draft.

use pivotal_domain::email::templates::content::Content;
use pivotal_domain::email::templates::details::Details;
use pivotal_domain::email::templates::{EmailTemplate, TemplateCommand};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use uuid::Uuid;

use super::{name_taken, to_save};
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, Repeatable, execute, no_jobs};

#[derive(Debug, Clone)]
pub struct CreateTemplate {
    pub details: Details,
    /// What new templates begin with unless said.
    pub content: Option<Content>,
    pub idempotency_key: Option<String>,
}

pub async fn create_template(
    ctx: &Context,
    actor: &Actor,
    input: CreateTemplate,
) -> Result<Executed<EmailTemplate>, CommandError> {
    authorise_all(actor, Permission::TemplatesEdit)?;
    let CreateTemplate { details, content, idempotency_key } = input;
    let repeatable = Repeatable::new(
        &actor.user_id.to_string(),
        idempotency_key.as_deref(),
        &("create_email_template", &details, &content),
    );
    let content = to_save(ctx, content.unwrap_or_else(Content::starter)).await?;
    let name = details.name.clone();
    let command = TemplateCommand::Create { by: actor.user_id, details, content, at: ctx.now() };
    execute::<EmailTemplate, _, _>(
        ctx,
        Uuid::now_v7(),
        &actor.metadata(),
        repeatable,
        |loaded| Ok(loaded.state.decide(command.clone())?),
        no_jobs,
    )
    .await
    .map_err(|error| name_taken(error, &name))
}
