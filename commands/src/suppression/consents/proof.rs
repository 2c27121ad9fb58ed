//! Opening the file that proves a statement.

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::suppression::consents::error::ConsentError;
use pivotal_domain::suppression::consents::file::ProofFile;
use pivotal_domain::suppression::consents::{Consent, id_of};
use uuid::Uuid;

use super::person;
use crate::context::Context;
use crate::error::CommandError;

pub async fn proof_file(
    ctx: &Context,
    actor: &Actor,
    contact: Uuid,
    statement: Uuid,
) -> Result<ProofFile, CommandError> {
    person(ctx, actor, contact, Permission::ConsentsView).await?;
    let consent = ctx.log.load::<Consent>(id_of(contact)).await?.state;
    let file = consent.statement(statement).and_then(|statement| statement.file.clone());
    file.ok_or_else(|| ConsentError::Unknown.into())
}
