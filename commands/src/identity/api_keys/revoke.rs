//! Revoking a key: it lets nobody in any more, at once and in every process.

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::api_keys::{ApiKey, ApiKeyCommand};
use pivotal_domain::identity::permission::Permission;
use uuid::Uuid;

use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, execute, no_jobs};

/// Anybody's, by whoever manages keys.
pub async fn revoke_api_key(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
) -> Result<Executed<ApiKey>, CommandError> {
    authorise_all(actor, Permission::ApiKeysManage)?;
    let at = ctx.now();
    execute::<ApiKey, _, _>(
        ctx,
        id,
        &actor.metadata(),
        None,
        |loaded| Ok(loaded.state.decide(ApiKeyCommand::Revoke { at })?),
        no_jobs,
    )
    .await
}
