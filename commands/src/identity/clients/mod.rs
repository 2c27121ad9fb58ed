//! Use cases on client organisations.

pub mod archive;
pub mod brands;
pub mod change;
pub mod create;
pub mod lists;
pub mod rename;
pub mod terms;
#[cfg(test)]
mod tests;
pub mod view;

use chrono::{DateTime, Utc};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::clients::error::ClientError;
use pivotal_domain::identity::clients::{Client, ClientCommand, keys};
use uuid::Uuid;

use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, Guarded, execute, no_jobs};

impl Guarded for Client {
    fn claims(&self) -> Vec<(&'static str, String)> {
        keys::claims(self)
    }

    fn match_keys(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }
}

/// One command on one client. That the actor may was asked before.
async fn on_client(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    command: impl Fn(DateTime<Utc>) -> ClientCommand,
) -> Result<Executed<Client>, CommandError> {
    let at = ctx.now();
    execute::<Client, _, _>(
        ctx,
        id,
        &actor.metadata(),
        None,
        |loaded| Ok(loaded.state.decide(command(at))?),
        no_jobs,
    )
    .await
}

/// Whether somebody of this organisation is shut out with it. Nobody else ever is.
pub(crate) async fn is_shut_out(ctx: &Context, client: Option<Uuid>) -> Result<bool, CommandError> {
    let Some(client) = client else { return Ok(false) };
    Ok(!ctx.log.load::<Client>(client).await?.state.is_open())
}

/// The log knows only that a value is taken; this use case knows which name that was.
fn name_taken(error: CommandError, name: &str) -> CommandError {
    match error {
        CommandError::Rejected(rejections)
            if rejections.iter().any(|rejection| rejection.code == "VALUE_TAKEN") =>
        {
            ClientError::NameTaken(name.trim().to_owned()).into()
        }
        other => other,
    }
}
