//! Which letters there are, and what each says at the moment it is sent.

use chrono::{DateTime, Utc};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::invitations::{Invitation, LASTS};
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::users::User;
use pivotal_log::append::NewJob;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::digest::{self, Desk};
use super::email_change;
use super::links::{MailLinks, Purpose};
use super::security::{self, Notice};
use super::words::{Link, Words};
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::identity::users::credentials;
use crate::jobs::kinds;
use crate::jobs::queue::JobQueue;

/// A mail server may be away for a few hours; from the fourth try on they are a quarter of an hour apart.
const TRIES: i32 = 24;

/// The payload of a job.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "letter", rename_all = "snake_case")]
pub enum Letter {
    /// An administrator tries out whether mail arrives.
    Test { user: Uuid },
    /// `round`: which mail of the invitation this is.
    Invitation { invitation: Uuid, round: i64, by: Uuid },
    /// To nobody when there is no such user.
    PasswordReset { user: Uuid, until: DateTime<Utc> },
    /// Something about the user's own access that they must know of.
    Security { user: Uuid, notice: Notice, at: DateTime<Utc> },
    /// To the address that the user asked for. To nobody when it is another's.
    EmailAsked { user: Uuid, until: DateTime<Utc> },
    /// To the address before, with a way back.
    EmailLeft { user: Uuid, until: DateTime<Utc> },
    /// To the address that an administrator gave them.
    EmailCorrected { user: Uuid },
    /// What was told after the one and up to the other, and tasks that are due. `tried`: somebody wants to see theirs now.
    Digest { user: Uuid, since: DateTime<Utc>, until: DateTime<Utc>, tried: bool },
    /// One notification of somebody, by its position.
    Notification { user: Uuid, id: i64 },
}

/// Who gets what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Addressed {
    pub name: String,
    pub address: String,
    pub words: Words,
    /// Where a mail program ends these mails by itself (RFC 8058), for mail that is sent again and again.
    pub unsubscribe: Option<String>,
}

impl Letter {
    fn title(&self) -> &'static str {
        match self {
            Letter::Test { .. } => "Send a test mail",
            Letter::Invitation { .. } => "Send an invitation",
            Letter::PasswordReset { .. } => "Send a link for a new password",
            Letter::Security { .. } => "Tell somebody of a change of their access",
            Letter::EmailAsked { .. } => "Send a link to confirm an address",
            Letter::EmailLeft { .. } => "Tell the old address of a new one",
            Letter::EmailCorrected { .. } => "Tell somebody of their new address",
            Letter::Digest { .. } => "Send a digest",
            Letter::Notification { .. } => "Send a notification",
        }
    }

    /// To be enqueued with the decision that causes it.
    pub fn job(&self, actor: &Actor) -> Result<NewJob, serde_json::Error> {
        let mut job = NewJob::new(Uuid::now_v7(), kinds::MAIL_SEND.name, self.title(), self)?;
        job.max_attempts = TRIES;
        // People wait for it.
        job.priority = 10;
        job.created_by = (!actor.is_system()).then_some(actor.user_id);
        Ok(job)
    }

    /// `None`: what it is about is not so any more, and nobody is told.
    pub async fn compose(&self, desk: Desk<'_>) -> Result<Option<Addressed>, CommandError> {
        let Desk { ctx, links, .. } = desk;
        match self {
            Letter::Test { user } => test(ctx, links, *user).await,
            Letter::Invitation { invitation: id, round, by } => {
                invitation(ctx, links, *id, *round, *by).await
            }
            Letter::PasswordReset { user, until } => password_reset(ctx, links, *user, *until).await,
            Letter::EmailAsked { user, until } => email_change::asked(ctx, links, *user, *until).await,
            Letter::EmailLeft { user, until } => email_change::left(ctx, links, *user, *until).await,
            Letter::EmailCorrected { user } => email_change::corrected(ctx, links, *user).await,
            Letter::Security { user, notice, at } => security::compose(ctx, links, *user, *notice, *at).await,
            Letter::Digest { user, since, until, tried } => {
                digest::digest(desk, *user, *since, *until, *tried).await
            }
            Letter::Notification { user, id } => digest::notification(desk, *user, *id).await,
        }
    }
}

