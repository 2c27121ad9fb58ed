//! What mails of a campaign are made of: who it is from, its words, where its links lead. Fixed by the launch, read from the log, and the
//! words kept once they are put together.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use pivotal_domain::audience::values::email::EmailAddress;
use pivotal_domain::campaigns::campaigns::content::EmailContent;
use pivotal_domain::campaigns::campaigns::pinned::Pinned;
use pivotal_domain::campaigns::campaigns::schedule::Schedule;
use pivotal_domain::campaigns::campaigns::state::State;
use pivotal_domain::campaigns::campaigns::{Campaign, Launched, Made};
use pivotal_domain::email::senders::ramp::Ramp;
use pivotal_domain::email::templates::EmailTemplate;
use pivotal_domain::email::templates::tags::fields::{PREFERENCES_URL, UNSUBSCRIBE_URL, VIEW_URL};
use pivotal_domain::email::templates::tags::render::Values;
use pivotal_domain::email::tracking::links::utm;
use pivotal_domain::email::tracking::verp::Purpose;
use uuid::Uuid;

use super::links::TrackingLinks;
use super::recipients::Recipient;
use super::sender::sender_of;
use super::wording::{Making, Wording};
use crate::context::Context;
use crate::error::CommandError;
use crate::ports::email_provider::email::{Email, Party, Unsubscribe};

/// Most campaigns whose words are kept.
const KEPT: usize = 64;

/// A campaign that mails are made for.
#[derive(Debug, Clone)]
pub struct Letters {
    pub campaign: Uuid,
    pub schedule: Schedule,
    pub launched: Launched,
    pub client: Option<Uuid>,
    pub ramp: Option<Ramp>,
    from: Party,
    reply_to: Option<Party>,
    base: String,
    sender: Values,
    /// By place.
    wordings: Arc<Vec<Wording>>,
}

/// Why no mail can be made.
#[derive(Debug, thiserror::Error)]
pub enum LetterError {
    /// It is not to be sent any more, or not yet.
    #[error("the campaign does not run")]
    NotRunning,
    /// Nothing of it can be sent as it is. In words for people.
    #[error("{0}")]
    Broken(String),
    #[error(transparent)]
    Failed(#[from] CommandError),
}

/// Words that were put together, by campaign and what was pinned.
#[derive(Clone, Default, Debug)]
pub struct Words(Arc<Mutex<Kept>>);

type Kept = HashMap<(Uuid, String), Arc<Vec<Wording>>>;

impl Letters {
    pub async fn load(
        ctx: &Context,
        links: &TrackingLinks,
        words: &Words,
        campaign: Uuid,
    ) -> Result<Letters, LetterError> {
        let made = ctx.log.load::<Campaign>(campaign).await.map_err(CommandError::from)?.state.made;
        let Some(Made { state: State::Running, details, content: Some(content), schedule, launched, .. }) =
            made
        else {
            return Err(LetterError::NotRunning);
        };
        let (Some(launched), Some(schedule)) = (launched, schedule) else {
            return Err(LetterError::NotRunning);
        };
        let pinned = &launched.pinned;
        let sender = sender_of(ctx, pinned).await?;
        let values = sender.values();
        let broken = |what: &str| LetterError::Broken(what.to_owned());
        let setup = sender.setup.ok_or_else(|| broken("The sender of the campaign is gone."))?;
        let address = |text: &str| {
            EmailAddress::parse(text)
                .map_err(|_| broken("The sender's address cannot be read. Correct the sender."))
        };
        let from = Party::new(&sender.who.from_name, address(&sender.who.from_address)?);
        let reply_to = sender.who.reply_to.as_deref().map(address).transpose()?;
        let base = links.base(setup.tracking_domain.as_deref());
        let wordings = words.of(ctx, campaign, pinned, &content, &links.own(&base)).await?;
        Ok(Letters {
            campaign,
            schedule,
            client: details.client,
            ramp: setup.ramp,
            sender: values,
            reply_to: reply_to.map(|address| Party::new("", address)),
            from,
            base,
            wordings,
            launched,
        })
    }

    /// A mail to somebody. `None`: there is no such variant. Its size comes with it.
    pub fn write(
        &self,
        links: &TrackingLinks,
        message: Uuid,
        variant: i16,
        recipient: &Recipient,
        to: EmailAddress,
    ) -> Option<(Email, usize)> {
        let wording = usize::try_from(variant).ok().and_then(|place| self.wordings.get(place))?;
        let of_mail = links.of_mail(&self.base, self.campaign, message);
        let mut values = recipient.values.clone();
        values.add(&self.sender);
        let way_out = of_mail.unsubscribe();
        values.set(UNSUBSCRIBE_URL, way_out.clone());
        values.set(PREFERENCES_URL, way_out.clone());
        values.set(VIEW_URL, of_mail.view());
        let filled = wording.filled(&mut values, &of_mail);
        let size = wording.size(&filled);
        let mailto = links.address_of(Purpose::Unsubscribe, message);
        let email = Email {
            id: message,
            campaign: Some(self.campaign),
            from: self.from.clone(),
            reply_to: self.reply_to.clone(),
            to: Party::new(&recipient.name, to),
            bounces_to: links.address_of(Purpose::Bounce, message),
            unsubscribe: Unsubscribe::new(&way_out, mailto.as_ref()).ok(),
            headers: Vec::new(),
            content: wording.content.clone(),
            values: filled,
        };
        Some((email, size))
    }
}

impl Words {
    async fn of(
        &self,
        ctx: &Context,
        campaign: Uuid,
        pinned: &Pinned,
        content: &EmailContent,
        own: &[String],
    ) -> Result<Arc<Vec<Wording>>, LetterError> {
        let key = (campaign, pinned.digest.clone());
        if let Some(kept) = self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&key) {
            return Ok(kept.clone());
        }
        let made = Arc::new(made(ctx, pinned, content, own).await?);
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= KEPT {
            kept.clear();
        }
        kept.insert(key, made.clone());
        Ok(made)
    }
}

async fn made(
    ctx: &Context,
    pinned: &Pinned,
    content: &EmailContent,
    own: &[String],
) -> Result<Vec<Wording>, LetterError> {
    let mut wordings = Vec::with_capacity(pinned.variants.len());
    for variant in &pinned.variants {
        let template =
            ctx.log.load::<EmailTemplate>(variant.template).await.map_err(CommandError::from)?.state;
        let version = template.made.as_ref().and_then(|made| made.version(variant.version));
        let Some(version) = version else {
            return Err(LetterError::Broken(format!("The template of variant {} is gone.", variant.key)));
        };
        let links = pinned.links.iter().filter(|link| content.track_links && link.variant == variant.key);
        let making = Making {
            utm: content.utm.clone().map(utm::Utm::from),
            // The first number of an address that stands several times.
            numbers: links.rev().map(|link| (link.url.as_str(), link.n)).collect(),
            counts_opens: content.track_opens,
            own: own.to_vec(),
        };
        let wording = Wording::new(&version.content, variant.subject.as_deref(), &making);
        wordings.push(wording.map_err(|problem| LetterError::Broken(problem.sentence()))?);
    }
    Ok(wordings)
}
