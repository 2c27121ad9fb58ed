//! What an erasure does to domain sets whose lines name the person: what these say beside domain and company goes.

use std::collections::BTreeSet;

use pivotal_domain::audience::domain_sets::DomainSet;
use pivotal_domain::audience::domain_sets::command::DomainSetCommand;
use pivotal_domain::audience::domain_sets::facts::{DomainSetFact, ITEMS_READ};
use pivotal_domain::identity::actor::Actor;
use pivotal_log::reader::{self, Interest};
use uuid::Uuid;

use crate::audience::imports::person::Person;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{execute, no_jobs};
use crate::work::forget::name_them;

/// Sets looked at together.
const BATCH: usize = 200;
/// Chunks of lines looked at together.
const CHUNKS: i64 = 20;

/// Answers false while the lines of a set are being read: to be asked again. `names` are folded.
pub(crate) async fn forget(
    ctx: &Context,
    person: &Person,
    names: &BTreeSet<String>,
) -> Result<bool, CommandError> {
    let mut found = BTreeSet::new();
    let sets = all(ctx).await?;
    for ids in sets.chunks(BATCH) {
        for (id, loaded) in ids.iter().zip(ctx.log.load_many::<DomainSet>(ids).await?) {
            let set = loaded.state;
            if set.read.is_none() && set.job.is_some() {
                return Ok(false);
            }
            if set.file_name.is_some_and(|name| name_them(&[name], person, names)) {
                found.insert(*id);
            }
        }
    }
    if !sets.is_empty() {
        named_in_lines(ctx, person, names, &mut found).await?;
    }
    for id in found {
        forget_words(ctx, id).await?;
    }
    Ok(true)
}

async fn named_in_lines(
    ctx: &Context,
    person: &Person,
    names: &BTreeSet<String>,
    found: &mut BTreeSet<Uuid>,
) -> Result<(), CommandError> {
    let interest = Interest { aggregates: &[], facts: &[ITEMS_READ] };
    let mut after = 0;
    loop {
        let mut connection = ctx.log.pools.write.acquire().await?;
        let batch = reader::read(&mut connection, after, CHUNKS, interest).await?;
        drop(connection);
        let keys = reader::keys_for(&ctx.log.keys, &batch.entries).await?;
        for entry in &batch.entries {
            if found.contains(&entry.about_id) {
                continue;
            }
            let DomainSetFact::DomainSetItemsRead(read) = entry.fact(&keys, ctx.log.upcasters())? else {
                continue;
            };
            let texts = read.texts.into_iter().flat_map(|text| text.given.into_iter().chain(text.notes));
            if name_them(&texts.collect::<Vec<_>>(), person, names) {
                found.insert(entry.about_id);
            }
        }
        if batch.to >= batch.head {
            return Ok(());
        }
        after = batch.to;
    }
}

/// The key goes last: it is what tells whom the lines name.
async fn forget_words(ctx: &Context, id: Uuid) -> Result<(), CommandError> {
    let (at, metadata) = (ctx.now(), Actor::system("system").metadata());
    execute::<DomainSet, _, _>(
        ctx,
        id,
        &metadata,
        None,
        |loaded| Ok(loaded.state.decide(DomainSetCommand::ForgetWords { at })?),
        no_jobs,
    )
    .await?;
    ctx.log.keys.destroy(id).await?;
    Ok(())
}

async fn all(ctx: &Context) -> Result<Vec<Uuid>, CommandError> {
    let ids = sqlx::query_scalar!(
        "select aggregate_id from log.events where aggregate_type = 'domain_set' and sequence = 1 order by global_position"
    )
    .fetch_all(&ctx.log.pools.write)
    .await?;
    Ok(ids.iter().filter_map(|id| id.parse().ok()).collect())
}
