//! Other rules for what is written from now on. Undone by the change back.

use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::survivorship::command::SurvivorshipCommand;
use pivotal_domain::audience::survivorship::error::SurvivorshipError;
use pivotal_domain::audience::survivorship::rules::Rules;
use pivotal_domain::audience::survivorship::{Survivorship, id_of};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;

use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, execute, no_jobs};

#[derive(Debug, Clone)]
pub struct ChangeRules {
    pub entity: Entity,
    pub rules: Rules,
    /// The rules that whoever asks saw; refused when there are others by now.
    pub expected: Option<Rules>,
}

pub async fn change_rules(
    ctx: &Context,
    actor: &Actor,
    input: ChangeRules,
) -> Result<Executed<Survivorship>, CommandError> {
    authorise_all(actor, Permission::SettingsManage)?;
    let at = ctx.now();
    let decide = |loaded: &pivotal_log::event_log::Loaded<Survivorship>| {
        if input.expected.as_ref().is_some_and(|expected| *expected != loaded.state.rules) {
            return Err(SurvivorshipError::Stale.into());
        }
        Ok(loaded.state.decide(SurvivorshipCommand::Change { at, rules: input.rules.clone() })?)
    };
    execute::<Survivorship, _, _>(ctx, id_of(input.entity), &actor.metadata(), None, decide, no_jobs).await
}
