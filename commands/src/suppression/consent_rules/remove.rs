//! A country has no rule of its own any more: that of all others holds there from now on.

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::suppression::consent_rules::command::ConsentRuleCommand;
use pivotal_domain::suppression::consent_rules::{ConsentRules, ID};

use super::country;
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, execute, no_jobs};

pub async fn remove_consent_rule(
    ctx: &Context,
    actor: &Actor,
    code: &str,
) -> Result<Executed<ConsentRules>, CommandError> {
    authorise_all(actor, Permission::ConsentRulesManage)?;
    let (country, at) = (country(code)?, ctx.now());
    execute::<ConsentRules, _, _>(
        ctx,
        ID,
        &actor.metadata(),
        None,
        |loaded| {
            let source = actor.source.clone();
            Ok(loaded.state.decide(ConsentRuleCommand::Remove { at, country, source })?)
        },
        no_jobs,
    )
    .await
}
