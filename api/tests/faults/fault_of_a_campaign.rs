//! kill -9 at every step of a campaign: who is in it is written down once, everybody gets one mail, what became of each is told once,
//! whoever waits when it is stopped is left out, and a test of variants has one winner.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use cqrs_es::Aggregate;
use pivotal_commands::campaigns::campaigns::stop::stop_campaign;
use pivotal_commands::context::Context;
use pivotal_commands::email::sending::queue;
use pivotal_commands::execute::{Guarded, execute_new};
use pivotal_commands::ports::blob_store::InMemoryBlobStore;
use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::contacts::events::ContactEvent;
use pivotal_domain::audience::fields::value::FieldValue;
use pivotal_domain::audience::record::source;
use pivotal_domain::campaigns::campaigns::Campaign;
use pivotal_domain::campaigns::campaigns::audience::{AudienceDefinition, Source};
use pivotal_domain::campaigns::campaigns::content::{
    AbTest, Decides, EmailContent, Metric, Otherwise, Variant,
};
use pivotal_domain::campaigns::campaigns::events::CampaignEvent;
use pivotal_domain::campaigns::campaigns::pinned::Pinned;
use pivotal_domain::campaigns::campaigns::schedule::Schedule;
use pivotal_domain::campaigns::campaigns::state::Channel;
use pivotal_domain::email::senders::SenderProfile;
use pivotal_domain::email::senders::brand::events::EmailBrandEvent;
use pivotal_domain::email::senders::brand::{Brand, Look};
use pivotal_domain::email::senders::events::SenderProfileEvent;
use pivotal_domain::email::senders::provider::Provider;
use pivotal_domain::email::senders::setup::{Setup, Who};
use pivotal_domain::email::templates::EmailTemplate;
use pivotal_domain::email::templates::content::Content;
use pivotal_domain::email::templates::details::Details;
use pivotal_domain::email::templates::events::TemplateEvent;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::log::personal::LoggedEvent;
use pivotal_log::append::NewJob;
use pivotal_log::clock::SystemClock;
use pivotal_log::failpoint::{ENABLED, Failpoint};
use pivotal_log::reader;
use tokio::time::sleep;
use uuid::Uuid;

use crate::support::home::Home;
use crate::support::oracle::Oracle;
use crate::support::pivotal::{Pivotal, verify};
use crate::support::side_by_side;

const WITHIN: Duration = Duration::from_secs(240);
const PEOPLE: i64 = 200;
const STEPS: [Failpoint; 7] = [
    Failpoint::EmailAfterAudienceChunk,
    Failpoint::EmailBeforeLive,
    Failpoint::EmailAfterLease,
    Failpoint::EmailAfterMark,
    Failpoint::EmailMidHandOver,
    Failpoint::EmailAfterHandOver,
    Failpoint::EmailAfterSettle,
];
/// Another process takes over a job of a dead one after this.
const LEASE: (&str, &str) = ("PIVOTAL_JOB_LEASE_SECONDS", "3");
/// As if time had passed since the process died: nobody leases, marks or hands over meanwhile.
const LATER: [&str; 3] = [
    "update guard.email_recipients set lease = null, lease_until = null where state = 'pending'",
    "update guard.email_recipients set marked_at = marked_at - interval '10 minutes' where state = 'sending'",
    "update jobs.schedules set next_run = now() where name = 'email-settle'",
];
/// What was looked up and had not left comes again soon; not everybody has that long.
const NOW: &str =
    "update guard.email_recipients set due_at = now() where state = 'pending' and due_at > now()";
const TO_THEM: &str = "from mail.mailbox where to_address like 'c%@firm%.example'";

/// The sender, the brand and the template that campaigns here have.
struct Ground {
    oracle: Oracle,
    ctx: Context,
    sender: Uuid,
    brand: Uuid,
    template: Uuid,
}

