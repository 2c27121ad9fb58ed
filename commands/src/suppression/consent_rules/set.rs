//! Another rule for a country, from now on. Undone by setting it back.

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::suppression::consent_rules::command::ConsentRuleCommand;
use pivotal_domain::suppression::consent_rules::rules::CountryRule;
use pivotal_domain::suppression::consent_rules::{ConsentRules, ID};

use super::country;
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, execute, no_jobs};

#[derive(Debug, Clone)]
pub struct SetConsentRule {
    /// Two letters, or `*`.
    pub country: String,
    pub rule: CountryRule,
    pub note: Option<String>,
}

pub async fn set_consent_rule(
    ctx: &Context,
    actor: &Actor,
    input: SetConsentRule,
) -> Result<Executed<ConsentRules>, CommandError> {
    authorise_all(actor, Permission::ConsentRulesManage)?;
    let SetConsentRule { country: code, rule, note } = input;
    let (country, at) = (country(&code)?, ctx.now());
    execute::<ConsentRules, _, _>(
        ctx,
        ID,
        &actor.metadata(),
        None,
        |loaded| {
            let (note, source) = (note.clone(), actor.source.clone());
            Ok(loaded.state.decide(ConsentRuleCommand::Set { at, country, rule, note, source })?)
        },
        no_jobs,
    )
    .await
}
