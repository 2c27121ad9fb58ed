//! Saying no to a suggestion. It is remembered: nothing is suggested from the same evidence again.

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
use crate::reason::check_reason;

#[derive(Debug, Clone)]
pub struct RejectIndustry {
    pub id: Uuid,
    /// For whoever wonders later, and for whoever mends the rules.
    pub reason: Option<String>,
}

pub async fn reject_industry(
    ctx: &Context,
    actor: &Actor,
    input: RejectIndustry,
) -> Result<Executed<IndustrySuggestion>, CommandError> {
    let reach = authorise_on(actor, Entity::Account, Permission::AccountsEdit)?;
    let reach = reach.over::<Account>(ctx, input.id).await?;
    reach.check(&ctx.log.load::<Account>(input.id).await?.state.record)?;
    check_reason(input.reason.as_deref())?;
    let at = ctx.now();
    execute::<IndustrySuggestion, _, _>(
        ctx,
        input.id,
        &actor.metadata(),
        None,
        |loaded| {
            let reason = input.reason.clone();
            Ok(loaded.state.decide(EnrichmentCommand::Reject { at, reason })?)
        },
        no_jobs,
    )
    .await
}
