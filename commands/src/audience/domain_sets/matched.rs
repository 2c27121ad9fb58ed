//! Writing down what a matching found.

use pivotal_domain::audience::domain_sets::DomainSet;
use pivotal_domain::audience::domain_sets::command::{DomainSetCommand, End};
use pivotal_domain::audience::domain_sets::events::Read;
use pivotal_domain::audience::domain_sets::facts::{
    DomainSetFact, ITEMS_MATCHED, ITEMS_MATCHED_VERSION, ItemMatched, ItemsMatched,
};
use pivotal_domain::log::metadata::Metadata;
use pivotal_log::append::{Append, JobProgress, Lane, NewFact};
use uuid::Uuid;

use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{execute, no_jobs};

/// Items of one fact.
pub const CHUNK: usize = 1_000;

/// What was found for some items of a set, with how far the work is.
pub async fn write_matched(
    ctx: &Context,
    (set, job): (Uuid, Uuid),
    items: Vec<ItemMatched>,
    metadata: &Metadata,
    progress: Option<JobProgress>,
) -> Result<i64, CommandError> {
    let mut append = Append::new(Lane::Bulk);
    let matched = ItemsMatched { domain_set_id: set, job, at: ctx.now(), items };
    append.facts.push(NewFact {
        kind: ITEMS_MATCHED,
        version: ITEMS_MATCHED_VERSION,
        about_type: "domain_set",
        about_id: set,
        payload: serde_json::to_value(DomainSetFact::DomainSetItemsMatched(matched))?,
        metadata: metadata.clone(),
        personal: &[],
        subject: None,
    });
    append.progress = progress;
    Ok(ctx.log.append(append).await?)
}

/// All lines are read.
pub async fn end_reading(
    ctx: &Context,
    set: Uuid,
    read: Read,
    metadata: &Metadata,
) -> Result<(), CommandError> {
    decide(ctx, set, metadata, DomainSetCommand::EndReading { at: ctx.now(), read }).await
}

/// The job is over, one way or the other.
pub async fn end_matching(
    ctx: &Context,
    (set, job): (Uuid, Uuid),
    end: End,
    metadata: &Metadata,
) -> Result<(), CommandError> {
    decide(ctx, set, metadata, DomainSetCommand::EndMatching { at: ctx.now(), job, end }).await
}

async fn decide(
    ctx: &Context,
    set: Uuid,
    metadata: &Metadata,
    command: DomainSetCommand,
) -> Result<(), CommandError> {
    execute::<DomainSet, _, _>(
        ctx,
        set,
        metadata,
        None,
        |loaded| Ok(loaded.state.decide(command.clone())?),
        no_jobs,
    )
    .await
    .map(drop)
}
