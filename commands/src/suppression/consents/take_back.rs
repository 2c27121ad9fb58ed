//! A statement that was recorded by mistake stops counting, with a reason. What a withdrawal suppressed stays suppressed: that is
//! released where suppressions are, by who may.

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::suppression::consents::command::ConsentCommand;
use pivotal_domain::suppression::consents::{Consent, id_of};
use uuid::Uuid;

use super::person;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, execute, no_jobs};

#[derive(Debug, Clone)]
pub struct TakeConsentBack {
    pub contact: Uuid,
    pub statement: Uuid,
    pub why: String,
}

pub async fn take_consent_back(
    ctx: &Context,
    actor: &Actor,
    input: TakeConsentBack,
) -> Result<Executed<Consent>, CommandError> {
    let TakeConsentBack { contact, statement, why } = input;
    person(ctx, actor, contact, Permission::ConsentsRecord).await?;
    let at = ctx.now();
    execute::<Consent, _, _>(
        ctx,
        id_of(contact),
        &actor.metadata(),
        None,
        |loaded| {
            let (why, source) = (why.clone(), actor.source.clone());
            Ok(loaded.state.decide(ConsentCommand::TakeBack { at, contact, statement, why, source })?)
        },
        no_jobs,
    )
    .await
}
