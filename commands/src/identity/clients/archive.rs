//! A client organisation nobody works for any more: it refuses new use and keeps everything. Its users stay, and come in again when it
//! is restored; until then no session lets them in.

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::clients::{Client, ClientCommand};
use pivotal_domain::identity::permission::Permission;
use uuid::Uuid;

use super::on_client;
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::Executed;
use crate::identity::sessions::revoke::revoke_all_of_client;

pub async fn archive_client(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    reason: Option<String>,
) -> Result<Executed<Client>, CommandError> {
    authorise_all(actor, Permission::ClientsManage)?;
    let archived =
        on_client(ctx, actor, id, |at| ClientCommand::Archive { reason: reason.clone(), at }).await?;
    // Authentication refuses them by itself; this makes their sessions end for good, also after a restoring.
    revoke_all_of_client(ctx, id).await?;
    Ok(archived)
}

pub async fn restore_client(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
) -> Result<Executed<Client>, CommandError> {
    authorise_all(actor, Permission::ClientsManage)?;
    on_client(ctx, actor, id, |at| ClientCommand::Restore { at }).await
}
