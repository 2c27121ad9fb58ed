//! Checking the domains of senders: once a day all that are in use, at once whatever is new, and whenever somebody asks. Asks name
//! servers, so it is a job.

use pivotal_domain::audience::values::domain_name::Domain;
use pivotal_domain::email::senders::checks::reason::Reason;
use pivotal_domain::email::senders::checks::spf::Walk;
use pivotal_domain::email::senders::checks::{Check, Subject, Verdict, dkim, dmarc, places};
use pivotal_domain::email::senders::error::SenderError;
use pivotal_domain::email::senders::provider::{Account, Provider};
use pivotal_domain::email::senders::setup::Setup;
use pivotal_domain::email::senders::{SenderCommand, SenderProfile, keys};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_log::append::{Lane, NewJob};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Outside;
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{ATTEMPTS, execute, no_jobs};
use crate::jobs::handler::{JobEnd, JobError, JobHandler};
use crate::jobs::kinds;
use crate::jobs::queue::{Enqueued, JobQueue};
use crate::jobs::running::RunningJob;
use crate::jobs::schedules::Schedule;
use crate::lookup::key_owners;

/// In the morning, before people look.
pub const SCHEDULE: Schedule =
    Schedule { name: "sender-checks", kind: kinds::SENDER_CHECKS, cron: "20 4 * * *" };

const LINK: &str = "/campaigns/senders";

/// What the job of one sender is told.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
struct One {
    sender: Uuid,
}

/// The job that checks one sender; while it waits, another is not enqueued.
pub(super) fn job_of(actor: &Actor, id: Uuid) -> Result<NewJob, CommandError> {
    let kind = kinds::SENDER_CHECK;
    let mut job = NewJob::new(Uuid::now_v7(), kind.name, kind.label, One { sender: id })?;
    job.unique_key = Some(format!("{}:{id}", kind.name));
    // Somebody waits in front of it.
    job.priority = 3;
    job.link = Some(format!("{LINK}/{id}"));
    job.created_by = (!actor.is_system()).then_some(actor.user_id);
    Ok(job)
}

/// Answers with the job. Asked for again while it waits, it is the same one.
pub async fn start_check(
    ctx: &Context,
    queue: &JobQueue,
    actor: &Actor,
    id: Uuid,
) -> Result<Uuid, CommandError> {
    authorise_all(actor, Permission::SettingsManage)?;
    let sender = ctx.log.load::<SenderProfile>(id).await?.state;
    if sender.setup.is_none() {
        return Err(SenderError::Unknown.into());
    }
    if sender.archived {
        return Err(SenderError::Archived.into());
    }
    Ok(match queue.enqueue(&job_of(actor, id)?).await? {
        Enqueued::New(id) | Enqueued::AlreadyOpen(id) => id,
    })
}

/// The handler of [`kinds::SENDER_CHECK`].
#[derive(Clone)]
pub struct ChecksSender {
    pub ctx: Context,
    pub outside: Outside,
}

impl JobHandler for ChecksSender {
    const KIND: &'static str = kinds::SENDER_CHECK.name;

    /// Name servers that are slow to answer must not keep imports waiting.
    fn at_once(&self) -> usize {
        2
    }

    async fn run(&self, job: &RunningJob) -> Result<JobEnd, JobError> {
        let One { sender } = job.payload()?;
        check_sender(&self.ctx, &self.outside, sender).await?;
        Ok(JobEnd::Done)
    }
}

/// The handler of [`kinds::SENDER_CHECKS`].
#[derive(Clone)]
pub struct ChecksSenders {
    pub ctx: Context,
    pub outside: Outside,
}

impl JobHandler for ChecksSenders {
    const KIND: &'static str = kinds::SENDER_CHECKS.name;

    async fn run(&self, job: &RunningJob) -> Result<JobEnd, JobError> {
        for sender in senders_in_use(&self.ctx).await? {
            if job.should_stop() {
                return Ok(JobEnd::Stopped);
            }
            check_sender(&self.ctx, &self.outside, sender).await?;
        }
        Ok(JobEnd::Done)
    }
}

/// Whom the daily check is about.
pub async fn senders_in_use(ctx: &Context) -> Result<Vec<Uuid>, CommandError> {
    let key = (keys::IN_USE, keys::ANY.to_owned());
    let mut owners = key_owners(ctx, Lane::Interactive, std::slice::from_ref(&key)).await?;
    Ok(owners.remove(&key).unwrap_or_default())
}

/// Looks, and writes down what it saw. What was changed meanwhile is looked at again.
pub async fn check_sender(ctx: &Context, outside: &Outside, id: Uuid) -> Result<(), CommandError> {
    for _ in 0..ATTEMPTS {
        let state = ctx.log.load::<SenderProfile>(id).await?.state;
        let Some(setup) = state.setup.filter(|_| !state.archived) else { return Ok(()) };
        let checks = look(outside, &setup).await;
        let command = SenderCommand::Checked { of: setup, checks, at: ctx.now() };
        let done = execute::<SenderProfile, _, _>(
            ctx,
            id,
            &Actor::system("system").metadata(),
            None,
            |loaded| Ok(loaded.state.decide(command.clone())?),
            no_jobs,
        )
        .await?;
        if done.position.is_some() {
            return Ok(());
        }
    }
    Err(CommandError::Conflict)
}

/// Every check there is, in their order.
pub async fn look(outside: &Outside, setup: &Setup) -> Vec<Check> {
    let account = outside.accounts.iter().find(|account| account.name == setup.account);
    let account = account.filter(|account| account.provider == setup.provider);
    let mut checks = match setup.provider {
        Provider::TestMailbox => [Subject::Spf, Subject::Dkim, Subject::Dmarc, Subject::ReplyMx]
            .map(|subject| Check::new(subject, Reason::TestMailbox))
            .to_vec(),
        Provider::Smtp | Provider::Ses | Provider::SendGrid | Provider::Mailgun => {
            of_domain(outside, setup, account).await
        }
    };
    let alias = match &setup.tracking_domain {
        Some(domain) => outside.dns.alias(domain).await.ok(),
        None => None,
    };
    let alias = alias.as_ref().map(Option::as_deref);
    checks.push(places::tracking(setup.tracking_domain.as_deref(), alias, outside.target.as_deref()));
    checks.push(places::account(account.is_some()));
    checks
}

async fn of_domain(outside: &Outside, setup: &Setup, account: Option<&Account>) -> Vec<Check> {
    let (dns, domain) = (&outside.dns, setup.from_domain.as_str());
    let mut walk = Walk::new(domain);
    while let Some(name) = walk.ask() {
        walk.heard(dns.texts(&name).await.ok().as_deref());
    }
    let mechanism = account.map_or(setup.provider.spf(), Account::spf_mechanism);
    let keys = match &setup.dkim {
        Some(key) => dns.texts(&dkim::name(key, domain)).await.ok(),
        None => None,
    };
    let signed = dkim::check(setup.dkim.as_ref(), domain, keys.as_deref());
    let stands = matches!(signed.verdict, Verdict::Pass | Verdict::Warn);
    let own = dns.texts(&dmarc::name(domain)).await.ok();
    let above = match Domain::registrable(domain) {
        Ok(above) if above.as_str() != domain => dns.texts(&dmarc::name(above.as_str())).await.ok(),
        Ok(_) | Err(_) => Some(Vec::new()),
    };
    let policy = dmarc::check(domain, own.as_deref(), above.as_deref(), stands);
    let replies = places::replies(dns.takes_mail(&setup.reply_domain).await.ok().as_ref());
    vec![walk.check(mechanism), signed, policy, replies]
}
