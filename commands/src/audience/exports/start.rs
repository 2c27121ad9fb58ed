//! Asking for an export: the event and its job are one transaction.

use pivotal_domain::audience::exports::Export;
use pivotal_domain::audience::exports::command::ExportCommand;
use pivotal_domain::audience::exports::error::ExportError;
use pivotal_domain::audience::exports::events::{ExportFormat, Request};
use pivotal_domain::audience::fields::catalogue::custom_name;
use pivotal_domain::identity::actor::Actor;
use pivotal_log::append::NewJob;
use uuid::Uuid;

use super::permission;
use super::run::{KIND, RunExport};
use crate::audience::custom_fields::definitions;
use crate::audience::record::asker::Asker;
use crate::authorise::authorise;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, Repeatable, execute_new};

/// `idempotency_key`: the same request again is answered with the export that it made.
pub async fn start_export(
    ctx: &Context,
    actor: &Actor,
    request: Request,
    idempotency_key: Option<&str>,
) -> Result<Executed<Export>, CommandError> {
    // The scope itself is applied where the rows are read.
    authorise(actor, permission(request.entity)).map(drop)?;
    refuse_archived(ctx, &request).await?;
    let (id, job, at) = (Uuid::now_v7(), Uuid::now_v7(), ctx.now());
    let repeatable = Repeatable::new(&actor.user_id.to_string(), idempotency_key, &request);
    let title = format!("Export {}s as {}", request.entity.as_str(), words(request.format));
    execute_new::<Export, _, _>(
        ctx,
        id,
        &actor.metadata(),
        repeatable,
        |export| Ok(export.decide(ExportCommand::Start { at, by: actor.user_id, request, job })?),
        |_, _| {
            let mut new =
                NewJob::new(job, KIND, title.clone(), RunExport { export_id: id, asker: Asker::of(actor) })?;
            new.unique_key = Some(format!("{KIND}:{id}"));
            new.max_attempts = 20;
            // Somebody waits in front of the screen.
            new.priority = 5;
            new.link = Some("/exports".to_owned());
            new.created_by = (!actor.is_system()).then_some(actor.user_id);
            Ok(vec![new])
        },
    )
    .await
}

/// A view may still name a field that was archived since.
async fn refuse_archived(ctx: &Context, request: &Request) -> Result<(), CommandError> {
    if !request.columns.iter().any(|column| custom_name(column).is_some()) {
        return Ok(());
    }
    let definitions = definitions(ctx, request.entity).await?;
    let archived =
        request.columns.iter().filter_map(|column| definitions.get(column)).find(|one| one.archived);
    match archived {
        Some(archived) => Err(ExportError::ColumnArchived { label: archived.label.clone() }.into()),
        None => Ok(()),
    }
}

fn words(format: ExportFormat) -> &'static str {
    match format {
        ExportFormat::Csv => "CSV",
        ExportFormat::Xlsx => "Excel file",
        ExportFormat::Json => "JSON",
    }
}
