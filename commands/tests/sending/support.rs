//! A log, a sender, a template, contacts, a campaign, and a provider; and what must hold at every commit.

#[path = "../support/ground.rs"]
pub mod ground;

use std::collections::BTreeMap;
use std::ops::Deref;
use std::sync::Arc;
use std::time::Duration;

use pivotal_commands::email::sending::Sending;
use pivotal_commands::email::sending::keeper::{Look, SendingKeeper};
use pivotal_commands::email::sending::links::TrackingLinks;
use pivotal_commands::email::sending::pipeline::{Pipeline, Turn};
use pivotal_commands::email::sending::queue::{self, TakesAudiences};
use pivotal_commands::execute::{execute, no_jobs};
use pivotal_commands::jobs::handler::Registry;
use pivotal_commands::ports::audience_source::{FixedAudience, Member};
use pivotal_commands::ports::email_provider::accounts::EmailAccounts;
use pivotal_commands::ports::email_provider::memory::MemoryProvider;
use pivotal_commands::ports::email_provider::{EmailProvider, HandOver};
use pivotal_commands::ports::test_figures::{Figures, FixedFigures};
use pivotal_commands::suppression::suppressions::add::{AddSuppressions, Entry, add_suppressions};
use pivotal_domain::audience::fields::value::FieldValue;
use pivotal_domain::campaigns::campaigns::audience::{AudienceDefinition, Source};
use pivotal_domain::campaigns::campaigns::content::{EmailContent, Variant};
use pivotal_domain::campaigns::campaigns::events::CampaignEvent;
use pivotal_domain::campaigns::campaigns::pinned::{Pinned, PinnedLink};
use pivotal_domain::campaigns::campaigns::schedule::Schedule;
use pivotal_domain::campaigns::campaigns::state::{Channel, State};
use pivotal_domain::campaigns::campaigns::{Campaign, CampaignCommand, Made};
use pivotal_domain::email::senders::SenderProfile;
use pivotal_domain::email::senders::brand::events::EmailBrandEvent;
use pivotal_domain::email::senders::brand::{Brand, Look as Appearance};
use pivotal_domain::email::senders::events::SenderProfileEvent;
use pivotal_domain::email::senders::provider::Provider;
use pivotal_domain::email::senders::ramp::Ramp;
use pivotal_domain::email::senders::setup::{Setup, Who};
use pivotal_domain::email::templates::EmailTemplate;
use pivotal_domain::email::templates::content::Content;
use pivotal_domain::email::templates::details::Details;
use pivotal_domain::email::templates::events::TemplateEvent;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::suppression::consents::standing::Standing;
use pivotal_domain::suppression::suppressions::reach::Reach;
use pivotal_domain::suppression::suppressions::reason::Reason;
use pivotal_log::append::{Append, Lane};
use pivotal_log::reader;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use self::ground::Ground;

pub const ACCOUNT: &str = "test";

pub struct World {
    pub ground: Ground,
    pub sending: Sending,
    pub provider: Arc<MemoryProvider>,
    pub sender: Uuid,
    brand: Uuid,
    template: Uuid,
}

impl Deref for World {
    type Target = Ground;

    fn deref(&self) -> &Ground {
        &self.ground
    }
}

/// What a campaign is launched with.
#[derive(Clone)]
pub struct Launch {
    pub schedule: Schedule,
    pub content: EmailContent,
    pub links: Vec<PinnedLink>,
    pub members: Vec<Member>,
}

pub fn address(n: usize) -> String {
    format!("c{n}@firm{}.com", n % 5)
}

impl World {
    pub async fn new() -> Self {
        Self::with_ramp(None).await
    }

    pub async fn with_ramp(ramp: Option<Ramp>) -> Self {
        let ground = Ground::new().await;
        let provider = Arc::new(MemoryProvider::default());
        let port: Arc<dyn EmailProvider> = provider.clone();
        let accounts = EmailAccounts::new(BTreeMap::from([(ACCOUNT.to_owned(), port)]));
        let links = TrackingLinks::new(&ground.log.master, "https://pivotal.example");
        let sending = Sending::new(ground.ctx.clone(), accounts, links);
        let [sender, brand, template] = [(); 3].map(|()| Uuid::now_v7());
        let world = World { ground, sending, provider, sender, brand, template };
        world.prepare(ramp).await;
        world
    }

