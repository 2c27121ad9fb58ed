//! Taking back one event of an account with a compensating one.

use pivotal_domain::audience::accounts::Account;
use pivotal_domain::audience::accounts::command::AccountCommand;
use pivotal_domain::audience::accounts::events::AccountEvent;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::record::source::Source;
use pivotal_domain::audience::record::write::Write;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_log::reader;
use uuid::Uuid;

use super::{ancestors, link_waiting_contacts};
use crate::audience::merge::undone_as_a_whole;
use crate::audience::record::reach::authorise_on;
use crate::audience::record::restriction::may_take_back;
use crate::audience::record::undo::compensation::compensation;
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
    let mut reach = authorise_on(actor, Entity::Account, Permission::AccountsEdit)?
        .over::<Account>(ctx, input.id)
        .await?;
    let entries = reader::read_record(&ctx.log.pools.write, "account", input.id).await?;
    let entry = entries
        .iter()
        .find(|entry| entry.position == input.position)
        .ok_or_else(|| CommandError::NotFound("This account has no such change.".into()))?;
    let event: AccountEvent = entry.event(&Default::default(), ctx.log.upcasters())?;
    if archives_or_restores(&event) {
        reach = reach.and(Permission::AccountsArchive)?.over::<Account>(ctx, input.id).await?;
    }
    let above = match &event {
        AccountEvent::AccountFieldsChanged { changes, .. } => {
            ancestors(ctx, &compensation(Entity::Account, &Default::default(), changes, true)?).await?
        }
        AccountEvent::AccountCreated { .. }
        | AccountEvent::AccountArchived { .. }
        | AccountEvent::AccountRestored { .. }
        | AccountEvent::AccountMerged { .. }
        | AccountEvent::AccountMergedInto { .. }
        | AccountEvent::AccountUnmerged { .. } => Vec::new(),
    };
    if let AccountEvent::AccountFieldsChanged { changes, .. } = &event {
        may_take_back(actor, changes)?;
    }
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
            reach.check(&loaded.state.record)?;
            let account = &loaded.state;
            let command = match &event {
                AccountEvent::AccountFieldsChanged { changes, .. } => AccountCommand::Write {
                    write: Write {
                        source: source.clone(),
                        at,
                        values: compensation(Entity::Account, &account.record, changes, input.force)?,
                    },
                    id: input.id,
                    ancestors: above.clone(),
                },
                AccountEvent::AccountMerged { .. }
                | AccountEvent::AccountMergedInto { .. }
                | AccountEvent::AccountUnmerged { .. } => return Err(undone_as_a_whole()),
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

/// Then undoing the event is the opposite, which takes the same permission as doing it by hand.
fn archives_or_restores(event: &AccountEvent) -> bool {
    match event {
        AccountEvent::AccountCreated { .. }
        | AccountEvent::AccountArchived { .. }
        | AccountEvent::AccountRestored { .. } => true,
        AccountEvent::AccountFieldsChanged { .. }
        | AccountEvent::AccountMerged { .. }
        | AccountEvent::AccountMergedInto { .. }
        | AccountEvent::AccountUnmerged { .. } => false,
    }
}
