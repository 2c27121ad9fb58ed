//! Looking up what a pre-flight is decided on: at any time for the wizard, and again inside each launch.

use pivotal_domain::campaigns::campaigns::Made;
use pivotal_domain::campaigns::campaigns::estimate::Limits;
use pivotal_domain::campaigns::campaigns::pinned::{Pinned, PinnedLink};
use pivotal_domain::campaigns::campaigns::preflight::email::{AccountIs, EmailFacts, SenderFacts};
use pivotal_domain::campaigns::campaigns::preflight::{AudienceFacts, Facts, Item, look};
use pivotal_domain::campaigns::campaigns::switch::{ID, SendingSwitch};
use pivotal_domain::email::senders::SenderProfile;
use pivotal_domain::email::senders::provider::Provider;
use pivotal_domain::email::senders::setup::Setup;
use pivotal_domain::identity::actor::Actor;
use pivotal_log::event_log::Loaded;
use uuid::Uuid;

use super::health::{listed, refused};
use super::{Outside, made, may_see, sources, wording};
use crate::context::Context;
use crate::email::sending::pace::away_accounts;
use crate::error::CommandError;

/// Most merge tags whose empty fields are counted: each is a look at the whole audience.
const TAGS_COUNTED: usize = 10;
/// Most links that are asked whether there is something at them.
const LINKS_ASKED: usize = 50;

/// What was found, and what a launch would fix.
#[derive(Debug, Clone)]
pub struct Preflight {
    /// Faults first.
    pub items: Vec<Item>,
    /// `None`: the sender is gone, or nothing is said yet.
    pub pinned: Option<Pinned>,
    pub links: Vec<PinnedLink>,
}

/// What keeps a campaign from being launched, as the actor would launch it.
pub async fn preflight(
    ctx: &Context,
    outside: &Outside,
    actor: &Actor,
    id: Uuid,
) -> Result<Preflight, CommandError> {
    may_see(actor)?;
    let made = made(ctx, id).await?;
    let mut looked_up = look_up(ctx, outside, actor, &made).await?;
    let links = asked_links(&looked_up.facts.email);
    looked_up.facts.email.dead_links = outside.link_check.dead(&links).await;
    Ok(looked_up.decided(&made))
}

/// Inside a launch. What would only be a warning is not asked of anybody else.
pub(super) async fn of_made(
    ctx: &Context,
    outside: &Outside,
    actor: &Actor,
    made: &Made,
) -> Result<Preflight, CommandError> {
    Ok(look_up(ctx, outside, actor, made).await?.decided(made))
}

struct LookedUp {
    facts: Facts,
    pinned: Option<Pinned>,
    links: Vec<PinnedLink>,
}

impl LookedUp {
    fn decided(self, made: &Made) -> Preflight {
        Preflight { items: look(made, &self.facts), pinned: self.pinned, links: self.links }
    }
}

async fn look_up(
    ctx: &Context,
    outside: &Outside,
    actor: &Actor,
    made: &Made,
) -> Result<LookedUp, CommandError> {
    let mut email = EmailFacts {
        public_https: outside.public_https,
        production: outside.production,
        ..EmailFacts::default()
    };
    let (mut pinned, mut links, mut tags) = (None, Vec::new(), Vec::new());
    if let Some(content) = &made.content {
        let Loaded { state: sender, sequence } = ctx.log.load::<SenderProfile>(content.sender).await?;
        let looked = wording::look(ctx, outside, content, sender.setup.as_ref()).await?;
        let away = away_accounts(&ctx.log.pools.write, ctx.now()).await?;
        email.sender = sender_facts(outside, &sender, &away);
        (email.variants, tags, links) = (looked.variants, looked.bare_tags, looked.links);
        pinned = sender.setup.map(|setup| Pinned {
            sender: content.sender,
            account: setup.account,
            from_domain: setup.from_domain,
            // The campaign's own: who leaves it is asked about it, whatever brand its sender is of.
            brand: made.brand,
            variants: content.variants.clone(),
            links: if content.track_links { links.clone() } else { Vec::new() },
            digest: content.digest(),
            sender_version: Some(sequence),
        });
    }
    let (audience, empty_tags) = of_audience(ctx, outside, actor, made, tags).await?;
    email.empty_tags = empty_tags;
    let sending_stopped = ctx.log.load::<SendingSwitch>(ID).await?.state.stopped;
    let facts = Facts { now: ctx.now(), audience, email, sending_stopped };
    Ok(LookedUp { facts, pinned, links })
}

/// Where a merge tag leads differs between recipients: such a link is not asked.
fn asked_links(email: &EmailFacts) -> Vec<String> {
    let all = email.variants.values().flat_map(|variant| &variant.links);
    let mut asked: Vec<String> = all.filter(|link| !link.contains("{{")).cloned().collect();
    asked.sort_unstable();
    asked.dedup();
    asked.truncate(LINKS_ASKED);
    asked
}

/// Of the sender and the account behind it.
pub(super) fn limits_of(outside: &Outside, setup: &Setup) -> Limits {
    Limits { ramp: setup.ramp, per_second: outside.accounts.per_second(&setup.account) }
}

/// `away`: accounts whose providers take nothing now, or refused us when they were asked last.
fn sender_facts(outside: &Outside, sender: &SenderProfile, away: &[String]) -> Option<SenderFacts> {
    let setup = sender.setup.as_ref()?;
    Some(SenderFacts {
        in_use: sender.is_in_use(),
        test_mailbox: setup.provider == Provider::TestMailbox,
        checks: sender.checks.clone(),
        checked_at: sender.checked_at,
        account: setup.account.clone(),
        account_is: match outside.accounts.get(&setup.account) {
            None => AccountIs::Unknown,
            Some(_) if away.contains(&setup.account) => AccountIs::Away,
            Some(_) => AccountIs::There,
        },
        limits: limits_of(outside, setup),
    })
}

/// The audience, and for how many of it each of these tags stands for nothing.
async fn of_audience(
    ctx: &Context,
    outside: &Outside,
    actor: &Actor,
    made: &Made,
    mut tags: Vec<String>,
) -> Result<(AudienceFacts, Vec<(String, u64)>), CommandError> {
    let Some(definition) = &made.audience else { return Ok(Default::default()) };
    let read = sources::read(ctx, actor, definition).await?;
    let (gone, filling) = (read.gone.clone(), read.filling.clone());
    let asked = listed(read, ctx, actor, made.channel);
    let Some(asked) = asked.filter(|_| gone.is_empty() && filling.is_empty()) else {
        return Ok((AudienceFacts { gone, filling, ..AudienceFacts::default() }, Vec::new()));
    };
    let health = outside.audience.health(asked.clone(), made.details.client).await.map_err(refused)?;
    tags.truncate(TAGS_COUNTED);
    // A filter speaks of the contact's own fields without a word before them.
    let fields: Vec<String> =
        tags.iter().map(|tag| tag.strip_prefix("contact.").unwrap_or(tag).to_owned()).collect();
    let empty = match fields.is_empty() || health.total == 0 {
        true => Vec::new(),
        false => outside.audience.empties(asked, &fields).await.map_err(refused)?,
    };
    let audience = AudienceFacts {
        total: health.total,
        reachable: health.reachable,
        excluded: health.excluded,
        ..AudienceFacts::default()
    };
    Ok((audience, tags.into_iter().zip(empty).collect()))
}
