//! A chunk of records: loaded together, decided one by one, gathered into one append.

use chrono::{DateTime, Utc};
use cqrs_es::Aggregate;
use pivotal_domain::audience::accounts::Account;
use pivotal_domain::audience::bulk::deed::{Deed, Stamp};
use pivotal_domain::audience::bulk::facts::{ChunkRan, RecordRan};
use pivotal_domain::audience::bulk::outcome::{BulkCounts, RecordOutcome, Refusal};
use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::record::source::Source;
use pivotal_domain::audience::record::state::Standing;
use pivotal_domain::log::metadata::Metadata;
use pivotal_domain::log::personal::LoggedEvent;
use pivotal_log::append::{Append, Lane};
use pivotal_log::event_log::Loaded;
use uuid::Uuid;

use super::deeds::Deeds;
use crate::audience::accounts::ancestors;
use crate::audience::contacts::link_restored;
use crate::audience::record::reach::OfRecord;
use crate::audience::record::reach_of_many::{ReachOfMany, Unreached};
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Guarded, guard_changes};

/// What deciding a chunk needs.
pub struct Deciding<'a> {
    pub ctx: &'a Context,
    pub bulk_id: Uuid,
    pub entity: Entity,
    pub at: DateTime<Utc>,
    pub deeds: &'a mut Deeds,
    pub reach: &'a mut ReachOfMany,
    pub metadata: &'a Metadata,
}

impl Deciding<'_> {
    /// The append of the chunk without its fact, and what became of its records.
    pub async fn chunk(&mut self, number: u32, ids: &[Uuid]) -> Result<(Append, ChunkRan), CommandError> {
        let mut ran = ChunkRan {
            bulk_id: self.bulk_id,
            chunk: number,
            counts: BulkCounts::default(),
            records: Vec::new(),
        };
        let mut append = Append::new(Lane::Bulk);
        match self.entity {
            Entity::Contact => self.contacts(ids, &mut append, &mut ran).await?,
            Entity::Account => self.accounts(ids, &mut append, &mut ran).await?,
        }
        Ok((append, ran))
    }

    async fn contacts(
        &mut self,
        ids: &[Uuid],
        append: &mut Append,
        ran: &mut ChunkRan,
    ) -> Result<(), CommandError> {
        let loaded = self.known::<Contact>(ids).await?;
        let (stamp, mut restored) = (self.stamp(), Vec::new());
        for (id, loaded) in ids.iter().zip(loaded) {
            let decided = self.allowed(&loaded, "country").and_then(|deed| {
                deed.on_contact(&loaded.state, &stamp).map(|events| (events, *deed == Deed::Restore))
            });
            match decided {
                Ok((events, restores)) => {
                    if let Some(after) = self.write(*id, loaded, events, append, ran)?
                        && restores
                    {
                        restored.push(after);
                    }
                }
                Err(refusal) => refuse(*id, refusal, ran),
            }
        }
        append.jobs.extend(link_restored(self.ctx, &restored).await?);
        Ok(())
    }

    async fn accounts(
        &mut self,
        ids: &[Uuid],
        append: &mut Append,
        ran: &mut ChunkRan,
    ) -> Result<(), CommandError> {
        let loaded = self.known::<Account>(ids).await?;
        let stamp = self.stamp();
        let above = match self.deeds.on(None) {
            Ok(Deed::Write(values)) => ancestors(self.ctx, values).await?,
            Ok(_) | Err(_) => Vec::new(),
        };
        for (id, loaded) in ids.iter().zip(loaded) {
            let decided = self
                .allowed(&loaded, "hq_country")
                .and_then(|deed| deed.on_account(*id, &loaded.state, &above, &stamp));
            match decided {
                Ok(events) => drop(self.write(*id, loaded, events, append, ran)?),
                Err(refusal) => refuse(*id, refusal, ran),
            }
        }
        Ok(())
    }

    /// The records, with everybody known whose they are.
    async fn known<A>(&mut self, ids: &[Uuid]) -> Result<Vec<Loaded<A>>, CommandError>
    where
        A: OfRecord,
        A::Event: LoggedEvent,
    {
        let loaded = self.ctx.log.load_many::<A>(ids).await?;
        self.reach.meet(self.ctx, loaded.iter().map(|loaded| loaded.state.record())).await?;
        Ok(loaded)
    }

    /// What is to be done, if it may be done to this one.
    fn allowed<A: OfRecord>(&mut self, loaded: &Loaded<A>, country: &str) -> Result<&Deed, Refusal> {
        let record = loaded.state.record();
        if record.standing == Standing::Absent {
            return Err(Refusal::NotFound);
        }
        self.reach.check(record).map_err(|unreached| match unreached {
            Unreached::Unseen => Refusal::NotFound,
            Unreached::Unchangeable => Refusal::OutOfReach,
        })?;
        self.deeds.on(record.text(country))
    }

    fn stamp(&self) -> Stamp {
        Stamp { source: Source::Bulk { id: self.bulk_id }, at: self.at }
    }

    /// The record as it is afterwards, if it is another.
    fn write<A>(
        &self,
        id: Uuid,
        before: Loaded<A>,
        events: Vec<A::Event>,
        append: &mut Append,
        ran: &mut ChunkRan,
    ) -> Result<Option<A>, CommandError>
    where
        A: Aggregate + Guarded + Clone,
        A::Event: LoggedEvent,
    {
        if events.is_empty() {
            note(id, RecordOutcome::Unchanged, None, ran);
            return Ok(None);
        }
        let mut after = before.state.clone();
        events.iter().for_each(|event| after.apply(event.clone()));
        append.guards.extend(guard_changes(&self.ctx.log.blind, id, &before.state, &after));
        append.events::<A>(id, before.sequence, events, self.metadata)?;
        note(id, RecordOutcome::Changed, None, ran);
        Ok(Some(after))
    }
}

fn refuse(id: Uuid, refusal: Refusal, ran: &mut ChunkRan) {
    note(id, RecordOutcome::Refused, Some(refusal), ran);
}

fn note(id: Uuid, outcome: RecordOutcome, refusal: Option<Refusal>, ran: &mut ChunkRan) {
    ran.counts.count(outcome, refusal);
    ran.records.push(RecordRan { id, outcome, refusal });
}
