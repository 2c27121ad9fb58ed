//! A person is erased: the files that proved their consent go. What the log holds of it lies under their key and goes with that.

use pivotal_domain::suppression::consents::{Consent, id_of};
use uuid::Uuid;

use crate::context::Context;
use crate::error::CommandError;
use crate::ports::blob_store::BlobKey;

/// Can be done again: deleting what is gone is no error.
pub async fn forget(ctx: &Context, contact: Uuid) -> Result<(), CommandError> {
    let consent = ctx.log.load::<Consent>(id_of(contact)).await?.state;
    for file in consent.statements.iter().filter_map(|statement| statement.file.as_ref()) {
        let key: BlobKey = file.key.parse().map_err(CommandError::unexpected)?;
        ctx.blobs.delete(&key).await.map_err(CommandError::unexpected)?;
    }
    Ok(())
}
