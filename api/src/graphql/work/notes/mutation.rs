//! Writing, editing, pinning and deleting notes.

use async_graphql::{Context, Object, Result, SimpleObject};
use pivotal_commands::execute::Executed;
use pivotal_commands::work::notes::add::{AddNote, add_note};
use pivotal_commands::work::notes::delete::{delete_note, restore_note};
use pivotal_commands::work::notes::edit::{EditNote, edit_note};
use pivotal_commands::work::notes::pin::pin_note;
use pivotal_domain::work::about::About;
use pivotal_domain::work::notes as domain;
use pivotal_projections::work::SPEC;
use uuid::Uuid;

use super::query::one;
use super::types::{Note, NoteAddInput, NoteEditInput};
use crate::errors::ApiResult;
use crate::graphql::core;
use crate::graphql::freshness::stale_at;
use crate::graphql::payload::{UserError, run};
use crate::policy::directive::allow;

#[derive(Default)]
pub struct NoteMutation;

#[derive(Debug, SimpleObject)]
pub struct NotePayload {
    /// As it is now.
    pub note: Option<Note>,
    pub position: Option<i64>,
    pub user_errors: Vec<UserError>,
}

type Done = Result<Executed<domain::Note>, Vec<UserError>>;

#[Object]
impl NoteMutation {
    /// A new note on a record the caller may see.
    #[graphql(directive = allow::apply("NOTES_EDIT".into()))]
    async fn note_add(&self, ctx: &Context<'_>, input: NoteAddInput) -> Result<NotePayload> {
        let NoteAddInput { entity, record_id, body, pinned, idempotency_key } = input;
        let about = About { entity: entity.into(), id: record_id };
        let input = AddNote { id: None, about, body, pinned, idempotency_key };
        let done = run(ctx, |context, actor| async move { add_note(&context, &actor, input).await });
        Ok(payload(ctx, done.await?).await?)
    }

    #[graphql(directive = allow::apply("NOTES_EDIT".into()))]
    async fn note_edit(&self, ctx: &Context<'_>, input: NoteEditInput) -> Result<NotePayload> {
        let NoteEditInput { id, body, expected_version } = input;
        let input = EditNote { id, body, expected_version };
        let done = run(ctx, |context, actor| async move { edit_note(&context, &actor, input).await });
        Ok(payload(ctx, done.await?).await?)
    }

    /// To the top of the record's notes, or down again.
    #[graphql(directive = allow::apply("NOTES_EDIT".into()))]
    async fn note_pin(&self, ctx: &Context<'_>, id: Uuid, pinned: bool) -> Result<NotePayload> {
        let done =
            run(ctx, move |context, actor| async move { pin_note(&context, &actor, id, pinned).await });
        Ok(payload(ctx, done.await?).await?)
    }

    #[graphql(directive = allow::apply("NOTES_EDIT".into()))]
    async fn note_delete(&self, ctx: &Context<'_>, id: Uuid) -> Result<NotePayload> {
        let done = run(ctx, move |context, actor| async move { delete_note(&context, &actor, id).await });
        Ok(payload(ctx, done.await?).await?)
    }

    /// Takes a deletion back.
    #[graphql(directive = allow::apply("NOTES_EDIT".into()))]
    async fn note_restore(&self, ctx: &Context<'_>, id: Uuid) -> Result<NotePayload> {
        let done = run(ctx, move |context, actor| async move { restore_note(&context, &actor, id).await });
        Ok(payload(ctx, done.await?).await?)
    }
}

async fn payload(ctx: &Context<'_>, done: Done) -> ApiResult<NotePayload> {
    let done = match done {
        Ok(done) => done,
        Err(user_errors) => return Ok(NotePayload { note: None, position: None, user_errors }),
    };
    let stale = match done.position {
        Some(position) => stale_at(core(ctx), &[SPEC.name], position).await?,
        None => false,
    };
    let note = if stale { None } else { one(ctx, done.id).await? };
    Ok(NotePayload { note, position: done.position, user_errors: Vec::new() })
}
