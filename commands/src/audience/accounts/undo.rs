//! Taking back one event of an account with a compensating one.

use pivotal_domain::audience::accounts::Account;
use pivotal_domain::audience::accounts::command::AccountCommand;
use pivotal_domain::audience::accounts::events::AccountEvent;
use pivotal_domain::audience::record::source::Source;
use pivotal_domain::audience::record::write::Write;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_log::reader;
use uuid::Uuid;

use super::{ancestors, link_waiting_contacts};
use crate::audience::record::undo::compensation;
use crate::authorise::authorise;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, Repeatable, execute};

#[derive(Debug, Clone)]
pub struct UndoAccount {
    pub id: Uuid,
    /// Of the event to take back.
    pub position: i64,
    /// Overwrite what was changed since.
    pub force: bool,
    pub idempotency_key: Option<String>,
}

pub async fn undo_account(
    ctx: &Context,
    actor: &Actor,
    input: UndoAccount,
) -> Result<Executed<Account>, CommandError> {
    authorise(actor, Permission::AccountsEdit)?;
    let entries = reader::read_record(&ctx.log.pools.write, "account", input.id).await?;
    let entry = entries
        .iter()
        .find(|entry| entry.position == input.position)
        .ok_or_else(|| CommandError::NotFound("This account has no such change.".into()))?;
    let event: AccountEvent = entry.event(&Default::default(), ctx.log.upcasters())?;
    if matches!(event, AccountEvent::AccountArchived { .. } | AccountEvent::AccountCreated { .. }) {
        authorise(actor, Permission::AccountsArchive)?;
    }
    let above = match &event {
        AccountEvent::AccountFieldsChanged { changes, .. } => {
            ancestors(ctx, &compensation(&Default::default(), changes, true)?).await?
        }
        AccountEvent::AccountCreated { .. }
        | AccountEvent::AccountArchived { .. }
        | AccountEvent::AccountRestored { .. } => Vec::new(),
    };
    let (source, at) = (Source::Undo { position: input.position }, ctx.now());
    let mut metadata = actor.metadata();
    metadata.causation = Some(input.position);
    let repeatable = Repeatable::new(
        &actor.user_id.to_string(),
        input.idempotency_key.as_deref(),
        &("undo", input.id, input.position, input.force),
    );
    execute::<Account, _, _>(
        ctx,
        input.id,
        &metadata,
        repeatable,
        |loaded| {
            let account = &loaded.state;
            let command = match &event {
                AccountEvent::AccountFieldsChanged { changes, .. } => AccountCommand::Write {
                    write: Write {
                        source: source.clone(),
                        at,
                        values: compensation(&account.record, changes, input.force)?,
                    },
                    id: input.id,
                    ancestors: above.clone(),
                },
                AccountEvent::AccountArchived { .. } => {
                    AccountCommand::Restore { source: source.clone(), at }
                }
                AccountEvent::AccountCreated { .. } | AccountEvent::AccountRestored { .. } => {
                    AccountCommand::Archive { source: source.clone(), at, reason: Some("undone".into()) }
                }
            };
            Ok(account.decide(command)?)
        },
        link_waiting_contacts(input.id),
    )
    .await
}
