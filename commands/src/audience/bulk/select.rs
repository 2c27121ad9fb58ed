//! Gathering the records of a bulk change, once: from then on it is these, whatever matches later.

use futures::StreamExt;
use pivotal_domain::audience::bulk::events::{Asked, Selected, Selection};
use pivotal_domain::audience::bulk::facts::{
    BULK_CHUNK_SELECTED, BULK_CHUNK_SELECTED_VERSION, BulkFact, ChunkSelected,
};
use pivotal_domain::audience::exports::list::{ListFilter, ListSort};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::log::metadata::Metadata;
use pivotal_log::append::{Append, Lane, NewFact};
use uuid::Uuid;

use super::{CHUNK, chunk_of};
use crate::audience::custom_fields::vocabulary;
use crate::context::Context;
use crate::error::CommandError;
use crate::jobs::handler::JobError;
use crate::jobs::running::{RunningJob, Stop};
use crate::ports::record_lists::{ListAsked, ListError, RecordLists};

/// Facts of one append.
const FACTS: usize = 20;

pub enum Gathered {
    All(Selected),
    Stopped(Stop),
    /// The list cannot be asked for like this, now or later.
    Refused(String),
}

pub struct Gathering<'a> {
    pub ctx: &'a Context,
    pub lists: &'a dyn RecordLists,
    pub job: &'a RunningJob,
    pub bulk_id: Uuid,
    pub asked: &'a Asked,
    pub actor: Actor,
    pub metadata: &'a Metadata,
}

impl Gathering<'_> {
    pub async fn gather(&self) -> Result<Gathered, JobError> {
        let mut noted = Noted { of: self, selection: Uuid::now_v7(), ids: Vec::new(), chunks: 0, records: 0 };
        let position = match &self.asked.selection {
            None => return Ok(Gathered::Refused(FORGOTTEN.to_owned())),
            Some(Selection::Ids(ids)) => {
                noted.ids.clone_from(ids);
                None
            }
            Some(Selection::Matching(filter)) => match self.matching(filter, &mut noted).await? {
                Ok(position) => Some(position),
                Err(gathered) => return Ok(gathered),
            },
        };
        noted.flush().await?;
        let Noted { selection, chunks, records, .. } = noted;
        Ok(Gathered::All(Selected { selection, records, chunks, position }))
    }

    async fn matching(
        &self,
        filter: &ListFilter,
        noted: &mut Noted<'_>,
    ) -> Result<Result<i64, Gathered>, JobError> {
        let requested = self.bulk_id.get_timestamp().map(|timestamp| timestamp.to_unix());
        let requested =
            requested.and_then(|(seconds, _)| chrono::DateTime::from_timestamp(seconds as i64, 0));
        let asked = ListAsked {
            actor: self.actor.clone(),
            entity: self.asked.entity,
            filter: filter.clone(),
            sort: ListSort::default(),
            keys: Vec::new(),
            vocabulary: vocabulary(self.ctx).await?,
            asked_at: requested.unwrap_or_else(|| self.ctx.now()),
        };
        let mut read = match self.lists.ids(asked).await {
            Ok(read) => read,
            Err(ListError::Refused(error)) => return Ok(Err(Gathered::Refused(error))),
            Err(error) => return Err(error.into()),
        };
        while let Some(ids) = read.pages.next().await {
            if let Some(stop) = self.job.stop() {
                return Ok(Err(Gathered::Stopped(stop)));
            }
            noted.ids.extend(ids?);
            if noted.ids.len() >= CHUNK * FACTS {
                noted.flush().await?;
            }
            let found = noted.records + noted.ids.len() as u64;
            self.job.report(0, Some(found.max(read.total) as i64), Some("Gathering records")).await?;
        }
        Ok(Ok(read.position))
    }
}

pub const FORGOTTEN: &str =
    "A person named in what was asked for was erased, so it cannot be done any more. Ask for it anew.";

struct Noted<'a> {
    of: &'a Gathering<'a>,
    selection: Uuid,
    ids: Vec<Uuid>,
    chunks: u32,
    records: u64,
}

impl Noted<'_> {
    async fn flush(&mut self) -> Result<(), CommandError> {
        let ids = std::mem::take(&mut self.ids);
        let chunks: Vec<&[Uuid]> = ids.chunks(chunk_of(self.of.asked)).collect();
        for chunks in chunks.chunks(FACTS) {
            let mut append = Append::new(Lane::Bulk);
            for ids in chunks {
                let selected = BulkFact::BulkChunkSelected(ChunkSelected {
                    bulk_id: self.of.bulk_id,
                    selection: self.selection,
                    chunk: self.chunks,
                    ids: ids.to_vec(),
                });
                append.facts.push(NewFact {
                    kind: BULK_CHUNK_SELECTED,
                    version: BULK_CHUNK_SELECTED_VERSION,
                    about_type: "bulk",
                    about_id: self.of.bulk_id,
                    payload: serde_json::to_value(&selected)?,
                    metadata: self.of.metadata.clone(),
                    personal: &[],
                    subject: None,
                });
                self.chunks += 1;
                self.records += ids.len() as u64;
            }
            self.of.ctx.log.append(append).await?;
        }
        Ok(())
    }
}
