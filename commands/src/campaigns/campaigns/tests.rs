use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::TimeDelta;
use pivotal_domain::audience::exports::list::ListFilter;
use pivotal_domain::campaigns::campaigns::audience::{AudienceDefinition, Source};
use pivotal_domain::campaigns::campaigns::content::{EmailContent, Variant};
use pivotal_domain::campaigns::campaigns::happened::ConfirmationCode;
use pivotal_domain::campaigns::campaigns::left_out::LeftOut;
use pivotal_domain::campaigns::campaigns::preflight::{Level, faults};
use pivotal_domain::campaigns::campaigns::schedule::{Schedule, Start};
use pivotal_domain::campaigns::campaigns::state::{Channel, State};
use pivotal_domain::campaigns::campaigns::{Campaign, Made};
use pivotal_domain::email::senders::brand::Look;
use pivotal_domain::email::senders::provider::Account;
use pivotal_domain::email::senders::setup::Draft;
use pivotal_domain::email::templates::content::Content;
use pivotal_domain::email::templates::details::Details;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::role::Role;
use serde_json::json;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use super::Outside;
use super::archive::archive_campaign;
use super::confirm::confirm;
use super::copy::copy_campaign;
use super::create::{CreateCampaign, create_campaign};
use super::define_audience::define_audience;
use super::define_content::define_content;
use super::define_schedule::define_schedule;
use super::launch::{Checked, launch_campaign};
use super::pause::pause_campaign;
use super::preflight::preflight;
use super::schedule::{schedule_campaign, unschedule_campaign};
use super::seed_test::{SeedTest, SendsSeedTests, seed_test};
use super::start::StartsCampaigns;
use super::stop::stop_campaign;
use super::switch::{allow_sending, stop_sending};
use crate::email::senders::Accounts;
use crate::email::senders::archive::archive_sender;
use crate::email::senders::brands::{archive_brand, create_brand};
use crate::email::senders::create::create_sender;
use crate::email::sending::links::TrackingLinks;
use crate::email::sending::pace::block_account;
use crate::email::templates::archive::archive_template;
use crate::email::templates::create::{CreateTemplate, create_template};
use crate::email::templates::review::{approve_template, submit_template};
use crate::error::CommandError;
use crate::identity::testing::{Setup, actor_of, code, system};
use crate::jobs::{handler::Registry, queue::JobQueue, worker::Worker, worker::WorkerConfig};
use crate::ports::audience_source::{AudienceHealth, FixedAudience};
use crate::ports::email_provider::{EmailProvider, accounts::EmailAccounts, memory::MemoryProvider};
use crate::ports::link_check::WrittenLinks;
use crate::ports::test_figures::FixedFigures;

/// A link of the template, at which there is nothing.
const GONE: &str = "https://norhavn.example/gone";

/// A brand with a sender of the test mailbox, a template that somebody else approved, and ten people of whom nine can be reached.
struct World {
    t: Setup,
    outside: Outside,
    provider: Arc<MemoryProvider>,
    ada: Actor,
    brand: Uuid,
    sender: Uuid,
    template: Uuid,
}

