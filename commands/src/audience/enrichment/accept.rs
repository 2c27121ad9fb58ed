//! Saying yes to a suggestion: the account's fields are written with it, in one transaction.

use pivotal_domain::audience::accounts::Account;
use pivotal_domain::audience::accounts::command::AccountCommand;
use pivotal_domain::audience::enrichment::IndustrySuggestion;
use pivotal_domain::audience::enrichment::command::EnrichmentCommand;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::record::source::Source;
use pivotal_domain::audience::record::write::Write;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_log::append::{Append, Lane};
use uuid::Uuid;

use crate::audience::record::reach::authorise_on;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{ATTEMPTS, Executed, after, guard_changes};

/// Answers with the account. What was accepted and has been taken back since is accepted again; what the account holds already is
/// nothing to do.
pub async fn accept_industry(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
) -> Result<Executed<Account>, CommandError> {
    let reach =
        authorise_on(actor, Entity::Account, Permission::AccountsEdit)?.over::<Account>(ctx, id).await?;
    for _ in 0..ATTEMPTS {
        let suggestion = ctx.log.load::<IndustrySuggestion>(id).await?;
        let account = ctx.log.load::<Account>(id).await?;
        reach.check(&account.state.record)?;
        let (at, metadata) = (ctx.now(), actor.metadata());
        let again = !suggestion.state.is_held(&account.state.record);
        let accepted = suggestion.state.decide(EnrichmentCommand::Accept { at, again })?;
        let write = Write { source: Source::Enrichment, at, values: suggestion.state.values() };
        let changed = account.state.decide(AccountCommand::Write { write, id, ancestors: vec![] })?;
        let after = after(&account.state, &changed);
        let sequence = account.sequence + changed.len() as i64;
        let mut append = Append::new(Lane::Interactive);
        append.guards = guard_changes(&ctx.log.blind, id, &account.state, &after);
        // The account's change last: the position that is answered is the one to undo it by.
        append.events::<IndustrySuggestion>(id, suggestion.sequence, accepted, &metadata)?;
        append.events::<Account>(id, account.sequence, changed, &metadata)?;
        if append.is_empty() {
            return Ok(Executed { id, state: after, sequence, position: None });
        }
        match ctx.log.append(append).await.map_err(CommandError::from) {
            Ok(position) => return Ok(Executed { id, state: after, sequence, position: Some(position) }),
            Err(CommandError::Conflict) => {}
            Err(error) => return Err(error),
        }
    }
    Err(CommandError::Conflict)
}
