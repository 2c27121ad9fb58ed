//! A person is erased: what was said when they were held cannot be read any more. That they were, and when, stays.

use pivotal_domain::log::metadata::Metadata;
use pivotal_domain::suppression::legal_holds::LegalHold;
use pivotal_domain::suppression::legal_holds::command::LegalHoldCommand;
use pivotal_domain::suppression::legal_holds::over::Over;
use uuid::Uuid;

use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{execute, no_jobs};

/// Can be done again. The words themselves go with the person's key.
pub async fn forget(ctx: &Context, contact: Uuid) -> Result<(), CommandError> {
    let over = Over::Contact(contact).to_string();
    let holds = sqlx::query_scalar!(
        "select aggregate_id from log.events
         where aggregate_type = 'legal_hold' and event_type = 'LegalHoldPlaced' and payload -> 'LegalHoldPlaced' ->> 'over' = $1",
        over
    )
    .fetch_all(&ctx.log.pools.write)
    .await?;
    for id in holds.iter().filter_map(|id| id.parse::<Uuid>().ok()) {
        execute::<LegalHold, _, _>(
            ctx,
            id,
            &Metadata::system("erasure"),
            None,
            |loaded| Ok(loaded.state.decide(LegalHoldCommand::Erase { at: ctx.now() })?),
            no_jobs,
        )
        .await?;
    }
    Ok(())
}
