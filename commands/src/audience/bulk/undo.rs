//! Taking a whole bulk change back, and looking at what that would do. How it is done stands in `record/undo`.
//!
//! Whoever made it may, and whoever may change everybody's records in bulk: it takes back what it did and nothing else, so whose
//! the records are by now is not asked again.

use pivotal_domain::audience::bulk::Bulk;
use pivotal_domain::audience::bulk::action::{ActionKind, BulkAction};
use pivotal_domain::audience::bulk::command::BulkCommand;
use pivotal_domain::audience::bulk::error::BulkError;
use pivotal_domain::audience::bulk::facts::{
    BULK_CHUNK_RAN, BULK_CHUNK_UNDONE, BULK_CHUNK_UNDONE_VERSION, BulkFact, ChunkUndone,
};
use pivotal_domain::audience::fields::catalogue::{Entity, label_of};
use pivotal_domain::audience::lists::List;
use pivotal_domain::audience::record::previews::Previews;
use pivotal_domain::audience::record::restriction::CLIENT_RESTRICTION;
use pivotal_domain::audience::record::undo::origin::Origin;
use pivotal_domain::audience::record::undo::state::{UndoCommand, Undoing};
use pivotal_domain::audience::record::undo::{Chosen, ChunkTakenBack};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use serde_json::Value;
use uuid::Uuid;

use super::known;
use crate::audience::record::lists::ListPage;
use crate::audience::record::undo::read::{ReadUndo, rows_of};
use crate::audience::record::undo::rows::UndoRow;
use crate::audience::record::undo::{MOST_CHOSEN, UndoRefusal, Undoable, ask};
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::{CommandError, Rejection};
use crate::execute::Executed;
use crate::jobs::kinds::{self, Kind};

#[derive(Debug, Clone)]
pub struct UndoBulk {
    pub id: Uuid,
    /// Records to take back although somebody touched them since.
    pub chosen: Chosen,
}

pub async fn undo_bulk(
    ctx: &Context,
    actor: &Actor,
    input: UndoBulk,
) -> Result<Executed<Bulk>, CommandError> {
    let bulk = known(ctx, actor, input.id).await?;
    let fields = bulk.asked.as_ref().map_or(&[][..], |asked| &asked.fields);
    if fields.iter().any(|key| key == CLIENT_RESTRICTION) {
        authorise_all(actor, Permission::ClientsManage)?;
    }
    not_of_a_copy(ctx, &bulk).await?;
    ask::undo(ctx, actor, input.id, input.chosen).await
}

/// Writes nothing.
pub async fn preview_undo(ctx: &Context, actor: &Actor, id: Uuid) -> Result<Executed<Bulk>, CommandError> {
    not_of_a_copy(ctx, &known(ctx, actor, id).await?).await?;
    ask::look(ctx, actor, id).await
}

/// What filled a frozen copy is never taken back: its members do not change.
async fn not_of_a_copy(ctx: &Context, bulk: &Bulk) -> Result<(), CommandError> {
    let action = bulk.asked.as_ref().and_then(|asked| asked.action.as_ref());
    let Some((_, list)) = action.and_then(BulkAction::list) else { return Ok(()) };
    let list = ctx.log.load::<List>(list).await?.state;
    match list.made.is_some_and(|made| made.source.is_frozen()) {
        true => Err(BulkError::FilledCopy.into()),
        false => Ok(()),
    }
}

/// What is taken back until then stays so; it can be gone on with by undoing again.
pub async fn cancel_undo(ctx: &Context, actor: &Actor, id: Uuid) -> Result<Bulk, CommandError> {
    let bulk = known(ctx, actor, id).await?;
    ask::cancel(ctx, &bulk).await?;
    Ok(bulk)
}

pub async fn undo_rows(
    ctx: &Context,
    actor: &Actor,
    input: ReadUndo,
) -> Result<ListPage<UndoRow>, CommandError> {
    rows_of(ctx, &known(ctx, actor, input.id).await?, input).await
}

impl Undoable for Bulk {
    const STARTED: &'static str = "BulkSelected";
    const CHUNK_RAN: &'static str = BULK_CHUNK_RAN;
    const CHUNK_UNDONE: (&'static str, &'static str) = (BULK_CHUNK_UNDONE, BULK_CHUNK_UNDONE_VERSION);
    const KIND: Kind = kinds::BULK_UNDO;

    fn origin(id: Uuid) -> Origin {
        Origin::Bulk(id)
    }

    fn link(id: Uuid) -> String {
        format!("/bulk/{id}")
    }

    fn title(&self) -> String {
        let Some(asked) = &self.asked else { return "a bulk change".to_owned() };
        let labels: Vec<String> = asked.fields.iter().map(|key| label_of(asked.entity, key)).collect();
        format!("\"{}\"", asked.kind.title(asked.entity, &labels))
    }

    fn undoing(&self) -> &Undoing {
        &self.undoing
    }

    fn previews(&self) -> &Previews {
        &self.previews
    }

    fn decide_undo(&self, command: UndoCommand) -> Result<Vec<Self::Event>, CommandError> {
        Ok(self.decide(BulkCommand::Undo(command))?)
    }

    /// Accounts it brought back go to the archive again, unless somebody uses them.
    fn minds_links(&self) -> bool {
        self.asked
            .as_ref()
            .is_some_and(|asked| asked.entity == Entity::Account && asked.kind == ActionKind::Restore)
    }

    fn refused(refusal: UndoRefusal) -> CommandError {
        match refusal {
            UndoRefusal::NoPreview => BulkError::NoPreview.into(),
            UndoRefusal::NotUndoing => BulkError::NotUndoing.into(),
            UndoRefusal::TooManyChosen => CommandError::rejected(Rejection::of_field(
                "include",
                "BULK_TOO_MANY_CHOSEN",
                format!("At most {MOST_CHOSEN} records can be chosen one by one. Choose all, or fewer."),
            )),
        }
    }

    fn chunk_undone(bulk_id: Uuid, chunk: ChunkTakenBack) -> Result<Value, CommandError> {
        let ChunkTakenBack { undo, chunk, result, left } = chunk;
        let undone = ChunkUndone { bulk_id, undo, chunk, result, left };
        Ok(serde_json::to_value(BulkFact::BulkChunkUndone(undone))?)
    }

    fn read_chunk_undone(payload: &str) -> Result<ChunkTakenBack, CommandError> {
        match serde_json::from_str(payload)? {
            BulkFact::BulkChunkUndone(ChunkUndone { undo, chunk, result, left, .. }) => {
                Ok(ChunkTakenBack { undo, chunk, result, left })
            }
            BulkFact::BulkChunkSelected(_) | BulkFact::BulkChunkRan(_) => {
                Err(CommandError::unexpected("a fact of another kind"))
            }
        }
    }
}