impl Ground {
    /// Written past the use cases, with everybody who is written to.
    async fn prepared(home: &Home) -> Ground {
        let oracle = Oracle::of(home).await;
        let ctx = Context {
            log: oracle.log.clone(),
            clock: Arc::new(SystemClock),
            blobs: Arc::new(InMemoryBlobStore::default()),
        };
        let [sender, brand, template] = [(); 3].map(|()| Uuid::now_v7());
        let (at, by) = (ctx.now(), Uuid::now_v7());
        let look = Look { name: "Norhavn".into(), ..Look::default() };
        let made = EmailBrandEvent::EmailBrandCreated { at, look };
        write::<Brand>(&ctx, brand, vec![made], None).await;
        let who = Who {
            from_name: "Ada of Norhavn".into(),
            from_address: "news@norhavn.example".into(),
            reply_to: None,
        };
        let setup = Setup {
            brand,
            from_domain: "norhavn.example".into(),
            reply_domain: "norhavn.example".into(),
            physical_address: "Norhavn AS\n0150 Oslo".into(),
            tracking_domain: None,
            provider: Provider::TestMailbox,
            account: "test".into(),
            dkim: None,
            ramp: None,
        };
        let made = SenderProfileEvent::SenderProfileCreated { at, who, setup };
        write::<SenderProfile>(&ctx, sender, vec![made], None).await;
        let content = Content::starter();
        let hash = content.hash();
        let details = Details { name: "News".into(), brand: None, tags: Vec::new() };
        let written = vec![
            TemplateEvent::EmailTemplateCreated { at, by, details, content },
            TemplateEvent::EmailTemplateSubmitted { at, by, version: 1, hash },
            TemplateEvent::EmailTemplateApproved { at, by: Uuid::nil(), version: 1, submitted_by: by },
        ];
        write::<EmailTemplate>(&ctx, template, written, None).await;
        for n in 0..PEOPLE {
            let fields = [
                ("full_name".to_owned(), FieldValue::from(format!("Person {n}"))),
                ("email".to_owned(), FieldValue::from(format!("c{n}@firm{}.example", n % 5))),
                ("consent_basis".to_owned(), FieldValue::from("consent".to_owned())),
            ];
            let created = ContactEvent::ContactCreated {
                source: source::Source::Ui,
                at,
                fields: fields.into_iter().collect(),
                derived: vec![],
                account: None,
            };
            write::<Contact>(&ctx, Uuid::now_v7(), vec![created], None).await;
        }
        Ground { oracle, ctx, sender, brand, template }
    }

    /// Launched, with the job that takes its audience. With a test there are two variants of it.
    async fn launched(&self, per_second: Option<u32>, test: Option<AbTest>) -> Uuid {
        let (id, at) = (Uuid::now_v7(), self.ctx.now());
        let definition =
            AudienceDefinition { include: vec![Source::Filter(Box::default())], exclude: Vec::new() };
        let variant = |key| Variant { key, template: self.template, version: 1, subject: None, weight: 1 };
        let keys: &[char] = if test.is_some() { &['A', 'B'] } else { &['A'] };
        let content = EmailContent {
            sender: self.sender,
            variants: keys.iter().map(|key| variant(*key)).collect(),
            test,
            utm: None,
            track_opens: true,
            track_links: true,
            named_links: BTreeMap::new(),
        };
        let pinned = Pinned {
            sender: self.sender,
            account: "test".into(),
            from_domain: "norhavn.example".into(),
            brand: self.brand,
            variants: content.variants.clone(),
            links: Vec::new(),
            digest: content.digest(),
            sender_version: None,
        };
        let schedule = Schedule { per_second, ..Schedule::at_once("UTC") };
        let events = vec![
            CampaignEvent::CampaignCreated {
                at,
                channel: Channel::Email,
                name: "Spring".into(),
                owner: Uuid::now_v7(),
                client: None,
                brand: self.brand,
                copied_from: None,
            },
            CampaignEvent::CampaignAudienceDefined { at, definition, previous: None },
            CampaignEvent::CampaignContentDefined { at, content: Box::new(content), previous: None },
            CampaignEvent::CampaignScheduleDefined { at, schedule, previous: None },
            CampaignEvent::CampaignScheduled { at, start: at, faults_checked: "none".into() },
            CampaignEvent::CampaignLaunched {
                at,
                pinned: Box::new(pinned),
                client: None,
                brand: self.brand,
                per_second,
                windows: None,
                respects_cap: true,
                epoch: reader::epoch(&self.oracle.pools.write).await.unwrap(),
                asked_by: Uuid::nil(),
            },
        ];
        write::<Campaign>(&self.ctx, id, events, Some(queue::job_of(None, id, 1).unwrap())).await;
        id
    }

    async fn later(&self) {
        for sql in LATER {
            sqlx::query(sql).execute(&self.oracle.pools.write).await.unwrap();
        }
    }

    /// Looks until it is so many.
    async fn until(&self, sql: &str, wanted: i64) {
        let deadline = Instant::now() + WITHIN;
        while self.oracle.count(sql).await != wanted {
            assert!(Instant::now() < deadline, "it is never {wanted}: {sql}");
            sqlx::query(NOW).execute(&self.oracle.pools.write).await.unwrap();
            sleep(Duration::from_millis(100)).await;
        }
    }

