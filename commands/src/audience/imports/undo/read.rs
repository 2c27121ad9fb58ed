//! Opening the lists of a look at an undo.

use pivotal_domain::audience::imports::Import;
use pivotal_domain::audience::imports::error::ImportError;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;

use super::lists::UndoRow;
use crate::audience::imports::preview::lists::{ListPage, page};
use crate::audience::imports::preview::read::ReadPreview;
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;

pub async fn undo_rows(
    ctx: &Context,
    actor: &Actor,
    input: ReadPreview,
) -> Result<ListPage<UndoRow>, CommandError> {
    authorise_all(actor, Permission::ImportsUndo)?;
    let import = ctx.log.load::<Import>(input.id).await?;
    if !import.exists() {
        return Err(ImportError::NotFound.into());
    }
    let lists = import.state.previews.current().filter(|lists| lists.expires_at > ctx.now());
    let job = lists.ok_or(ImportError::NoPreview)?.job;
    page(ctx, job, input.list, input.after, input.first).await
}
