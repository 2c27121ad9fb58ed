//! What the team does with a reply: it is given to somebody, put away, opened again, or said to be a contact's.

use chrono::{DateTime, Utc};
use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::email::replies::error::ReplyError;
use pivotal_domain::email::replies::{EmailReply, ReplyCommand};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::policy::{Scope, allowed};
use pivotal_domain::identity::users::User;
use uuid::Uuid;

use crate::authorise::authorise_all;
use crate::context::Context;
use crate::email::tracking::intake::follow::is_there;
use crate::error::CommandError;
use crate::execute::{Executed, execute, no_jobs};

/// `None`: to nobody. Only to whoever may work on replies.
pub async fn assign_reply(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    to: Option<Uuid>,
) -> Result<Executed<EmailReply>, CommandError> {
    authorise_all(actor, Permission::RepliesAct)?;
    if let Some(user) = to {
        let user = ctx.log.load::<User>(user).await?.state;
        let may = user.role.is_some_and(|role| allowed(role, Permission::RepliesAct) == Scope::All);
        if !may || user.disabled {
            return Err(ReplyError::AssigneeUnknown.into());
        }
    }
    on_reply(ctx, actor, id, |at| ReplyCommand::Assign { to, at }).await
}

pub async fn finish_reply(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
) -> Result<Executed<EmailReply>, CommandError> {
    authorise_all(actor, Permission::RepliesAct)?;
    on_reply(ctx, actor, id, |at| ReplyCommand::Done { at }).await
}

pub async fn reopen_reply(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
) -> Result<Executed<EmailReply>, CommandError> {
    authorise_all(actor, Permission::RepliesAct)?;
    on_reply(ctx, actor, id, |at| ReplyCommand::Reopen { at }).await
}

/// Somebody knows who wrote it.
pub async fn match_reply(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    contact: Uuid,
) -> Result<Executed<EmailReply>, CommandError> {
    authorise_all(actor, Permission::RepliesAct)?;
    let held = ctx.log.load::<Contact>(contact).await?.state;
    // One that was merged is archived as well: the one it is part of is meant.
    let contact = held.record.merged_into.unwrap_or(contact);
    if !is_there(&held) {
        return Err(ReplyError::ContactUnknown.into());
    }
    on_reply(ctx, actor, id, |at| ReplyCommand::Match { contact, at }).await
}

/// That the actor may was asked before.
async fn on_reply(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    command: impl Fn(DateTime<Utc>) -> ReplyCommand,
) -> Result<Executed<EmailReply>, CommandError> {
    let at = ctx.now();
    execute::<EmailReply, _, _>(
        ctx,
        id,
        &actor.metadata(),
        None,
        |loaded| Ok(loaded.state.decide(command(at))?),
        no_jobs,
    )
    .await
}