impl World {
    async fn new() -> Self {
        let t = Setup::new().await;
        let ada = actor_of(&t.user("ada@example.com", Role::CampaignManager, None).await);
        let ben = actor_of(&t.user("ben@example.com", Role::Admin, None).await);
        let look = Look { name: "Norhavn".into(), ..Look::default() };
        let brand = create_brand(&t.ctx, &system(), look, None).await.unwrap().id;
        let accounts: Accounts = Arc::from([Account::test()]);
        let draft = Draft {
            from_name: "Ada of Norhavn".into(),
            from_address: "news@norhavn.example".into(),
            reply_to: None,
            brand,
            physical_address: "Norhavn AS\n0150 Oslo".into(),
            tracking_domain: None,
            account: "test".into(),
            dkim_selector: None,
            dkim_record: None,
            ramp: None,
        };
        let sender = create_sender(&t.ctx, &accounts, &system(), draft, None).await.unwrap().id;
        let details = Details { name: "Welcome".into(), brand: None, tags: Vec::new() };
        let text = format!("Have a look: https://norhavn.example/offer\nAnd another: {GONE}\n");
        let content = Content { text: Some(text), ..Content::starter() };
        let made = CreateTemplate { details, content: Some(content), idempotency_key: None };
        let template = create_template(&t.ctx, &ada, made).await.unwrap().id;
        submit_template(&t.ctx, &ada, template).await.unwrap();
        approve_template(&t.ctx, &ben, template, 1).await.unwrap();
        let provider = Arc::new(MemoryProvider::default());
        let port: Arc<dyn EmailProvider> = provider.clone();
        let health = AudienceHealth {
            total: 10,
            reachable: 9,
            excluded: vec![(LeftOut::Suppressed, 1)],
            ..AudienceHealth::default()
        };
        let outside = Outside {
            audience: Arc::new(FixedAudience { health, ..FixedAudience::default() }),
            accounts: EmailAccounts::new(BTreeMap::from([("test".to_owned(), port)])),
            links: TrackingLinks::new(&t.test.master, "https://pivotal.example"),
            link_check: Arc::new(WrittenLinks { dead: vec![GONE.into()] }),
            figures: Arc::new(FixedFigures::default()),
            public_https: true,
            production: true,
        };
        World { t, outside, provider, ada, brand, sender, template }
    }

    async fn created(&self) -> Uuid {
        let new = CreateCampaign {
            channel: Channel::Email,
            name: "Spring".into(),
            brand: self.brand,
            client: None,
            include: Vec::new(),
            idempotency_key: None,
        };
        create_campaign(&self.t.ctx, &self.ada, new).await.unwrap().id
    }

    /// Everything said, tested and confirmed.
    async fn ready(&self, schedule: Schedule) -> Uuid {
        let (ctx, ada, id) = (&self.t.ctx, &self.ada, self.created().await);
        define_audience(ctx, ada, id, germans()).await.unwrap();
        define_content(ctx, ada, id, self.content()).await.unwrap();
        define_schedule(ctx, ada, id, schedule).await.unwrap();
        let test = SeedTest { id, to: vec![ada.user_id], contact: None };
        seed_test(ctx, &self.outside, ada, test).await.unwrap();
        let both = vec![ConfirmationCode::LawfulBasis, ConfirmationCode::ContentChecked];
        confirm(ctx, ada, id, both).await.unwrap();
        id
    }

    fn content(&self) -> EmailContent {
        let variant = Variant { key: 'A', template: self.template, version: 1, subject: None, weight: 1 };
        EmailContent {
            sender: self.sender,
            variants: vec![variant],
            test: None,
            utm: None,
            track_opens: true,
            track_links: true,
            named_links: BTreeMap::new(),
        }
    }

    async fn made(&self, id: Uuid) -> Made {
        self.t.ctx.log.load::<Campaign>(id).await.unwrap().state.made.unwrap()
    }

    async fn launch(&self, id: Uuid) -> Result<Checked, CommandError> {
        launch_campaign(&self.t.ctx, &self.outside, &self.ada, id, None).await
    }

    async fn count(&self, sql: &str) -> i64 {
        sqlx::query_scalar(sql).fetch_one(&self.t.test.pools.write).await.unwrap()
    }

    /// Works on jobs until it is so.
    async fn work_until(&self, so: impl AsyncFn() -> bool) {
        let (ctx, outside) = (self.t.ctx.clone(), self.outside.clone());
        let registry = Registry::default()
            .with(StartsCampaigns { ctx: ctx.clone(), outside: outside.clone() })
            .with(SendsSeedTests { ctx: ctx.clone(), outside });
        let queue = JobQueue::new(ctx.log.pools.write.clone(), ctx.clock.clone());
        let stop = CancellationToken::new();
        let work = tokio::spawn(Worker::new(queue, registry, WorkerConfig::default()).run(stop.clone()));
        self.t.test.until(so).await;
        stop.cancel();
        work.await.unwrap();
    }
}

fn germans() -> AudienceDefinition {
    let condition = json!({"field": "country", "op": "equals", "value": "DE"});
    let filter = ListFilter { condition: Some(condition), ..ListFilter::default() };
    AudienceDefinition { include: vec![Source::Filter(Box::new(filter))], exclude: Vec::new() }
}

