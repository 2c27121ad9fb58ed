//! Reading the rules.

use async_graphql::{Context, Object, Result};
use pivotal_commands::identity::access_rules::access_rules;

use super::types::AccessRules;
use crate::errors::ApiError;
use crate::graphql::{actor, core};
use crate::policy::directive::allow;

#[derive(Default)]
pub struct AccessRulesQuery;

#[Object]
impl AccessRulesQuery {
    /// What everybody must bring to be let in.
    #[graphql(directive = allow::apply("SETTINGS_MANAGE".into()))]
    async fn access_rules(&self, ctx: &Context<'_>) -> Result<AccessRules> {
        let rules = access_rules(&core(ctx).context, actor(ctx)?).await.map_err(ApiError::from)?;
        Ok(rules.into())
    }
}
