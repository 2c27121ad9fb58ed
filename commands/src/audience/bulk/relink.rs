//! What points at an account that was merged away, where it is more than the merge itself could move.

use std::collections::HashMap;

use pivotal_domain::audience::bulk::facts::ChunkRan;
use pivotal_domain::audience::bulk::outcome::{BulkCounts, RecordOutcome};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::merge::{Group, Stamp};
use pivotal_log::append::{Append, Lane};
use pivotal_log::failpoint::{Failpoint, hit};
use uuid::Uuid;

use super::run::{ATTEMPTS, Committed, Run};
use crate::audience::merge::around::around;
use crate::audience::merge::group::{Merging, Rest};
use crate::audience::record::reach_of_many::ReachOfMany;
use crate::error::CommandError;
use crate::jobs::handler::JobError;
use crate::jobs::running::Stop;

impl Run<'_> {
    /// Moves what still points at the accounts that went with the last chunk. Answers false when it was stopped before the end.
    pub(super) async fn relink(
        &mut self,
        total: u64,
        reach: &mut ReachOfMany,
        groups: &HashMap<Uuid, Group>,
    ) -> Result<bool, JobError> {
        let bulks = self.bulks;
        let changed = self.progressed.last.iter().filter(|ran| ran.outcome == RecordOutcome::Changed);
        let merged: Vec<&Group> = match self.asked.entity {
            Entity::Account => changed.filter_map(|ran| groups.get(&ran.id)).collect(),
            Entity::Contact => Vec::new(),
        };
        for group in merged {
            let left = around(&bulks.ctx, bulks.lists.as_ref(), &group.absorbed, usize::MAX).await?;
            for (entity, ids) in [(Entity::Account, left.children), (Entity::Contact, left.contacts)] {
                for some in ids.chunks(bulks.linked_most.max(1)) {
                    if matches!(self.job.stop(), Some(Stop::Shutdown | Stop::LeaseLost)) {
                        return Ok(false);
                    }
                    self.relink_some(total, reach, group, (entity, some)).await?;
                    hit(Failpoint::BulkAfterChunk);
                }
            }
        }
        self.rest = Rest::Nothing;
        Ok(true)
    }

    async fn relink_some(
        &mut self,
        total: u64,
        reach: &mut ReachOfMany,
        group: &Group,
        some: (Entity, &[Uuid]),
    ) -> Result<(), JobError> {
        for _ in 0..ATTEMPTS {
            match self.try_relink(total, reach, group, some).await {
                Ok(()) => return Ok(()),
                Err(CommandError::Conflict | CommandError::Rejected(_)) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Err(anyhow::anyhow!("other people keep changing what belongs to account {}", group.survivor).into())
    }

    async fn try_relink(
        &mut self,
        total: u64,
        reach: &mut ReachOfMany,
        group: &Group,
        some: (Entity, &[Uuid]),
    ) -> Result<(), CommandError> {
        let bulks = self.bulks;
        let merging = Merging {
            ctx: &bulks.ctx,
            lists: bulks.lists.as_ref(),
            entity: self.asked.entity,
            stamp: Stamp { work: self.id, at: bulks.ctx.now() },
            reach,
            metadata: &self.metadata,
            linked_most: bulks.linked_most,
        };
        let mut append = Append::new(Lane::Bulk);
        merging.relink(group, some, &mut append).await?;
        if append.events.is_empty() {
            return Ok(());
        }
        let ran = ChunkRan {
            bulk_id: self.id,
            chunk: self.progressed.chunks,
            counts: BulkCounts::default(),
            records: Vec::new(),
        };
        let append = self.whole(append, &ran, total, "Moving what belongs to them")?;
        let appended = bulks.ctx.log.append(append).await;
        match self.committed(appended, &ran).await? {
            Committed::Now => Ok(()),
            // Whatever it was that stands there: what is left is looked at again.
            Committed::Before => Err(CommandError::Conflict),
        }
    }
}