fn refused(checked: Result<Checked, CommandError>) -> Vec<String> {
    match checked.unwrap() {
        Checked::Refused(items) => faults(&items),
        Checked::Done(done) => panic!("it was not refused: {:?}", done.state),
    }
}

#[tokio::test]
async fn a_launch_names_all_that_keeps_it() {
    let w = World::new().await;
    let id = w.created().await;
    let all = ["AUDIENCE_EMPTY", "CONTENT_MISSING", "SCHEDULE_MISSING", "CONFIRMATIONS_MISSING"];
    assert_eq!(refused(w.launch(id).await), all);
    let found = preflight(&w.t.ctx, &w.outside, &w.ada, id).await.unwrap();
    assert_eq!(faults(&found.items), all);
    assert_eq!(w.made(id).await.state, State::Draft);
}

#[tokio::test]
async fn what_may_be_launched_is_and_its_audience_is_asked_for() {
    let w = World::new().await;
    let id = w.ready(Schedule::at_once("Europe/Oslo")).await;
    let Checked::Done(done) = w.launch(id).await.unwrap() else { panic!("it was refused") };
    assert!(done.position.is_some());
    let made = w.made(id).await;
    let launched = made.launched.unwrap();
    assert_eq!((made.state, launched.asked_by), (State::Launching, w.ada.user_id));
    assert_eq!((launched.pinned.account.as_str(), launched.pinned.brand), ("test", w.brand));
    assert_eq!(made.taking.unwrap().version, 1);
    assert_eq!(w.count("select count(*) from jobs.queue where kind = 'campaign_take_audience'").await, 1);
    assert_eq!(w.count("select count(*) from guard.email_campaigns where state = 'launching'").await, 1);
    // Asked again, it is as it is.
    let Checked::Done(again) = w.launch(id).await.unwrap() else { panic!("it was refused") };
    assert_eq!(again.position, None);
    assert_eq!(code(pause_campaign(&w.t.ctx, &w.ada, id, None).await), "CAMPAIGN_STATE");
    assert_eq!(code(stop_campaign(&w.t.ctx, &w.ada, id, None).await), "accepted");
    assert_eq!(code(w.launch(id).await), "CAMPAIGN_STATE");
}

#[tokio::test]
async fn a_link_that_leads_nowhere_is_told_and_keeps_nobody() {
    let w = World::new().await;
    let id = w.ready(Schedule::at_once("UTC")).await;
    let found = preflight(&w.t.ctx, &w.outside, &w.ada, id).await.unwrap();
    let dead = found.items.iter().find(|item| item.code == "LINK_DEAD").unwrap();
    assert_eq!((dead.level, &dead.detail), (Level::Warning, &Some(json!([GONE]))));
    assert!(matches!(w.launch(id).await.unwrap(), Checked::Done(_)));
}

#[tokio::test]
async fn an_account_that_takes_nothing_is_told_and_keeps_nobody() {
    let w = World::new().await;
    let id = w.ready(Schedule::at_once("UTC")).await;
    let (pool, now) = (&w.t.ctx.log.pools.write, w.t.ctx.now());
    block_account(pool, "test", now + TimeDelta::minutes(5), "deferred", now).await.unwrap();
    let found = preflight(&w.t.ctx, &w.outside, &w.ada, id).await.unwrap();
    let down = found.items.iter().find(|item| item.code == "ACCOUNT_DOWN").unwrap();
    assert_eq!(down.level, Level::Warning);
    assert!(matches!(w.launch(id).await.unwrap(), Checked::Done(_)));
}

#[tokio::test]
async fn of_two_launches_at_once_one_wins() {
    let w = World::new().await;
    for _ in 0..10 {
        let id = w.ready(Schedule::at_once("UTC")).await;
        let (one, other) = tokio::join!(w.launch(id), w.launch(id));
        let positions = [one, other].map(|checked| match checked.unwrap() {
            Checked::Done(done) => done.position,
            Checked::Refused(items) => panic!("{items:?}"),
        });
        assert_eq!(positions.iter().flatten().count(), 1, "{positions:?}");
        let launched = format!(
            "select count(*) from log.events where event_type = 'CampaignLaunched' and aggregate_id = '{id}'"
        );
        assert_eq!(w.count(&launched).await, 1);
    }
}

