//! Exporting a list of contacts or accounts: asking, writing the file, downloading, and the end of the file.

pub mod cancel;
pub mod expire;
pub mod file;
pub mod forget;
pub mod link;
mod room;
pub mod run;
pub mod start;
#[cfg(test)]
mod tests;

use chrono::{DateTime, Duration, Utc};
use pivotal_domain::audience::exports::error::ExportError;
use pivotal_domain::audience::exports::events::{Request, Written};
use pivotal_domain::audience::exports::{Export, may_see};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use uuid::Uuid;

use crate::authorise::authorise;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::Guarded;
use crate::ports::blob_store::BlobKey;

/// How long a file can be downloaded where no rule of retention says otherwise. It is a copy of personal data that nobody looks after.
pub const KEPT: Duration = Duration::days(7);

impl Guarded for Export {
    fn claims(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }

    fn match_keys(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }
}

/// One key per export: a run that died after writing the file writes it again in the same place.
pub fn key(export_id: Uuid) -> Result<BlobKey, CommandError> {
    let time = export_id.get_timestamp().map(|timestamp| timestamp.to_unix());
    let at = time.and_then(|(seconds, _)| DateTime::from_timestamp(seconds as i64, 0)).unwrap_or_default();
    BlobKey::new("export", at, export_id).map_err(CommandError::unexpected)
}

/// What a download needs to know.
#[derive(Debug, Clone)]
pub struct ExportedFile {
    pub name: String,
    pub content_type: &'static str,
    pub written: Written,
}

/// The file of an export, for those who may have it while there is one.
pub async fn exported_file(ctx: &Context, actor: &Actor, id: Uuid) -> Result<ExportedFile, CommandError> {
    authorise(actor, Permission::ExportsView).map(drop)?;
    let export = ctx.log.load::<Export>(id).await?.state;
    let Some(request) = export.request.as_ref().filter(|_| may_see(actor, export.by)) else {
        return Err(ExportError::NotFound.into());
    };
    // Who may no longer export contacts downloads no contacts either.
    authorise(actor, permission(request.entity)).map(drop)?;
    let written = export.file()?;
    if written.expires_at <= ctx.now() {
        return Err(ExportError::Expired.into());
    }
    Ok(ExportedFile {
        name: file_name(request, written.as_of),
        content_type: request.format.content_type(),
        written: written.clone(),
    })
}

pub fn permission(entity: Entity) -> Permission {
    match entity {
        Entity::Contact => Permission::ContactsExport,
        Entity::Account => Permission::AccountsExport,
    }
}

fn file_name(request: &Request, as_of: DateTime<Utc>) -> String {
    format!("{}s-{}.{}", request.entity.as_str(), as_of.format("%Y-%m-%d-%H%M"), request.format.as_str())
}
