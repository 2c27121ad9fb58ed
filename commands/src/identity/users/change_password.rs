//! Changing one's own password. Every other session of the user ends.

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::users::error::UserError;
use pivotal_domain::identity::users::events::PasswordChange;
use pivotal_domain::identity::users::{User, UserCommand};
use secrecy::SecretString;
use uuid::Uuid;

use super::password_strength::check_strength;
use super::passwords::Verdict;
use super::{credentials, passwords};
use crate::context::Context;
use crate::error::{CommandError, Rejection};
use crate::execute::{Executed, execute};
use crate::identity::sessions::attempts;
use crate::identity::sessions::revoke::{Because, revoke_all_of};
use crate::mail::security::Notice;

#[derive(Debug, Clone)]
pub struct ChangePassword {
    pub current: SecretString,
    pub new: SecretString,
    /// The session this is asked in; it stays.
    pub session: Uuid,
}

/// Needs no permission: it reaches nobody but the actor.
pub async fn change_password(
    ctx: &Context,
    actor: &Actor,
    input: ChangePassword,
) -> Result<Executed<User>, CommandError> {
    must_be_password(ctx, actor, &input.current).await?;
    check_strength(&input.new, &actor.email, &actor.name).await?;
    set_password(ctx, actor, actor.user_id, &input.new, PasswordChange::Own, Some(input.session)).await
}

/// Whoever finds an unlocked screen must not try passwords there either: it counts as trying to sign in.
pub(super) async fn must_be_password(
    ctx: &Context,
    actor: &Actor,
    password: &SecretString,
) -> Result<(), CommandError> {
    if let Some(wait) = attempts::begin(ctx, attempts::Scope::Account, &actor.email).await? {
        return Err(CommandError::rejected(Rejection::new("TOO_MANY_ATTEMPTS", attempts::message(wait))));
    }
    let stored = credentials::hash_of(&ctx.log.pools.write, actor.user_id).await?;
    if passwords::verify(password, stored).await? == Verdict::Wrong {
        return Err(UserError::WrongPassword.into());
    }
    attempts::succeeded(ctx, attempts::Scope::Account, &actor.email).await
}

/// Stores the hash, ends sessions and says so in the log.
pub(super) async fn set_password(
    ctx: &Context,
    actor: &Actor,
    user_id: Uuid,
    new: &SecretString,
    how: PasswordChange,
    keep: Option<Uuid>,
) -> Result<Executed<User>, CommandError> {
    let (db, at) = (&ctx.log.pools.write, ctx.now());
    let command = UserCommand::ChangePassword { how, at };
    // Refused before anything is stored; the log is told last, when it is true.
    ctx.log.load::<User>(user_id).await?.state.decide(command.clone())?;
    let hash = passwords::hash(new).await?;
    credentials::store(db, user_id, &hash, at).await?;
    revoke_all_of(db, user_id, keep, Because::PasswordChanged, at).await?;
    execute::<User, _, _>(
        ctx,
        user_id,
        &actor.metadata(),
        None,
        |loaded| Ok(loaded.state.decide(command.clone())?),
        |_, _| Ok(vec![Notice::PasswordChanged { how }.job(actor, user_id, at)?]),
    )
    .await
}
