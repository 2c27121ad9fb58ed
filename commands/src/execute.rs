//! Load, decide, append: the middle of every use case on one aggregate, with bounded retries on conflict.

use std::fmt::Debug;

use cqrs_es::Aggregate;
use pivotal_domain::audience::custom_fields::definitions::Definitions;
use pivotal_domain::audience::fields::catalogue::{Entity, custom_name};
use pivotal_domain::audience::fields::value::FieldValue;
use pivotal_domain::audience::record::state::RecordState;
use pivotal_domain::log::metadata::Metadata;
use pivotal_domain::log::personal::LoggedEvent;
use pivotal_log::append::{Append, GuardOp, IdempotencyKey, Lane, NewJob};
use pivotal_log::blind_index::BlindIndex;
use pivotal_log::error::LogError;
use pivotal_log::event_log::Loaded;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::audience::custom_fields::definitions;
use crate::context::Context;
use crate::error::{CommandError, Rejection};
use crate::jobs::limit::refuse_too_many;
use crate::lookup::Key;

/// Somebody else may be faster this often before we give up.
pub(crate) const ATTEMPTS: usize = 5;

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
    /// Of a record: the values among which custom fields may be unique.
    fn custom(&self) -> Option<(Entity, &RecordState)> {
        None
    }
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
    if let Some(done) = answered(ctx, repeatable.as_ref()).await? {
        return Ok(done);
    }
    for _ in 0..ATTEMPTS {
        let loaded = ctx.log.load::<A>(id).await?;
        let events = decide(&loaded)?;
        if events.is_empty() {
            return Ok(Executed { id, state: loaded.state, sequence: loaded.sequence, position: None });
        }
        let caused = Caused { guards: Vec::new(), jobs: &follow_up };
        match write(ctx, id, metadata, repeatable.as_ref(), loaded, events, caused).await {
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
    let caused = Caused { guards: Vec::new(), jobs: &follow_up };
    write(ctx, id, metadata, repeatable.as_ref(), nothing, events, caused).await
}

/// The answer that the same request got before, if it was made before.
pub(crate) async fn answered<A>(
    ctx: &Context,
    repeatable: Option<&Repeatable>,
) -> Result<Option<Executed<A>>, CommandError>
where
    A: Aggregate,
    A::Event: LoggedEvent,
{
    let Some(repeatable) = repeatable else { return Ok(None) };
    match ctx.log.first_answer(&repeatable.key, &repeatable.fingerprint).await? {
        Some(answer) => repeated(ctx, answer).await.map(Some),
        None => Ok(None),
    }
}

/// What goes into the append beside the events.
pub(crate) struct Caused<'f, F> {
    /// Besides those that follow from the states.
    pub guards: Vec<GuardOp>,
    pub jobs: &'f F,
}

/// Events, guards, jobs and the idempotency key in one append.
pub(crate) async fn write<A, F>(
    ctx: &Context,
    id: Uuid,
    metadata: &Metadata,
    repeatable: Option<&Repeatable>,
    before: Loaded<A>,
    events: Vec<A::Event>,
    caused: Caused<'_, F>,
) -> Result<Executed<A>, CommandError>
where
    A: Aggregate + Guarded + Clone,
    A::Event: LoggedEvent,
    F: Fn(&A, &A) -> Result<Vec<NewJob>, CommandError>,
{
    let after = after(&before.state, &events);
    let sequence = before.sequence + events.len() as i64;
    let mut append = Append::new(Lane::Interactive);
    append.guards = guard_changes(&ctx.log.blind, id, &before.state, &after);
    append.guards.extend(unique_changes(ctx, id, &before.state, &after).await?);
    append.guards.extend(caused.guards);
    append.jobs = (caused.jobs)(&before.state, &after)?;
    if let Err(refused) = refuse_too_many(ctx, &append.jobs).await {
        return answered(ctx, repeatable).await?.ok_or(refused);
    }
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

/// The state that events lead to.
pub fn after<A>(before: &A, events: &[A::Event]) -> A
where
    A: Aggregate + Clone,
    A::Event: Clone,
{
    let mut after = before.clone();
    events.iter().for_each(|event| after.apply(event.clone()));
    after
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

/// What a record claims by custom fields that are unique.
pub fn custom_claims<A: Guarded>(one: &A, definitions: &Definitions) -> Vec<Key> {
    one.custom().map_or_else(Vec::new, |(entity, record)| definitions.claims(entity, record))
}

/// The difference in what a record claims by custom fields that are unique, as they are defined now.
pub fn custom_changes<A: Guarded>(
    blind: &BlindIndex,
    owner: Uuid,
    before: &A,
    after: &A,
    definitions: &Definitions,
) -> Vec<GuardOp> {
    let (old, new) = (custom_claims(before, definitions), custom_claims(after, definitions));
    let released = old.iter().filter(|key| !new.contains(key));
    let claimed = new.iter().filter(|key| !old.contains(key));
    let release = |(scope, value): &Key| GuardOp::Release { scope, key: blind.key(scope, value), owner };
    let claim = |(scope, value): &Key| GuardOp::Claim { scope, key: blind.key(scope, value), owner };
    released.map(release).chain(claimed.map(claim)).collect()
}

/// The same, with the definitions looked up when a custom value changes, which is seldom.
async fn unique_changes<A: Guarded>(
    ctx: &Context,
    owner: Uuid,
    before: &A,
    after: &A,
) -> Result<Vec<GuardOp>, CommandError> {
    let Some((entity, now)) = after.custom() else { return Ok(Vec::new()) };
    let was = before.custom().map(|(_, record)| record);
    let custom = |record: &RecordState| -> Vec<(String, FieldValue)> {
        let held = record.fields.iter().filter(|(key, _)| custom_name(key).is_some());
        held.map(|(key, held)| (key.clone(), held.value.clone())).collect()
    };
    if was.map(custom).unwrap_or_default() == custom(now) {
        return Ok(Vec::new());
    }
    let definitions = definitions(ctx, entity).await?;
    Ok(custom_changes(&ctx.log.blind, owner, before, after, &definitions))
}

/// For use cases whose decision causes no jobs.
pub fn no_jobs<A>(_before: &A, _after: &A) -> Result<Vec<NewJob>, CommandError> {
    Ok(Vec::new())
}
