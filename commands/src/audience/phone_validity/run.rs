//! The job of a run. What was paid for is kept before anything is done with it.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use pivotal_domain::audience::accounts::Account;
use pivotal_domain::audience::contact_runs::End;
use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::exports::list::ListFilter;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::phone_validity::assess::{Validity, of_phone};
use pivotal_domain::audience::phone_validity::counts::Outcome;
use pivotal_domain::audience::phone_validity::error::PhoneLookupError;
use pivotal_domain::audience::phone_validity::keep::Which;
use pivotal_domain::audience::record::state::RecordState;
use pivotal_domain::audience::values::phone::Phone;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::found::Found;
use super::look::Looking;
use super::{Lookup, Outside, cache};
use crate::audience::contact_runs::run::{Asking, Opened, Run};
use crate::audience::record::asker::Asker;
use crate::audience::record::reach_of_many::ReachOfMany;
use crate::context::Context;
use crate::jobs::handler::{JobEnd, JobError, JobHandler};
use crate::jobs::kinds::{PHONE_LOOKUP_FEW, PHONE_LOOKUP_RUN};
use crate::jobs::running::RunningJob;
use crate::ports::carrier_lookup::LookupTrouble;
use crate::ports::record_lists::RecordLists;

/// Records looked at together: at two a second, somebody who follows the run sees it move.
const CHUNK: usize = 20;

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RunLookup {
    pub run: Uuid,
    #[serde(flatten)]
    pub asker: Asker,
    /// Gone when the run has ended, or somebody named in it was erased.
    pub filter: Option<ListFilter>,
    pub which: Which,
    pub again: bool,
    pub asked_at: DateTime<Utc>,
    /// Whom the person who asked saw named. Nobody else is asked in their place.
    pub provider: String,
}

/// The handler.
#[derive(Clone)]
pub struct RunLookups {
    pub ctx: Context,
    pub lists: Arc<dyn RecordLists>,
    pub outside: Outside,
}

impl JobHandler for RunLookups {
    const KIND: &'static str = PHONE_LOOKUP_RUN.name;

    async fn run(&self, job: &RunningJob) -> Result<JobEnd, JobError> {
        self.work(job).await
    }
}

/// The same for a few records, for which somebody waits.
#[derive(Clone)]
pub struct RunFewLookups(pub RunLookups);

impl JobHandler for RunFewLookups {
    const KIND: &'static str = PHONE_LOOKUP_FEW.name;

    async fn run(&self, job: &RunningJob) -> Result<JobEnd, JobError> {
        self.0.work(job).await
    }
}

impl RunLookups {
    async fn work(&self, job: &RunningJob) -> Result<JobEnd, JobError> {
        let asked: RunLookup = job.payload()?;
        cache::tidy(&self.ctx).await?;
        let asking = Asking {
            run: asked.run,
            asker: asked.asker,
            entity: asked.which.entity(),
            filter: asked.filter,
            asked_at: asked.asked_at,
        };
        let opened = match Run::<Lookup>::open(&self.ctx, self.lists.as_ref(), job, asking).await? {
            Ok(opened) => opened,
            Err(end) => return Ok(end),
        };
        let lookup = self.outside.lookup.as_ref().filter(|lookup| lookup.provider() == asked.provider);
        let Some(lookup) = lookup else {
            // Switched off, or to somebody else, since it was asked for.
            return opened.run.finish(End::Failed, Some(PhoneLookupError::Off.to_string())).await;
        };
        let looking = Looking {
            ctx: &self.ctx,
            job,
            lookup,
            pace: self.outside.pace,
            since: asked.again.then_some(asked.asked_at),
        };
        run_out(opened, asked.which, &looking).await
    }
}

async fn run_out(
    opened: Opened<'_, Lookup>,
    which: Which,
    looking: &Looking<'_>,
) -> Result<JobEnd, JobError> {
    let Opened { mut run, mut pending, mut reach } = opened;
    while !pending.is_empty() {
        if let Some(end) = run.stopped().await? {
            return Ok(end);
        }
        let ids: Vec<Uuid> = pending.drain(..pending.len().min(CHUNK)).collect();
        let (found, trouble) = look(run.ctx, which, &ids, &mut reach, looking).await?;
        let again = run.keep(&found).await?;
        // Those that were not asked about any more come first again; what got another number meanwhile, last.
        for id in ids.iter().rev().filter(|id| !found.contains_key(id)) {
            pending.push_front(*id);
        }
        pending.extend(again);
        if let Some(trouble) = trouble {
            return run.finish(End::Failed, Some(trouble.to_string())).await;
        }
    }
    run.finish(End::Completed, None).await
}

/// What is found out about these; fewer when the job is to stop, or nobody can be asked any more.
async fn look(
    ctx: &Context,
    which: Which,
    ids: &[Uuid],
    reach: &mut ReachOfMany,
    looking: &Looking<'_>,
) -> Result<(HashMap<Uuid, Found>, Option<LookupTrouble>), JobError> {
    let records = records(ctx, which.entity(), ids).await?;
    reach.meet(ctx, records.iter()).await?;
    let (mut found, mut asked) = (HashMap::new(), Vec::<(Uuid, Phone)>::new());
    for (id, record) in ids.iter().copied().zip(&records) {
        let outcome = match which.phone(record) {
            _ if !record.is_active() || reach.check(record).is_err() => Outcome::Refused,
            Some(phone) if of_phone(&phone).validity == Validity::Valid => {
                asked.push((id, phone));
                continue;
            }
            // Who is paid for an answer is not asked about what cannot be a number.
            Some(_) => Outcome::NotValid,
            None if which.is_given(record) => Outcome::NotValid,
            None => Outcome::NoPhone,
        };
        found.insert(id, Found::Nothing(outcome));
    }
    let phones: Vec<Phone> = asked.iter().map(|(_, phone)| phone.clone()).collect();
    let looked = looking.look(&phones).await?;
    for (id, phone) in asked {
        match looked.found.get(phone.e164()) {
            Some(Some(finding)) => {
                found.insert(id, Found::Said { which, phone, finding: finding.clone() });
            }
            Some(None) => {
                found.insert(id, Found::Nothing(Outcome::Other));
            }
            None => {}
        }
    }
    Ok((found, looked.trouble))
}

/// In the order asked for.
async fn records(ctx: &Context, entity: Entity, ids: &[Uuid]) -> Result<Vec<RecordState>, JobError> {
    Ok(match entity {
        Entity::Contact => {
            let contacts = ctx.log.load_many::<Contact>(ids).await?;
            contacts.into_iter().map(|contact| contact.state.record).collect()
        }
        Entity::Account => {
            let accounts = ctx.log.load_many::<Account>(ids).await?;
            accounts.into_iter().map(|account| account.state.record).collect()
        }
    })
}
