//! Asking for a run over contacts. What is told of it, its job and the answer to a repeated request are one append.
//!
//! Which contacts is told to the job alone, and taken from it when the run ends: a filter may name a person, and the log keeps no
//! word of it.

use pivotal_domain::audience::contact_runs::RunFact;
use pivotal_domain::audience::exports::list::{ListFilter, SELECTED_MAX};
use pivotal_domain::identity::actor::Actor;
use pivotal_log::append::{Append, IdempotencyKey, Lane, NewJob};
use pivotal_log::error::{LogError, Repeated};
use serde::Serialize;
use serde_json::json;
use uuid::Uuid;

use super::{ContactRun, RunRefusal, fact_of};
use crate::context::Context;
use crate::error::{CommandError, Rejection};
use crate::execute::Repeatable;
use crate::jobs::limit::refuse_too_many;

/// Up to so many named one by one do not wait behind long runs.
pub const FEW: usize = 20;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Started {
    pub id: Uuid,
    pub position: Option<i64>,
}

/// What a run begins with.
pub struct Starting<K: ContactRun, P> {
    pub run: Uuid,
    pub job: Uuid,
    pub asked: K::Fact,
    /// Of the job.
    pub payload: P,
    /// How many contacts were chosen one by one.
    pub named: Option<usize>,
}

/// How many contacts a list names one by one, when they are neither none nor too many.
pub fn named<K: ContactRun>(filter: &ListFilter) -> Result<Option<usize>, CommandError> {
    match filter.ids.as_ref().map(Vec::len) {
        Some(0) => Err(K::refused(RunRefusal::NothingSelected)),
        Some(count) if count > SELECTED_MAX => Err(K::refused(RunRefusal::TooMany { count })),
        named => Ok(named),
    }
}

/// `repeatable`: the same request again is answered with the run that it made.
pub async fn start<K: ContactRun, P: Serialize>(
    ctx: &Context,
    actor: &Actor,
    starting: Starting<K, P>,
    repeatable: Option<Repeatable>,
) -> Result<Started, CommandError> {
    let id = starting.run;
    let mut append = Append::new(Lane::Interactive);
    append.facts.push(fact_of(id, <K::Fact as RunFact>::ASKED, &starting.asked, &actor.metadata())?);
    append.jobs.push(job_of(actor, starting)?);
    append.idempotency = repeatable.map(|repeatable| IdempotencyKey {
        key: repeatable.key,
        fingerprint: repeatable.fingerprint,
        result: json!({ "id": id }),
    });
    if let Err(refused) = refuse_too_many(ctx, &append.jobs).await {
        let Some(key) = &append.idempotency else { return Err(refused) };
        let before = ctx.log.first_answer(&key.key, &key.fingerprint).await?;
        return before.map_or(Err(refused), |answer| repeated(&answer));
    }
    match ctx.log.append(append).await {
        Ok(position) => Ok(Started { id, position: Some(position) }),
        Err(LogError::Repeated(answer)) => repeated(&answer),
        Err(error) => Err(error.into()),
    }
}

/// As the same request was answered before.
fn repeated(answer: &Repeated) -> Result<Started, CommandError> {
    if !answer.same_request {
        return Err(CommandError::rejected(Rejection::of_field(
            "idempotencyKey",
            "IDEMPOTENCY_KEY_REUSED",
            "This idempotency key was used for another request. Use a new one.",
        )));
    }
    let id = answer.result.get("id").and_then(|id| id.as_str()).and_then(|id| id.parse().ok());
    let id = id.ok_or_else(|| CommandError::unexpected("the key was used by something else"))?;
    Ok(Started { id, position: Some(answer.position) })
}

fn job_of<K: ContactRun, P: Serialize>(
    actor: &Actor,
    starting: Starting<K, P>,
) -> Result<NewJob, serde_json::Error> {
    let Starting { run, job, payload, named, .. } = starting;
    let few = named.is_some_and(|count| count <= FEW);
    let kind = if few { K::JOB_OF_FEW } else { K::JOB };
    let mut new = NewJob::new(job, kind.name, K::title(named), payload)?;
    new.max_attempts = 20;
    new.priority = if few { 4 } else { 2 };
    new.link = Some(format!("{}/{run}", K::LINK));
    new.created_by = (!actor.is_system()).then_some(actor.user_id);
    Ok(new)
}
