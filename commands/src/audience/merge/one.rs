//! Merging one group, at once: the bulk change that it is, its records and its result are one append. Where an account goes at
//! which more points than one append takes, the rest is the bulk change's job.

use pivotal_domain::audience::bulk::Bulk;
use pivotal_domain::audience::bulk::action::{ActionKind, BulkAction};
use pivotal_domain::audience::bulk::command::{BulkCommand, End};
use pivotal_domain::audience::bulk::events::{Asked, BulkEvent, Selected, Selection};
use pivotal_domain::audience::bulk::facts::{
    BULK_CHUNK_RAN, BULK_CHUNK_RAN_VERSION, BULK_CHUNK_SELECTED, BULK_CHUNK_SELECTED_VERSION, BulkFact,
    ChunkRan, ChunkSelected, RecordRan,
};
use pivotal_domain::audience::bulk::outcome::{BulkCounts, RecordOutcome};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::merge::{Group, LINKED_MOST, Stamp};
use pivotal_domain::audience::record::source::Source;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::log::metadata::Metadata;
use pivotal_log::append::{Append, IdempotencyKey, Lane, NewFact};
use pivotal_log::error::LogError;
use serde_json::json;
use uuid::Uuid;

use super::group::{Merging, Rest};
use crate::audience::bulk::start::job_of;
use crate::audience::record::reach_of_many::ReachOfMany;
use crate::authorise::authorise;
use crate::context::Context;
use crate::error::{CommandError, Rejection};
use crate::execute::{Executed, Repeatable};
use crate::ports::record_lists::RecordLists;

/// Somebody else may be faster this often before we give up.
const ATTEMPTS: usize = 5;

#[derive(Debug, Clone)]
pub struct MergeRecords {
    pub entity: Entity,
    pub group: Group,
    pub idempotency_key: Option<String>,
}

/// Answers with the bulk change that the merge is: under its id it is undone.
pub async fn merge_records(
    ctx: &Context,
    lists: &dyn RecordLists,
    actor: &Actor,
    input: MergeRecords,
) -> Result<Executed<Bulk>, CommandError> {
    merge_with(ctx, lists, actor, input, LINKED_MOST).await
}

/// `linked_most`: contacts, and accounts below, that move in the append of the merge itself.
pub async fn merge_with(
    ctx: &Context,
    lists: &dyn RecordLists,
    actor: &Actor,
    input: MergeRecords,
    linked_most: usize,
) -> Result<Executed<Bulk>, CommandError> {
    authorise(actor, Permission::RecordsMerge).map(drop)?;
    let group = Group { absorbed: each_once(&input.group), ..input.group };
    group.check()?;
    let repeatable = Repeatable::new(
        &actor.user_id.to_string(),
        input.idempotency_key.as_deref(),
        &("merge", input.entity, &group),
    );
    if let Some(repeatable) = &repeatable
        && let Some(answer) = ctx.log.first_answer(&repeatable.key, &repeatable.fingerprint).await?
    {
        return repeated(ctx, answer).await;
    }
    for _ in 0..ATTEMPTS {
        let parts = (input.entity, &group, linked_most);
        match merge_once(ctx, lists, actor, parts, repeatable.as_ref()).await {
            // Somebody wrote to one of them: look again, and say so if the versions were named.
            Err(CommandError::Conflict) => {}
            done => return done,
        }
    }
    Err(CommandError::Conflict)
}

