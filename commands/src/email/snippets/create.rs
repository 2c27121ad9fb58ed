//! A new snippet of a brand.

use pivotal_domain::email::senders::brand::Brand;
use pivotal_domain::email::snippets::error::SnippetError;
use pivotal_domain::email::snippets::{Snippet, SnippetCommand};
use pivotal_domain::email::templates::blocks::Block;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use uuid::Uuid;

use super::to_save;
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, Repeatable, execute, no_jobs};

#[derive(Debug, Clone)]
pub struct CreateSnippet {
    pub brand: Uuid,
    /// What templates will call it by.
    pub name: String,
    pub blocks: Vec<Block>,
    pub idempotency_key: Option<String>,
}

pub async fn create_snippet(
    ctx: &Context,
    actor: &Actor,
    input: CreateSnippet,
) -> Result<Executed<Snippet>, CommandError> {
    authorise_all(actor, Permission::TemplatesEdit)?;
    let CreateSnippet { brand, name, blocks, idempotency_key } = input;
    let repeatable = Repeatable::new(
        &actor.user_id.to_string(),
        idempotency_key.as_deref(),
        &("create_email_snippet", &brand, &name, &blocks),
    );
    if !ctx.log.load::<Brand>(brand).await?.state.is_in_use() {
        return Err(SnippetError::BrandNotInUse.into());
    }
    let body = to_save(ctx, blocks).await?;
    let wanted = name.clone();
    let command = SnippetCommand::Create { by: actor.user_id, brand, name, body, at: ctx.now() };
    execute::<Snippet, _, _>(
        ctx,
        Uuid::now_v7(),
        &actor.metadata(),
        repeatable,
        |loaded| Ok(loaded.state.decide(command.clone())?),
        no_jobs,
    )
    .await
    .map_err(|error| name_taken(error, &wanted))
}

/// The log knows only that a value is taken; this use case knows which name that was.
fn name_taken(error: CommandError, name: &str) -> CommandError {
    match error {
        CommandError::Rejected(rejections)
            if rejections.iter().any(|rejection| rejection.code == "VALUE_TAKEN") =>
        {
            SnippetError::NameTaken(name.trim().to_owned()).into()
        }
        other => other,
    }
}
