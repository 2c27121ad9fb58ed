//! What the links of a change of address do. Whoever holds one need not be signed in.

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::users::error::UserError;
use pivotal_domain::identity::users::{DatedEmail, User, UserCommand};
use pivotal_log::append::NewJob;
use uuid::Uuid;

use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, execute};
use crate::identity::sessions::Origin;
use crate::identity::sessions::revoke::{Because, revoke_all_of};
use crate::identity::users::forgotten::LINK_LASTS;
use crate::mail::email_change::bound;
use crate::mail::letter::Letter;
use crate::mail::links::{MailLinks, Purpose};

/// The address that was asked for is the user's from now on; the one before is told, with a way back.
pub async fn confirm_email(
    ctx: &Context,
    links: &MailLinks,
    token: &str,
    origin: &Origin,
) -> Result<Executed<User>, CommandError> {
    let (id, user) = opened(ctx, links, token, Purpose::EmailChange).await?;
    let (actor, at) = (holder(id, &user, origin)?, ctx.now());
    let confirmed = execute::<User, _, _>(
        ctx,
        id,
        &actor.metadata(),
        None,
        |loaded| Ok(loaded.state.decide(UserCommand::ConfirmEmail { at })?),
        |_, after| {
            let before = after.email_before.as_ref();
            letters(&actor, before.map(|before| Letter::EmailLeft { user: id, until: before.until }))
        },
    )
    .await;
    confirmed.map_err(|error| match error {
        // Somebody else took it meanwhile: who holds the link learns only that it is void.
        CommandError::Rejected(refused) if refused.iter().any(|one| one.code == "USER_EMAIL_TAKEN") => {
            UserError::EmailLinkInvalid.into()
        }
        error => error,
    })
}

/// The address before is the user's again. All sessions end, and a link for a new password goes to it: whoever changed the address
/// knew the password.
pub async fn take_email_back(
    ctx: &Context,
    links: &MailLinks,
    token: &str,
    origin: &Origin,
) -> Result<Executed<User>, CommandError> {
    let (id, user) = opened(ctx, links, token, Purpose::EmailBack).await?;
    let (actor, at) = (holder(id, &user, origin)?, ctx.now());
    let back = execute::<User, _, _>(
        ctx,
        id,
        &actor.metadata(),
        None,
        |loaded| Ok(loaded.state.decide(UserCommand::TakeEmailBack { at })?),
        |_, _| letters(&actor, Some(Letter::PasswordReset { user: id, until: at + LINK_LASTS })),
    )
    .await?;
    revoke_all_of(&ctx.log.pools.write, id, None, Because::Revoked, at).await?;
    Ok(back)
}

fn letters(actor: &Actor, letter: Option<Letter>) -> Result<Vec<NewJob>, CommandError> {
    Ok(letter.map(|letter| letter.job(actor)).transpose()?.into_iter().collect())
}

/// The user of a link that is ours, for what it is for, and for the addresses as they are now.
async fn opened(
    ctx: &Context,
    links: &MailLinks,
    token: &str,
    purpose: Purpose,
) -> Result<(Uuid, User), CommandError> {
    let presented = MailLinks::read(token).ok_or(UserError::EmailLinkInvalid)?;
    let user = ctx.log.load::<User>(presented.id).await?.state;
    let other = match purpose {
        Purpose::EmailBack => user.email_before.as_ref(),
        _ => user.asked_email.as_ref(),
    };
    let ours = other.is_some_and(|other: &DatedEmail| {
        presented.number == other.until.timestamp()
            && links.is_ours(&presented, purpose, &bound(&user, &other.email))
    });
    match ours {
        true => Ok((presented.id, user)),
        false => Err(UserError::EmailLinkInvalid.into()),
    }
}

fn holder(id: Uuid, user: &User, origin: &Origin) -> Result<Actor, CommandError> {
    Ok(Actor {
        user_id: id,
        role: user.role.ok_or(UserError::Unknown)?,
        request_id: origin.request_id,
        ip: origin.ip.clone(),
        ..Actor::system("ui")
    })
}
