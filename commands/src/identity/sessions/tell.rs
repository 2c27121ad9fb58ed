//! What happens to sessions, told to the log.

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::users::facts::{SessionsEnd, UserFact};
use pivotal_domain::log::metadata::Metadata;
use pivotal_log::append::{Append, Lane, NewFact};
use uuid::Uuid;

use super::Origin;
use crate::context::Context;
use crate::error::CommandError;

pub(super) async fn tell(
    ctx: &Context,
    user: Uuid,
    fact: &UserFact,
    metadata: Metadata,
) -> Result<(), CommandError> {
    let personal = fact.personal();
    let mut append = Append::new(Lane::Interactive);
    append.facts.push(NewFact {
        kind: fact.kind(),
        version: fact.version(),
        about_type: "user",
        about_id: user,
        personal,
        subject: (!personal.is_empty()).then_some(user),
        payload: serde_json::to_value(fact)?,
        metadata,
    });
    ctx.log.append(append).await?;
    Ok(())
}

/// Of none there is nothing to tell.
pub(super) async fn tell_ended(
    ctx: &Context,
    user: Uuid,
    sessions: Vec<Uuid>,
    because: SessionsEnd,
    metadata: Metadata,
) -> Result<(), CommandError> {
    if sessions.is_empty() {
        return Ok(());
    }
    tell(ctx, user, &UserFact::UserSessionsEnded { at: ctx.now(), sessions, because }, metadata).await
}

/// For what somebody did of whom nothing is known but where they are.
pub(super) fn stranger(origin: &Origin) -> Metadata {
    Actor { request_id: origin.request_id, ip: origin.ip.clone(), ..Actor::system("api") }.metadata()
}
