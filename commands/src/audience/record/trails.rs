//! Records with every value they hold, held or were offered: their events read together and folded.

use std::collections::HashMap;

use cqrs_es::Aggregate;
use pivotal_domain::audience::provenance::{Origin, Trail, TrailEvent};
use pivotal_domain::audience::record::moment::RecordEvent;
use pivotal_domain::log::personal::LoggedEvent;
use pivotal_log::event_log::Loaded;
use pivotal_log::reader;
use uuid::Uuid;

use crate::context::Context;
use crate::error::CommandError;

/// A record and the way there.
#[derive(Debug, Clone)]
pub struct Trailed<A> {
    pub loaded: Loaded<A>,
    pub trail: Trail,
}

/// In the order of the ids. Who did it is not read: nothing is decided by it.
pub async fn read_trails<A>(ctx: &Context, ids: &[Uuid]) -> Result<Vec<Trailed<A>>, CommandError>
where
    A: Aggregate,
    A::Event: LoggedEvent + TrailEvent,
{
    let mut connection = ctx.log.pools.write.acquire().await?;
    let entries = reader::read_records(&mut connection, A::TYPE, ids, i64::MAX).await?;
    drop(connection);
    let keys = reader::keys_for(&ctx.log.keys, &entries).await?;
    let mut records: HashMap<Uuid, Trailed<A>> = HashMap::with_capacity(ids.len());
    for entry in &entries {
        let record = records.entry(entry.about_id).or_insert_with(nothing);
        let event: A::Event = entry.event(&keys, ctx.log.upcasters())?;
        let origin = Origin {
            position: entry.position,
            sequence: entry.sequence,
            at: event.at(),
            source: event.source().clone(),
            actor: String::new(),
            role: String::new(),
            restored_from: None,
        };
        record.loaded.sequence = entry.sequence;
        record.loaded.state.apply(event.clone());
        event.tell(&mut record.trail, &origin);
    }
    Ok(ids.iter().map(|id| records.remove(id).unwrap_or_else(nothing)).collect())
}

fn nothing<A: Aggregate>() -> Trailed<A> {
    Trailed { loaded: Loaded { state: A::default(), sequence: 0 }, trail: Trail::default() }
}