/// Sends the actor a mail. Answers with the address.
pub async fn send_test_mail(queue: &JobQueue, actor: &Actor) -> Result<String, CommandError> {
    authorise_all(actor, Permission::SettingsManage)?;
    queue.enqueue(&Letter::Test { user: actor.user_id }.job(actor)?).await?;
    Ok(actor.email.clone())
}

async fn test(ctx: &Context, links: &MailLinks, user: Uuid) -> Result<Option<Addressed>, CommandError> {
    let Some(user) = reachable(ctx, user).await? else { return Ok(None) };
    let words = Words {
        subject: "Mail from Pivotal arrives".into(),
        name: user.name.clone(),
        before: vec!["You asked for this mail to see whether mail from Pivotal arrives. It does.".into()],
        link: Some(Link { label: "Open Pivotal", url: links.page("/") }),
        ..Words::default()
    };
    Ok(Some(Addressed { name: user.name, address: user.email, words, unsubscribe: None }))
}

async fn invitation(
    ctx: &Context,
    links: &MailLinks,
    id: Uuid,
    round: i64,
    by: Uuid,
) -> Result<Option<Addressed>, CommandError> {
    let invitation = ctx.log.load::<Invitation>(id).await?.state;
    if invitation.check(round, ctx.now()).is_err() || invitation.email.is_empty() {
        return Ok(None);
    }
    let by = ctx.log.load::<User>(by).await?.state.name;
    let asked = match by.as_str() {
        "" => "You are invited to work with Pivotal.".to_owned(),
        by => format!("{by} has invited you to work with Pivotal."),
    };
    let words = Words {
        subject: "You are invited to Pivotal".into(),
        name: String::new(),
        before: vec![asked, "Choose a name and a password to begin:".into()],
        link: Some(Link {
            label: "Accept the invitation",
            url: links.link(Purpose::Invitation, id, round, ""),
        }),
        after: vec![
            format!("The link is good once, for {} days.", LASTS.num_days()),
            "If you did not expect this, nothing happens if you leave it alone.".into(),
        ],
        ..Words::default()
    };
    Ok(Some(Addressed { name: String::new(), address: invitation.email, words, unsubscribe: None }))
}

async fn password_reset(
    ctx: &Context,
    links: &MailLinks,
    id: Uuid,
    until: DateTime<Utc>,
) -> Result<Option<Addressed>, CommandError> {
    let Some(user) = reachable(ctx, id).await? else { return Ok(None) };
    if ctx.now() >= until {
        return Ok(None);
    }
    let hash = credentials::hash_of(&ctx.log.pools.write, id).await?.unwrap_or_default();
    let words = Words {
        subject: "Choose a new password for Pivotal".into(),
        name: user.name.clone(),
        before: vec![
            "Somebody asked for a new password for your user. If it was you, choose one here:".into(),
        ],
        link: Some(Link {
            label: "Choose a new password",
            url: links.link(Purpose::PasswordReset, id, until.timestamp(), &hash),
        }),
        after: vec![
            "The link is good once, for an hour.".into(),
            "If it was not you, leave it alone: your password stays as it is.".into(),
        ],
        ..Words::default()
    };
    Ok(Some(Addressed { name: user.name, address: user.email, words, unsubscribe: None }))
}

/// A user who may be written to. One whose data was erased has no address any more.
pub(super) async fn reachable(ctx: &Context, user: Uuid) -> Result<Option<User>, CommandError> {
    let user = ctx.log.load::<User>(user).await?.state;
    Ok((user.exists() && !user.disabled && !user.email.is_empty()).then_some(user))
}
