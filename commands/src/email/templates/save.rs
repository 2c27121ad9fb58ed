//! The draft, as somebody wrote it on.

use pivotal_domain::email::templates::content::Content;
use pivotal_domain::email::templates::{EmailTemplate, TemplateCommand};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use uuid::Uuid;

use super::{run, to_save};
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::Executed;

#[derive(Debug, Clone)]
pub struct SaveDraft {
    pub id: Uuid,
    pub content: Content,
    /// The revision it was written on; whatever it is by now unless said.
    pub expected: Option<u32>,
}

pub async fn save_draft(
    ctx: &Context,
    actor: &Actor,
    input: SaveDraft,
) -> Result<Executed<EmailTemplate>, CommandError> {
    authorise_all(actor, Permission::TemplatesEdit)?;
    let SaveDraft { id, content, expected } = input;
    let content = to_save(ctx, content).await?;
    let command = TemplateCommand::SaveDraft { by: actor.user_id, content, expected, at: ctx.now() };
    run(ctx, actor, Permission::TemplatesEdit, id, command).await
}
