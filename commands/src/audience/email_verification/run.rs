//! The job of a run. What has to wait for its mail server waits beside, so that one that is slow holds up nobody else.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use pivotal_domain::audience::contact_runs::End;
use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::email_verification::counts::Outcome;
use pivotal_domain::audience::email_verification::verdict::{Reason, Verdict};
use pivotal_domain::audience::exports::list::ListFilter;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::values::email::EmailAddress;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::after_import::tell_asked;
use super::finding::Finding;
use super::look::{Looked, Looking, Outside};
use super::waiting::Waiting;
use super::{Verification, cache};
use crate::audience::contact_runs::run::{Asking, Opened, Run};
use crate::audience::record::asker::Asker;
use crate::audience::record::reach_of_many::ReachOfMany;
use crate::context::Context;
use crate::jobs::handler::{JobEnd, JobError, JobHandler};
use crate::jobs::kinds::{EMAIL_VERIFICATION_FEW, EMAIL_VERIFICATION_RUN};
use crate::jobs::running::RunningJob;
use crate::ports::record_lists::RecordLists;

/// Contacts looked at together.
const CHUNK: usize = 200;
/// Longest sleep while everybody left has to wait.
const NAP: Duration = Duration::from_secs(2);

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RunVerification {
    pub run: Uuid,
    #[serde(flatten)]
    pub asker: Asker,
    /// Gone when the run has ended, or somebody named in it was erased.
    pub filter: Option<ListFilter>,
    pub again: bool,
    pub asked_at: DateTime<Utc>,
    /// It was asked for with this import, and nothing is told of it before its turn comes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after_import: Option<Uuid>,
}

/// The handler.
#[derive(Clone)]
pub struct RunVerifications {
    pub ctx: Context,
    pub lists: Arc<dyn RecordLists>,
    pub outside: Outside,
}

impl JobHandler for RunVerifications {
    const KIND: &'static str = EMAIL_VERIFICATION_RUN.name;

    /// How hard mail servers are asked is counted across runs, so several may be at work.
    fn at_once(&self) -> usize {
        2
    }

    async fn run(&self, job: &RunningJob) -> Result<JobEnd, JobError> {
        self.work(job).await
    }
}

/// The same for a few contacts, for which somebody waits.
#[derive(Clone)]
pub struct RunFewVerifications(pub RunVerifications);

impl JobHandler for RunFewVerifications {
    const KIND: &'static str = EMAIL_VERIFICATION_FEW.name;

    async fn run(&self, job: &RunningJob) -> Result<JobEnd, JobError> {
        self.0.work(job).await
    }
}

impl RunVerifications {
    async fn work(&self, job: &RunningJob) -> Result<JobEnd, JobError> {
        let asked: RunVerification = job.payload()?;
        tell_asked(&self.ctx, job, &asked, self.outside.probe.is_some()).await?;
        cache::tidy(&self.ctx).await?;
        let asking = Asking {
            run: asked.run,
            asker: asked.asker,
            entity: Entity::Contact,
            filter: asked.filter,
            asked_at: asked.asked_at,
        };
        let opened = match Run::<Verification>::open(&self.ctx, self.lists.as_ref(), job, asking).await? {
            Ok(opened) => opened,
            Err(end) => return Ok(end),
        };
        let looking = Looking::new(&self.ctx, &self.outside, job, asked.again);
        run_out(opened, &looking).await
    }
}

async fn run_out(opened: Opened<'_, Verification>, looking: &Looking<'_>) -> Result<JobEnd, JobError> {
    let Opened { mut run, mut pending, mut reach } = opened;
    let mut waiting = Waiting::default();
    loop {
        if let Some(end) = run.stopped().await? {
            return Ok(end);
        }
        // Ahead of those nobody has looked at, so that no line grows without end.
        for id in waiting.due(run.ctx.now(), CHUNK).into_iter().rev() {
            pending.push_front(id);
        }
        let ids: Vec<Uuid> = pending.drain(..pending.len().min(CHUNK)).collect();
        if ids.is_empty() {
            let Some(next) = waiting.next() else { break };
            nap(run.ctx, run.job, next).await;
            continue;
        }
        let found = look(run.ctx, &ids, &mut reach, looking, &mut waiting).await?;
        pending.extend(run.keep(&found).await?);
    }
    run.finish(End::Completed, None).await
}

/// What is found out about these now; the rest is put to those that wait.
async fn look(
    ctx: &Context,
    ids: &[Uuid],
    reach: &mut ReachOfMany,
    looking: &Looking<'_>,
    waiting: &mut Waiting,
) -> Result<HashMap<Uuid, Finding>, JobError> {
    let contacts = ctx.log.load_many::<Contact>(ids).await?;
    reach.meet(ctx, contacts.iter().map(|contact| &contact.state.record)).await?;
    let (now, mut found) = (ctx.now(), HashMap::new());
    let mut addresses: HashMap<EmailAddress, (Uuid, String)> = HashMap::new();
    for (id, contact) in ids.iter().copied().zip(&contacts) {
        let record = &contact.state.record;
        let email = record.text("email");
        match email.map(|email| (email, EmailAddress::parse(email))) {
            _ if !record.is_active() || reach.check(record).is_err() => {
                found.insert(id, Finding::Nothing(Outcome::Refused));
            }
            None => {
                found.insert(id, Finding::Nothing(Outcome::NoEmail));
            }
            Some((email, Err(_))) => {
                let verdict = Verdict { reason: Reason::BadSyntax, at: now, known: false };
                found.insert(id, Finding::Verdict { email: email.to_owned(), address: None, verdict });
            }
            Some((email, Ok(address))) => {
                let until = waiting.until(address.domain()).filter(|until| *until > now);
                match until {
                    Some(until) => waiting.put(address.domain(), until, id),
                    None => {
                        let domain = address.domain().to_owned();
                        // Each address once; another contact that has it gets the next turn.
                        if let Some((other, _)) = addresses.insert(address, (id, email.to_owned())) {
                            waiting.put(&domain, now, other);
                        }
                    }
                }
            }
        }
    }
    let asked: Vec<EmailAddress> = addresses.keys().cloned().collect();
    let mut looked = looking.look(&asked).await?;
    for (address, (id, email)) in addresses {
        match looked.remove(&address) {
            Some(Looked::Told(verdict)) => {
                found.insert(id, Finding::Verdict { email, address: Some(address), verdict });
            }
            Some(Looked::Later(until)) => waiting.put(address.domain(), until, id),
            None => waiting.put(address.domain(), now, id),
        }
    }
    Ok(found)
}

async fn nap(ctx: &Context, job: &RunningJob, until: DateTime<Utc>) {
    let wait = (until - ctx.now()).to_std().unwrap_or_default();
    tokio::select! {
        () = tokio::time::sleep(wait.min(NAP).max(Duration::from_millis(20))) => {}
        _ = job.stopped() => {}
    }
}
