//! Asking for a bulk change, stopping it, taking it back.

use async_graphql::{Context, InputObject, Object, Result, SimpleObject};
use pivotal_commands::audience::bulk::cancel::cancel_bulk;
use pivotal_commands::audience::bulk::start::start_bulk;
use pivotal_commands::audience::bulk::undo::{UndoBulk, cancel_undo, preview_undo, undo_bulk};
use pivotal_domain::audience::bulk::events::Asked;
use pivotal_domain::audience::record::undo::Chosen;
use pivotal_projections::audience::bulk::SPEC;
use uuid::Uuid;

use super::input::{BulkActionInput, BulkSelectionInput};
use super::query::one;
use super::types::Bulk;
use crate::errors::ApiResult;
use crate::graphql::freshness::stale_at;
use crate::graphql::payload::{UserError, outcome, run};
use crate::graphql::{actor, core};
use crate::policy::directive::allow;

#[derive(Default)]
pub struct BulkMutation;

#[derive(Debug, InputObject)]
pub struct BulkStartInput {
    pub selection: BulkSelectionInput,
    pub action: BulkActionInput,
    /// The number the person saw counted; shown beside the number that is found.
    pub expected: Option<i64>,
    pub idempotency_key: Option<String>,
}

#[derive(Debug, InputObject)]
pub struct BulkActionOnInput {
    pub id: Uuid,
}

#[derive(Debug, InputObject)]
pub struct BulkUndoInput {
    pub id: Uuid,
    /// Records that are taken back although somebody touched them since; at most 1,000.
    #[graphql(default)]
    pub include: Vec<Uuid>,
    /// All of them.
    #[graphql(default)]
    pub include_all: bool,
}

#[derive(Debug, SimpleObject)]
pub struct BulkPayload {
    pub bulk: Option<Bulk>,
    pub position: Option<i64>,
    pub user_errors: Vec<UserError>,
}

#[Object]
impl BulkMutation {
    /// One action on many records, as a job. Which records they are is settled when it begins; it is followed by `bulkProgress`.
    #[graphql(directive = allow::apply("RECORDS_BULK".into()))]
    async fn bulk_start(&self, ctx: &Context<'_>, input: BulkStartInput) -> Result<BulkPayload> {
        let (entity, selection) = input.selection.read(core(ctx), actor(ctx)?).await?;
        let action = match outcome(input.action.read())? {
            Ok(action) => action,
            Err(user_errors) => return Ok(BulkPayload { bulk: None, position: None, user_errors }),
        };
        let expected = input.expected.and_then(|count| u64::try_from(count).ok());
        let (asked, key) = (Asked::new(entity, action, selection, expected), input.idempotency_key);
        let done =
            run(
                ctx,
                |context, actor| async move { start_bulk(&context, &actor, asked, key.as_deref()).await },
            )
            .await?;
        Ok(payload(ctx, done.map(|done| (done.id, done.position))).await?)
    }

    /// Stops after the chunk that is being written; what is changed stays so, and can be undone.
    #[graphql(directive = allow::apply("RECORDS_BULK".into()))]
    async fn bulk_cancel(&self, ctx: &Context<'_>, input: BulkActionOnInput) -> Result<BulkPayload> {
        let id = input.id;
        let done =
            run(ctx, move |context, actor| async move { cancel_bulk(&context, &actor, id).await }).await?;
        Ok(payload(ctx, done.map(|_| (id, None))).await?)
    }

    /// Looks at what an undo would do, without writing anything. Follow `undoPreview`, then open `bulkUndoRows`.
    #[graphql(directive = allow::apply("RECORDS_BULK".into()))]
    async fn bulk_undo_preview(&self, ctx: &Context<'_>, input: BulkActionOnInput) -> Result<BulkPayload> {
        let id = input.id;
        let done =
            run(ctx, move |context, actor| async move { preview_undo(&context, &actor, id).await }).await?;
        Ok(payload(ctx, done.map(|done| (id, done.position))).await?)
    }

    /// Takes a bulk change back: every record is as it was before. What somebody touched since is left, unless it is chosen.
    #[graphql(directive = allow::apply("RECORDS_BULK".into()))]
    async fn bulk_undo(&self, ctx: &Context<'_>, input: BulkUndoInput) -> Result<BulkPayload> {
        let id = input.id;
        let chosen = match (input.include_all, input.include) {
            (true, _) => Chosen::All,
            (false, records) if records.is_empty() => Chosen::None,
            (false, records) => Chosen::Records(records),
        };
        let undo = UndoBulk { id, chosen };
        let done =
            run(ctx, move |context, actor| async move { undo_bulk(&context, &actor, undo).await }).await?;
        Ok(payload(ctx, done.map(|done| (id, done.position))).await?)
    }

    /// Stops an undo, or the look at one, after the chunk that is being taken back.
    #[graphql(directive = allow::apply("RECORDS_BULK".into()))]
    async fn bulk_undo_cancel(&self, ctx: &Context<'_>, input: BulkActionOnInput) -> Result<BulkPayload> {
        let id = input.id;
        let done =
            run(ctx, move |context, actor| async move { cancel_undo(&context, &actor, id).await }).await?;
        Ok(payload(ctx, done.map(|_| (id, None))).await?)
    }
}

pub async fn payload(
    ctx: &Context<'_>,
    done: Result<(Uuid, Option<i64>), Vec<UserError>>,
) -> ApiResult<BulkPayload> {
    let (id, position) = match done {
        Ok(done) => done,
        Err(user_errors) => return Ok(BulkPayload { bulk: None, position: None, user_errors }),
    };
    let stale = match position {
        Some(position) => stale_at(core(ctx), &[SPEC.name], position).await?,
        None => false,
    };
    let bulk = if stale { None } else { one(core(ctx), actor(ctx)?, id).await? };
    Ok(BulkPayload { bulk, position, user_errors: Vec::new() })
}
