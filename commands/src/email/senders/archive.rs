//! A sender nobody sends with any more. What was sent with it keeps its name.

use pivotal_domain::email::senders::error::SenderError;
use pivotal_domain::email::senders::{SenderCommand, SenderProfile};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use uuid::Uuid;

use super::{must_be_in_use, must_not_be_default, on_sender};
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::Executed;

pub async fn archive_sender(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
) -> Result<Executed<SenderProfile>, CommandError> {
    authorise_all(actor, Permission::SettingsManage)?;
    must_not_be_default(ctx, id, brand_of(ctx, id).await?).await?;
    on_sender(ctx, actor, id, |at| SenderCommand::Archive { at }).await
}

pub async fn restore_sender(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
) -> Result<Executed<SenderProfile>, CommandError> {
    authorise_all(actor, Permission::SettingsManage)?;
    must_be_in_use(ctx, brand_of(ctx, id).await?).await?;
    on_sender(ctx, actor, id, |at| SenderCommand::Restore { at }).await
}

async fn brand_of(ctx: &Context, id: Uuid) -> Result<Uuid, CommandError> {
    let setup = ctx.log.load::<SenderProfile>(id).await?.state.setup;
    Ok(setup.ok_or(SenderError::Unknown)?.brand)
}
