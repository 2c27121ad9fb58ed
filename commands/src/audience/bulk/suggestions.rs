//! A chunk of accounts whose suggested industries are said no to: beside the accounts, of which nothing changes.

use pivotal_domain::audience::accounts::Account;
use pivotal_domain::audience::bulk::facts::ChunkRan;
use pivotal_domain::audience::bulk::outcome::RecordOutcome;
use pivotal_domain::audience::enrichment::IndustrySuggestion;
use pivotal_domain::audience::enrichment::command::EnrichmentCommand;
use pivotal_log::append::Append;
use uuid::Uuid;

use super::chunk::{Deciding, note, refuse};
use crate::error::CommandError;

impl Deciding<'_> {
    /// Of those that wait: what somebody decided since it was asked for stays as they decided.
    pub(super) async fn rejections(
        &mut self,
        ids: &[Uuid],
        reason: Option<String>,
        append: &mut Append,
        ran: &mut ChunkRan,
    ) -> Result<(), CommandError> {
        let accounts = self.known::<Account>(ids).await?;
        let suggestions = self.ctx.log.load_many::<IndustrySuggestion>(ids).await?;
        for ((id, account), held) in ids.iter().zip(&accounts).zip(suggestions) {
            match self.reached(account) {
                Err(refusal) => refuse(*id, refusal, ran),
                Ok(()) if !held.state.is_pending(0) => note(*id, RecordOutcome::Unchanged, None, ran),
                Ok(()) => {
                    let reject = EnrichmentCommand::Reject { at: self.at, reason: reason.clone() };
                    let rejected = held.state.decide(reject)?;
                    append.events::<IndustrySuggestion>(*id, held.sequence, rejected, self.metadata)?;
                    note(*id, RecordOutcome::Changed, None, ran);
                }
            }
        }
        Ok(())
    }
}
