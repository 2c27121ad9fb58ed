//! The letters of a change of address. Which addresses they go to is looked up when they are sent, as everything is.

use chrono::{DateTime, Utc};
use pivotal_domain::identity::users::{User, keys};
use uuid::Uuid;

use super::letter::{Addressed, reachable};
use super::links::{MailLinks, Purpose};
use super::words::{Link, Words};
use crate::context::Context;
use crate::error::CommandError;
use crate::lookup::claim_owner;

/// What the signature of a link covers besides the user and the time: another address makes another link.
pub(crate) fn bound(user: &User, other: &str) -> String {
    format!("{} {other}", user.email)
}

pub(super) async fn asked(
    ctx: &Context,
    links: &MailLinks,
    id: Uuid,
    until: DateTime<Utc>,
) -> Result<Option<Addressed>, CommandError> {
    let Some(user) = reachable(ctx, id).await? else { return Ok(None) };
    let asked = user.asked_email.clone().filter(|asked| asked.until == until && ctx.now() < until);
    let Some(asked) = asked else { return Ok(None) };
    // Its owner asked for nothing, and who did is not told that it has one.
    if claim_owner(ctx, keys::EMAIL, &asked.email).await?.is_some() {
        return Ok(None);
    }
    let url = links.link(Purpose::EmailChange, id, until.timestamp(), &bound(&user, &asked.email));
    let words = Words {
        subject: "Confirm your new address".into(),
        name: user.name.clone(),
        before: vec!["You asked to sign in to Pivotal with this address. Confirm that it is yours:".into()],
        link: Some(Link { label: "Use this address", url }),
        after: vec![
            "The link is good once, for a day.".into(),
            "If you did not ask, leave it alone: nothing changes.".into(),
        ],
        ..Words::default()
    };
    Ok(Some(Addressed { name: user.name, address: asked.email, words, unsubscribe: None }))
}

pub(super) async fn left(
    ctx: &Context,
    links: &MailLinks,
    id: Uuid,
    until: DateTime<Utc>,
) -> Result<Option<Addressed>, CommandError> {
    let Some(user) = reachable(ctx, id).await? else { return Ok(None) };
    let before = user.email_before.clone().filter(|before| before.until == until && ctx.now() < until);
    let Some(before) = before else { return Ok(None) };
    let url = links.link(Purpose::EmailBack, id, until.timestamp(), &bound(&user, &before.email));
    let words = Words {
        subject: "Your address for Pivotal was changed".into(),
        name: user.name.clone(),
        before: vec![
            format!("You sign in with {} from now on. If it was you, there is nothing to do.", user.email),
            "If it was not you, take the change back now. That ends all sign-ins, and you get a link for a new password:".into(),
        ],
        link: Some(Link { label: "Keep my old address", url }),
        after: vec![
            "The link is good once, for seven days. Tell an administrator, too.".into(),
            "This mail is about the safety of your user and cannot be switched off.".into(),
        ],
        ..Words::default()
    };
    Ok(Some(Addressed { name: user.name, address: before.email, words, unsubscribe: None }))
}

pub(super) async fn corrected(
    ctx: &Context,
    links: &MailLinks,
    id: Uuid,
) -> Result<Option<Addressed>, CommandError> {
    let Some(user) = reachable(ctx, id).await? else { return Ok(None) };
    let words = Words {
        subject: "You sign in with this address now".into(),
        name: user.name.clone(),
        before: vec!["An administrator changed the address that you sign in to Pivotal with. It is this one; your password stays as it is.".into()],
        link: Some(Link { label: "Open Pivotal", url: links.page("/") }),
        after: Vec::new(),
        ..Words::default()
    };
    Ok(Some(Addressed { name: user.name, address: user.email, words, unsubscribe: None }))
}
