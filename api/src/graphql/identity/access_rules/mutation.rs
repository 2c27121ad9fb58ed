//! Changing the rules.

use async_graphql::{Context, InputObject, Object, Result, SimpleObject};
use pivotal_commands::identity::access_rules::access_rules;
use pivotal_commands::identity::access_rules::require_second_step::require_second_step;
use pivotal_domain::identity::access_rules as domain;

use super::types::{AccessRules, SecondStepFor};
use crate::graphql::payload::{UserError, run};
use crate::policy::directive::allow;

#[derive(Default)]
pub struct AccessRulesMutation;

/// What is not named stays.
#[derive(Debug, InputObject)]
pub struct AccessRulesSetInput {
    pub second_step_for: Option<SecondStepFor>,
}

#[derive(Debug, SimpleObject)]
pub struct AccessRulesPayload {
    pub access_rules: Option<AccessRules>,
    pub user_errors: Vec<UserError>,
}

#[Object]
impl AccessRulesMutation {
    /// Holds from the next request on, for who is signed in already, too.
    #[graphql(directive = allow::apply("SETTINGS_MANAGE".into()))]
    async fn access_rules_set(
        &self,
        ctx: &Context<'_>,
        input: AccessRulesSetInput,
    ) -> Result<AccessRulesPayload> {
        let of: Option<domain::SecondStepFor> = input.second_step_for.map(Into::into);
        let done = run(ctx, move |context, actor| async move {
            match of {
                Some(of) => Ok(require_second_step(&context, &actor, of).await?.state),
                None => access_rules(&context, &actor).await,
            }
        });
        Ok(match done.await? {
            Ok(rules) => AccessRulesPayload { access_rules: Some(rules.into()), user_errors: Vec::new() },
            Err(user_errors) => AccessRulesPayload { access_rules: None, user_errors },
        })
    }
}
