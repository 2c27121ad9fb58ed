//! Asking for another address.

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::users::email::LoginEmail;
use pivotal_domain::identity::users::error::UserError;
use pivotal_domain::identity::users::{User, UserCommand};
use secrecy::SecretString;

use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, execute};
use crate::identity::users::change_password::must_be_password;
use crate::mail::letter::Letter;

/// Needs no permission: it reaches nobody but the actor.
pub async fn ask_for_email(
    ctx: &Context,
    actor: &Actor,
    password: &SecretString,
    email: &str,
) -> Result<Executed<User>, CommandError> {
    must_be_password(ctx, actor, password).await?;
    let email = LoginEmail::parse(email).map_err(UserError::from)?;
    let (user, at) = (actor.user_id, ctx.now());
    execute::<User, _, _>(
        ctx,
        user,
        &actor.metadata(),
        None,
        |loaded| Ok(loaded.state.decide(UserCommand::AskForEmail { email: email.clone(), at })?),
        |_, after| {
            let asked = after.asked_email.as_ref();
            let letter = asked.map(|asked| Letter::EmailAsked { user, until: asked.until });
            Ok(letter.map(|letter| letter.job(actor)).transpose()?.into_iter().collect())
        },
    )
    .await
}