async fn merge_once(
    ctx: &Context,
    lists: &dyn RecordLists,
    actor: &Actor,
    (entity, group, linked_most): (Entity, &Group, usize),
    repeatable: Option<&Repeatable>,
) -> Result<Executed<Bulk>, CommandError> {
    let (id, at) = (Uuid::now_v7(), ctx.now());
    let source = Source::Bulk { id }.to_string();
    let metadata = Metadata { source, correlation: Some(id), ..actor.metadata() };
    let mut reach = ReachOfMany::new(actor, entity, &[Permission::RecordsMerge]);
    let stamp = Stamp { work: id, at };
    let mut merged = Append::new(Lane::Interactive);
    let rest = Merging { ctx, lists, entity, stamp, reach: &mut reach, metadata: &metadata, linked_most }
        .add(group, &mut merged)
        .await??;
    let job = match rest {
        // No job does it: it is done.
        Rest::Nothing => Uuid::nil(),
        Rest::Linked => Uuid::now_v7(),
    };
    let mut work = Work::begin(actor, entity, group, (job, at))?;
    // In this order an undo finds the records between the selection and the chunk's fact.
    let mut append = Append::new(Lane::Interactive);
    append.events::<Bulk>(id, 0, work.events.clone(), &metadata)?;
    append.events.append(&mut merged.events);
    append.guards = merged.guards;
    let mut counts = BulkCounts::default();
    counts.count(RecordOutcome::Changed, None);
    let begun = work.events.len() as i64;
    match rest {
        Rest::Nothing => {
            work.decide(BulkCommand::Finish { at, counts: counts.clone(), end: End::Completed })?;
            append.events::<Bulk>(id, begun, work.events.split_off(begun as usize), &metadata)?;
        }
        Rest::Linked => {
            let title = ActionKind::Merge.title(entity, &[]);
            append.jobs.push(job_of(actor, id, job, title)?);
        }
    }
    let chunk = ChunkSelected { bulk_id: id, selection: work.selection, chunk: 0, ids: vec![group.survivor] };
    let records = vec![RecordRan { id: group.survivor, outcome: RecordOutcome::Changed, refusal: None }];
    let ran = ChunkRan { bulk_id: id, chunk: 0, counts, records };
    let facts = [
        (BULK_CHUNK_SELECTED, BULK_CHUNK_SELECTED_VERSION, BulkFact::BulkChunkSelected(chunk)),
        (BULK_CHUNK_RAN, BULK_CHUNK_RAN_VERSION, BulkFact::BulkChunkRan(ran)),
    ];
    for (kind, version, fact) in facts {
        append.facts.push(NewFact {
            kind,
            version,
            about_type: "bulk",
            about_id: id,
            payload: serde_json::to_value(&fact)?,
            metadata: metadata.clone(),
            personal: &[],
            subject: None,
        });
    }
    append.idempotency = repeatable.cloned().map(|repeatable| IdempotencyKey {
        key: repeatable.key,
        fingerprint: repeatable.fingerprint,
        result: json!({ "id": id }),
    });
    match ctx.log.append(append).await {
        Ok(position) => {
            let sequence = begun + i64::from(rest == Rest::Nothing);
            Ok(Executed { id, state: work.bulk, sequence, position: Some(position) })
        }
        Err(LogError::Repeated(answer)) => repeated(ctx, *answer).await,
        Err(error) => Err(error.into()),
    }
}

/// The bulk change, from being asked for to its end.
struct Work {
    bulk: Bulk,
    events: Vec<BulkEvent>,
    selection: Uuid,
}

impl Work {
    fn begin(
        actor: &Actor,
        entity: Entity,
        group: &Group,
        (job, at): (Uuid, chrono::DateTime<chrono::Utc>),
    ) -> Result<Self, CommandError> {
        let action = BulkAction::Merge { groups: vec![group.clone()] };
        let asked = Asked::new(entity, action, Selection::Ids(vec![group.survivor]), Some(1));
        let selection = Uuid::now_v7();
        let mut work = Work { bulk: Bulk::default(), events: Vec::new(), selection };
        work.decide(BulkCommand::Ask { at, by: actor.user_id, asked, job })?;
        let selected = Selected { selection, records: 1, chunks: 1, position: None };
        work.decide(BulkCommand::Select { at, selected })?;
        Ok(work)
    }

    fn decide(&mut self, command: BulkCommand) -> Result<(), CommandError> {
        for event in self.bulk.decide(command)? {
            cqrs_es::Aggregate::apply(&mut self.bulk, event.clone());
            self.events.push(event);
        }
        Ok(())
    }
}

fn each_once(group: &Group) -> Vec<Uuid> {
    let mut ids: Vec<Uuid> = Vec::new();
    for id in &group.absorbed {
        if !ids.contains(id) {
            ids.push(*id);
        }
    }
    ids
}

async fn repeated(
    ctx: &Context,
    answer: pivotal_log::error::Repeated,
) -> Result<Executed<Bulk>, CommandError> {
    if !answer.same_request {
        return Err(CommandError::rejected(Rejection::of_field(
            "idempotencyKey",
            "IDEMPOTENCY_KEY_REUSED",
            "This idempotency key was used for a different request. Use a new one.",
        )));
    }
    let id = answer.result.get("id").and_then(|id| id.as_str()).and_then(|id| id.parse().ok());
    let id: Uuid = id.ok_or_else(|| CommandError::unexpected("an idempotency record without an id"))?;
    let loaded = ctx.log.load::<Bulk>(id).await?;
    Ok(Executed { id, state: loaded.state, sequence: loaded.sequence, position: Some(answer.position) })
}
