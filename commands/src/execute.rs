//! Load, decide, append: the middle of every use case on one aggregate, with bounded retries on conflict.

use std::fmt::Debug;

use cqrs_es::Aggregate;
use pivotal_domain::log::metadata::Metadata;
use pivotal_domain::log::personal::LoggedEvent;
use pivotal_log::append::{Append, GuardOp, IdempotencyKey, Lane, NewJob};
use pivotal_log::blind_index::BlindIndex;
use pivotal_log::error::LogError;
use pivotal_log::event_log::Loaded;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::context::Context;
use crate::error::{CommandError, Rejection};

/// Somebody else may be faster this often before we give up.
const ATTEMPTS: usize = 5;

/// What a use case did.
#[derive(Debug, Clone)]
pub struct Executed<A> {
    pub id: Uuid,
    /// After the events.
    pub state: A,
    pub sequence: i64,
    /// Of the last event; `None` when nothing had to happen.
    pub position: Option<i64>,
}

/// Keys an aggregate holds in the guard tables: unique ones and shared ones.
pub trait Guarded: Aggregate {
    fn claims(&self) -> Vec<(&'static str, String)>;
    fn match_keys(&self) -> Vec<(&'static str, String)>;
}

/// An optional key with which a client repeats a request safely. Scoped by actor, so that nobody meets another's answers.
#[derive(Debug, Clone)]
pub struct Repeatable {
    pub key: String,
    pub fingerprint: Vec<u8>,
}

impl Repeatable {
    /// `request` is hashed: the same key with another request is refused rather than answered wrongly.
    pub fn new(actor: &str, key: Option<&str>, request: &impl Debug) -> Option<Self> {
        let key = key.map(str::trim).filter(|key| !key.is_empty())?;
        Some(Repeatable {
            key: format!("{actor}:{key}"),
            fingerprint: Sha256::digest(format!("{request:?}").as_bytes()).to_vec(),
        })
    }
}

/// Runs one command on one aggregate.
///
/// `decide` is called again after every conflict, with the state as it is then. `follow_up` names the jobs that the
/// decision causes; they are enqueued in the same transaction.
pub async fn execute<A, D, F>(
    ctx: &Context,
    id: Uuid,
    metadata: &Metadata,
    repeatable: Option<Repeatable>,
    decide: D,
    follow_up: F,
) -> Result<Executed<A>, CommandError>
where
    A: Aggregate + Guarded + Clone,
    A::Event: LoggedEvent,
    D: Fn(&Loaded<A>) -> Result<Vec<A::Event>, CommandError>,
    F: Fn(&A, &A) -> Result<Vec<NewJob>, CommandError>,
{
    if let Some(repeatable) = &repeatable
        && let Some(answer) = ctx.log.first_answer(&repeatable.key, &repeatable.fingerprint).await?
    {
        return repeated(ctx, answer).await;
    }
    for _ in 0..ATTEMPTS {
        let loaded = ctx.log.load::<A>(id).await?;
        let events = decide(&loaded)?;
        if events.is_empty() {
            return Ok(Executed { id, state: loaded.state, sequence: loaded.sequence, position: None });
        }
        match write(ctx, id, metadata, repeatable.as_ref(), loaded, events, &follow_up).await {
            Err(CommandError::Conflict) => continue,
            written => return written,
        }
    }
    Err(CommandError::Conflict)
}

/// Creates a record under an id of its own. There is nothing to load, and a request that was made before is noticed
/// when it is written again: the quickest way in.
pub async fn execute_new<A, D, F>(
    ctx: &Context,
    id: Uuid,
    metadata: &Metadata,
    repeatable: Option<Repeatable>,
    decide: D,
    follow_up: F,
) -> Result<Executed<A>, CommandError>
where
    A: Aggregate + Guarded + Clone,
    A::Event: LoggedEvent,
    D: FnOnce(&A) -> Result<Vec<A::Event>, CommandError>,
    F: Fn(&A, &A) -> Result<Vec<NewJob>, CommandError>,
{
    let nothing = Loaded { state: A::default(), sequence: 0 };
    let events = decide(&nothing.state)?;
    write(ctx, id, metadata, repeatable.as_ref(), nothing, events, &follow_up).await
}

/// Events, guards, jobs and the idempotency key in one append.
async fn write<A, F>(
    ctx: &Context,
    id: Uuid,
    metadata: &Metadata,
    repeatable: Option<&Repeatable>,
    before: Loaded<A>,
    events: Vec<A::Event>,
    follow_up: &F,
) -> Result<Executed<A>, CommandError>
where
    A: Aggregate + Guarded + Clone,
    A::Event: LoggedEvent,
    F: Fn(&A, &A) -> Result<Vec<NewJob>, CommandError>,
{
    let mut after = before.state.clone();
    for event in &events {
        after.apply(event.clone());
    }
    let sequence = before.sequence + events.len() as i64;
    let mut append = Append::new(Lane::Interactive);
    append.guards = guard_changes(&ctx.log.blind, id, &before.state, &after);
    append.jobs = follow_up(&before.state, &after)?;
    append.events::<A>(id, before.sequence, events, metadata)?;
    append.idempotency = repeatable.cloned().map(|repeatable| IdempotencyKey {
        key: repeatable.key,
        fingerprint: repeatable.fingerprint,
        result: serde_json::json!({ "id": id }),
    });
    match ctx.log.append(append).await {
        Ok(position) => Ok(Executed { id, state: after, sequence, position: Some(position) }),
        Err(LogError::Repeated(answer)) => repeated(ctx, *answer).await,
        Err(error) => Err(error.into()),
    }
}

async fn repeated<A>(ctx: &Context, answer: pivotal_log::error::Repeated) -> Result<Executed<A>, CommandError>
where
    A: Aggregate,
    A::Event: LoggedEvent,
{
    if !answer.same_request {
        return Err(CommandError::rejected(Rejection::of_field(
            "idempotencyKey",
            "IDEMPOTENCY_KEY_REUSED",
            "This idempotency key was used for a different request. Use a new one.",
        )));
    }
    let id = answer
        .result
        .get("id")
        .and_then(|id| id.as_str())
        .and_then(|id| id.parse().ok())
        .ok_or_else(|| CommandError::unexpected("an idempotency record without an id"))?;
    let loaded = ctx.log.load::<A>(id).await?;
    Ok(Executed { id, state: loaded.state, sequence: loaded.sequence, position: Some(answer.position) })
}

/// The difference in guard keys between two states of one record.
pub fn guard_changes<A: Guarded>(blind: &BlindIndex, owner: Uuid, before: &A, after: &A) -> Vec<GuardOp> {
    let mut operations = Vec::new();
    let (old, new) = (before.claims(), after.claims());
    operations.extend(old.iter().filter(|key| !new.contains(key)).map(|(scope, value)| GuardOp::Release {
        scope,
        key: blind.key(scope, value),
        owner,
    }));
    operations.extend(new.iter().filter(|key| !old.contains(key)).map(|(scope, value)| GuardOp::Claim {
        scope,
        key: blind.key(scope, value),
        owner,
    }));
    let (old, new) = (before.match_keys(), after.match_keys());
    operations.extend(old.iter().filter(|key| !new.contains(key)).map(|(scope, value)| GuardOp::RemoveKey {
        scope,
        key: blind.key(scope, value),
        owner,
    }));
    operations.extend(new.iter().filter(|key| !old.contains(key)).map(|(scope, value)| GuardOp::AddKey {
        scope,
        key: blind.key(scope, value),
        owner,
    }));
    operations
}

/// For use cases whose decision causes no jobs.
pub fn no_jobs<A>(_before: &A, _after: &A) -> Result<Vec<NewJob>, CommandError> {
    Ok(Vec::new())
}
