//! The file with the answer to a request for access: where it is, and whoever may open it.

use chrono::{DateTime, Duration};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::suppression::requests::Request;
use pivotal_domain::suppression::requests::error::RequestError;
use pivotal_domain::suppression::requests::outcome::AnswerFile;
use uuid::Uuid;

use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::ports::blob_store::BlobKey;

/// How long an answer can be downloaded. It holds everything about somebody, and nobody looks after it.
pub const KEPT: Duration = Duration::days(30);
pub const CONTENT_TYPE: &str = "application/zip";

/// One key per request: a run that died after writing the file writes it again in the same place.
pub fn key(request: Uuid) -> Result<BlobKey, CommandError> {
    let time = request.get_timestamp().map(|timestamp| timestamp.to_unix());
    let at = time.and_then(|(seconds, _)| DateTime::from_timestamp(seconds as i64, 0)).unwrap_or_default();
    BlobKey::new("request", at, request).map_err(CommandError::unexpected)
}

/// The file, while there is one.
pub async fn answer_file(ctx: &Context, actor: &Actor, id: Uuid) -> Result<AnswerFile, CommandError> {
    authorise_all(actor, Permission::PrivacyRequests)?;
    Ok(ctx.log.load::<Request>(id).await?.state.file(ctx.now())?.clone())
}

/// The answered request itself, for its proof.
pub async fn answered(ctx: &Context, actor: &Actor, id: Uuid) -> Result<Request, CommandError> {
    authorise_all(actor, Permission::PrivacyRequests)?;
    let request = ctx.log.load::<Request>(id).await?.state;
    if request.taken.is_none() {
        return Err(RequestError::Unknown.into());
    }
    Ok(request)
}
