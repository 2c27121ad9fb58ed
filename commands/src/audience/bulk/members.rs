//! A chunk of records that come into a list or leave it: beside the records, under the bulk change as the change they belong to.

use pivotal_domain::audience::accounts::Account;
use pivotal_domain::audience::bulk::facts::ChunkRan;
use pivotal_domain::audience::bulk::outcome::RecordOutcome;
use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::lists::change::Verb;
use pivotal_domain::audience::lists::facts::{ListFact, Named};
use pivotal_domain::log::personal::LoggedEvent;
use pivotal_log::append::Append;
use uuid::Uuid;

use super::chunk::{Deciding, note, refuse};
use crate::audience::lists::new_fact;
use crate::audience::record::reach::OfRecord;
use crate::error::CommandError;

impl Deciding<'_> {
    pub(super) async fn members(
        &mut self,
        ids: &[Uuid],
        append: &mut Append,
        ran: &mut ChunkRan,
    ) -> Result<(), CommandError> {
        let Some((verb, list)) = self.deeds.list() else { return Ok(()) };
        match self.entity {
            Entity::Contact => self.members_of::<Contact>(ids, (verb, list), append, ran).await,
            Entity::Account => self.members_of::<Account>(ids, (verb, list), append, ran).await,
        }
    }

    /// Whoever can be is named in the fact, whether or not it was in the list already: that is settled by the order of the log.
    /// What is said of each is what could be seen a moment before.
    async fn members_of<A>(
        &mut self,
        ids: &[Uuid],
        (verb, list): (Verb, Uuid),
        append: &mut Append,
        ran: &mut ChunkRan,
    ) -> Result<(), CommandError>
    where
        A: OfRecord,
        A::Event: LoggedEvent,
    {
        let loaded = self.known::<A>(ids).await?;
        let held = self.lists.members(list, ids).await.map_err(CommandError::unexpected)?;
        let mut named = Vec::new();
        for (id, loaded) in ids.iter().zip(&loaded) {
            match self.reached(loaded).and_then(|()| verb.on(loaded.state.record())) {
                Ok(()) => {
                    named.push(*id);
                    let was_so = held.contains(id) == (verb == Verb::Add);
                    let outcome = if was_so { RecordOutcome::Unchanged } else { RecordOutcome::Changed };
                    note(*id, outcome, None, ran);
                }
                Err(refusal) => refuse(*id, refusal, ran),
            }
        }
        if !named.is_empty() {
            let named =
                Named { list_id: list, entity: self.entity, change: self.bulk_id, at: self.at, ids: named };
            append.facts.push(new_fact(&ListFact::of(verb, named), self.metadata)?);
        }
        Ok(())
    }
}
