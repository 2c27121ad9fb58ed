//! Mapping, starting and cancelling imports. The file itself comes by REST, as a stream.

use async_graphql::{Context, InputObject, Object, Result, SimpleObject};
use pivotal_commands::audience::imports::again::import_again;
use pivotal_commands::audience::imports::cancel::cancel_import;
use pivotal_commands::audience::imports::fix::{FixRows, FixedRow, fix_rows};
use pivotal_commands::audience::imports::map::{MapImport, map_import};
use pivotal_commands::audience::imports::preview::start::preview_import;
use pivotal_commands::audience::imports::sheets::choose_sheet;
use pivotal_commands::audience::imports::start::start_import;
use pivotal_commands::audience::imports::undo::{UndoImport, cancel_undo, preview_undo, undo_import};
use pivotal_commands::execute::Executed;
use pivotal_domain::audience::fields::catalogue;
use pivotal_domain::audience::imports::mapping::ColumnMapping;
use pivotal_domain::audience::record::undo::Chosen;
use pivotal_projections::audience::imports::SPEC;
use pivotal_projections::audience::imports::query::ImportRow;
use uuid::Uuid;

use super::query::one;
use super::types::{Import, ImportKind, WriteRule};
use crate::errors::{ApiError, ApiResult};
use crate::graphql::audience::record::Entity;
use crate::graphql::freshness::stale_at;
use crate::graphql::payload::{UserError, run};
use crate::graphql::{actor, core};
use crate::policy::directive::allow;

#[derive(Default)]
pub struct ImportMutation;

#[derive(Debug, InputObject)]
pub struct ImportMapInput {
    pub id: Uuid,
    pub name: Option<String>,
    /// Name or two-letter code: for phone numbers written without +.
    pub default_country: Option<String>,
    pub mapping: Vec<ColumnMappingInput>,
    /// What the file is a list of.
    #[graphql(default_with = "ImportKind::Both")]
    pub kind: ImportKind,
    /// The client whose file it is: records that it makes may be used for that client only.
    pub supplied_by: Option<Uuid>,
}

/// Without entity and field the column is not imported.
#[derive(Debug, InputObject)]
pub struct ColumnMappingInput {
    pub column: i32,
    pub entity: Option<Entity>,
    pub field: Option<String>,
    #[graphql(default_with = "WriteRule::BySource")]
    pub rule: WriteRule,
}

#[derive(Debug, InputObject)]
pub struct ImportChooseSheetInput {
    pub id: Uuid,
    /// By its name, as `sheets` has it.
    pub sheet: String,
}

#[derive(Debug, InputObject)]
pub struct ImportFixRowsInput {
    pub id: Uuid,
    pub rows: Vec<ImportFixedRowInput>,
    pub idempotency_key: Option<String>,
}

/// All cells of a rejected row, in the order of the file's columns.
#[derive(Debug, InputObject)]
pub struct ImportFixedRowInput {
    pub row: i32,
    pub cells: Vec<String>,
}

#[derive(Debug, InputObject)]
pub struct ImportUndoInput {
    pub id: Uuid,
    /// Records that are taken back although somebody touched them since; at most 1,000.
    #[graphql(default)]
    pub include: Vec<Uuid>,
    /// All of them.
    #[graphql(default)]
    pub include_all: bool,
}

#[derive(Debug, InputObject)]
pub struct ImportActionInput {
    pub id: Uuid,
}

#[derive(Debug, SimpleObject)]
pub struct ImportPayload {
    pub import: Option<Import>,
    pub position: Option<i64>,
    pub user_errors: Vec<UserError>,
}

#[Object]
impl ImportMutation {
    #[graphql(directive = allow::apply("IMPORTS_RUN".into()))]
    async fn import_map(&self, ctx: &Context<'_>, input: ImportMapInput) -> Result<ImportPayload> {
        let mapping = input.mapping.into_iter().filter_map(mapped).collect();
        let (id, name, default_country) = (input.id, input.name, input.default_country);
        let (kind, supplied_by) = (input.kind.into(), input.supplied_by);
        let input = MapImport { id, name, default_country, mapping, kind, supplied_by };
        let done =
            run(ctx, |context, actor| async move { map_import(&context, &actor, input).await }).await?;
        Ok(payload(ctx, id, done.map(|done| done.position)).await?)
    }

    /// `verifyEmails`: when the run has ended, the emails of the contacts it made or changed are verified; EMAILS_VERIFY is needed too.
    #[graphql(directive = allow::apply("IMPORTS_RUN".into()))]
    async fn import_start(
        &self,
        ctx: &Context<'_>,
        input: ImportActionInput,
        #[graphql(default)] verify_emails: bool,
    ) -> Result<ImportPayload> {
        let id = input.id;
        let done =
            run(
                ctx,
                move |context, actor| async move { start_import(&context, &actor, id, verify_emails).await },
            )
            .await?;
        Ok(payload(ctx, id, done.map(|done| done.position)).await?)
    }

    /// Takes another sheet of an uploaded workbook. What was mapped is forgotten.
    #[graphql(directive = allow::apply("IMPORTS_RUN".into()))]
    async fn import_choose_sheet(
        &self,
        ctx: &Context<'_>,
        input: ImportChooseSheetInput,
    ) -> Result<ImportPayload> {
        let ImportChooseSheetInput { id, sheet } = input;
        let done =
            run(ctx, move |context, actor| async move { choose_sheet(&context, &actor, id, &sheet).await })
                .await?;
        Ok(payload(ctx, id, done.map(|done| done.position)).await?)
    }

