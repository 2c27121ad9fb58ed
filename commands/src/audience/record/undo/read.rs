//! Opening the lists of a look at an undo.

use uuid::Uuid;

use super::rows::{UndoList, UndoRow};
use super::{UndoRefusal, Undoable};
use crate::audience::record::lists::{ListPage, page};
use crate::context::Context;
use crate::error::CommandError;

#[derive(Debug, Clone, Copy)]
pub struct ReadUndo {
    pub id: Uuid,
    pub list: UndoList,
    /// A place that an earlier page gave; 0 for the first.
    pub after: u64,
    pub first: usize,
}

/// For whoever may undo the work.
pub async fn rows_of<U: Undoable>(
    ctx: &Context,
    work: &U,
    input: ReadUndo,
) -> Result<ListPage<UndoRow>, CommandError> {
    let lists = work.previews().current().filter(|lists| lists.expires_at > ctx.now());
    let lists = lists.ok_or_else(|| U::refused(UndoRefusal::NoPreview))?;
    page(ctx, lists.job, input.list, input.after, input.first).await
}
