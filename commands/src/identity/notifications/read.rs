//! Saying that notifications were read. Said again, or of one that is not there any more, it changes nothing.

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::notifications::error::NotificationError;
use pivotal_domain::identity::notifications::facts::{
    AllRead, IDS_MAX, NOTIFICATIONS_ALL_READ, NOTIFICATIONS_ALL_READ_VERSION, NOTIFICATIONS_READ,
    NOTIFICATIONS_READ_VERSION, NotificationFact, SomeRead,
};
use pivotal_log::append::{Append, Lane, NewFact};

use crate::context::Context;
use crate::error::CommandError;

/// The position of the log behind which they are read.
pub async fn mark_read(ctx: &Context, actor: &Actor, mut ids: Vec<i64>) -> Result<i64, CommandError> {
    ids.sort_unstable();
    ids.dedup();
    match ids.len() {
        0 => return Err(NotificationError::NoneNamed.into()),
        many if many > IDS_MAX => return Err(NotificationError::TooMany(many).into()),
        _ => {}
    }
    let read = SomeRead { user: actor.user_id, ids, at: ctx.now() };
    let fact = NotificationFact::NotificationsRead(read);
    append(ctx, actor, NOTIFICATIONS_READ, NOTIFICATIONS_READ_VERSION, &fact).await
}

/// All that were told until now.
pub async fn mark_all_read(ctx: &Context, actor: &Actor) -> Result<i64, CommandError> {
    let read = AllRead { user: actor.user_id, at: ctx.now() };
    let fact = NotificationFact::NotificationsAllRead(read);
    append(ctx, actor, NOTIFICATIONS_ALL_READ, NOTIFICATIONS_ALL_READ_VERSION, &fact).await
}

async fn append(
    ctx: &Context,
    actor: &Actor,
    kind: &'static str,
    version: &'static str,
    fact: &NotificationFact,
) -> Result<i64, CommandError> {
    let mut append = Append::new(Lane::Interactive);
    append.facts.push(NewFact {
        kind,
        version,
        about_type: "user",
        about_id: actor.user_id,
        payload: serde_json::to_value(fact)?,
        metadata: actor.metadata(),
        personal: &[],
        subject: None,
    });
    Ok(ctx.log.append(append).await?)
}
