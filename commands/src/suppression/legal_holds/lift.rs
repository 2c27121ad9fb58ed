//! The case is over: what stood under the hold goes by its rule again. On whose word is kept.

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::suppression::legal_holds::LegalHold;
use pivotal_domain::suppression::legal_holds::command::LegalHoldCommand;
use uuid::Uuid;

use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, execute, no_jobs};

pub async fn lift_legal_hold(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    reason: &str,
) -> Result<Executed<LegalHold>, CommandError> {
    authorise_all(actor, Permission::RetentionManage)?;
    let at = ctx.now();
    execute::<LegalHold, _, _>(
        ctx,
        id,
        &actor.metadata(),
        None,
        |loaded| {
            let (why, source) = (reason.to_owned(), actor.source.clone());
            Ok(loaded.state.decide(LegalHoldCommand::Lift { at, why, source })?)
        },
        no_jobs,
    )
    .await
}
