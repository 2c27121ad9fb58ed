//! Away with a snippet, and back.

use pivotal_domain::email::snippets::error::SnippetError;
use pivotal_domain::email::snippets::{Snippet, SnippetCommand};
use pivotal_domain::email::templates::EmailTemplate;
use pivotal_domain::email::templates::keys::INCLUDES;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_log::append::Lane;
use uuid::Uuid;

use super::run;
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::Executed;
use crate::lookup::key_owners;

/// Templates that are told of.
const NAMED: usize = 10;

/// Refused while a draft includes it. One that begins to at this very moment says so when it is shown or submitted: nothing is sent
/// without its words.
pub async fn archive_snippet(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
) -> Result<Executed<Snippet>, CommandError> {
    authorise_all(actor, Permission::TemplatesEdit)?;
    let snippet = ctx.log.load::<Snippet>(id).await?.state;
    let made = snippet.made.ok_or(SnippetError::NotFound)?;
    let users = templates_including(ctx, &made.name).await?;
    if !users.is_empty() && !snippet.archived {
        return Err(SnippetError::InUse(users).into());
    }
    run(ctx, actor, id, SnippetCommand::Archive { at: ctx.now() }).await
}

pub async fn restore_snippet(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
) -> Result<Executed<Snippet>, CommandError> {
    run(ctx, actor, id, SnippetCommand::Restore { at: ctx.now() }).await
}

/// The names of templates in use whose draft includes it.
async fn templates_including(ctx: &Context, name: &str) -> Result<Vec<String>, CommandError> {
    let key = (INCLUDES, name.to_owned());
    let owners = key_owners(ctx, Lane::Interactive, std::slice::from_ref(&key)).await?.remove(&key);
    let mut ids = owners.unwrap_or_default();
    ids.truncate(NAMED);
    let templates = ctx.log.load_many::<EmailTemplate>(&ids).await?;
    let mut names: Vec<String> =
        templates.into_iter().filter_map(|template| Some(template.state.made?.details.name)).collect();
    names.sort();
    Ok(names)
}
