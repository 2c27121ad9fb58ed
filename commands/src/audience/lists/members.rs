//! Records come into a list, or leave it.

use pivotal_domain::audience::bulk::action::BulkAction;
use pivotal_domain::audience::bulk::events::Asked;
use pivotal_domain::audience::lists::List;
use pivotal_domain::audience::lists::change::Verb;
use pivotal_domain::audience::lists::facts::{ListFact, Named};
use pivotal_domain::identity::actor::Actor;
use pivotal_log::append::{Append, IdempotencyKey, Lane};
use pivotal_log::error::LogError;
use pivotal_log::event_log::Loaded;
use uuid::Uuid;

use super::chosen::{Chosen, Settled};
use super::fill::{Changed, answered_id};
use super::{editable, may_edit, new_fact};
use crate::audience::bulk::start::start;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, Repeatable};

#[derive(Debug, Clone)]
pub struct ChangeMembers {
    pub id: Uuid,
    pub verb: Verb,
    pub chosen: Chosen,
    /// The number that whoever asked saw counted.
    pub expected: Option<u64>,
    pub idempotency_key: Option<String>,
}

pub async fn change_members(
    ctx: &Context,
    actor: &Actor,
    input: ChangeMembers,
) -> Result<Changed, CommandError> {
    let list = editable(ctx, actor, input.id).await?;
    let entity = may_edit(&list.state, actor)?.entity;
    list.state.takes(entity)?;
    let repeatable = Repeatable::new(
        &actor.user_id.to_string(),
        input.idempotency_key.as_deref(),
        &("change_members", input.id, input.verb, &input.chosen),
    );
    let ChangeMembers { id, verb, chosen, expected, idempotency_key } = input;
    match chosen.settle(ctx, actor, entity, verb).await? {
        Settled::AtOnce { ids, refused } => {
            let change = Uuid::now_v7();
            let (change, position) = match ids.is_empty() {
                // Nobody moves: there is nothing to say and nothing to take back.
                true => (change, None),
                false => {
                    let named = Named { list_id: id, entity, change, at: ctx.now(), ids: ids.clone() };
                    append(ctx, actor, ListFact::of(verb, named), repeatable).await?
                }
            };
            Ok(Changed { list: executed(id, list, position), change, ids, refused, bulk: None })
        }
        Settled::AsJob { selection, refused } => {
            let action = match verb {
                Verb::Add => BulkAction::AddToList { list: id },
                Verb::Remove => BulkAction::RemoveFromList { list: id },
            };
            let asked = Asked::new(entity, action, selection, expected);
            let bulk = start(ctx, actor, asked, idempotency_key.as_deref()).await?;
            let list = executed(id, list, bulk.position);
            Ok(Changed { list, change: bulk.id, ids: Vec::new(), refused, bulk: Some(bulk.id) })
        }
    }
}

fn executed(id: Uuid, list: Loaded<List>, position: Option<i64>) -> Executed<List> {
    Executed { id, state: list.state, sequence: list.sequence, position }
}

/// The change that the fact belongs to, or the one that the same request made before; and where it stands.
async fn append(
    ctx: &Context,
    actor: &Actor,
    fact: ListFact,
    repeatable: Option<Repeatable>,
) -> Result<(Uuid, Option<i64>), CommandError> {
    let change = fact.named().change;
    let mut append = Append::new(Lane::Interactive);
    append.facts.push(new_fact(&fact, &actor.metadata())?);
    append.idempotency = repeatable.map(|repeatable| IdempotencyKey {
        key: repeatable.key,
        fingerprint: repeatable.fingerprint,
        result: serde_json::json!({ "id": change }),
    });
    match ctx.log.append(append).await {
        Ok(position) => Ok((change, Some(position))),
        Err(LogError::Repeated(answer)) => Ok((answered_id(&answer)?, Some(answer.position))),
        Err(error) => Err(error.into()),
    }
}
