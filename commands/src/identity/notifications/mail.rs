//! Choosing what comes by mail, putting an end to it by the link in a mail, and trying the digest out.

use chrono::TimeDelta;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::notifications::digest::{MailPreferences, Mails};
use pivotal_domain::identity::notifications::{NotificationCommand, NotificationPreferences};
use pivotal_domain::identity::users::User;
use uuid::Uuid;

use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, execute, no_jobs};
use crate::jobs::queue::JobQueue;
use crate::mail::letter::Letter;
use crate::mail::links::{MailLinks, Purpose};

/// Replaces what was chosen before.
pub async fn set_notification_mail(
    ctx: &Context,
    actor: &Actor,
    mail: MailPreferences,
) -> Result<Executed<NotificationPreferences>, CommandError> {
    decide(ctx, actor, NotificationCommand::SetMail { mail, at: ctx.now() }).await
}

/// Whose mails of which kind a token is good for; `None` when it is none of ours.
pub fn read_token(links: &MailLinks, token: &str) -> Option<(Uuid, Mails)> {
    let presented = MailLinks::read(token)?;
    let purposes = [(Purpose::Digest, Mails::Digest), (Purpose::AtOnce, Mails::AtOnce)];
    let ours = purposes.into_iter().find(|(purpose, _)| links.is_ours(&presented, *purpose, ""));
    ours.map(|(_, mails)| (presented.id, mails))
}

/// For whoever holds a mail: no session is asked for, and a repeat is fine (RFC 8058). `None`: it is no token of ours.
pub async fn leave(ctx: &Context, links: &MailLinks, token: &str) -> Result<Option<Mails>, CommandError> {
    let Some((user, which)) = read_token(links, token) else { return Ok(None) };
    let held = ctx.log.load::<User>(user).await?.state;
    let Some(role) = held.role else { return Ok(None) };
    let actor = Actor { user_id: user, role, client_id: held.client_id, ..Actor::system("mail") };
    decide(ctx, &actor, NotificationCommand::EndMail { which, at: ctx.now() }).await?;
    Ok(Some(which))
}

/// Sends the actor a digest of now, whatever is chosen; one that has nothing in it says so. Answers with the address.
pub async fn send_digest_now(ctx: &Context, queue: &JobQueue, actor: &Actor) -> Result<String, CommandError> {
    let until = ctx.now();
    let mail = ctx.log.load::<NotificationPreferences>(actor.user_id).await?.state.mail;
    let since = until - mail.digest.every.length().max(TimeDelta::days(1));
    let letter = Letter::Digest { user: actor.user_id, since, until, tried: true };
    let mut job = letter.job(actor)?;
    // Pressed again while it is under way, it is the same.
    job.unique_key = Some(format!("digest-now:{}", actor.user_id));
    queue.enqueue(&job).await?;
    Ok(actor.email.clone())
}

async fn decide(
    ctx: &Context,
    actor: &Actor,
    command: NotificationCommand,
) -> Result<Executed<NotificationPreferences>, CommandError> {
    execute::<NotificationPreferences, _, _>(
        ctx,
        actor.user_id,
        &actor.metadata(),
        None,
        |loaded| Ok(loaded.state.decide(command.clone())?),
        no_jobs,
    )
    .await
}
