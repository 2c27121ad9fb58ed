//! Changing one's own password. Every other session of the user ends.

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::users::error::UserError;
use pivotal_domain::identity::users::events::PasswordChange;
use pivotal_domain::identity::users::password::check_password;
use pivotal_domain::identity::users::{User, UserCommand};
use secrecy::{ExposeSecret, SecretString};
use uuid::Uuid;

use super::passwords::Verdict;
use super::{credentials, passwords};
use crate::context::Context;
use crate::error::{CommandError, Rejection};
use crate::execute::{Executed, execute, no_jobs};
use crate::identity::sessions::attempts;
use crate::identity::sessions::revoke::{Because, revoke_all_of};

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
    let db = &ctx.log.pools.write;
    // Whoever finds an unlocked screen must not try passwords here either.
    if let Some(wait) = attempts::begin(ctx, attempts::Scope::Account, &actor.email).await? {
        return Err(CommandError::rejected(Rejection::new("TOO_MANY_ATTEMPTS", attempts::message(wait))));
    }
    let stored = credentials::hash_of(db, actor.user_id).await?;
    if passwords::verify(&input.current, stored).await? == Verdict::Wrong {
        return Err(UserError::WrongPassword.into());
    }
    attempts::succeeded(ctx, attempts::Scope::Account, &actor.email).await?;
    check_password(input.new.expose_secret(), &actor.email, &actor.name).map_err(UserError::from)?;
    set_password(ctx, actor, actor.user_id, &input.new, PasswordChange::Own, Some(input.session)).await
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
        no_jobs,
    )
    .await
}
