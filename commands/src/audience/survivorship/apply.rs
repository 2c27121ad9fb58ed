//! Making it so: the previewed rules hold from now on, and a bulk change weighs what is there by them.

use pivotal_domain::audience::bulk::action::BulkAction;
use pivotal_domain::audience::bulk::events::{Asked, Selection};
use pivotal_domain::audience::exports::list::ListFilter;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::survivorship::command::SurvivorshipCommand;
use pivotal_domain::audience::survivorship::{Survivorship, id_of};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_log::event_log::Loaded;
use uuid::Uuid;

use super::read::survivorship;
use crate::audience::bulk::start;
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{execute, no_jobs};

/// Answers with the bulk change. Asked for again, with the same one.
pub async fn apply_rules(
    ctx: &Context,
    actor: &Actor,
    entity: Entity,
    preview: Uuid,
) -> Result<Uuid, CommandError> {
    authorise_all(actor, Permission::SettingsManage)?;
    let state = survivorship(ctx, actor, entity).await?;
    let command = |bulk| SurvivorshipCommand::Apply { at: ctx.now(), preview, bulk };
    // Refused before anything is begun.
    state.decide(command(Uuid::nil()))?;
    let Some(previewed) = state.preview else { return Err(CommandError::unexpected("no preview")) };
    if let Some(bulk) = previewed.applied_by {
        return Ok(bulk);
    }
    let all = ListFilter { archived: Some(false), ..ListFilter::default() };
    let action = BulkAction::Weigh { rules: previewed.rules };
    let expected = previewed.difference.map(|difference| difference.records);
    let asked = Asked::new(entity, action, Selection::Matching(Box::new(all)), expected);
    // Killed before the rules know of it, the next try finds it by its key.
    let key = format!("survivorship:{preview}");
    let bulk = start::start(ctx, actor, asked, Some(&key)).await?.id;
    let decide = |loaded: &Loaded<Survivorship>| Ok(loaded.state.decide(command(bulk))?);
    execute::<Survivorship, _, _>(ctx, id_of(entity), &actor.metadata(), None, decide, no_jobs).await?;
    Ok(bulk)
}
