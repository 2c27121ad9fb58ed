//! Whom a definition means, as the one who asked for it sees them now.

use pivotal_domain::campaigns::campaigns::Taking;
use pivotal_domain::campaigns::campaigns::state::Channel;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::users::User;
use pivotal_log::error::LogError;
use uuid::Uuid;

use crate::campaigns::campaigns::sources::read;
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
    let read = read(ctx, &actor, &taking.definition).await?;
    if !read.gone.is_empty() {
        let words = format!(
            "The audience names what is gone or not shared any more: {}. Choose something else.",
            read.gone.join(", ")
        );
        return Err(NotAsked::For(words));
    }
    Ok(read.asked(ctx, &actor, Channel::Email, (taking.version > 1).then_some(campaign)))
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
