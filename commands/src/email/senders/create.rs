//! A new sender.

use pivotal_domain::email::senders::setup::Draft;
use pivotal_domain::email::senders::{SenderCommand, SenderProfile};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use uuid::Uuid;

use super::{Accounts, first_check, must_be_in_use};
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, Repeatable, execute};

pub async fn create_sender(
    ctx: &Context,
    accounts: &Accounts,
    actor: &Actor,
    draft: Draft,
    idempotency_key: Option<&str>,
) -> Result<Executed<SenderProfile>, CommandError> {
    authorise_all(actor, Permission::SettingsManage)?;
    let repeatable = Repeatable::new(&actor.user_id.to_string(), idempotency_key, &("create_sender", &draft));
    let brand = draft.brand;
    let (who, setup) = draft.read(accounts)?;
    must_be_in_use(ctx, brand).await?;
    let (id, at) = (Uuid::now_v7(), ctx.now());
    let command = SenderCommand::Create { who, setup, at };
    execute::<SenderProfile, _, _>(
        ctx,
        id,
        &actor.metadata(),
        repeatable,
        |loaded| Ok(loaded.state.decide(command.clone())?),
        |_, after| first_check(actor, id, after),
    )
    .await
}