    /// A brand, a sender and an approved template, written past the use cases.
    async fn prepare(&self, ramp: Option<Ramp>) {
        let (at, metadata, by) = (self.ctx.now(), self.actor.metadata(), self.actor.user_id);
        let mut append = Append::new(Lane::Bulk);
        let look = Appearance { name: "Norhavn".into(), ..Appearance::default() };
        let made = EmailBrandEvent::EmailBrandCreated { at, look };
        append.events::<Brand>(self.brand, 0, vec![made], &metadata).unwrap();
        let who = Who {
            from_name: "Ada of Norhavn".into(),
            from_address: "news@norhavn.example".into(),
            reply_to: None,
        };
        let setup = Setup {
            brand: self.brand,
            from_domain: "norhavn.example".into(),
            reply_domain: "norhavn.example".into(),
            physical_address: "Norhavn AS\n0150 Oslo".into(),
            tracking_domain: None,
            provider: Provider::TestMailbox,
            account: ACCOUNT.into(),
            dkim: None,
            ramp,
        };
        let made = SenderProfileEvent::SenderProfileCreated { at, who, setup };
        append.events::<SenderProfile>(self.sender, 0, vec![made], &metadata).unwrap();
        let content = Content::starter();
        let hash = content.hash();
        let details = Details { name: "News".into(), brand: None, tags: Vec::new() };
        let events = vec![
            TemplateEvent::EmailTemplateCreated { at, by, details, content },
            TemplateEvent::EmailTemplateSubmitted { at, by, version: 1, hash },
            TemplateEvent::EmailTemplateApproved { at, by: Uuid::nil(), version: 1, submitted_by: by },
        ];
        append.events::<EmailTemplate>(self.template, 0, events, &metadata).unwrap();
        self.ctx.log.append(append).await.unwrap();
    }

    /// So many people with addresses, and as members of an audience.
    pub async fn people(&self, count: usize) -> Vec<Member> {
        let of = |n: usize, _: Uuid| {
            vec![
                ("full_name".to_owned(), FieldValue::from(format!("Person {n}"))),
                ("first_name".to_owned(), FieldValue::from(format!("Person{n}"))),
                ("email".to_owned(), FieldValue::from(address(n))),
            ]
        };
        let mut ids = self.ground.contacts_with(count, of).await;
        ids.sort_unstable();
        ids.into_iter().enumerate().map(|(n, id)| member(id, Some(address(n)))).collect()
    }

    pub fn content(&self) -> EmailContent {
        EmailContent {
            sender: self.sender,
            variants: vec![self.variant('A')],
            test: None,
            utm: None,
            track_opens: true,
            track_links: true,
            named_links: BTreeMap::new(),
        }
    }

    pub fn variant(&self, key: char) -> Variant {
        Variant {
            key,
            template: self.template,
            version: 1,
            subject: Some(format!("Variant {key}")),
            weight: 1,
        }
    }

    pub fn launch(&self, members: Vec<Member>) -> Launch {
        let schedule = Schedule::at_once("Europe/Berlin");
        Launch { schedule, content: self.content(), links: Vec::new(), members }
    }

    /// Launched, and its audience taken.
    pub async fn launched(&self, launch: Launch) -> Uuid {
        let campaign = self.launching(&launch).await;
        self.taken(campaign, 1, launch.members).await;
        campaign
    }

