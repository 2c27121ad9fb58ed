//! An end to mails, for whoever holds one of them. It holds from the answer on, in every process: the suppression is in the guard by
//! then. Looking changes nothing.

use pivotal_domain::campaigns::campaigns::Campaign;
use pivotal_domain::email::senders::brand::Brand;
use pivotal_domain::email::sending::outcome::State;
use pivotal_domain::email::tracking::facts::{EMAIL_SIGNALS_RECORDED, SignalsRecorded, TrackingFact};
use pivotal_domain::email::tracking::key::TrackingKey;
use pivotal_domain::email::tracking::signal::{Key16, Kind, Signal};
use pivotal_domain::email::tracking::unsubscribe::read;
use pivotal_domain::suppression::suppressions::reach::Reach;
use pivotal_log::append::{Append, Lane};
use pivotal_log::error::LogError;
use uuid::Uuid;

use super::inbox::{self, Source};
use super::intake::follow::{self, Consequence, Follow};
use super::intake::{Left, fact_of, key_of_page, outcome_of, settled};
use super::matching::{Mail, by_message};
use super::told_by;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::ATTEMPTS;

/// Where it came from, beside the events.
const SOURCE: &str = "page";

/// How much somebody wants no more of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// What mail programs ask for, and what is asked for without another word.
    Everything,
    /// Mails in the name of this one of our brands.
    Brand,
}

/// Whose mail a token is of, as far as a page may say it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    mail: Mail,
    pub brand: Option<OfBrand>,
}

/// In whose name the mail came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfBrand {
    pub id: Uuid,
    pub name: String,
}

/// `None`: it is no token of ours, or of a mail that never left.
pub async fn holder(ctx: &Context, key: &TrackingKey, token: &str) -> Result<Option<Holder>, CommandError> {
    let Some(token) = read(token, key) else { return Ok(None) };
    let Some(mail) = mail_of(ctx, token.recipient).await?.filter(|mail| mail.campaign == token.campaign)
    else {
        return Ok(None);
    };
    let campaign = ctx.log.load::<Campaign>(mail.campaign).await?.state;
    let brand = match campaign.made.map(|made| made.brand) {
        Some(id) => {
            let look = ctx.log.load::<Brand>(id).await?.state.look;
            look.map(|look| OfBrand { id, name: look.name })
        }
        None => None,
    };
    Ok(Some(Holder { mail, brand }))
}

/// Ends them. Done again, nothing is written and the answer is the same. `None`: as with [`holder`].
pub async fn leave(
    ctx: &Context,
    key: &TrackingKey,
    token: &str,
    choice: Choice,
) -> Result<Option<Holder>, CommandError> {
    let Some(held) = holder(ctx, key, token).await? else { return Ok(None) };
    let reach = match (choice, &held.brand) {
        (Choice::Brand, Some(brand)) => Reach::Brand(brand.id),
        // Nobody may be left with mails because a brand is gone.
        (Choice::Brand, None) | (Choice::Everything, _) => Reach::Global,
    };
    for _ in 0..ATTEMPTS {
        // As it is now: while somebody reads the page, their mail may be settled.
        let mail = mail_of(ctx, held.mail.message).await?.unwrap_or_else(|| held.mail.clone());
        let append = append(ctx, &mail, reach).await?;
        if append.is_empty() {
            return Ok(Some(held));
        }
        match ctx.log.append(append).await {
            Ok(_) => {
                metrics::counter!("pivotal_email_unsubscribed_total").increment(1);
                if mail.state == State::Sending {
                    note_later(ctx, &mail, reach).await?;
                }
                return Ok(Some(held));
            }
            Err(LogError::Conflict) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(CommandError::Conflict)
}

/// The suppression, and the signal unless it was told before or its mail is being handed over at this moment.
async fn append(ctx: &Context, mail: &Mail, reach: Reach) -> Result<Append, CommandError> {
    let (metadata, now) = (told_by(SOURCE), ctx.now());
    let mut append = Append::new(Lane::Interactive);
    let key = key_of_page(&ctx.log.blind, mail.message, reach);
    let tells = matches!(mail.state, State::Sent | State::Failed | State::Unknown);
    if tells && !is_known(ctx, key).await? {
        if mail.state == State::Unknown {
            append.facts.push(settled(mail.campaign, vec![outcome_of(mail)], now, &metadata)?);
        }
        let signal = Signal {
            m: mail.message,
            g: mail.campaign,
            c: mail.contact,
            k: Kind::Unsubscribed,
            at: now,
            l: None,
            s: Some(reach.to_string()),
            d: None,
            f: None,
        };
        let batch = Uuid::now_v7();
        let recorded = SignalsRecorded {
            batch,
            source: SOURCE.to_owned(),
            account: None,
            received_at: now,
            keys: vec![key],
            signals: vec![signal],
        };
        let fact = TrackingFact::EmailSignalsRecorded(recorded);
        append.facts.push(fact_of(EMAIL_SIGNALS_RECORDED, batch, &fact, &metadata)?);
    }
    let consequence = Consequence {
        follow: Follow::Left(reach),
        at: now,
        message: Some(mail.message),
        contact: Some(mail.contact),
        address_key: Some(mail.address_key.clone()),
        address: None,
    };
    let contacts = follow::contacts(ctx, [mail.contact]).await?;
    follow::add(ctx, &mut append, &[consequence], &contacts, &metadata).await?;
    Ok(append)
}

async fn mail_of(ctx: &Context, message: Uuid) -> Result<Option<Mail>, CommandError> {
    Ok(by_message(&ctx.log.pools.write, &[message]).await?.remove(&message))
}

async fn is_known(ctx: &Context, key: Key16) -> Result<bool, CommandError> {
    let known = sqlx::query_scalar!("select key from guard.email_signal_keys where key = $1", &key.0[..])
        .fetch_optional(&ctx.log.pools.write)
        .await?;
    Ok(known.is_some())
}

/// The signal, once the mail is settled.
async fn note_later(ctx: &Context, mail: &Mail, reach: Reach) -> Result<(), CommandError> {
    let left = Left { message: mail.message, reach, at: ctx.now() };
    let envelope = inbox::envelope(&ctx.log.blind, Source::Page, "", &format!("{}|{reach}", mail.message));
    inbox::keep(ctx, Source::Page, "", Some(&envelope), &serde_json::to_vec(&left)?).await?;
    Ok(())
}