#[tokio::test]
async fn what_is_scheduled_starts_at_its_moment() {
    let w = World::new().await;
    let tomorrow = w.t.ctx.now().naive_utc() + TimeDelta::days(1);
    let schedule = || Schedule { start: Start::At(tomorrow), ..Schedule::at_once("UTC") };
    let id = w.ready(schedule()).await;
    let scheduled = schedule_campaign(&w.t.ctx, &w.outside, &w.ada, id).await.unwrap();
    assert!(matches!(scheduled, Checked::Done(_)));
    let made = w.made(id).await;
    assert_eq!((made.state, made.start), (State::Scheduled, Some(tomorrow.and_utc())));
    assert_eq!(code(define_audience(&w.t.ctx, &w.ada, id, germans()).await), "CAMPAIGN_STATE");
    w.t.test.clock.advance(TimeDelta::days(1) + TimeDelta::minutes(1));
    w.work_until(async || w.made(id).await.state == State::Launching).await;
}

#[tokio::test]
async fn a_start_whose_checks_fail_leads_back_to_a_draft() {
    let w = World::new().await;
    let tomorrow = w.t.ctx.now().naive_utc() + TimeDelta::days(1);
    let schedule = Schedule { start: Start::At(tomorrow), ..Schedule::at_once("UTC") };
    let id = w.ready(schedule).await;
    schedule_campaign(&w.t.ctx, &w.outside, &w.ada, id).await.unwrap();
    archive_template(&w.t.ctx, &w.ada, w.template).await.unwrap();
    w.t.test.clock.advance(TimeDelta::days(1) + TimeDelta::minutes(1));
    w.work_until(async || w.made(id).await.state == State::Draft).await;
    let faults: String = sqlx::query_scalar(
        "select payload -> 'CampaignUnscheduled' ->> 'faults' from log.events where event_type = 'CampaignUnscheduled'",
    )
    .fetch_one(&w.t.test.pools.write)
    .await
    .unwrap();
    assert!(faults.contains("TEMPLATE_ARCHIVED"), "{faults}");
    assert_eq!(code(unschedule_campaign(&w.t.ctx, &w.ada, id).await), "accepted", "it is one already");
}

#[tokio::test]
async fn what_was_scheduled_before_a_restore_does_not_start_by_itself() {
    let w = World::new().await;
    let tomorrow = w.t.ctx.now().naive_utc() + TimeDelta::days(1);
    let id = w.ready(Schedule { start: Start::At(tomorrow), ..Schedule::at_once("UTC") }).await;
    schedule_campaign(&w.t.ctx, &w.outside, &w.ada, id).await.unwrap();
    let restored = sqlx::query("update log.epoch set id = gen_random_uuid()");
    restored.execute(&w.t.test.pools.write).await.unwrap();
    w.t.test.clock.advance(TimeDelta::days(1) + TimeDelta::minutes(1));
    w.work_until(async || w.made(id).await.state == State::Draft).await;
}

#[tokio::test]
async fn a_test_leaves_by_the_campaigns_own_account() {
    let w = World::new().await;
    let id = w.ready(Schedule::at_once("UTC")).await;
    w.work_until(async || !w.provider.taken().is_empty()).await;
    let taken = w.provider.taken();
    let mail = &taken[0];
    assert_eq!((mail.to.address.as_str(), mail.campaign), ("ada@example.com", None));
    assert_eq!(mail.from.address.as_str(), "news@norhavn.example");
    let written = mail.content.written(&mail.values);
    assert!(written.subject.as_str().starts_with("[Test] "), "{}", written.subject);
    assert!(written.text.contains("https://pivotal.example/u/"), "{}", written.text);
    assert!(w.made(id).await.is_seed_tested());
    // Colleagues alone: people of clients do not get it, nor who cannot sign in.
    let to = |to: Vec<Uuid>| SeedTest { id, to, contact: None };
    let nobody = seed_test(&w.t.ctx, &w.outside, &w.ada, to(vec![Uuid::now_v7()])).await;
    assert_eq!(code(nobody), "SEED_RECIPIENT_UNKNOWN");
    assert_eq!(code(seed_test(&w.t.ctx, &w.outside, &w.ada, to(vec![])).await), "CAMPAIGN_SEED_RECIPIENTS");
}

