//! What works in the background: the relay, the projections with their rebuilds, the keeper of segments, the jobs.

use std::sync::Arc;

use pivotal_commands::audience::bulk::run::RunBulks;
use pivotal_commands::audience::contacts::erase_job::EraseContacts;
use pivotal_commands::audience::contacts::on_account_domain::LinkWaitingContacts;
use pivotal_commands::audience::email_verification::run::{RunFewVerifications, RunVerifications};
use pivotal_commands::audience::enrichment::run::RunEnrichments;
use pivotal_commands::audience::exports::run::RunExports;
use pivotal_commands::audience::imports::preview::run::RunPreviews;
use pivotal_commands::audience::imports::run::RunImports;
use pivotal_commands::audience::phone_validity::run::{RunFewLookups, RunLookups};
use pivotal_commands::audience::record::undo::run::RunUndos;
use pivotal_commands::audience::survivorship::run::RunRulesPreviews;
use pivotal_commands::campaigns::campaigns::seed_test::SendsSeedTests;
use pivotal_commands::campaigns::campaigns::start::StartsCampaigns;
use pivotal_commands::email::senders::check::{self as sender_checks, ChecksSender, ChecksSenders};
use pivotal_commands::email::sending::keeper::SendingKeeper;
use pivotal_commands::email::sending::look_up::{self, SettlesEmails};
use pivotal_commands::email::sending::pipeline::Pipeline;
use pivotal_commands::email::sending::queue::TakesAudiences;
use pivotal_commands::email::sending::stop::StopsCampaigns;
use pivotal_commands::email::templates::send_test::SendsTemplateTests;
use pivotal_commands::email::tracking::fetch::{self, FetchesInbound, Mailboxes};
use pivotal_commands::email::tracking::intake::Intake;
use pivotal_commands::email::tracking::tracking_key;
use pivotal_commands::email::tracking::upkeep::{self as email_upkeep, CleansEmailKeys};
use pivotal_commands::identity::notifications::send_due::{self, SendDueMails};
use pivotal_commands::jobs::handler::Registry;
use pivotal_commands::jobs::worker::{Worker, WorkerConfig};
use pivotal_commands::jobs::{schedules, upkeep};
use pivotal_commands::mail::send::SendMail;
use pivotal_commands::ports::inbound_mailbox::InboundMailbox;
use pivotal_commands::suppression::requests::answer_job::AnswerRequests;
use pivotal_commands::suppression::retention;
use pivotal_commands::suppression::retention::dry_run::DryRunsRetention;
use pivotal_commands::suppression::retention::run::RunsRetention;
use pivotal_commands::suppression::suppressions::import::run::ImportsSuppressions;
use pivotal_commands::work::tasks::remind::{self, RemindsOfTasks};
use pivotal_domain::audience::bulk::Bulk;
use pivotal_domain::audience::imports::Import;
use pivotal_domain::audience::merge::LINKED_MOST;
use pivotal_infra::audiences::ReadAudiences;
use pivotal_infra::domain_set_matcher::{self, KeepingDomainSets, MatchingDomainSets};
use pivotal_infra::due_tasks::ReadTasks;
use pivotal_infra::duplicate_finder::{
    self, FindingDuplicates, FindingNewDuplicates, FindingTouchedDuplicates,
};
use pivotal_infra::email_judge::{self, JudgesHits, JudgesHitsAnew};
use pivotal_infra::imap::ImapMailbox;
use pivotal_infra::notification_mail::ReadNotifications;
use pivotal_infra::record_lists::ReadLists;
use pivotal_infra::segment_keeper::SegmentKeeper;
use pivotal_projections::all::projections;
use pivotal_projections::rebuild::Rebuilder;
use pivotal_projections::relay::Relay;
use pivotal_projections::runner::opened::Opener;
use pivotal_projections::runner::{Running, Workers};
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use super::backend::Backend;

