//! Reads that matter are on record: who took which file out, and when.

use pivotal_domain::identity::actor::Actor;
use pivotal_log::append::{Append, Lane, NewFact};
use serde_json::json;
use uuid::Uuid;

use crate::context::Context;
use crate::error::CommandError;

pub const FILE_DOWNLOADED: &str = "file_downloaded";

/// Notes a download before the first byte goes out. `file` is the stored key, which says nothing about anybody.
pub async fn note_download(
    ctx: &Context,
    actor: &Actor,
    about_type: &'static str,
    about_id: Uuid,
    file: &str,
) -> Result<(), CommandError> {
    let mut append = Append::new(Lane::Interactive);
    append.facts.push(NewFact {
        kind: FILE_DOWNLOADED,
        version: "1.0",
        about_type,
        about_id,
        payload: json!({ "FileDownloaded": { "file": file } }),
        metadata: actor.metadata(),
        personal: &[],
        subject: None,
    });
    ctx.log.append(append).await?;
    Ok(())
}
