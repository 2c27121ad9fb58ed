//! Asking what rules would make of the records that are there, and stopping the answer.

use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::survivorship::command::SurvivorshipCommand;
use pivotal_domain::audience::survivorship::error::SurvivorshipError;
use pivotal_domain::audience::survivorship::rules::Rules;
use pivotal_domain::audience::survivorship::{Survivorship, id_of};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_log::append::NewJob;
use uuid::Uuid;

use super::run::{KIND, RunPreview};
use crate::audience::record::undo::ask::cancel_job;
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, execute};

/// Where the rules of an entity are shown.
pub const PAGE: &str = "/survivorship";

/// Writes nothing to the records.
pub async fn preview_rules(
    ctx: &Context,
    actor: &Actor,
    entity: Entity,
    rules: Rules,
) -> Result<Executed<Survivorship>, CommandError> {
    authorise_all(actor, Permission::SettingsManage)?;
    let (at, job) = (ctx.now(), Uuid::now_v7());
    execute::<Survivorship, _, _>(
        ctx,
        id_of(entity),
        &actor.metadata(),
        None,
        |loaded| Ok(loaded.state.decide(SurvivorshipCommand::Preview { at, job, rules: rules.clone() })?),
        |_, _| {
            let title = format!("Preview of survivorship rules of {}s", entity.as_str());
            let mut new = NewJob::new(job, KIND, title, RunPreview { entity })?;
            new.link = Some(format!("{PAGE}?of={}s", entity.as_str()));
            new.created_by = (!actor.is_system()).then_some(actor.user_id);
            Ok(vec![new])
        },
    )
    .await
}

pub async fn cancel_preview(
    ctx: &Context,
    actor: &Actor,
    entity: Entity,
) -> Result<Survivorship, CommandError> {
    authorise_all(actor, Permission::SettingsManage)?;
    let state = ctx.log.load::<Survivorship>(id_of(entity)).await?.state;
    let job = state.previews.running.ok_or(SurvivorshipError::NotPreviewing)?;
    cancel_job(ctx, job).await?;
    Ok(state)
}
