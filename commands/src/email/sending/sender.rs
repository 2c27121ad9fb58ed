//! Who mails of a campaign are from: name and addresses as they were when it was launched, whatever is changed of the sender since. The
//! launch names how far the sender's events went then, so that nobody's name stands in it in the clear.

use cqrs_es::Aggregate;
use pivotal_domain::audience::values::email::EmailAddress;
use pivotal_domain::campaigns::campaigns::pinned::Pinned;
use pivotal_domain::email::senders::SenderProfile;
use pivotal_domain::email::senders::brand::Brand;
use pivotal_domain::email::senders::events::SenderProfileEvent;
use pivotal_domain::email::senders::setup::{Setup, Who};
use pivotal_domain::email::templates::tags::fields::SENDER_ADDRESS;
use pivotal_domain::email::templates::tags::render::Values;
use pivotal_log::reader::{keys_for, read_record};
use uuid::Uuid;

use crate::context::Context;
use crate::error::CommandError;
use crate::ports::email_provider::email::Line;

/// The sender of a campaign that was launched.
#[derive(Debug, Clone, Default)]
pub struct Sender {
    pub who: Who,
    /// As it is now: a postal address that moved is said as it is, and links lead where they lead. `None`: it is gone.
    pub setup: Option<Setup>,
    /// What the brand calls itself.
    pub brand: Option<String>,
}

pub async fn sender_of(ctx: &Context, pinned: &Pinned) -> Result<Sender, CommandError> {
    let now = ctx.log.load::<SenderProfile>(pinned.sender).await?;
    let who = match pinned.sender_version.filter(|version| *version < now.sequence) {
        Some(version) => who_at(ctx, pinned.sender, version).await?,
        None => now.state.who,
    };
    let brand = ctx.log.load::<Brand>(pinned.brand).await?.state;
    Ok(Sender { who, setup: now.state.setup, brand: brand.look.map(|look| look.name) })
}

async fn who_at(ctx: &Context, sender: Uuid, version: i64) -> Result<Who, CommandError> {
    let mut entries = read_record(&ctx.log.pools.write, SenderProfile::TYPE, sender).await?;
    entries.retain(|entry| entry.sequence <= version);
    let keys = keys_for(&ctx.log.keys, &entries).await?;
    let mut then = SenderProfile::default();
    for entry in &entries {
        then.apply(entry.event::<SenderProfileEvent>(&keys, ctx.log.upcasters())?);
    }
    Ok(then.who)
}

impl Sender {
    /// What `sender.*` stands for in its mails.
    pub fn values(&self) -> Values {
        let mut values = Values::default();
        let address = EmailAddress::parse(&self.who.from_address);
        values.set("sender.name", Line::of(&self.who.from_name).as_str());
        values.set("sender.email", address.map(EmailAddress::into_string).unwrap_or_default());
        values.set("sender.company", self.brand.clone().unwrap_or_default());
        if let Some(setup) = &self.setup {
            // On one line: it stands in a sentence.
            values.set(SENDER_ADDRESS, setup.physical_address.lines().collect::<Vec<_>>().join(", "));
        }
        values
    }
}
