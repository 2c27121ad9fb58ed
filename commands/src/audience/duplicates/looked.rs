//! Saying that a look for duplicates has ended, so that whoever asked for it is told.

use pivotal_domain::audience::duplicates::facts::{
    DUPLICATES_LOOKED, DUPLICATES_LOOKED_VERSION, LookFact, Looked,
};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_log::append::{Append, IdempotencyKey, Lane, NewFact};
use pivotal_log::error::LogError;
use serde_json::Value;

use crate::audience::record::asker::asked_for;
use crate::context::Context;
use crate::error::CommandError;
use crate::jobs::running::RunningJob;

/// Once, however often the job is run.
pub async fn tell_looked(
    ctx: &Context,
    job: &RunningJob,
    entity: Entity,
    records: u64,
) -> Result<(), CommandError> {
    let fact = LookFact::DuplicatesLooked(Looked { entity, job: job.id, at: ctx.now(), records });
    let mut append = Append::new(Lane::Bulk);
    append.facts.push(NewFact {
        kind: DUPLICATES_LOOKED,
        version: DUPLICATES_LOOKED_VERSION,
        about_type: "duplicates",
        about_id: job.id,
        payload: serde_json::to_value(&fact)?,
        metadata: asked_for(ctx, job, "duplicates").await?,
        personal: &[],
        subject: None,
    });
    append.idempotency = Some(IdempotencyKey {
        key: format!("duplicates:{}:looked", job.id),
        fingerprint: Vec::new(),
        result: Value::Null,
    });
    match ctx.log.append(append).await {
        Ok(_) | Err(LogError::Repeated(_)) => Ok(()),
        Err(error) => Err(error.into()),
    }
}