    /// Up to the launch, written past the use cases; nobody is taken yet.
    pub async fn launching(&self, launch: &Launch) -> Uuid {
        let (id, at) = (Uuid::now_v7(), self.ctx.now());
        let Launch { schedule, content, links, .. } = launch.clone();
        let epoch = reader::epoch(&self.log.pools.write).await.unwrap();
        let definition =
            AudienceDefinition { include: vec![Source::Filter(Box::default())], exclude: Vec::new() };
        let pinned = Pinned {
            sender: self.sender,
            account: ACCOUNT.into(),
            from_domain: "norhavn.example".into(),
            brand: self.brand,
            variants: content.variants.clone(),
            links,
            digest: content.digest(),
            sender_version: Some(1),
        };
        let events = vec![
            CampaignEvent::CampaignCreated {
                at,
                channel: Channel::Email,
                name: "Spring".into(),
                owner: self.actor.user_id,
                client: None,
                brand: self.brand,
                copied_from: None,
            },
            CampaignEvent::CampaignAudienceDefined { at, definition, previous: None },
            CampaignEvent::CampaignContentDefined { at, content: Box::new(content), previous: None },
            CampaignEvent::CampaignScheduleDefined { at, schedule: schedule.clone(), previous: None },
            CampaignEvent::CampaignScheduled { at, start: at, faults_checked: "none".into() },
            CampaignEvent::CampaignLaunched {
                at,
                pinned: Box::new(pinned),
                client: None,
                brand: self.brand,
                per_second: schedule.per_second,
                windows: schedule.windows,
                respects_cap: schedule.respects_cap,
                epoch,
                asked_by: Uuid::nil(),
            },
        ];
        let mut append = Append::new(Lane::Bulk);
        append.events::<Campaign>(id, 0, events, &self.actor.metadata()).unwrap();
        self.ctx.log.append(append).await.unwrap();
        id
    }

    pub async fn taken(&self, campaign: Uuid, version: u16, mut members: Vec<Member>) {
        members.sort_unstable_by_key(|member| member.contact);
        let source = Arc::new(FixedAudience { members, ..FixedAudience::default() });
        let registry = Registry::default().with(TakesAudiences { ctx: self.ctx.clone(), source });
        let working = self.ground.work_on(registry);
        self.queue.enqueue(&queue::job_of(None, campaign, version).unwrap()).await.unwrap();
        self.ground
            .until(|| async {
                let made = self.made(campaign).await;
                (made.versions.len() >= usize::from(version)).then_some(())
            })
            .await;
        working.stop().await;
    }

    pub async fn made(&self, campaign: Uuid) -> Made {
        self.ctx.log.load::<Campaign>(campaign).await.unwrap().state.made.unwrap()
    }

    pub async fn state(&self, campaign: Uuid) -> State {
        self.made(campaign).await.state
    }

    pub async fn command(&self, campaign: Uuid, command: CampaignCommand) {
        let decide = |loaded: &pivotal_log::event_log::Loaded<Campaign>| {
            Ok(loaded.state.decide(command.clone()).unwrap_or_default())
        };
        execute::<Campaign, _, _>(&self.ctx, campaign, &self.actor.metadata(), None, decide, no_jobs)
            .await
            .unwrap();
    }

    /// Turns until nobody's is left.
    pub async fn send_all(&self) {
        let mut pipeline = Pipeline::new(self.sending.clone());
        while pipeline.turn(&CancellationToken::new()).await.unwrap() == Turn::Worked {}
    }

    pub async fn keep(&self) {
        self.keep_with(Figures::default()).await;
    }

