//! One transaction of a run: what was found out about some records on the records themselves, the fact of what became of each, the
//! job's progress and the chunk's own key.

use std::collections::HashMap;

use pivotal_domain::audience::accounts::Account;
use pivotal_domain::audience::accounts::command::AccountCommand;
use pivotal_domain::audience::contact_runs::{Ran, RunContact, RunCounts, RunFact};
use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::contacts::command::ContactCommand;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::record::source::Source;
use pivotal_domain::audience::record::state::Standing;
use pivotal_domain::audience::record::write::Write;
use pivotal_domain::log::metadata::Metadata;
use pivotal_domain::log::personal::LoggedEvent;
use pivotal_log::append::{Append, IdempotencyKey, JobProgress, Lane};
use pivotal_log::error::LogError;
use serde_json::json;
use uuid::Uuid;

use super::{ContactOf, ContactRun, CountsOf, Finding, OutcomeOf, RanOf, Upon, fact_of};
use crate::audience::record::reach::OfRecord;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Guarded, after, guard_changes};

/// Where the chunk belongs.
#[derive(Clone, Copy)]
pub struct ChunkOf<'a> {
    pub ctx: &'a Context,
    pub run: Uuid,
    pub entity: Entity,
    pub number: u32,
    pub metadata: &'a Metadata,
}

/// What was written: each record's outcome, and those that changed meanwhile and are to be looked at again.
pub struct Kept<F: RunFact> {
    pub ran: RanOf<F>,
    pub changed_meanwhile: Vec<Uuid>,
}

/// A record that a run may be over.
trait RunOver: OfRecord + Guarded + Clone {
    /// What happens when this is written to it. `None`: that is refused.
    fn written(&self, id: Uuid, write: Write) -> Option<Vec<Self::Event>>;
}

impl RunOver for Contact {
    fn written(&self, _id: Uuid, write: Write) -> Option<Vec<Self::Event>> {
        self.decide(ContactCommand::Write(write)).ok()
    }
}

impl RunOver for Account {
    /// What is found out moves it nowhere in the hierarchy.
    fn written(&self, id: Uuid, write: Write) -> Option<Vec<Self::Event>> {
        self.decide(AccountCommand::Write { write, id, ancestors: Vec::new() }).ok()
    }
}

/// What a chunk comes to, before it is written.
struct Decided<'f, K: ContactRun> {
    append: Append,
    ran: RanOf<K::Fact>,
    changed_meanwhile: Vec<Uuid>,
    /// What was found out about people who were erased.
    of_erased: Vec<&'f K::Finding>,
}

impl ChunkOf<'_> {
    /// [`CommandError::Conflict`]: somebody wrote to one of the records; try again.
    pub async fn keep<K: ContactRun>(
        &self,
        findings: &HashMap<Uuid, K::Finding>,
        progress: impl FnOnce(u64) -> Option<JobProgress>,
    ) -> Result<Kept<K::Fact>, CommandError> {
        let ChunkOf { ctx, run, number, metadata, .. } = *self;
        let decided = match self.entity {
            Entity::Contact => self.decide::<K, Contact>(findings).await?,
            Entity::Account => self.decide::<K, Account>(findings).await?,
        };
        let Decided { mut append, ran, changed_meanwhile, of_erased } = decided;
        // Their erasure may have cleared it before the answer came.
        K::forget(ctx, &of_erased).await?;
        if ran.contacts.is_empty() {
            return Ok(Kept { ran, changed_meanwhile });
        }
        let fact = <K::Fact as RunFact>::ran(ran.clone());
        append.facts.push(fact_of(run, <K::Fact as RunFact>::RAN, &fact, metadata)?);
        append.progress = progress(ran.counts.done());
        append.idempotency = Some(IdempotencyKey {
            key: format!("{}:{run}:chunk:{number}", K::KEY),
            fingerprint: number.to_be_bytes().to_vec(),
            result: json!({ "chunk": number }),
        });
        match ctx.log.append(append).await {
            Ok(_) => Ok(Kept { ran, changed_meanwhile }),
            Err(LogError::Repeated(_)) => {
                Err(CommandError::unexpected("another worker has written this chunk: it is read back"))
            }
            Err(error) => Err(error.into()),
        }
    }

    async fn decide<'f, K: ContactRun, A: RunOver>(
        &self,
        findings: &'f HashMap<Uuid, K::Finding>,
    ) -> Result<Decided<'f, K>, CommandError>
    where
        A::Event: LoggedEvent,
    {
        let ChunkOf { ctx, run, number, metadata, .. } = *self;
        let ids: Vec<Uuid> = findings.keys().copied().collect();
        let loaded = ctx.log.load_many::<A>(&ids).await?;
        let mut append = Append::new(Lane::Bulk);
        let mut ran: RanOf<K::Fact> = Ran { chunk: number, counts: Default::default(), contacts: Vec::new() };
        let (mut changed_meanwhile, mut of_erased) = (Vec::new(), Vec::new());
        for (id, one) in ids.iter().copied().zip(loaded) {
            let record = one.state.record();
            if record.standing == Standing::Erased {
                of_erased.push(&findings[&id]);
            }
            let source = Source::Verification { id: run };
            let (write, outcome, detail, known) = match findings[&id].upon(record, source, ctx.now()) {
                Upon::Nothing(outcome) => {
                    nothing::<K::Fact>(&mut ran, id, outcome);
                    continue;
                }
                Upon::ChangedMeanwhile => {
                    changed_meanwhile.push(id);
                    continue;
                }
                Upon::Write { write, outcome, detail, known } => (write, outcome, detail, known),
            };
            let Some(events) = one.state.written(id, write) else {
                nothing::<K::Fact>(&mut ran, id, CountsOf::<K::Fact>::REFUSED);
                continue;
            };
            let changed = !events.is_empty();
            let after = after(&one.state, &events);
            append.guards.extend(guard_changes(&ctx.log.blind, id, &one.state, &after));
            append.events::<A>(id, one.sequence, events, metadata)?;
            ran.counts.count(outcome, known, changed);
            ran.contacts.push(ContactOf::<K::Fact>::new(id, outcome, detail, changed));
        }
        Ok(Decided { append, ran, changed_meanwhile, of_erased })
    }
}

fn nothing<F: RunFact>(ran: &mut RanOf<F>, id: Uuid, outcome: OutcomeOf<F>) {
    ran.counts.count(outcome, false, false);
    ran.contacts.push(ContactOf::<F>::new(id, outcome, None, false));
}
