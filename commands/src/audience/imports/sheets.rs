//! Choosing another sheet of an uploaded workbook.

use pivotal_domain::audience::imports::Import;
use pivotal_domain::audience::imports::command::ImportCommand;
use pivotal_domain::audience::imports::error::ImportError;
use pivotal_domain::audience::imports::events::ChosenSheet;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use uuid::Uuid;

use super::converted::{convert_stored, table_of, workbook_of};
use super::preview;
use super::upload::{name_with_sheet, refused};
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::{CommandError, Rejection};
use crate::execute::{Executed, execute, no_jobs};
use crate::ports::blob_store::BlobKey;

/// What was mapped is forgotten: another sheet has other columns.
pub async fn choose_sheet(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    sheet: &str,
) -> Result<Executed<Import>, CommandError> {
    authorise_all(actor, Permission::ImportsRun)?;
    let before = ctx.log.load::<Import>(id).await?;
    if !before.exists() {
        return Err(ImportError::NotFound.into());
    }
    let before = before.state;
    before.may_choose_sheet()?;
    let table: BlobKey = before.file_key.parse().map_err(CommandError::unexpected)?;
    let workbook = workbook_of(&table).ok_or(ImportError::NoSheets)?;
    let same = |name: &str| name.trim().to_lowercase() == sheet.trim().to_lowercase();
    let found = before.sheets.iter().position(|one| same(&one.name));
    let Some((number, chosen)) = found.map(|at| (at, before.sheets[at].name.clone())) else {
        let names: Vec<String> = before.sheets.iter().map(|one| format!("{:?}", one.name)).collect();
        return Err(CommandError::rejected(Rejection::of_field(
            "sheet",
            "FILE_SHEET_UNKNOWN",
            format!("The workbook has no sheet {sheet:?}. It has {}.", names.join(", ")),
        )));
    };
    if !ctx.blobs.exists(&workbook).await.map_err(CommandError::unexpected)? {
        return Err(CommandError::rejected(Rejection::of_field(
            "sheet",
            "FILE_GONE",
            "The workbook is not kept any more, because a person was erased since it was uploaded. Upload it again to take another sheet.",
        )));
    }
    let new = table_of(&workbook, Some(number))?;
    let converted = convert_stored(ctx, &workbook, &new, Some(chosen.clone())).await?.map_err(refused)?;
    let (at, file_name) = (ctx.now(), before.file_name.clone());
    let sheet = ChosenSheet {
        name: name_with_sheet(&file_name, Some(&chosen)),
        sheet: chosen,
        file_key: new.as_str().to_owned(),
        format: converted.detected.format,
    };
    let done = execute::<Import, _, _>(
        ctx,
        id,
        &actor.metadata(),
        None,
        |loaded| Ok(loaded.state.decide(ImportCommand::ChooseSheet { at, sheet: sheet.clone() })?),
        no_jobs,
    )
    .await?;
    preview::start::stop(ctx, &before).await?;
    if table != new {
        ctx.blobs.delete(&table).await.map_err(CommandError::unexpected)?;
    }
    Ok(done)
}
