//! Whom a definition means, as the one who asked for it sees them now.

use pivotal_domain::audience::exports::list::ListFilter;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::lists::List;
use pivotal_domain::audience::segments::Segment;
use pivotal_domain::campaigns::campaigns::Taking;
use pivotal_domain::campaigns::campaigns::audience::Source;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::users::User;
use pivotal_domain::suppression::consents::channel::Channel;
use pivotal_log::error::LogError;
use uuid::Uuid;

use crate::audience::custom_fields::vocabulary;
use crate::context::Context;
use crate::error::CommandError;
use crate::ports::audience_source::AudienceAsked;

/// Why nobody can be asked for.
pub(super) enum NotAsked {
    /// It will not be otherwise by waiting. In words for people.
    For(String),
    Failed(CommandError),
}

impl From<CommandError> for NotAsked {
    fn from(error: CommandError) -> Self {
        NotAsked::Failed(error)
    }
}

impl From<LogError> for NotAsked {
    fn from(error: LogError) -> Self {
        NotAsked::Failed(error.into())
    }
}

pub(super) async fn asked(ctx: &Context, campaign: Uuid, taking: &Taking) -> Result<AudienceAsked, NotAsked> {
    let user = ctx.log.load::<User>(taking.asked_by).await?.state;
    let Some(actor) = actor_of(taking.asked_by, user) else {
        let words = "Whoever asked for this audience has no access any more. Launch it as somebody who has.";
        return Err(NotAsked::For(words.to_owned()));
    };
    let mut include = Vec::with_capacity(taking.definition.include.len());
    for source in &taking.definition.include {
        include.push(filter(ctx, source).await?);
    }
    let mut exclude = Vec::with_capacity(taking.definition.exclude.len());
    for source in &taking.definition.exclude {
        exclude.push(filter(ctx, source).await?);
    }
    Ok(AudienceAsked {
        actor,
        include,
        exclude,
        channel: Channel::Email,
        vocabulary: vocabulary(ctx).await?,
        asked_at: ctx.now(),
        not_in_campaign: (taking.version > 1).then_some(campaign),
    })
}

/// As they are now: what they may see is asked when it is taken, not when it was scheduled.
fn actor_of(id: Uuid, user: User) -> Option<Actor> {
    if id.is_nil() {
        return Some(Actor::system("system"));
    }
    let role = user.role.filter(|_| !user.disabled)?;
    Some(Actor {
        user_id: id,
        name: user.name,
        email: user.email,
        role,
        team_ids: user.teams,
        client_id: user.client_id,
        ..Actor::system("campaign")
    })
}

async fn filter(ctx: &Context, source: &Source) -> Result<ListFilter, NotAsked> {
    let of = match source {
        Source::List(id) => ctx.log.load::<List>(*id).await?.state.made.map(|made| made.entity),
        Source::Segment(id) => ctx.log.load::<Segment>(*id).await?.state.kept.map(|kept| kept.entity),
        Source::DomainSet { .. } | Source::Filter(_) | Source::Campaign { .. } => Some(Entity::Contact),
    };
    let gone = || NotAsked::For("A list or segment of the audience is gone. Choose another.".to_owned());
    Ok(source.filter(of.ok_or_else(gone)?))
}
