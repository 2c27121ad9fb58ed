//! Changing the rules.

use async_graphql::{Context, Object, Result, SimpleObject};
use pivotal_commands::suppression::consent_rules::remove::remove_consent_rule;
use pivotal_commands::suppression::consent_rules::set::{SetConsentRule, set_consent_rule};
use pivotal_domain::suppression::consent_rules::rules::CountryRule;

use super::types::ConsentRuleSetInput;
use crate::graphql::payload::{UserError, run};
use crate::policy::directive::allow;

#[derive(Default)]
pub struct ConsentRuleMutation;

#[derive(Debug, SimpleObject)]
pub struct ConsentRulePayload {
    pub position: Option<i64>,
    pub user_errors: Vec<UserError>,
}

impl ConsentRulePayload {
    fn of(done: std::result::Result<Option<i64>, Vec<UserError>>) -> Self {
        match done {
            Ok(position) => ConsentRulePayload { position, user_errors: Vec::new() },
            Err(user_errors) => ConsentRulePayload { position: None, user_errors },
        }
    }
}

#[Object]
impl ConsentRuleMutation {
    /// What holds in a country from now on for people of whom nothing is known. What was decided before stays as it was.
    #[graphql(directive = allow::apply("CONSENT_RULES_MANAGE".into()))]
    async fn consent_rule_set(
        &self,
        ctx: &Context<'_>,
        input: ConsentRuleSetInput,
    ) -> Result<ConsentRulePayload> {
        let rule = CountryRule { email: input.email.into(), phone: input.phone.into() };
        let set = SetConsentRule { country: input.country, rule, note: input.note };
        let done =
            run(ctx, |context, actor| async move { set_consent_rule(&context, &actor, set).await }).await?;
        Ok(ConsentRulePayload::of(done.map(|done| done.position)))
    }

    /// The rule of all other countries holds in this one from now on.
    #[graphql(directive = allow::apply("CONSENT_RULES_MANAGE".into()))]
    async fn consent_rule_remove(&self, ctx: &Context<'_>, country: String) -> Result<ConsentRulePayload> {
        let done =
            run(ctx, |context, actor| async move { remove_consent_rule(&context, &actor, &country).await })
                .await?;
        Ok(ConsentRulePayload::of(done.map(|done| done.position)))
    }
}