    pub async fn keep_with(&self, figures: Figures) {
        let mut keeper = SendingKeeper::new(self.sending.clone(), Arc::new(FixedFigures(figures)));
        let deadline = tokio::time::Instant::now() + Duration::from_secs(30);
        // The one before may not have let go of its lock yet.
        while keeper.look().await.unwrap() == Look::Standby {
            assert!(tokio::time::Instant::now() < deadline, "the lock is never free");
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }

    pub async fn suppress(&self, address: &str) {
        self.suppress_within(address, Reach::Global).await;
    }

    pub async fn suppress_within(&self, address: &str, reach: Reach) {
        let input = AddSuppressions {
            entries: vec![Entry { kind: None, value: address.to_owned() }],
            reach,
            reason: Reason::Unsubscribed,
            until: None,
            note: None,
            country: None,
        };
        add_suppressions(&self.ctx, &Actor::system("system"), input).await.unwrap();
    }

    pub fn says(&self, address: &str, answers: Vec<HandOver>) {
        self.provider.says.lock().unwrap().insert(address.to_owned(), answers);
    }

    /// Addresses that mail was taken for, in their order.
    pub fn taken_for(&self) -> Vec<String> {
        let mut taken: Vec<String> =
            self.provider.taken().iter().map(|email| email.to.address.as_str().to_owned()).collect();
        taken.sort_unstable();
        taken
    }

    /// State and reason of each, by how many there are.
    pub async fn states(&self, campaign: Uuid) -> BTreeMap<String, i64> {
        let rows: Vec<(String, i64)> = sqlx::query_as(
            "select state || coalesce(': ' || reason, ''), count(*) from guard.email_recipients where campaign = $1 group by 1",
        )
        .bind(campaign)
        .fetch_all(&self.log.pools.read)
        .await
        .unwrap();
        rows.into_iter().collect()
    }

    /// Nobody without an outcome, nobody with two, guard and log agree, and no address twice.
    pub async fn must_balance(&self, campaign: Uuid) {
        let different: Vec<(Uuid, Option<String>, Option<String>)> =
            sqlx::query_as(PROOF).bind(campaign).fetch_all(&self.log.pools.read).await.unwrap();
        assert!(different.is_empty(), "log and guard differ: {different:?}");
        let twice: i64 = sqlx::query_scalar(
            "select count(*) from (select address_key from guard.email_recipients where campaign = $1 and state in ('sending', 'sent', 'unknown')
               group by 1 having count(*) > 1) t",
        )
        .bind(campaign)
        .fetch_one(&self.log.pools.read)
        .await
        .unwrap();
        assert_eq!(twice, 0, "an address was written to twice");
    }
}

pub fn member(contact: Uuid, email: Option<String>) -> Member {
    Member {
        contact,
        account: None,
        email_status: if email.is_some() { "valid".into() } else { "none".into() },
        email,
        account_domain: None,
        consent: Standing::LegitimateInterest,
        restriction: None,
        zone: None,
        country: None,
    }
}

pub fn states(expected: &[(&str, i64)]) -> BTreeMap<String, i64> {
    expected.iter().map(|(state, count)| ((*state).to_owned(), *count)).collect()
}

const PROOF: &str = "with said as (
  select o.c as contact, o.o, row_number() over (partition by o.c order by f.global_position desc) as last
  from log.facts f, json_to_recordset(f.payload -> 'EmailOutcomesRecorded' -> 'outcomes') as o(c uuid, o text)
  where f.kind = 'email_outcomes_recorded' and f.about_id = ($1::uuid)::text
), members as (
  select m.contact::uuid as contact, (f.payload -> 'CampaignAudienceTaken' -> 'x' ->> (m.n - 1)::text) is not null as excluded
  from log.events e
  join log.facts f on f.about_type = 'campaign' and f.about_id = e.aggregate_id and f.kind = 'campaign_audience_taken'
    and f.payload -> 'CampaignAudienceTaken' ->> 'take' = e.payload -> 'AudienceVersionTaken' ->> 'take'
  cross join json_array_elements_text(f.payload -> 'CampaignAudienceTaken' -> 'contacts') with ordinality as m(contact, n)
  where e.aggregate_type = 'campaign' and e.aggregate_id = ($1::uuid)::text and e.event_type = 'AudienceVersionTaken'
), log_side as (
  select m.contact, case when m.excluded then 'excluded' else coalesce(case s.o when 'x' then 'excluded' when 's' then 'sent' when 'f' then 'failed' when 'u' then 'unknown' end, 'pending') end as state
  from members m left join said s on s.contact = m.contact and s.last = 1
), guard_side as (
  select r.contact, case when r.state = 'sending' then 'pending' else r.state end as state
  from guard.email_recipients r join guard.email_campaigns c using (campaign) where r.campaign = $1::uuid and r.version <= c.live_version
)
select coalesce(l.contact, g.contact) as contact, l.state as in_the_log, g.state as in_the_guard
from log_side l full join guard_side g using (contact) where l.state is distinct from g.state";
