//! Use cases on snippets, and looking up those that a template names. Whoever may write templates may write them.

pub mod archive;
pub mod create;
pub mod save;
#[cfg(test)]
mod tests;

use pivotal_domain::email::snippets::body::{self, CheckedBody};
use pivotal_domain::email::snippets::error::SnippetError;
use pivotal_domain::email::snippets::include::{self, Shelf, Shelved, Used};
use pivotal_domain::email::snippets::{Snippet, SnippetCommand, is_name, keys};
use pivotal_domain::email::templates::blocks::{BLOCKS_MAX, Block};
use pivotal_domain::email::templates::content::Content;
use pivotal_domain::email::templates::problems::Problem;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_log::append::Lane;
use uuid::Uuid;

use super::templates::render::compiled;
use super::templates::vocabulary;
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::{CommandError, Rejection};
use crate::execute::{Executed, Guarded, execute, no_jobs};
use crate::lookup::{Key, claim_owners};

impl Guarded for Snippet {
    fn claims(&self) -> Vec<(&'static str, String)> {
        keys::claims(self)
    }

    fn match_keys(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }
}

impl From<SnippetError> for CommandError {
    fn from(error: SnippetError) -> Self {
        match (&error, error.field()) {
            (SnippetError::NotFound, _) => CommandError::NotFound(error.to_string()),
            (SnippetError::Body(problems), _) => {
                let told =
                    |problem: &Problem| Rejection::of_field("blocks", problem.code, problem.message.clone());
                CommandError::Rejected(problems.iter().map(told).collect())
            }
            (_, Some(field)) => {
                CommandError::rejected(Rejection::of_field(field, error.code(), error.to_string()))
            }
            (_, None) => CommandError::rejected(Rejection::new(error.code(), error.to_string())),
        }
    }
}

/// The snippets that a content names, those there are.
pub(super) async fn shelf(ctx: &Context, content: &Content) -> Result<Shelf, CommandError> {
    let mut shelf = Shelf::default();
    // More than a document has blocks are looked up by nobody honest; the rest is told as unknown.
    let names = include::names(content).into_iter().filter(|name| is_name(name)).take(BLOCKS_MAX);
    let wanted: Vec<Key> = names.map(|name| (keys::NAME, name)).collect();
    if wanted.is_empty() {
        return Ok(shelf);
    }
    let owners = claim_owners(ctx, Lane::Interactive, &wanted).await?;
    let ids: Vec<Uuid> = owners.into_values().collect();
    let loaded = ctx.log.load_many::<Snippet>(&ids).await?;
    for (id, snippet) in ids.into_iter().zip(loaded) {
        let archived = snippet.state.archived;
        if let Some(made) = snippet.state.made {
            let used = Used { snippet: id, name: made.name, version: made.version, by: made.by };
            shelf.put(Shelved { used, blocks: made.blocks, archived });
        }
    }
    Ok(shelf)
}

/// Blocks that may be saved: checked, and made into HTML once to see that they can be.
async fn to_save(ctx: &Context, blocks: Vec<Block>) -> Result<CheckedBody, CommandError> {
    let known = vocabulary(ctx).await?;
    let checked = body::check(blocks.clone(), &known)?;
    compiled(body::content_of(blocks), &known).map_err(SnippetError::Body)?;
    Ok(checked)
}

/// One command on one snippet.
async fn run(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    command: SnippetCommand,
) -> Result<Executed<Snippet>, CommandError> {
    authorise_all(actor, Permission::TemplatesEdit)?;
    execute::<Snippet, _, _>(
        ctx,
        id,
        &actor.metadata(),
        None,
        |loaded| Ok(loaded.state.decide(command.clone())?),
        no_jobs,
    )
    .await
}
