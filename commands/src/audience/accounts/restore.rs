//! Bringing an archived account back.

use pivotal_domain::audience::accounts::Account;
use pivotal_domain::audience::accounts::command::AccountCommand;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use uuid::Uuid;

use crate::audience::contacts::source_of;
use crate::audience::record::reach::authorise_on;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, Repeatable, execute, no_jobs};

#[derive(Debug, Clone)]
pub struct RestoreAccount {
    pub id: Uuid,
    pub idempotency_key: Option<String>,
}

pub async fn restore_account(
    ctx: &Context,
    actor: &Actor,
    input: RestoreAccount,
) -> Result<Executed<Account>, CommandError> {
    let reach = authorise_on(actor, Entity::Account, Permission::AccountsArchive)?
        .over::<Account>(ctx, input.id)
        .await?;
    let repeatable =
        Repeatable::new(&actor.user_id.to_string(), input.idempotency_key.as_deref(), &("restore", input.id));
    let (source, at) = (source_of(actor), ctx.now());
    execute::<Account, _, _>(
        ctx,
        input.id,
        &actor.metadata(),
        repeatable,
        |loaded| {
            reach.check(&loaded.state.record)?;
            Ok(loaded.state.decide(AccountCommand::Restore { source: source.clone(), at })?)
        },
        no_jobs,
    )
    .await
}
