//! Looking at what a campaign says and how long it takes, before anybody gets it.

use chrono::{DateTime, Utc};
use pivotal_domain::campaigns::campaigns::error::CampaignError;
use pivotal_domain::campaigns::campaigns::estimate::ends_about;
use pivotal_domain::campaigns::campaigns::pinned::PinnedLink;
use pivotal_domain::email::senders::SenderProfile;
use pivotal_domain::email::templates::EmailTemplate;
use pivotal_domain::email::templates::error::TemplateError;
use pivotal_domain::identity::actor::Actor;
use uuid::Uuid;

use super::health::{HealthAsked, audience_health};
use super::preflight::limits_of;
use super::wording::{content_of, look};
use super::{Outside, made, may_see};
use crate::context::Context;
use crate::email::templates::preview::{Looked, Previewed, preview_template};
use crate::error::CommandError;

/// A variant as a contact would get it; fallbacks unless one is named.
pub async fn preview_variant(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    key: char,
    contact: Option<Uuid>,
) -> Result<Previewed, CommandError> {
    may_see(actor)?;
    let content = made(ctx, id).await?.content.ok_or(CampaignError::ContentMissing)?;
    let variant = content.variant(key).ok_or(CampaignError::NoSuchVariant(key))?;
    let template = ctx.log.load::<EmailTemplate>(variant.template).await?.state;
    let said = content_of(&template, variant).ok_or(TemplateError::NoSuchVersion(variant.version))?;
    preview_template(ctx, actor, Looked::Content(Box::new(said)), contact).await
}

/// The links of its variants as they are counted: what was pinned, or what would be.
pub async fn links(
    ctx: &Context,
    outside: &Outside,
    actor: &Actor,
    id: Uuid,
) -> Result<Vec<PinnedLink>, CommandError> {
    may_see(actor)?;
    let made = made(ctx, id).await?;
    if let Some(launched) = made.launched {
        return Ok(launched.pinned.links);
    }
    let Some(content) = made.content else { return Ok(Vec::new()) };
    let sender = ctx.log.load::<SenderProfile>(content.sender).await?.state;
    Ok(look(ctx, outside, &content, sender.setup.as_ref()).await?.links)
}

/// About when it starts and ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Estimate {
    /// `None`: at once.
    pub starts: Option<DateTime<Utc>>,
    /// `None`: not within a year.
    pub ends: Option<DateTime<Utc>>,
    pub recipients: u64,
}

/// `reachable`: how many get it, counted now unless said.
pub async fn estimate(
    ctx: &Context,
    outside: &Outside,
    actor: &Actor,
    id: Uuid,
    reachable: Option<u64>,
) -> Result<Estimate, CommandError> {
    may_see(actor)?;
    let made = made(ctx, id).await?;
    let recipients = match reachable {
        Some(reachable) => reachable,
        None => {
            let asked = HealthAsked { id: Some(id), definition: None, channel: made.channel, client: None };
            audience_health(ctx, outside, actor, asked).await?.reachable
        }
    };
    let Some(schedule) = made.schedule else { return Ok(Estimate { starts: None, ends: None, recipients }) };
    let setup = match &made.content {
        Some(content) => ctx.log.load::<SenderProfile>(content.sender).await?.state.setup,
        None => None,
    };
    let limits = setup.map(|setup| limits_of(outside, &setup)).unwrap_or_default();
    let (now, starts) = (ctx.now(), schedule.starts_at());
    let ends = ends_about(&schedule, starts.map_or(now, |at| at.max(now)), recipients, limits);
    Ok(Estimate { starts, ends, recipients })
}
