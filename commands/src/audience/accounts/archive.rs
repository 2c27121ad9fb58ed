//! Archiving: the account leaves every list and keeps its history; it can be restored.

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
use crate::reason::check_reason;

#[derive(Debug, Clone)]
pub struct ArchiveAccount {
    pub id: Uuid,
    /// Shown in the history.
    pub reason: Option<String>,
    pub idempotency_key: Option<String>,
}

pub async fn archive_account(
    ctx: &Context,
    actor: &Actor,
    input: ArchiveAccount,
) -> Result<Executed<Account>, CommandError> {
    let reach = authorise_on(actor, Entity::Account, Permission::AccountsArchive)?
        .over::<Account>(ctx, input.id)
        .await?;
    check_reason(input.reason.as_deref())?;
    let repeatable =
        Repeatable::new(&actor.user_id.to_string(), input.idempotency_key.as_deref(), &("archive", input.id));
    let (source, at) = (source_of(actor), ctx.now());
    execute::<Account, _, _>(
        ctx,
        input.id,
        &actor.metadata(),
        repeatable,
        |loaded| {
            reach.check(&loaded.state.record)?;
            Ok(loaded.state.decide(AccountCommand::Archive {
                source: source.clone(),
                at,
                reason: input.reason.clone(),
            })?)
        },
        no_jobs,
    )
    .await
}
