//! Suggested industries that the work rejected, on their way back. They stand beside their accounts, and are listed under their names.

use pivotal_domain::audience::accounts::Account;
use pivotal_domain::audience::enrichment::IndustrySuggestion;
use pivotal_domain::audience::enrichment::events::EnrichmentEvent;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::record::undo::suggestion::undo;
use pivotal_domain::audience::record::undo::{Left, Undone};
use pivotal_domain::log::metadata::Metadata;
use pivotal_log::append::Append;
use uuid::Uuid;

use super::chunk::Looking;
use super::rows::UndoRow;
use crate::error::CommandError;

/// The suggestion of one account.
pub struct SuggestionSlot {
    account: Uuid,
    name: Option<String>,
    /// Of the suggestion.
    sequence: i64,
    pub undone: Undone<EnrichmentEvent>,
}

/// Of one chunk of the work: what it rejected behind `after` and up to `to`. It rejected none of them twice.
pub async fn slots(looking: &Looking<'_>, after: i64, to: i64) -> Result<Vec<SuggestionSlot>, CommandError> {
    let log = &looking.ctx.log;
    let rejected = sqlx::query!(
        "select aggregate_id, sequence from log.events where global_position > $1 and global_position <= $2
           and aggregate_type = 'industry_suggestion' and event_type = 'IndustrySuggestionRejected' and metadata ->> 'correlation' = $3
         order by aggregate_id",
        after, to, looking.work.to_string()
    )
    .fetch_all(&log.pools.write)
    .await?;
    let rejected: Vec<(Uuid, i64)> =
        rejected.iter().filter_map(|row| Some((row.aggregate_id.parse().ok()?, row.sequence))).collect();
    if rejected.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<Uuid> = rejected.iter().map(|(id, _)| *id).collect();
    let suggestions = log.load_many::<IndustrySuggestion>(&ids).await?;
    let accounts = log.load_many::<Account>(&ids).await?;
    let slots = rejected.into_iter().zip(suggestions).zip(accounts).map(|(((id, ours), held), account)| {
        let record = &account.state.record;
        let chosen = looking.chosen.includes(id);
        SuggestionSlot {
            account: id,
            name: record.text("name").or_else(|| record.text("domain")).map(str::to_owned),
            sequence: held.sequence,
            undone: undo(&held.state, held.sequence > ours, looking.at, chosen),
        }
    });
    Ok(slots.collect())
}

impl SuggestionSlot {
    pub fn left(&self) -> Option<Left> {
        let Undone { outcome, conflicts, .. } = &self.undone;
        (!conflicts.is_empty()).then(|| Left {
            id: self.account,
            entity: Entity::Account,
            outcome: *outcome,
            conflicts: conflicts.clone(),
        })
    }

    pub fn row(&self) -> UndoRow {
        UndoRow {
            entity: Entity::Account,
            record: self.account,
            name: self.name.clone(),
            outcome: self.undone.outcome,
            changes: self.undone.changes.clone(),
            conflicts: self.undone.conflicts.clone(),
        }
    }

    pub fn write(self, metadata: &Metadata, append: &mut Append) -> Result<(), CommandError> {
        if !self.undone.events.is_empty() {
            append.events::<IndustrySuggestion>(self.account, self.sequence, self.undone.events, metadata)?;
        }
        Ok(())
    }
}
