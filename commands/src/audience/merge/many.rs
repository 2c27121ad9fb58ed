//! Merging many groups as a job, by a rule that says which of each stays.

use std::collections::HashSet;

use pivotal_domain::audience::accounts::Account;
use pivotal_domain::audience::bulk::Bulk;
use pivotal_domain::audience::bulk::action::BulkAction;
use pivotal_domain::audience::bulk::error::BulkError;
use pivotal_domain::audience::bulk::events::{Asked, Selection};
use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::merge::{Group, Keep, Rule, survivor_of};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::log::personal::LoggedEvent;
use uuid::Uuid;

use crate::audience::bulk::start::start_bulk;
use crate::audience::record::reach::OfRecord;
use crate::authorise::authorise;
use crate::context::Context;
use crate::error::{CommandError, Rejection};
use crate::execute::Executed;

/// Groups of one job.
pub const GROUPS_MAX: usize = 5_000;
/// Groups whose records are loaded together.
const LOOK: usize = 200;

#[derive(Debug, Clone)]
pub struct MergeMany {
    pub entity: Entity,
    /// Records that are one, each in one group only.
    pub groups: Vec<Vec<Uuid>>,
    pub keep: Keep,
    pub rule: Rule,
    pub idempotency_key: Option<String>,
}

/// What cannot be merged by the time the job comes to it is refused there, group by group.
pub async fn merge_many(
    ctx: &Context,
    actor: &Actor,
    input: MergeMany,
) -> Result<Executed<Bulk>, CommandError> {
    authorise(actor, Permission::RecordsMerge).map(drop)?;
    let groups: Vec<Vec<Uuid>> = disjoint(input.groups)?;
    if groups.is_empty() {
        return Err(BulkError::NothingSelected.into());
    }
    if groups.len() > GROUPS_MAX {
        return Err(CommandError::rejected(Rejection::of_field(
            "groups",
            "MERGE_TOO_MANY_GROUPS",
            format!("At most {GROUPS_MAX} groups can be merged at once. Merge some first, then the others."),
        )));
    }
    let mut settled = Vec::with_capacity(groups.len());
    for some in groups.chunks(LOOK) {
        let survivors = match input.entity {
            Entity::Contact => survivors::<Contact>(ctx, input.entity, input.keep, some).await?,
            Entity::Account => survivors::<Account>(ctx, input.entity, input.keep, some).await?,
        };
        for (members, survivor) in some.iter().zip(survivors) {
            let absorbed = members.iter().copied().filter(|id| *id != survivor).collect();
            let group = Group {
                survivor,
                absorbed,
                fields: Default::default(),
                rule: input.rule,
                versions: Default::default(),
            };
            group.check()?;
            settled.push(group);
        }
    }
    let ids = settled.iter().map(|group| group.survivor).collect();
    let count = settled.len() as u64;
    let action = BulkAction::Merge { groups: settled };
    let asked = Asked::new(input.entity, action, Selection::Ids(ids), Some(count));
    start_bulk(ctx, actor, asked, input.idempotency_key.as_deref()).await
}

/// A record in two groups would have to be merged into two.
fn disjoint(groups: Vec<Vec<Uuid>>) -> Result<Vec<Vec<Uuid>>, CommandError> {
    let mut seen = HashSet::new();
    for id in groups.iter().flatten() {
        if !seen.insert(*id) {
            return Err(CommandError::rejected(Rejection::of_field(
                "groups",
                "MERGE_GROUPS_OVERLAP",
                "A record stands in two groups. Put all that are one into one group.",
            )));
        }
    }
    Ok(groups)
}

async fn survivors<A>(
    ctx: &Context,
    entity: Entity,
    keep: Keep,
    groups: &[Vec<Uuid>],
) -> Result<Vec<Uuid>, CommandError>
where
    A: OfRecord,
    A::Event: LoggedEvent,
{
    let ids: Vec<Uuid> = groups.iter().flatten().copied().collect();
    let mut loaded = ctx.log.load_many::<A>(&ids).await?.into_iter();
    let mut survivors = Vec::with_capacity(groups.len());
    for members in groups {
        let states: Vec<_> = members.iter().copied().zip(loaded.by_ref()).collect();
        let records: Vec<_> = states.iter().map(|(id, loaded)| (*id, loaded.state.record())).collect();
        // One that cannot stay is not chosen to.
        let usable: Vec<_> = records.iter().copied().filter(|(_, record)| record.is_active()).collect();
        let chosen = survivor_of(entity, keep, &usable).or_else(|| members.first().copied());
        survivors.push(chosen.unwrap_or_default());
    }
    Ok(survivors)
}
