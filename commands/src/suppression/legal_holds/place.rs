//! From now on nothing of it is deleted, until the hold is lifted.

use pivotal_domain::audience::accounts::Account;
use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::record::state::Standing;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::suppression::legal_holds::LegalHold;
use pivotal_domain::suppression::legal_holds::command::LegalHoldCommand;
use pivotal_domain::suppression::legal_holds::error::LegalHoldError;
use pivotal_domain::suppression::legal_holds::over::Over;
use uuid::Uuid;

use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, Repeatable, execute_new, no_jobs};

#[derive(Debug, Clone)]
pub struct PlaceLegalHold {
    pub over: Over,
    pub reason: String,
    /// Of the case; may be empty.
    pub reference: String,
    pub idempotency_key: Option<String>,
}

pub async fn place_legal_hold(
    ctx: &Context,
    actor: &Actor,
    input: PlaceLegalHold,
) -> Result<Executed<LegalHold>, CommandError> {
    authorise_all(actor, Permission::RetentionManage)?;
    let (at, source) = (ctx.now(), actor.source.clone());
    let PlaceLegalHold { over, reason, reference, idempotency_key } = input;
    let said = (over, reason.as_str(), reference.as_str());
    let repeatable = Repeatable::new(&actor.user_id.to_string(), idempotency_key.as_deref(), &said);
    must_be_there(ctx, over).await?;
    let command = LegalHoldCommand::Place { at, over, reason, reference, source };
    execute_new::<LegalHold, _, _>(
        ctx,
        Uuid::now_v7(),
        &actor.metadata(),
        repeatable,
        |hold| Ok(hold.decide(command)?),
        no_jobs,
    )
    .await
}

/// What was merged into another may be held, too: the guard follows it.
async fn must_be_there(ctx: &Context, over: Over) -> Result<(), CommandError> {
    let standing = match over {
        Over::Contact(id) => ctx.log.load::<Contact>(id).await?.state.record.standing,
        Over::Account(id) => ctx.log.load::<Account>(id).await?.state.record.standing,
        Over::Data(_) => return Ok(()),
    };
    match standing {
        Standing::Active | Standing::Archived => Ok(()),
        Standing::Absent | Standing::Erased => Err(LegalHoldError::NoRecord.into()),
    }
}
