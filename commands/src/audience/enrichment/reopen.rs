//! Taking a rejection back: the suggestion waits again, and its evidence counts again.

use pivotal_domain::audience::accounts::Account;
use pivotal_domain::audience::enrichment::IndustrySuggestion;
use pivotal_domain::audience::enrichment::command::EnrichmentCommand;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use uuid::Uuid;

use crate::audience::record::reach::authorise_on;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, execute, no_jobs};

pub async fn reopen_industry(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
) -> Result<Executed<IndustrySuggestion>, CommandError> {
    let reach = authorise_on(actor, Entity::Account, Permission::AccountsEdit)?;
    let reach = reach.over::<Account>(ctx, id).await?;
    reach.check(&ctx.log.load::<Account>(id).await?.state.record)?;
    let at = ctx.now();
    execute::<IndustrySuggestion, _, _>(
        ctx,
        id,
        &actor.metadata(),
        None,
        |loaded| Ok(loaded.state.decide(EnrichmentCommand::Reopen { at })?),
        no_jobs,
    )
    .await
}
