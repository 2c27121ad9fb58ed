//! A chunk of people whose basis is recorded: beside their contacts, under the bulk change as the source.

use pivotal_domain::audience::bulk::consent::{ConsentOfMany, Recording};
use pivotal_domain::audience::bulk::facts::ChunkRan;
use pivotal_domain::audience::bulk::outcome::RecordOutcome;
use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::suppression::consents::{Consent, id_of};
use pivotal_log::append::Append;
use uuid::Uuid;

use super::chunk::{Deciding, note, refuse};
use crate::error::CommandError;
use crate::suppression::consents::statements;

impl Deciding<'_> {
    pub(super) async fn consents(
        &mut self,
        ids: &[Uuid],
        consent: &ConsentOfMany,
        append: &mut Append,
        ran: &mut ChunkRan,
    ) -> Result<(), CommandError> {
        let people = self.known::<Contact>(ids).await?;
        let consents: Vec<Uuid> = ids.iter().map(|id| id_of(*id)).collect();
        let held = self.ctx.log.load_many::<Consent>(&consents).await?;
        let source = self.stamp().source.to_string();
        let recording = Recording { at: self.at, source: &source };
        for ((id, person), held) in ids.iter().zip(people).zip(held) {
            // New ones for each: no two statements share an id.
            let statements = statements(&consent.channels)?;
            let decided = self
                .reached(&person)
                .and_then(|()| consent.on((*id, &person.state), &held.state, &statements, recording));
            match decided {
                Ok(events) if events.is_empty() => note(*id, RecordOutcome::Unchanged, None, ran),
                Ok(events) => {
                    append.events::<Consent>(id_of(*id), held.sequence, events, self.metadata)?;
                    note(*id, RecordOutcome::Changed, None, ran);
                }
                Err(refusal) => refuse(*id, refusal, ran),
            }
        }
        Ok(())
    }
}
