//! How an audience divides now, for whoever puts it together: a campaign's, or one that is not kept yet.

use pivotal_domain::campaigns::campaigns::audience::AudienceDefinition;
use pivotal_domain::campaigns::campaigns::state::Channel;
use pivotal_domain::identity::actor::Actor;
use uuid::Uuid;

use super::sources::{self, Read};
use super::{Outside, made, may_see};
use crate::context::Context;
use crate::error::{CommandError, Rejection};
use crate::ports::audience_source::{AudienceAsked, AudienceHealth};
use crate::ports::record_lists::ListError;

#[derive(Debug, Clone)]
pub struct HealthAsked {
    /// A campaign, whose audience it is unless one is given.
    pub id: Option<Uuid>,
    pub definition: Option<AudienceDefinition>,
    pub channel: Channel,
    pub client: Option<Uuid>,
}

pub async fn audience_health(
    ctx: &Context,
    outside: &Outside,
    actor: &Actor,
    asked: HealthAsked,
) -> Result<AudienceHealth, CommandError> {
    may_see(actor)?;
    let HealthAsked { id, definition, mut channel, mut client } = asked;
    let mut own = None;
    if let Some(id) = id {
        let made = made(ctx, id).await?;
        (own, channel, client) = (made.audience, made.channel, made.details.client);
    }
    let nobody = || AudienceHealth { as_of: ctx.now(), ..AudienceHealth::default() };
    let Some(definition) = definition.or(own) else { return Ok(nobody()) };
    let read = sources::read(ctx, actor, &definition).await?;
    match listed(read, ctx, actor, channel) {
        Some(asked) => outside.audience.health(asked, client).await.map_err(refused),
        None => Ok(nobody()),
    }
}

/// `None`: no source is left that is included.
pub(super) fn listed(read: Read, ctx: &Context, actor: &Actor, channel: Channel) -> Option<AudienceAsked> {
    (!read.include.is_empty()).then(|| read.asked(ctx, actor, channel, None))
}

/// What a list cannot be asked for is said; that it cannot be read now passes.
pub(super) fn refused(error: ListError) -> CommandError {
    match error {
        ListError::Refused(message) => {
            CommandError::rejected(Rejection::of_field("include", "AUDIENCE_REFUSED", message))
        }
        ListError::Behind => CommandError::Unavailable(Box::new(error)),
        ListError::Unavailable(source) => CommandError::Unavailable(source),
    }
}
