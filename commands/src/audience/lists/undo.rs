//! Takes back one change that was made in a request of its own. What ran as a bulk change is taken back as one.

use pivotal_domain::audience::bulk::Bulk;
use pivotal_domain::audience::lists::List;
use pivotal_domain::audience::lists::error::ListError;
use pivotal_domain::audience::lists::facts::{ABOUT, ListFact, Named};
use pivotal_domain::identity::actor::Actor;
use pivotal_log::append::{Append, Lane};
use uuid::Uuid;

use super::{editable, may_edit, new_fact};
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::Executed;

/// Whoever it brought in leaves, and whoever it took out comes back. What is taken back already stays so.
pub async fn undo_change(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    change: Uuid,
) -> Result<Executed<List>, CommandError> {
    let list = editable(ctx, actor, id).await?;
    list.state.takes(may_edit(&list.state, actor)?.entity)?;
    if ctx.log.load::<Bulk>(change).await?.exists() {
        return Err(ListError::NoSuchChange.into());
    }
    let (mut named, mut undone) = (Vec::new(), false);
    for fact in facts(ctx, change).await? {
        match fact {
            ListFact::ListRecordsAdded(one) | ListFact::ListRecordsRemoved(one) => {
                named.extend((one.list_id == id).then_some(one));
            }
            ListFact::ListChangeUndone(_) => undone = true,
        }
    }
    if named.is_empty() {
        return Err(ListError::NoSuchChange.into());
    }
    let mut append = Append::new(Lane::Interactive);
    for one in named {
        let one = ListFact::ListChangeUndone(Named { at: ctx.now(), ..one });
        append.facts.push(new_fact(&one, &actor.metadata())?);
    }
    let position = if undone { None } else { Some(ctx.log.append(append).await?) };
    Ok(Executed { id, state: list.state, sequence: list.sequence, position })
}

/// Of a change made in a request: a few at most.
async fn facts(ctx: &Context, change: Uuid) -> Result<Vec<ListFact>, CommandError> {
    let payloads = sqlx::query_scalar!(
        r#"select payload::text as "payload!" from log.facts where about_type = $1 and about_id = $2 order by global_position limit 10"#,
        ABOUT,
        change.to_string()
    )
    .fetch_all(&ctx.log.pools.write)
    .await?;
    payloads.iter().map(|payload| Ok(serde_json::from_str(payload)?)).collect()
}
