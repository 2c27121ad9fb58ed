//! Making a list and filling it. Few records come in with the event that makes it; many by a bulk change that the list names, and
//! that is begun anew by the same request when it was never begun.

use pivotal_domain::audience::bulk::action::BulkAction;
use pivotal_domain::audience::bulk::check;
use pivotal_domain::audience::bulk::events::{Asked, Selection};
use pivotal_domain::audience::lists::change::Verb;
use pivotal_domain::audience::lists::facts::{ListFact, Named};
use pivotal_domain::audience::lists::source::ListSource;
use pivotal_domain::audience::lists::{List, ListCommand, Made};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_log::append::{Append, IdempotencyKey, Lane};
use pivotal_log::error::LogError;
use uuid::Uuid;

use super::chosen::{NotTakenEntry, Settled};
use super::{name_taken, new_fact};
use crate::audience::bulk::start::start_as;
use crate::authorise::authorise;
use crate::context::Context;
use crate::error::{CommandError, Rejection};
use crate::execute::{Executed, Repeatable, after, answered, guard_changes};
use crate::jobs::limit::refuse_full;

/// What a change of members came to.
#[derive(Debug, Clone)]
pub struct Changed {
    pub list: Executed<List>,
    /// With it the change is taken back.
    pub change: Uuid,
    /// The records that were named in the request itself.
    pub ids: Vec<Uuid>,
    pub refused: Vec<NotTakenEntry>,
    /// The bulk change that does it, when it is done as a job.
    pub bulk: Option<Uuid>,
}

/// A list that is to be made. The list's own id is the change by which its first members came in.
pub(in crate::audience) struct Filling {
    pub made: Made,
    pub settled: Settled,
    /// The number that whoever asked saw counted.
    pub expected: Option<u64>,
    pub repeatable: Option<Repeatable>,
}

impl Filling {
    pub async fn run(self, ctx: &Context, actor: &Actor) -> Result<Changed, CommandError> {
        let Filling { made, settled, expected, repeatable } = self;
        let id = Uuid::now_v7();
        let (ids, refused, selection) = match settled {
            Settled::AtOnce { ids, refused } => (ids, refused, None),
            Settled::AsJob { selection, refused } => (Vec::new(), refused, Some(selection)),
        };
        if let Some(selection) = &selection {
            // Refused now, and not when there is a list that nothing comes into.
            authorise(actor, Permission::RecordsBulk).map(drop)?;
            check(&asked(&made, id, selection.clone(), expected))?;
        }
        let made = Made { fill: selection.is_some().then(Uuid::now_v7), ..made };
        let name = made.details.name.clone();
        let list = match answered::<List>(ctx, repeatable.as_ref()).await? {
            Some(before) => before,
            None => {
                if selection.is_some() {
                    refuse_full(ctx, actor.user_id).await?;
                }
                append(ctx, actor, id, made, &ids, repeatable)
                    .await
                    .map_err(|error| name_taken(error, &name))?
            }
        };
        let made = list.state.made.as_ref();
        let bulk = match (selection, made.and_then(|made| Some((made, made.fill?)))) {
            (Some(selection), Some((made, fill))) => {
                // A request that is repeated means the moment it was first made at.
                let selection = of_source(&made.source).unwrap_or(selection);
                let (asked, key) =
                    (asked(made, list.id, selection, expected), format!("list-fill:{}", list.id));
                Some(start_as(ctx, actor, fill, asked, Some(&key)).await?.id)
            }
            _ => None,
        };
        Ok(Changed { change: list.id, list, ids, refused, bulk })
    }
}

/// The members of other lists or of a segment, archived ones too: they are found a page at a time when their turn comes. `None`: it
/// is made from neither.
pub(in crate::audience) fn of_source(source: &ListSource) -> Option<Selection> {
    source.filter().map(|filter| Selection::Matching(Box::new(filter)))
}

fn asked(made: &Made, list: Uuid, selection: Selection, expected: Option<u64>) -> Asked {
    Asked::new(made.entity, BulkAction::AddToList { list }, selection, expected)
}

/// The list and its first members, or none of it.
async fn append(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    made: Made,
    ids: &[Uuid],
    repeatable: Option<Repeatable>,
) -> Result<Executed<List>, CommandError> {
    let (at, metadata, entity) = (ctx.now(), actor.metadata(), made.entity);
    let nothing = List::default();
    let events = nothing.decide(ListCommand::Create { made, at })?;
    let (state, sequence) = (after(&nothing, &events), events.len() as i64);
    let mut append = Append::new(Lane::Interactive);
    append.guards = guard_changes(&ctx.log.blind, id, &nothing, &state);
    append.events::<List>(id, 0, events, &metadata)?;
    if !ids.is_empty() {
        let named = Named { list_id: id, entity, change: id, at, ids: ids.to_vec() };
        append.facts.push(new_fact(&ListFact::of(Verb::Add, named), &metadata)?);
    }
    append.idempotency = repeatable.map(|repeatable| IdempotencyKey {
        key: repeatable.key,
        fingerprint: repeatable.fingerprint,
        result: serde_json::json!({ "id": id }),
    });
    match ctx.log.append(append).await {
        Ok(position) => Ok(Executed { id, state, sequence, position: Some(position) }),
        // The same request at the same moment; one that came later was answered before.
        Err(LogError::Repeated(answer)) => {
            let first = answered_id(&answer)?;
            let loaded = ctx.log.load::<List>(first).await?;
            Ok(Executed {
                id: first,
                state: loaded.state,
                sequence: loaded.sequence,
                position: Some(answer.position),
            })
        }
        Err(error) => Err(error.into()),
    }
}

/// What a request that was made before had made.
pub(super) fn answered_id(answer: &pivotal_log::error::Repeated) -> Result<Uuid, CommandError> {
    if !answer.same_request {
        return Err(CommandError::rejected(Rejection::of_field(
            "idempotencyKey",
            "IDEMPOTENCY_KEY_REUSED",
            "This idempotency key was used for a different request. Use a new one.",
        )));
    }
    let id = answer.result.get("id").and_then(|id| id.as_str()).and_then(|id| id.parse().ok());
    id.ok_or_else(|| CommandError::unexpected("an idempotency record without an id"))
}
