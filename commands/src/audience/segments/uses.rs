//! The table of who is defined by whom, loaded to be decided on and written beside what was decided.

use std::collections::{BTreeMap, BTreeSet};

use pivotal_domain::audience::lists::List;
use pivotal_domain::audience::segments::Segment;
use pivotal_domain::audience::segments::definition::Named;
use pivotal_domain::audience::segments::uses::{
    ID, SegmentUses, SegmentUsesCommand, SegmentUsesEvent, UsesError,
};
use pivotal_domain::log::metadata::Metadata;
use pivotal_log::append::Append;
use uuid::Uuid;

use crate::context::Context;
use crate::error::CommandError;
use crate::execute::after;

/// The table, and what is to be written to it.
pub(in crate::audience) struct Uses {
    state: SegmentUses,
    sequence: i64,
    events: Vec<SegmentUsesEvent>,
}

/// The table as it is. One that is from before lists were in it is completed, in the same append as whatever comes next: nothing is
/// written beside it meanwhile, for then that append conflicts.
pub(in crate::audience) async fn load(ctx: &Context) -> Result<Uses, CommandError> {
    let loaded = ctx.log.load::<SegmentUses>(ID).await?;
    let uses = Uses { state: loaded.state, sequence: loaded.sequence, events: Vec::new() };
    if uses.state.is_complete() {
        return Ok(uses);
    }
    uses.decide(named_so_far(ctx).await?).map_err(CommandError::unexpected)
}

impl Uses {
    /// With what the command means for it.
    pub fn decide(mut self, command: SegmentUsesCommand) -> Result<Self, UsesError> {
        let events = self.state.decide(command)?;
        self.state = after(&self.state, &events);
        self.events.extend(events);
        Ok(self)
    }

    pub fn state(&self) -> &SegmentUses {
        &self.state
    }

    pub fn write(self, append: &mut Append, metadata: &Metadata) -> Result<(), CommandError> {
        append.events::<SegmentUses>(ID, self.sequence, self.events, metadata)?;
        Ok(())
    }
}

/// What every definition names as it stands, also of archived segments, which may come back.
async fn named_so_far(ctx: &Context) -> Result<SegmentUsesCommand, CommandError> {
    let ids = sqlx::query_scalar!(
        r#"select distinct aggregate_id as "id!" from log.events where aggregate_type = 'segment' order by 1"#
    )
    .fetch_all(&ctx.log.pools.write)
    .await?;
    let ids: Vec<Uuid> = ids.iter().filter_map(|id| id.parse().ok()).collect();
    let segments = ctx.log.load_many::<Segment>(&ids).await?;
    let named = ids.iter().zip(&segments).filter_map(|(id, segment)| {
        let named = Named::groups_of(&segment.state.kept.as_ref()?.definition);
        (!named.is_empty()).then_some((*id, named))
    });
    let uses: BTreeMap<Uuid, BTreeSet<Uuid>> = named.collect();
    // Not every one of them is a list: what is none was never archived as one.
    let named: Vec<Uuid> = uses.values().flatten().copied().collect::<BTreeSet<_>>().into_iter().collect();
    let lists = ctx.log.load_many::<List>(&named).await?;
    let archived = named.iter().zip(&lists).filter(|(_, list)| list.state.archived).map(|(id, _)| *id);
    Ok(SegmentUsesCommand::Complete { archived: archived.collect(), uses, at: ctx.now() })
}