pub struct Working {
    stop: CancellationToken,
    relay: JoinHandle<()>,
    jobs: JoinHandle<()>,
    rebuilds: JoinHandle<()>,
    segments: JoinHandle<()>,
    intake: JoinHandle<()>,
    campaigns: JoinHandle<()>,
    emails: Vec<JoinHandle<()>>,
    projections: Running,
}

impl Working {
    pub async fn start(backend: &Backend) -> anyhow::Result<Self> {
        let (context, stop) = (&backend.context, CancellationToken::new());
        let following = Workers {
            pools: context.log.pools.clone(),
            opener: Opener::of(&context.log, backend.upcasters.clone()),
            bus: backend.bus.clone(),
            positions: backend.positions.clone(),
            projections: projections(&backend.search),
        }
        .start();
        let opener = Opener::of(&context.log, backend.upcasters.clone());
        let rebuilder = Rebuilder::new(&context.log.pools, opener, projections(&backend.search));
        let rebuilds = tokio::spawn(rebuilder.run(stop.clone()));
        let relay = Relay::new(context.log.pools.clone(), backend.bus.clone());
        let relay = tokio::spawn(relay.run(stop.clone()));
        let keeper = SegmentKeeper::new(context.clone(), backend.positions.clone());
        let segments = tokio::spawn(keeper.run(stop.clone()));
        let intake = Intake::new(context.clone(), tracking_key(&backend.master));
        let intake = tokio::spawn(intake.run(stop.clone()));
        let sending = backend.sending.clone();
        let figures = backend.campaigns.figures.clone();
        let campaigns = tokio::spawn(SendingKeeper::new(sending.clone(), figures).run(stop.clone()));
        let pipeline = |_| tokio::spawn(Pipeline::new(sending.clone()).run(stop.clone()));
        let emails = (0..backend.config.work.email_senders).map(pipeline).collect();
        schedules::declare(&backend.queue, upkeep::SCHEDULES).await?;
        schedules::declare(&backend.queue, duplicate_finder::SCHEDULES).await?;
        schedules::declare(&backend.queue, domain_set_matcher::SCHEDULES).await?;
        schedules::declare(&backend.queue, &[retention::start::SCHEDULE]).await?;
        schedules::declare(&backend.queue, send_due::SCHEDULES).await?;
        schedules::declare(&backend.queue, remind::SCHEDULES).await?;
        schedules::declare(&backend.queue, &[sender_checks::SCHEDULE]).await?;
        schedules::declare(&backend.queue, &[email_judge::SCHEDULE, email_upkeep::SCHEDULE]).await?;
        if !backend.config.email_inbound.mailboxes.is_empty() {
            schedules::declare(&backend.queue, &[fetch::SCHEDULE]).await?;
        }
        schedules::declare(&backend.queue, &[look_up::SCHEDULE]).await?;
        let config = WorkerConfig {
            concurrency: backend.config.work.jobs_at_once,
            lease: backend.config.work.lease,
            // Some heartbeats may be lost before a lease is.
            heartbeat: backend.config.work.lease / 4,
            ..WorkerConfig::default()
        };
        let worker = Worker::new(backend.queue.clone(), handlers(backend), config);
        let jobs = tokio::spawn(worker.run(stop.clone()));
        Ok(Working {
            stop,
            relay,
            jobs,
            rebuilds,
            segments,
            intake,
            campaigns,
            emails,
            projections: following,
        })
    }

    /// Jobs give way first, then what follows the log.
    pub async fn stop(self) {
        self.stop.cancel();
        let emails = self.emails.into_iter().map(|task| ("pipeline of emails", task));
        let tasks = [
            ("jobs", self.jobs),
            ("keeper of campaigns", self.campaigns),
            ("keeper of segments", self.segments),
            ("intake of what comes back about emails", self.intake),
            ("rebuilds", self.rebuilds),
            ("relay", self.relay),
        ];
        for (name, task) in emails.chain(tasks) {
            if let Err(error) = task.await {
                tracing::error!(%error, "the {name} broke");
            }
        }
        self.projections.stop().await;
    }
}