#[tokio::test]
async fn nobody_names_what_they_do_not_see() {
    let w = World::new().await;
    let id = w.created().await;
    let of = |source: Source| AudienceDefinition { include: vec![source], exclude: Vec::new() };
    let unknown = [Source::List(Uuid::now_v7()), Source::Segment(Uuid::now_v7())];
    for source in unknown {
        assert_eq!(code(define_audience(&w.t.ctx, &w.ada, id, of(source)).await), "AUDIENCE_SOURCE_GONE");
    }
    let broken = ListFilter { condition: Some(json!({"field": "nope"})), ..ListFilter::default() };
    let refused = define_audience(&w.t.ctx, &w.ada, id, of(Source::Filter(Box::new(broken)))).await;
    assert!(code(refused).starts_with("FILTER_"));
    let other = EmailContent { sender: Uuid::now_v7(), ..w.content() };
    assert_eq!(code(define_content(&w.t.ctx, &w.ada, id, other).await), "not found");
    let mut subject = w.content();
    subject.variants[0].subject = Some("Hello {{contact.nope}}".into());
    assert_eq!(code(define_content(&w.t.ctx, &w.ada, id, subject).await), "TAG_UNKNOWN");
}

#[tokio::test]
async fn a_brand_stays_while_a_campaign_is_to_speak_in_its_name() {
    let w = World::new().await;
    let id = w.created().await;
    archive_sender(&w.t.ctx, &system(), w.sender).await.unwrap();
    let refused = archive_brand(&w.t.ctx, &system(), w.brand).await;
    assert_eq!(code(refused), "EMAIL_BRAND_HAS_CAMPAIGNS");
    archive_campaign(&w.t.ctx, &w.ada, id).await.unwrap();
    assert_eq!(code(archive_brand(&w.t.ctx, &system(), w.brand).await), "accepted");
}

#[tokio::test]
async fn roles_do_what_they_may() {
    let w = World::new().await;
    let id = w.created().await;
    for role in [Role::DataOps, Role::QaAnalyst, Role::Agent] {
        let actor = actor_of(&w.t.user(&format!("{role}@example.com"), role, None).await);
        assert_eq!(code(define_audience(&w.t.ctx, &actor, id, germans()).await), "forbidden", "{role}");
        let launched = launch_campaign(&w.t.ctx, &w.outside, &actor, id, None).await;
        assert_eq!(code(launched), "forbidden", "{role}");
        assert_eq!(code(stop_sending(&w.t.ctx, &actor, None).await), "forbidden", "{role}");
    }
    assert_eq!(code(stop_sending(&w.t.ctx, &w.ada, None).await), "accepted");
    assert!(refused(w.launch(id).await).contains(&"SENDING_STOPPED".to_owned()));
    assert_eq!(code(allow_sending(&w.t.ctx, &w.ada).await), "forbidden");
    assert_eq!(code(allow_sending(&w.t.ctx, &system()).await), "accepted");
}

#[tokio::test]
async fn a_copy_begins_as_a_draft_of_its_own() {
    let w = World::new().await;
    let tomorrow = w.t.ctx.now().naive_utc() + TimeDelta::days(1);
    let schedule = Schedule { start: Start::At(tomorrow), per_second: Some(5), ..Schedule::at_once("UTC") };
    let id = w.ready(schedule).await;
    let copy = copy_campaign(&w.t.ctx, &w.ada, id, None, Some("once")).await.unwrap();
    let again = copy_campaign(&w.t.ctx, &w.ada, id, None, Some("once")).await.unwrap();
    assert_eq!(copy.id, again.id);
    assert_eq!(copy.state.made.as_ref().unwrap().details.name, "Spring (copy)");
    let (of, made) = (w.made(id).await, w.made(copy.id).await);
    assert_eq!((&made.audience, &made.content), (&of.audience, &of.content));
    let copied = made.schedule.unwrap();
    assert_eq!((copied.start, copied.per_second), (Start::AtOnce, Some(5)));
    assert_eq!((made.seed_tested, made.confirmations), (None, Vec::new()));
}
