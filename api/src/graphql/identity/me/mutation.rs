//! Changing what is one's own.

use async_graphql::{Context, InputObject, Json, Object, Result, SimpleObject};
use pivotal_commands::identity::users::change_password::{ChangePassword, change_password};
use pivotal_commands::identity::users::email_change::ask::ask_for_email;
use pivotal_commands::identity::users::preferences::save_preferences;
use pivotal_commands::identity::users::profile::change_own_name;
use pivotal_domain::identity::actor::Actor;
use secrecy::SecretString;
use serde_json::Value;

use super::types::Me;
use crate::graphql::identity::sessions::types::current;
use crate::graphql::payload::{UserError, outcome, run};
use crate::graphql::{actor, core};
use crate::policy::IN_PERSON;
use crate::policy::directive::allow;
use crate::run_command::run_command;

#[derive(Default)]
pub struct MeMutation;

#[derive(Debug, InputObject)]
pub struct PreferencesInput {
    /// Replaces what was saved.
    pub preferences: Json<Value>,
}

#[derive(Debug, InputObject)]
pub struct ProfileChangeInput {
    pub name: String,
}

#[derive(InputObject)]
pub struct PasswordChangeInput {
    #[graphql(secret)]
    pub current: String,
    #[graphql(secret)]
    pub new: String,
}

#[derive(InputObject)]
pub struct EmailChangeAskInput {
    pub email: String,
    #[graphql(secret)]
    pub password: String,
}

/// The same whether or not somebody signs in with the address.
#[derive(Debug, SimpleObject)]
pub struct EmailChangeAskPayload {
    pub user_errors: Vec<UserError>,
}

#[derive(Debug, SimpleObject)]
pub struct PasswordChangePayload {
    pub position: Option<i64>,
    pub user_errors: Vec<UserError>,
}

#[derive(Debug, SimpleObject)]
pub struct MePayload {
    pub me: Option<Me>,
    pub user_errors: Vec<UserError>,
}

#[Object]
impl MeMutation {
    #[graphql(directive = allow::apply(IN_PERSON.into()))]
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

    /// Changes what you are called.
    #[graphql(directive = allow::apply(IN_PERSON.into()))]
    async fn profile_change(&self, ctx: &Context<'_>, input: ProfileChangeInput) -> Result<MePayload> {
        let changed =
            run(
                ctx,
                move |context, actor| async move { change_own_name(&context, &actor, input.name).await },
            );
        let development = core(ctx).config.mode.is_development();
        Ok(match changed.await? {
            Ok(done) => {
                let me = Actor { name: done.state.name, ..actor(ctx)?.clone() };
                MePayload { me: Some(Me::of(&me, development)), user_errors: Vec::new() }
            }
            Err(user_errors) => MePayload { me: None, user_errors },
        })
    }

    /// Changes your password; all your other sessions end.
    #[graphql(directive = allow::apply(IN_PERSON.into()))]
    async fn password_change(
        &self,
        ctx: &Context<'_>,
        input: PasswordChangeInput,
    ) -> Result<PasswordChangePayload> {
        let input = ChangePassword {
            current: SecretString::from(input.current),
            new: SecretString::from(input.new),
            session: current(ctx)?,
        };
        let changed =
            run(ctx, move |context, actor| async move { change_password(&context, &actor, input).await });
        Ok(match changed.await? {
            Ok(done) => PasswordChangePayload { position: done.position, user_errors: Vec::new() },
            Err(user_errors) => PasswordChangePayload { position: None, user_errors },
        })
    }

    /// Asks to sign in with another address. It changes when its link is followed; the old one can take it back for a week.
    #[graphql(directive = allow::apply(IN_PERSON.into()))]
    async fn email_change_ask(
        &self,
        ctx: &Context<'_>,
        input: EmailChangeAskInput,
    ) -> Result<EmailChangeAskPayload> {
        let EmailChangeAskInput { email, password } = input;
        let password = SecretString::from(password);
        let asked = run(ctx, move |context, actor| async move {
            ask_for_email(&context, &actor, &password, &email).await
        });
        Ok(EmailChangeAskPayload { user_errors: asked.await?.err().unwrap_or_default() })
    }
}