/// Asks nobody yet.
fn mailboxes(backend: &Backend) -> Mailboxes {
    let settings = backend.config.email_inbound.mailboxes.iter();
    let mailboxes = settings.map(|(account, settings)| {
        let mailbox: Arc<dyn InboundMailbox> = Arc::new(ImapMailbox(settings.clone()));
        (account.clone(), mailbox)
    });
    mailboxes.collect()
}

fn handlers(backend: &Backend) -> Registry {
    let context = &backend.context;
    let lists = Arc::new(ReadLists::new(context.log.pools.clone(), backend.positions.clone()));
    let finding = FindingDuplicates { ctx: context.clone(), positions: backend.positions.clone() };
    let matching = MatchingDomainSets { ctx: context.clone(), positions: backend.positions.clone() };
    let book = lists.clone();
    let audiences = Arc::new(ReadAudiences::new(context.log.pools.clone(), backend.positions.clone()));
    let deletions = RunsRetention { ctx: context.clone(), contacts: lists.clone() };
    let dry_runs = DryRunsRetention { ctx: context.clone(), contacts: lists.clone() };
    let verifications =
        RunVerifications { ctx: context.clone(), lists: lists.clone(), outside: backend.verifying.clone() };
    let judge = JudgesHits { ctx: context.clone(), positions: backend.positions.clone() };
    let news = Arc::new(ReadNotifications::new(context.log.pools.clone()));
    let tasks = Arc::new(ReadTasks::new(context.log.pools.clone()));
    let lookups =
        RunLookups { ctx: context.clone(), lists: lists.clone(), outside: backend.looking_up.clone() };
    let registry = Registry::default()
        .with(RunImports(context.clone()))
        .with(RunPreviews(context.clone()))
        .with(RunUndos::<Import>::new(context.clone()))
        .with(RunExports { ctx: context.clone(), lists: lists.clone() })
        .with(RunBulks { ctx: context.clone(), lists: lists.clone(), linked_most: LINKED_MOST })
        .with(verifications.clone())
        .with(RunFewVerifications(verifications))
        .with(lookups.clone())
        .with(RunFewLookups(lookups))
        .with(RunEnrichments { ctx: context.clone(), lists, outside: backend.model.clone() })
        .with(RunUndos::<Bulk>::new(context.clone()))
        .with(RunRulesPreviews(context.clone()))
        .with(finding.clone())
        .with(FindingNewDuplicates(finding))
        .with(FindingTouchedDuplicates { ctx: context.clone(), positions: backend.positions.clone() })
        .with(matching.clone())
        .with(KeepingDomainSets(matching))
        .with(ImportsSuppressions(context.clone()))
        .with(AnswerRequests { ctx: context.clone(), book, audiences })
        .with(deletions)
        .with(dry_runs)
        .with(ChecksSender { ctx: context.clone(), outside: backend.senders.clone() })
        .with(ChecksSenders { ctx: context.clone(), outside: backend.senders.clone() })
        .with(judge.clone())
        .with(JudgesHitsAnew(judge))
        .with(CleansEmailKeys(context.clone()))
        .with(FetchesInbound { ctx: context.clone(), mailboxes: mailboxes(backend) })
        .with(TakesAudiences { ctx: context.clone(), source: backend.campaigns.audience.clone() })
        .with(StopsCampaigns(context.clone()))
        .with(SettlesEmails(backend.sending.clone()))
        .with(LinkWaitingContacts(context.clone()))
        .with(EraseContacts(context.clone()))
        .with(SendsTemplateTests { ctx: context.clone(), mailer: backend.mailer.clone() })
        .with(StartsCampaigns { ctx: context.clone(), outside: backend.campaigns.clone() })
        .with(SendsSeedTests { ctx: context.clone(), outside: backend.campaigns.clone() })
        .with(SendMail {
            ctx: context.clone(),
            mailer: backend.mailer.clone(),
            links: backend.mail_links.clone(),
            news: news.clone(),
        })
        .with(SendDueMails { ctx: context.clone(), news })
        .with(RemindsOfTasks { ctx: context.clone(), tasks });
    upkeep::register(registry, context)
}
