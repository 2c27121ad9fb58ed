//! Taking a whole import back, and looking at what that would do. How it is done stands in `record/undo`.

use pivotal_domain::audience::imports::Import;
use pivotal_domain::audience::imports::command::ImportCommand;
use pivotal_domain::audience::imports::error::ImportError;
use pivotal_domain::audience::imports::facts::IMPORT_CHUNK_RAN;
use pivotal_domain::audience::imports::undo::facts::{
    ChunkUndone, IMPORT_CHUNK_UNDONE, IMPORT_CHUNK_UNDONE_VERSION, UndoFact,
};
use pivotal_domain::audience::record::previews::Previews;
use pivotal_domain::audience::record::undo::origin::Origin;
use pivotal_domain::audience::record::undo::state::{UndoCommand, Undoing};
use pivotal_domain::audience::record::undo::{Chosen, ChunkTakenBack};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use serde_json::Value;
use uuid::Uuid;

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
pub struct UndoImport {
    pub id: Uuid,
    /// Records to take back although somebody touched them since.
    pub chosen: Chosen,
}

pub async fn undo_import(
    ctx: &Context,
    actor: &Actor,
    input: UndoImport,
) -> Result<Executed<Import>, CommandError> {
    authorise_all(actor, Permission::ImportsUndo)?;
    ask::undo(ctx, actor, input.id, input.chosen).await
}

/// Writes nothing.
pub async fn preview_undo(ctx: &Context, actor: &Actor, id: Uuid) -> Result<Executed<Import>, CommandError> {
    authorise_all(actor, Permission::ImportsUndo)?;
    ask::look(ctx, actor, id).await
}

/// What is taken back until then stays so; it can be gone on with by undoing again.
pub async fn cancel_undo(ctx: &Context, actor: &Actor, id: Uuid) -> Result<Import, CommandError> {
    let import = known(ctx, actor, id).await?;
    ask::cancel(ctx, &import).await?;
    Ok(import)
}

pub async fn undo_rows(
    ctx: &Context,
    actor: &Actor,
    input: ReadUndo,
) -> Result<ListPage<UndoRow>, CommandError> {
    rows_of(ctx, &known(ctx, actor, input.id).await?, input).await
}

async fn known(ctx: &Context, actor: &Actor, id: Uuid) -> Result<Import, CommandError> {
    authorise_all(actor, Permission::ImportsUndo)?;
    let loaded = ctx.log.load::<Import>(id).await?;
    if loaded.exists() { Ok(loaded.state) } else { Err(ImportError::NotFound.into()) }
}

impl Undoable for Import {
    const STARTED: &'static str = "ImportStarted";
    const CHUNK_RAN: &'static str = IMPORT_CHUNK_RAN;
    const CHUNK_UNDONE: (&'static str, &'static str) = (IMPORT_CHUNK_UNDONE, IMPORT_CHUNK_UNDONE_VERSION);
    const KIND: Kind = kinds::IMPORT_UNDO;

    fn origin(id: Uuid) -> Origin {
        Origin::Import(id)
    }

    fn link(id: Uuid) -> String {
        format!("/contacts/imports/{id}")
    }

    fn title(&self) -> String {
        self.name.clone()
    }

    fn undoing(&self) -> &Undoing {
        &self.undoing
    }

    fn previews(&self) -> &Previews {
        &self.previews
    }

    fn decide_undo(&self, command: UndoCommand) -> Result<Vec<Self::Event>, CommandError> {
        Ok(self.decide(ImportCommand::Undo(command))?)
    }

    /// Accounts it made are archived, unless somebody uses them.
    fn minds_links(&self) -> bool {
        true
    }

    fn refused(refusal: UndoRefusal) -> CommandError {
        match refusal {
            UndoRefusal::NoPreview => ImportError::NoPreview.into(),
            UndoRefusal::NotUndoing => ImportError::NotUndoing.into(),
            UndoRefusal::TooManyChosen => CommandError::rejected(Rejection::of_field(
                "chosen",
                "IMPORT_TOO_MANY_CHOSEN",
                format!("At most {MOST_CHOSEN} records can be chosen one by one. Choose all, or fewer."),
            )),
        }
    }

    fn chunk_undone(import_id: Uuid, chunk: ChunkTakenBack) -> Result<Value, CommandError> {
        let ChunkTakenBack { undo, chunk, result, left } = chunk;
        let undone = ChunkUndone { import_id, undo, chunk, result, left };
        Ok(serde_json::to_value(UndoFact::ImportChunkUndone(undone))?)
    }

    fn read_chunk_undone(payload: &str) -> Result<ChunkTakenBack, CommandError> {
        let UndoFact::ImportChunkUndone(undone) = serde_json::from_str(payload)?;
        let ChunkUndone { undo, chunk, result, left, .. } = undone;
        Ok(ChunkTakenBack { undo, chunk, result, left })
    }
}
