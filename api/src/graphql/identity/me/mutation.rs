//! Changing what is one's own.

use async_graphql::{Context, InputObject, Json, Object, Result, SimpleObject};
use pivotal_commands::identity::users::preferences::save_preferences;
use serde_json::Value;

use super::types::Me;
use crate::graphql::payload::{UserError, outcome};
use crate::graphql::{actor, core};
use crate::policy::SIGNED_IN;
use crate::policy::directive::allow;
use crate::run_command::run_command;

#[derive(Default)]
pub struct MeMutation;

#[derive(Debug, InputObject)]
pub struct PreferencesInput {
    /// Replaces what was saved.
    pub preferences: Json<Value>,
}

#[derive(Debug, SimpleObject)]
pub struct MePayload {
    pub me: Option<Me>,
    pub user_errors: Vec<UserError>,
}

#[Object]
impl MeMutation {
    #[graphql(directive = allow::apply(SIGNED_IN.into()))]
    async fn preferences_save(&self, ctx: &Context<'_>, input: PreferencesInput) -> Result<MePayload> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        let (context, saver) = (core.context.clone(), actor.clone());
        let saved =
            run_command(async move { save_preferences(&context, &saver, input.preferences.0).await }).await;
        let development = core.config.mode.is_development();
        Ok(match outcome(saved)? {
            Ok(_) => MePayload { me: Some(Me::of(actor, development)), user_errors: Vec::new() },
            Err(user_errors) => MePayload { me: None, user_errors },
        })
    }
}