    /// Rejected rows with their mistakes mended run at once, as an import of their own with the same settings. Answers with it.
    #[graphql(directive = allow::apply("IMPORTS_RUN".into()))]
    async fn import_fix_rows(&self, ctx: &Context<'_>, input: ImportFixRowsInput) -> Result<ImportPayload> {
        let row = |row: ImportFixedRowInput| FixedRow {
            // A negative row was not rejected, and is refused as such.
            row: u32::try_from(row.row).unwrap_or_default(),
            cells: row.cells,
        };
        let (id, idempotency_key) = (input.id, input.idempotency_key);
        let fix = FixRows { id, rows: input.rows.into_iter().map(row).collect(), idempotency_key };
        let done = run(ctx, |context, actor| async move { fix_rows(&context, &actor, fix).await }).await?;
        made(ctx, done).await
    }

    /// The same file and settings as a new import, mapped and not started: preview or start it. For another file with the
    /// same columns, upload it with `like`.
    #[graphql(directive = allow::apply("IMPORTS_RUN".into()))]
    async fn import_again(&self, ctx: &Context<'_>, input: ImportActionInput) -> Result<ImportPayload> {
        let id = input.id;
        let done =
            run(ctx, move |context, actor| async move { import_again(&context, &actor, id).await }).await?;
        made(ctx, done).await
    }

    /// Runs the whole file without writing anything, to see what a run would do. Follow it as a run; `importCancel` stops it.
    #[graphql(directive = allow::apply("IMPORTS_RUN".into()))]
    async fn import_preview(&self, ctx: &Context<'_>, input: ImportActionInput) -> Result<ImportPayload> {
        let id = input.id;
        let done =
            run(ctx, move |context, actor| async move { preview_import(&context, &actor, id).await }).await?;
        Ok(payload(ctx, id, done.map(|done| done.position)).await?)
    }

    /// Looks at what an undo would do, without writing anything.
    #[graphql(directive = allow::apply("IMPORTS_UNDO".into()))]
    async fn import_undo_preview(
        &self,
        ctx: &Context<'_>,
        input: ImportActionInput,
    ) -> Result<ImportPayload> {
        let id = input.id;
        let done =
            run(ctx, move |context, actor| async move { preview_undo(&context, &actor, id).await }).await?;
        Ok(payload(ctx, id, done.map(|done| done.position)).await?)
    }

    /// Takes an import back: what it made is archived, what it changed gets its old value. What somebody touched since is left,
    /// unless it is chosen.
    #[graphql(directive = allow::apply("IMPORTS_UNDO".into()))]
    async fn import_undo(&self, ctx: &Context<'_>, input: ImportUndoInput) -> Result<ImportPayload> {
        let id = input.id;
        let chosen = match (input.include_all, input.include) {
            (true, _) => Chosen::All,
            (false, records) if records.is_empty() => Chosen::None,
            (false, records) => Chosen::Records(records),
        };
        let undo = UndoImport { id, chosen };
        let done =
            run(ctx, move |context, actor| async move { undo_import(&context, &actor, undo).await }).await?;
        Ok(payload(ctx, id, done.map(|done| done.position)).await?)
    }

    /// Stops an undo, or the look at one, after the chunk that is being taken back.
    #[graphql(directive = allow::apply("IMPORTS_UNDO".into()))]
    async fn import_undo_cancel(&self, ctx: &Context<'_>, input: ImportActionInput) -> Result<ImportPayload> {
        let id = input.id;
        let done =
            run(ctx, move |context, actor| async move { cancel_undo(&context, &actor, id).await }).await?;
        Ok(payload(ctx, id, done.map(|_| None)).await?)
    }

    /// Stops after the chunk that is being written; what is written stays. A preview is stopped likewise.
    #[graphql(directive = allow::apply("IMPORTS_RUN".into()))]
    async fn import_cancel(&self, ctx: &Context<'_>, input: ImportActionInput) -> Result<ImportPayload> {
        let id = input.id;
        let done =
            run(ctx, move |context, actor| async move { cancel_import(&context, &actor, id).await }).await?;
        Ok(payload(ctx, id, done.map(|_| None)).await?)
    }
}

/// Answers with an import that the mutation made: where its row is late, as the command left it.
async fn made(
    ctx: &Context<'_>,
    done: Result<Executed<pivotal_domain::audience::imports::Import>, Vec<UserError>>,
) -> Result<ImportPayload> {
    let done = match done {
        Ok(done) => done,
        Err(user_errors) => return Ok(ImportPayload { import: None, position: None, user_errors }),
    };
    let mut payload = payload(ctx, done.id, Ok(done.position)).await?;
    if payload.import.is_none() {
        let (core, by) = (core(ctx), actor(ctx)?.user_id);
        let names = core.directory.names().await.map_err(ApiError::from)?;
        let row = ImportRow::new_from(done.id, &done.state, by, core.context.now());
        payload.import = Some(Import::of(row, &names));
    }
    Ok(payload)
}

fn mapped(input: ColumnMappingInput) -> Option<ColumnMapping> {
    let (entity, field) = input.entity.zip(input.field)?;
    // A negative column is out of range and refused as such.
    let column = u32::try_from(input.column).unwrap_or(u32::MAX);
    Some(ColumnMapping {
        column,
        entity: catalogue::Entity::from(entity).into(),
        field,
        rule: input.rule.into(),
    })
}

async fn payload(
    ctx: &Context<'_>,
    id: Uuid,
    done: Result<Option<i64>, Vec<UserError>>,
) -> ApiResult<ImportPayload> {
    let position = match done {
        Ok(position) => position,
        Err(user_errors) => return Ok(ImportPayload { import: None, position: None, user_errors }),
    };
    let stale = match position {
        Some(position) => stale_at(core(ctx), &[SPEC.name], position).await?,
        None => false,
    };
    let import = if stale { None } else { one(core(ctx), actor(ctx)?, id).await? };
    Ok(ImportPayload { import, position, user_errors: Vec::new() })
}
