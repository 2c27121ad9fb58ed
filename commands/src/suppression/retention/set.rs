//! Another rule for a kind, from the next run on. Undone by setting it back; back to less takes a dry run again.

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::suppression::retention::command::{RetentionCommand, SetRule};
use pivotal_domain::suppression::retention::keep::Keep;
use pivotal_domain::suppression::retention::kind::Kind;
use pivotal_domain::suppression::retention::{ID, RetentionRules};
use uuid::Uuid;

use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, execute, no_jobs};

#[derive(Debug, Clone)]
pub struct SetRetentionRule {
    pub kind: Kind,
    pub keep: Keep,
    /// The dry run of exactly this rule; needed for one that deletes more than the one in force.
    pub dry_run: Option<Uuid>,
    pub note: Option<String>,
}

pub async fn set_retention_rule(
    ctx: &Context,
    actor: &Actor,
    input: SetRetentionRule,
) -> Result<Executed<RetentionRules>, CommandError> {
    authorise_all(actor, Permission::RetentionManage)?;
    let set = SetRule {
        at: ctx.now(),
        kind: input.kind,
        keep: input.keep,
        dry_run: input.dry_run,
        note: input.note.unwrap_or_default(),
        by: actor.user_id,
        source: actor.source.clone(),
    };
    execute::<RetentionRules, _, _>(
        ctx,
        ID,
        &actor.metadata(),
        None,
        |loaded| Ok(loaded.state.decide(RetentionCommand::Set(set.clone()))?),
        no_jobs,
    )
    .await
}
