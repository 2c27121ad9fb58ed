//! A forgotten password: a link by mail, and a new password by the link. Nobody learns here whether an address is a user's: the
//! answer, its time and the limits are the same.

use chrono::Duration;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::users::error::UserError;
use pivotal_domain::identity::users::events::PasswordChange;
use pivotal_domain::identity::users::{User, UserCommand, email::LoginEmail, keys};
use secrecy::SecretString;
use uuid::Uuid;

use super::password_strength::check_strength;
use super::{credentials, passwords};
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, execute};
use crate::identity::sessions::Origin;
use crate::identity::sessions::attempts::{self, Scope};
use crate::identity::sessions::error::AuthError;
use crate::identity::sessions::revoke::{Because, revoke_all_of};
use crate::jobs::queue::JobQueue;
use crate::lookup::claim_owner;
use crate::mail::letter::Letter;
use crate::mail::links::{MailLinks, Purpose};
use crate::mail::security::Notice;

/// How long a link is good.
pub const LINK_LASTS: Duration = Duration::hours(1);

/// Sends a link, if the address is a user's.
pub async fn ask_for_new_password(
    ctx: &Context,
    queue: &JobQueue,
    email: &str,
    origin: &Origin,
) -> Result<(), AuthError> {
    let email =
        LoginEmail::parse(email).map_or_else(|_| email.trim().to_lowercase(), |email| email.to_string());
    // Counted apart from sign-ins: who asks for a link must not lock anybody out.
    let counted = [
        origin.ip.as_deref().map(|ip| (Scope::Ip, format!("new password {ip}"))),
        Some((Scope::Account, format!("new password {email}"))),
    ];
    for (scope, key) in counted.into_iter().flatten() {
        if let Some(wait) = attempts::begin(ctx, scope, &key).await? {
            return Err(AuthError::TooManyAttempts(wait));
        }
    }
    // For an address that is nobody's a letter to nobody waits, and is not sent.
    let user = claim_owner(ctx, keys::EMAIL, &email).await?.unwrap_or_else(Uuid::now_v7);
    let letter = Letter::PasswordReset { user, until: ctx.now() + LINK_LASTS };
    let job = letter.job(&Actor::system("api")).map_err(CommandError::from)?;
    queue.enqueue(&job).await.map_err(CommandError::from)?;
    Ok(())
}

/// By the link of a mail, which is good until a password is set: the signature covers the hash of the one before. All sessions of
/// the user end.
pub async fn set_new_password(
    ctx: &Context,
    links: &MailLinks,
    token: &str,
    new: SecretString,
    origin: &Origin,
) -> Result<Executed<User>, CommandError> {
    let presented = MailLinks::read(token).ok_or(UserError::LinkInvalid)?;
    let (id, db) = (presented.id, &ctx.log.pools.write);
    let stored = credentials::hash_of(db, id).await?;
    if !links.is_ours(&presented, Purpose::PasswordReset, stored.as_deref().unwrap_or_default()) {
        return Err(UserError::LinkInvalid.into());
    }
    if ctx.now().timestamp() >= presented.number {
        return Err(UserError::LinkExpired.into());
    }
    let at = ctx.now();
    let command = UserCommand::ChangePassword { how: PasswordChange::Link, at };
    let user = ctx.log.load::<User>(id).await?.state;
    user.decide(command.clone())?;
    check_strength(&new, &user.email, &user.name).await?;
    let hash = passwords::hash(&new).await?;
    // Of two who use the link at the same moment one is too late.
    if !credentials::replace(db, id, stored.as_deref(), &hash, at).await? {
        return Err(UserError::LinkInvalid.into());
    }
    revoke_all_of(db, id, None, Because::PasswordChanged, at).await?;
    // Whoever was locked out by wrong guesses may use the new one at once.
    attempts::succeeded(ctx, Scope::Account, &user.email).await?;
    let actor = Actor {
        user_id: id,
        role: user.role.ok_or(UserError::Unknown)?,
        request_id: origin.request_id,
        ip: origin.ip.clone(),
        ..Actor::system("ui")
    };
    execute::<User, _, _>(
        ctx,
        id,
        &actor.metadata(),
        None,
        |loaded| Ok(loaded.state.decide(command.clone())?),
        |_, _| Ok(vec![Notice::PasswordChanged { how: PasswordChange::Link }.job(&actor, id, at)?]),
    )
    .await
}
