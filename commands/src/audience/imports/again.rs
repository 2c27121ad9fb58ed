//! The same settings once more: with the same file, or (see the upload) with another of the same columns.

use pivotal_domain::audience::imports::Import;
use pivotal_domain::audience::imports::error::ImportError;
use pivotal_domain::audience::imports::events::{Parent, Upload};
use pivotal_domain::audience::imports::headings::carried;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use uuid::Uuid;

use super::child;
use super::map::{MapImport, authorise_rules, map_import, refuse_archived};
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, execute_new, no_jobs};
use crate::ports::blob_store::BlobKey;

/// Answers with the new import, mapped and not started. It has a copy of the file, so that each can forget on its own.
pub async fn import_again(ctx: &Context, actor: &Actor, id: Uuid) -> Result<Executed<Import>, CommandError> {
    authorise_all(actor, Permission::ImportsRun)?;
    let parent = ctx.log.load::<Import>(id).await?;
    if !parent.exists() {
        return Err(ImportError::NotFound.into());
    }
    let parent = parent.state;
    parent.must_have_ended()?;
    parent.must_have_files()?;
    authorise_rules(actor, &parent.mapping)?;
    refuse_archived(ctx, &parent.mapping).await?;
    let (child, at) = (Uuid::now_v7(), ctx.now());
    let from: BlobKey = parent.file_key.parse().map_err(CommandError::unexpected)?;
    let key = BlobKey::new("import", at, child).map_err(CommandError::unexpected)?;
    let file = ctx.blobs.get_stream(&from, None).await.map_err(CommandError::unexpected)?;
    let stored = ctx.blobs.put_stream(&key, &file.content_type, file.body).await;
    let meta = stored.map_err(CommandError::unexpected)?;
    let format = parent.format.clone().ok_or(ImportError::NotFound)?;
    let upload = Upload {
        name: parent.name.clone(),
        file_name: parent.file_name.clone(),
        file_key: key.as_str().to_owned(),
        file_size: meta.size,
        file_hash: meta.sha256,
        format,
        sheets: Vec::new(),
        sheet: None,
        parent: Some(Parent { import: id, fixes: Vec::new() }),
    };
    execute_new::<Import, _, _>(
        ctx,
        child,
        &actor.metadata(),
        None,
        |_| Ok(child::decided(&parent, at, upload, None)?),
        no_jobs,
    )
    .await
}

/// Maps an import like another, by its headings. Nothing when too little of them is there: then it waits for a person.
pub async fn map_like(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    like: Uuid,
) -> Result<Option<Executed<Import>>, CommandError> {
    let other = ctx.log.load::<Import>(like).await?;
    if !other.exists() {
        return Err(ImportError::NotFound.into());
    }
    let (other, import) = (other.state, ctx.log.load::<Import>(id).await?.state);
    let headers = |import: &Import| import.format.as_ref().map(|format| format.headers.clone());
    let (from, to) = (headers(&other).unwrap_or_default(), headers(&import).unwrap_or_default());
    let map = MapImport {
        id,
        name: None,
        default_country: other.default_country,
        mapping: carried(&other.mapping, &from, &to),
        kind: other.kind,
        supplied_by: other.supplied_by,
    };
    match map_import(ctx, actor, map).await {
        Ok(mapped) => Ok(Some(mapped)),
        Err(CommandError::Rejected(_)) => Ok(None),
        Err(error) => Err(error),
    }
}
