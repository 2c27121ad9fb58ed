//! An administrator gives somebody another address to sign in with.

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::users::email::LoginEmail;
use pivotal_domain::identity::users::error::UserError;
use pivotal_domain::identity::users::{User, UserCommand};
use uuid::Uuid;

use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, execute};
use crate::mail::letter::Letter;

/// An administrator sees who has an address already, so that one that is taken is said to be.
pub async fn correct_email(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    email: &str,
) -> Result<Executed<User>, CommandError> {
    authorise_all(actor, Permission::UsersManage)?;
    let email = LoginEmail::parse(email).map_err(UserError::from)?;
    let at = ctx.now();
    execute::<User, _, _>(
        ctx,
        id,
        &actor.metadata(),
        None,
        |loaded| Ok(loaded.state.decide(UserCommand::CorrectEmail { email: email.clone(), at })?),
        |_, _| Ok(vec![Letter::EmailCorrected { user: id }.job(actor)?]),
    )
    .await
}
