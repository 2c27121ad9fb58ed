//! Asking for a bulk change: the event and its job are one transaction.

use std::collections::HashSet;

use pivotal_domain::audience::bulk::action::{ActionKind, Assigned, BulkAction};
use pivotal_domain::audience::bulk::command::BulkCommand;
use pivotal_domain::audience::bulk::deed::Deed;
use pivotal_domain::audience::bulk::error::BulkError;
use pivotal_domain::audience::bulk::events::{Asked, Selection};
use pivotal_domain::audience::bulk::{Bulk, check};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::teams::Team;
use pivotal_domain::identity::users::User;
use pivotal_log::append::NewJob;
use uuid::Uuid;

use super::deeds::Deeds;
use super::run::{KIND, RunBulk};
use crate::audience::accounts::ancestors;
use crate::audience::lists::editable;
use crate::audience::record::asker::Asker;
use crate::audience::record::restriction::may_restrict;
use crate::authorise::authorise;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, Repeatable, execute_new};
use crate::reason::check_reason;

/// `idempotency_key`: the same request again is answered with the bulk change that it made.
pub async fn start_bulk(
    ctx: &Context,
    actor: &Actor,
    asked: Asked,
    idempotency_key: Option<&str>,
) -> Result<Executed<Bulk>, CommandError> {
    match asked.kind {
        ActionKind::Weigh => Err(BulkError::NotByItself.into()),
        _ => {
            may_change_list(ctx, actor, &asked).await?;
            start(ctx, actor, asked, idempotency_key).await
        }
    }
}

/// Also what is only a part of something else.
pub(in crate::audience) async fn start(
    ctx: &Context,
    actor: &Actor,
    asked: Asked,
    idempotency_key: Option<&str>,
) -> Result<Executed<Bulk>, CommandError> {
    start_as(ctx, actor, Uuid::now_v7(), asked, idempotency_key).await
}

/// The same, under an id that was chosen beforehand.
pub(in crate::audience) async fn start_as(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    asked: Asked,
    idempotency_key: Option<&str>,
) -> Result<Executed<Bulk>, CommandError> {
    // Whose records they are is asked of each of them.
    authorise(actor, Permission::RecordsBulk).map(drop)?;
    authorise(actor, asked.kind.permission(asked.entity)).map(drop)?;
    let repeatable = Repeatable::new(&actor.user_id.to_string(), idempotency_key, &asked);
    let action = asked.action.map(|action| action.asked_at(ctx.now()));
    let asked = Asked { selection: asked.selection.map(each_once), action, ..asked };
    check(&asked)?;
    let Some(action) = asked.action.clone() else { return Err(BulkError::NothingToDo.into()) };
    if let BulkAction::Archive { reason } | BulkAction::RejectIndustry { reason } = &action {
        check_reason(reason.as_deref())?;
    }
    must_exist(ctx, &action).await?;
    let deeds = Deeds::of(ctx, asked.entity, action).await?;
    deeds.may_be_the_same()?;
    if let Deed::Write(values) = deeds.check()? {
        may_restrict(ctx, actor, &values).await?;
        ancestors(ctx, &values).await?;
    }
    let (job, at) = (Uuid::now_v7(), ctx.now());
    let title = asked.kind.title(asked.entity, &deeds.labels());
    execute_new::<Bulk, _, _>(
        ctx,
        id,
        &actor.metadata(),
        repeatable,
        |bulk| Ok(bulk.decide(BulkCommand::Ask { at, by: actor.user_id, asked, job })?),
        |_, _| Ok(vec![job_of(actor, id, job, title.clone())?]),
    )
    .await
}

/// A list is changed by those who may edit it.
async fn may_change_list(ctx: &Context, actor: &Actor, asked: &Asked) -> Result<(), CommandError> {
    let Some((_, list)) = asked.action.as_ref().and_then(BulkAction::list) else { return Ok(()) };
    let list = editable(ctx, actor, list).await?;
    Ok(list.state.takes(asked.entity)?)
}

/// The job that does it, or goes on with it.
pub(in crate::audience) fn job_of(
    actor: &Actor,
    id: Uuid,
    job: Uuid,
    title: String,
) -> Result<NewJob, serde_json::Error> {
    let run = RunBulk { bulk_id: id, asker: Asker::of(actor) };
    let mut new = NewJob::new(job, KIND, title, run)?;
    new.unique_key = Some(format!("{KIND}:{id}"));
    new.max_attempts = 20;
    // Somebody waits in front of the screen.
    new.priority = 3;
    new.link = Some(format!("/bulk/{id}"));
    new.created_by = (!actor.is_system()).then_some(actor.user_id);
    Ok(new)
}

/// One that is named twice is meant once.
fn each_once(selection: Selection) -> Selection {
    match selection {
        Selection::Ids(ids) => {
            let mut seen = HashSet::new();
            Selection::Ids(ids.into_iter().filter(|id| seen.insert(*id)).collect())
        }
        matching @ Selection::Matching(_) => matching,
    }
}

/// A file may call the owner what it likes; whoever chooses one for many chooses somebody who is there.
async fn must_exist(ctx: &Context, action: &BulkAction) -> Result<(), CommandError> {
    let BulkAction::Assign { owner, team } = action else { return Ok(()) };
    if let Assigned::To(id) = owner {
        let user = ctx.log.load::<User>(*id).await?.state;
        if user.role.is_none() || user.disabled {
            return Err(BulkError::NoSuchUser.into());
        }
    }
    if let Assigned::To(id) = team
        && !ctx.log.load::<Team>(*id).await?.state.is_open()
    {
        return Err(BulkError::NoSuchTeam.into());
    }
    Ok(())
}
