//! Policy: when an account gets a domain, the contacts that were waiting under it are linked (AUD-3, contact first).

use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::contacts::command::ContactCommand;
use pivotal_domain::audience::contacts::events::{AccountLink, LinkKind};
use pivotal_domain::audience::contacts::keys::UNLINKED_DOMAIN;
use pivotal_domain::audience::record::source::Source;
use pivotal_domain::log::metadata::Metadata;
use pivotal_log::append::{Append, Lane, NewJob};
use pivotal_log::error::LogError;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::context::Context;
use crate::error::CommandError;
use crate::execute::guard_changes;
use crate::jobs::handler::{JobEnd, JobError, JobHandler};
use crate::jobs::kinds;
use crate::jobs::running::RunningJob;
use crate::lookup::key_owners;

pub const KIND: &str = kinds::LINK_CONTACTS.name;
/// Contacts linked in one transaction.
const BATCH: usize = 200;

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct LinkContacts {
    pub account_id: Uuid,
    pub domains: Vec<String>,
}

/// The handler of [`KIND`].
#[derive(Debug, Clone)]
pub struct LinkWaitingContacts(pub Context);

impl JobHandler for LinkWaitingContacts {
    const KIND: &'static str = KIND;

    async fn run(&self, job: &RunningJob) -> Result<JobEnd, JobError> {
        let linked = link_waiting(&self.0, &job.payload()?).await? as i64;
        job.report(linked, Some(linked), None).await?;
        Ok(JobEnd::Done)
    }
}

pub fn job(account_id: Uuid, domains: Vec<String>) -> Result<NewJob, CommandError> {
    let title = format!("Link contacts at {}", domains.join(", "));
    let mut job = NewJob::new(Uuid::now_v7(), KIND, title, LinkContacts { account_id, domains })?;
    job.link = Some(format!("/accounts/{account_id}"));
    Ok(job)
}

/// Links everybody who waits. Safe to repeat: who is linked waits no more. Returns how many were linked.
pub async fn link_waiting(ctx: &Context, input: &LinkContacts) -> Result<usize, CommandError> {
    let keys: Vec<_> = input.domains.iter().map(|domain| (UNLINKED_DOMAIN, domain.clone())).collect();
    let mut waiting: Vec<Uuid> = key_owners(ctx, Lane::Bulk, &keys).await?.into_values().flatten().collect();
    waiting.sort_unstable();
    waiting.dedup();
    let mut linked = 0;
    for batch in waiting.chunks(BATCH) {
        // Whoever changed meanwhile makes the batch lose; it is then tried again on what is there now.
        for attempt in 0.. {
            match link_batch(ctx, input.account_id, batch).await {
                Ok(count) => {
                    linked += count;
                    break;
                }
                Err(CommandError::Conflict) if attempt < 5 => {}
                Err(error) => return Err(error),
            }
        }
    }
    Ok(linked)
}

async fn link_batch(ctx: &Context, account_id: Uuid, batch: &[Uuid]) -> Result<usize, CommandError> {
    let link = AccountLink { account_id, how: LinkKind::Auto };
    let metadata = Metadata::system("system");
    let mut append = Append::new(Lane::Bulk);
    let mut linked = 0;
    for (id, loaded) in batch.iter().zip(ctx.log.load_many::<Contact>(batch).await?) {
        if loaded.state.account.is_some() || !loaded.state.record.is_active() {
            continue;
        }
        let events = loaded.state.decide(ContactCommand::LinkAccount {
            source: Source::System,
            at: ctx.now(),
            link,
        })?;
        let mut after = loaded.state.clone();
        for event in &events {
            cqrs_es::Aggregate::apply(&mut after, event.clone());
        }
        append.guards.extend(guard_changes(&ctx.log.blind, *id, &loaded.state, &after));
        linked += events.len();
        append.events::<Contact>(*id, loaded.sequence, events, &metadata)?;
    }
    if append.is_empty() {
        return Ok(0);
    }
    match ctx.log.append(append).await {
        Ok(_) => Ok(linked),
        Err(LogError::Conflict) => Err(CommandError::Conflict),
        Err(error) => Err(error.into()),
    }
}