    /// Everybody is told of, the log, the guard and the ledger agree, and nobody got two mails of a campaign.
    async fn must_balance(&self, home: &Home) {
        self.oracle.caught_up().await;
        tokio::task::block_in_place(|| verify(home));
    }
}

/// Past the use cases, and with their guards.
async fn write<A>(ctx: &Context, id: Uuid, events: Vec<A::Event>, job: Option<NewJob>)
where
    A: Aggregate + Guarded + Clone,
    A::Event: LoggedEvent,
{
    let metadata = Actor::system("ui").metadata();
    let jobs = |_: &A, _: &A| Ok(job.clone().into_iter().collect());
    execute_new::<A, _, _>(ctx, id, &metadata, None, |_| Ok(events), jobs).await.unwrap();
}

/// A process that dies there.
async fn killed(home: &Home, point: Failpoint) {
    let failpoint = format!("{}:1", point.name());
    let mut pivotal = Pivotal::run("work", home, &[LEASE, ("PIVOTAL_FAILPOINT", failpoint.as_str())]);
    let deadline = Instant::now() + WITHIN;
    while pivotal.lives() {
        assert!(Instant::now() < deadline, "{}: the point was never reached", point.name());
        sleep(Duration::from_millis(20)).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn fault_at_each_step_of_a_campaign() {
    if !ENABLED {
        panic!("this build has no failpoints: cargo test -p pivotal-api --features failpoints");
    }
    let _room = side_by_side().await;
    let home = Home::on_the_test_server().await;
    let ground = Ground::prepared(&home).await;
    let campaign = ground.launched(None, None).await;
    for point in STEPS {
        killed(&home, point).await;
        ground.later().await;
    }
    let pivotal = Pivotal::run("work", &home, &[LEASE]);
    ground.until(&of_campaign("CampaignCompleted", campaign), 1).await;
    assert_eq!(ground.oracle.count(&sent_of(campaign)).await, PEOPLE);
    let people = format!("select count(distinct to_address) {TO_THEM}");
    let mails = format!("select count(*) {TO_THEM}");
    assert_eq!(
        (ground.oracle.count(&people).await, ground.oracle.count(&mails).await),
        (PEOPLE, PEOPLE),
        "each of them one"
    );
    ground.must_balance(&home).await;

    // One that is slow, and stopped in the middle.
    let campaign = ground.launched(Some(1), None).await;
    let begun = format!(
        "select least(count(*), 1) from guard.email_recipients where campaign = '{campaign}' and state = 'sent'"
    );
    ground.until(&begun, 1).await;
    pivotal.stop().await;
    stop_campaign(&ground.ctx, &Actor::system("ui"), campaign, None).await.unwrap();
    killed(&home, Failpoint::EmailAfterStopChunk).await;
    let pivotal = Pivotal::run("work", &home, &[LEASE]);
    let open = "select count(*) from guard.email_recipients where state in ('pending', 'sending')";
    ground.until(open, 0).await;
    let done = "select count(*) from jobs.queue where kind = 'campaign_stop' and state <> 'done'";
    ground.until(done, 0).await;
    ground.must_balance(&home).await;
    pivotal.stop().await;

    // One whose variants are tried against each other, for no time: half of the people wait for the winner.
    let before = ground.oracle.count(&mails).await;
    let decides = Decides::Test { otherwise: Otherwise::Leader };
    let test = AbTest { metric: Metric::Clicked, share_percent: 50, runs_for_minutes: 0, decides };
    let campaign = ground.launched(None, Some(test)).await;
    killed(&home, Failpoint::EmailAfterWinner).await;
    ground.later().await;
    let pivotal = Pivotal::run("work", &home, &[LEASE]);
    ground.until(&of_campaign("CampaignCompleted", campaign), 1).await;
    assert_eq!(ground.oracle.count(&of_campaign("CampaignWinnerChosen", campaign)).await, 1);
    assert_eq!(ground.oracle.count(&sent_of(campaign)).await, PEOPLE);
    assert_eq!(ground.oracle.count(&mails).await - before, PEOPLE, "each of them one");
    ground.must_balance(&home).await;
    pivotal.stop().await;
}

fn of_campaign(event: &str, campaign: Uuid) -> String {
    format!("select count(*) from log.events where event_type = '{event}' and aggregate_id = '{campaign}'")
}

fn sent_of(campaign: Uuid) -> String {
    format!("select count(*) from guard.email_recipients where campaign = '{campaign}' and state = 'sent'")
}
