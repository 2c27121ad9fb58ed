//! The next version of a snippet. Drafts that name it show it from now on; versions that were submitted stay as they are.

use pivotal_domain::email::snippets::{Snippet, SnippetCommand};
use pivotal_domain::email::templates::blocks::Block;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use uuid::Uuid;

use super::{run, to_save};
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::Executed;

#[derive(Debug, Clone)]
pub struct SaveSnippet {
    pub id: Uuid,
    pub blocks: Vec<Block>,
    /// The version it was written on; whatever it is by now unless said.
    pub expected: Option<u32>,
}

pub async fn save_snippet(
    ctx: &Context,
    actor: &Actor,
    input: SaveSnippet,
) -> Result<Executed<Snippet>, CommandError> {
    authorise_all(actor, Permission::TemplatesEdit)?;
    let SaveSnippet { id, blocks, expected } = input;
    let body = to_save(ctx, blocks).await?;
    let command = SnippetCommand::Save { by: actor.user_id, body, expected, at: ctx.now() };
    run(ctx, actor, id, command).await
}
