//! What somebody is told who may have to act at once: something about their own access changed, or somebody came in from where
//! nobody did before. These letters are no notifications: nobody can switch them off, and whoever has got in by stealth cannot
//! either.
//!
//! Each is enqueued in the transaction that it tells of, so it is written exactly once.

use chrono::{DateTime, Utc};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::api_keys::ApiKey;
use pivotal_domain::identity::users::events::{PasswordChange, SecondFactorEnd};
use pivotal_log::append::NewJob;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::letter::{Addressed, Letter, reachable};
use super::links::MailLinks;
use super::words::{Link, Words};
use crate::context::Context;
use crate::error::CommandError;

/// What happened. Holds ids and numbers only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Notice {
    PasswordChanged {
        how: PasswordChange,
    },
    SecondFactorOn,
    SecondFactorOff {
        how: SecondFactorEnd,
    },
    RecoveryCodesRenewed,
    RecoveryCodeUsed {
        left: u32,
    },
    ApiKeyMade {
        key: Uuid,
    },
    /// A sign-in from a browser or place that is new; the session says which.
    NewSignIn {
        session: Uuid,
    },
    /// A refresh token was used twice: somebody else may have it.
    SessionStolen {
        session: Uuid,
    },
}

impl Notice {
    /// To be enqueued with what it tells of.
    pub fn job(self, actor: &Actor, user: Uuid, at: DateTime<Utc>) -> Result<NewJob, serde_json::Error> {
        Letter::Security { user, notice: self, at }.job(actor)
    }
}

/// Where a session came from, for the words of a letter.
struct Place {
    browser: String,
    ip: String,
}

pub(super) async fn compose(
    ctx: &Context,
    links: &MailLinks,
    user: Uuid,
    notice: Notice,
    at: DateTime<Utc>,
) -> Result<Option<Addressed>, CommandError> {
    let Some(user) = reachable(ctx, user).await? else { return Ok(None) };
    let Some((subject, happened)) = happened(ctx, notice).await? else { return Ok(None) };
    let when = at.format("%-d %B %Y, %H:%M UTC");
    let words = Words {
        subject: subject.into(),
        name: user.name.clone(),
        before: vec![format!("{happened} This was on {when}.")],
        link: Some(Link { label: "Look at your sign-ins", url: links.page("/profile") }),
        after: vec![
            "If it was you, there is nothing to do.".into(),
            to_do(notice).into(),
            "This mail is about the safety of your user and cannot be switched off.".into(),
        ],
        ..Words::default()
    };
    Ok(Some(Addressed { name: user.name, address: user.email, words, unsubscribe: None }))
}

/// Subject, and what it was. `None`: there is nothing left to tell of.
async fn happened(ctx: &Context, notice: Notice) -> Result<Option<(&'static str, String)>, CommandError> {
    let said = match notice {
        Notice::PasswordChanged { how: PasswordChange::Own } => {
            ("Your password was changed", "Your password for Pivotal was changed by somebody who knew the old one. Everywhere else you are signed out.".into())
        }
        Notice::PasswordChanged { how: PasswordChange::Reset } => {
            ("Your password was changed", "An administrator gave your user a new password. You are signed out everywhere.".into())
        }
        Notice::PasswordChanged { how: PasswordChange::Link } => {
            ("Your password was changed", "A new password was chosen for your user with a link that was sent to this address. You are signed out everywhere.".into())
        }
        Notice::SecondFactorOn => {
            ("The second step is on", "Signing in as you takes a code of an authenticator app from now on.".into())
        }
        Notice::SecondFactorOff { how: SecondFactorEnd::Own } => {
            ("The second step is off", "Signing in as you takes the password alone from now on: the second step was turned off by somebody who knew the password.".into())
        }
        Notice::SecondFactorOff { how: SecondFactorEnd::Reset } => {
            ("The second step is off", "An administrator turned your second step off. Signing in as you takes the password alone from now on.".into())
        }
        Notice::RecoveryCodesRenewed => {
            ("You have new recovery codes", "New recovery codes were made for your user. Those you had are void.".into())
        }
        Notice::RecoveryCodeUsed { left } => {
            ("A recovery code was used", format!("Somebody signed in as you with a recovery code in the place of a code of the app. {left} are left."))
        }
        Notice::ApiKeyMade { key } => {
            let key = ctx.log.load::<ApiKey>(key).await?.state;
            ("An API key was made", format!("The API key \"{}\" was made in your name. A program that has it may do what its scopes say, as you.", key.name))
        }
        Notice::NewSignIn { session } => {
            let Some(Place { browser, ip }) = place(ctx, session).await? else { return Ok(None) };
            ("A new sign-in", format!("Somebody signed in as you from a browser or a place that we have not seen you in before: {browser}, {ip}."))
        }
        Notice::SessionStolen { session } => {
            let from = place(ctx, session).await?.map(|Place { browser, ip }| format!(" It had begun with {browser}, {ip}."));
            ("One of your sessions was ended", format!("A key of one of your sessions was used twice, as happens when somebody has copied it. The session is ended for both.{}", from.unwrap_or_default()))
        }
    };
    Ok(Some(said))
}

/// What to do if it was somebody else.
fn to_do(notice: Notice) -> &'static str {
    match notice {
        Notice::PasswordChanged { .. } => {
            "If it was not you, choose a new password with \"Forgotten your password?\" on the sign-in page now, and tell an administrator."
        }
        Notice::SecondFactorOn | Notice::SecondFactorOff { .. } | Notice::RecoveryCodesRenewed => {
            "If it was not you, change your password on your profile now, look at the second step there, and tell an administrator."
        }
        Notice::RecoveryCodeUsed { .. } | Notice::NewSignIn { .. } | Notice::SessionStolen { .. } => {
            "If it was not you, change your password on your profile now: that ends all other sign-ins. Then tell an administrator."
        }
        Notice::ApiKeyMade { .. } => {
            "If it was not you, revoke the key under Integrations & APIs, change your password, and tell the other administrators."
        }
    }
}

/// `None`: it is forgotten by now.
async fn place(ctx: &Context, session: Uuid) -> Result<Option<Place>, CommandError> {
    let found = sqlx::query!("select user_agent, ip from auth.sessions where id = $1", session)
        .fetch_optional(&ctx.log.pools.write)
        .await?;
    Ok(found.map(|found| Place {
        browser: found.user_agent.unwrap_or_else(|| "a program that does not say which".into()),
        ip: found.ip.map_or_else(|| "from an unknown address".into(), |ip| format!("from the address {ip}")),
    }))
}
