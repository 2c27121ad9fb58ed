//! Opening the lists of a preview.

use pivotal_domain::audience::imports::Import;
use pivotal_domain::audience::imports::error::ImportError;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use uuid::Uuid;

use super::lists::List;
use super::tell::PreviewRow;
use crate::audience::record::lists::{ListPage, page};
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;

#[derive(Debug, Clone, Copy)]
pub struct ReadPreview {
    pub id: Uuid,
    pub list: List,
    /// A place that an earlier page gave; 0 for the first.
    pub after: u64,
    pub first: usize,
}

/// Of the preview that tells what would happen now; refused when there is none.
pub async fn preview_rows(
    ctx: &Context,
    actor: &Actor,
    input: ReadPreview,
) -> Result<ListPage<PreviewRow>, CommandError> {
    authorise_all(actor, Permission::ImportsView)?;
    let import = ctx.log.load::<Import>(input.id).await?;
    if !import.exists() {
        return Err(ImportError::NotFound.into());
    }
    let lists = import.state.previews.current().filter(|lists| lists.expires_at > ctx.now());
    let job = lists.ok_or(ImportError::NoPreview)?.job;
    page(ctx, job, input.list, input.after, input.first).await
}
