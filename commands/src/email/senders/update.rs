//! Another setup of a sender, all at once, as the form shows it.

use pivotal_domain::email::senders::error::SenderError;
use pivotal_domain::email::senders::setup::Draft;
use pivotal_domain::email::senders::{SenderCommand, SenderProfile};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use uuid::Uuid;

use super::{Accounts, must_be_in_use, must_not_be_default, on_sender};
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::Executed;

pub async fn change_sender(
    ctx: &Context,
    accounts: &Accounts,
    actor: &Actor,
    id: Uuid,
    draft: Draft,
) -> Result<Executed<SenderProfile>, CommandError> {
    authorise_all(actor, Permission::SettingsManage)?;
    let held = ctx.log.load::<SenderProfile>(id).await?.state;
    let held = held.setup.ok_or(SenderError::Unknown)?;
    let brand = draft.brand;
    let (who, setup) = draft.read(accounts)?;
    if brand != held.brand {
        must_be_in_use(ctx, brand).await?;
        must_not_be_default(ctx, id, held.brand).await?;
    }
    on_sender(ctx, actor, id, |at| SenderCommand::Change { who: who.clone(), setup: setup.clone(), at }).await
}
