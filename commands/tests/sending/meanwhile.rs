//! What happens while mails are being handed over counts for all that have not left.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use async_trait::async_trait;
use futures::future::BoxFuture;
use pivotal_commands::campaigns::campaigns::pause::pause_campaign;
use pivotal_commands::campaigns::campaigns::stop::stop_campaign;
use pivotal_commands::campaigns::campaigns::switch::stop_sending;
use pivotal_commands::email::sending::Sending;
use pivotal_commands::email::sending::pipeline::{Pipeline, Turn};
use pivotal_commands::email::sending::stop::StopsCampaigns;
use pivotal_commands::jobs::handler::Registry;
use pivotal_commands::ports::email_provider::accounts::EmailAccounts;
use pivotal_commands::ports::email_provider::email::Email;
use pivotal_commands::ports::email_provider::memory::MemoryProvider;
use pivotal_commands::ports::email_provider::{Asked, EmailProvider, HandOver, LookedUp};
use pivotal_commands::suppression::suppressions::add::{AddSuppressions, Entry, add_suppressions};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::suppression::suppressions::reach::Reach;
use pivotal_domain::suppression::suppressions::reason::Reason;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use crate::support::{ACCOUNT, World, address, states};

const PEOPLE: usize = 100;

type Happens = Box<dyn FnOnce(Vec<String>) -> BoxFuture<'static, ()> + Send>;

/// Takes everything. Once, before its first answer, something happens: it is told the addresses that are being handed over.
struct Meanwhile {
    takes: MemoryProvider,
    happens: Mutex<Option<Happens>>,
}

#[async_trait]
impl EmailProvider for Meanwhile {
    fn kind(&self) -> &'static str {
        self.takes.kind()
    }

    fn via(&self) -> String {
        self.takes.via()
    }

    fn batch(&self) -> usize {
        self.takes.batch()
    }

    fn looks_up_after(&self) -> Option<Duration> {
        self.takes.looks_up_after()
    }

    async fn hand_over(&self, emails: &[Email]) -> Vec<HandOver> {
        let happens = self.happens.lock().unwrap().take();
        if let Some(happens) = happens {
            happens(emails.iter().map(|email| email.to.address.as_str().to_owned()).collect()).await;
        }
        self.takes.hand_over(emails).await
    }

    async fn look_up(&self, asked: &Asked) -> LookedUp {
        self.takes.look_up(asked).await
    }
}

/// Sends a campaign to its end, or to where it is held up. Answers the addresses that mail was taken for.
async fn sent(world: &World, happens: Happens) -> Vec<String> {
    let provider =
        Arc::new(Meanwhile { takes: MemoryProvider::default(), happens: Mutex::new(Some(happens)) });
    let port: Arc<dyn EmailProvider> = provider.clone();
    let accounts = EmailAccounts::new(BTreeMap::from([(ACCOUNT.to_owned(), port)]));
    let mut pipeline = Pipeline::new(Sending::new(world.ctx.clone(), accounts, world.sending.links.clone()));
    while pipeline.turn(&CancellationToken::new()).await.unwrap() == Turn::Worked {}
    provider.takes.taken().iter().map(|email| email.to.address.as_str().to_owned()).collect()
}

async fn campaign(world: &World) -> Uuid {
    world.launched(world.launch(world.people(PEOPLE).await)).await
}

#[tokio::test]
async fn of_a_campaign_that_is_paused_only_what_is_being_handed_over_leaves() {
    let world = World::new().await;
    let id = campaign(&world).await;
    let (ctx, actor) = (world.ctx.clone(), world.actor.clone());
    let happens: Happens = Box::new(move |_| {
        Box::pin(async move {
            pause_campaign(&ctx, &actor, id, None).await.unwrap();
        })
    });
    let taken = sent(&world, happens).await;
    assert!(!taken.is_empty() && taken.len() <= 20, "{} left", taken.len());
    let left = i64::try_from(taken.len()).unwrap();
    assert_eq!(world.states(id).await, states(&[("pending", 100 - left), ("sent", left)]));
    world.must_balance(id).await;
}

#[tokio::test]
async fn of_a_campaign_that_is_stopped_the_others_are_left_out() {
    let world = World::new().await;
    let id = campaign(&world).await;
    let (ctx, actor) = (world.ctx.clone(), world.actor.clone());
    let happens: Happens = Box::new(move |_| {
        Box::pin(async move {
            stop_campaign(&ctx, &actor, id, None).await.unwrap();
        })
    });
    let taken = sent(&world, happens).await;
    let waits = || async { world.states(id).await.contains_key("pending") };
    assert!(waits().await);
    world.keep().await;
    assert!(waits().await, "they are told of by the job");
    let working = world.ground.work_on(Registry::default().with(StopsCampaigns(world.ctx.clone())));
    world.ground.until(|| async { (!waits().await).then_some(()) }).await;
    working.stop().await;
    let left = i64::try_from(taken.len()).unwrap();
    assert!(left <= 20, "{left} left");
    assert_eq!(world.states(id).await, states(&[("excluded: stopped", 100 - left), ("sent", left)]));
    world.must_balance(id).await;
}

#[tokio::test]
async fn the_switch_stops_whatever_is_running() {
    let world = World::new().await;
    let id = campaign(&world).await;
    let (ctx, actor) = (world.ctx.clone(), world.actor.clone());
    let happens: Happens = Box::new(move |_| {
        Box::pin(async move {
            stop_sending(&ctx, &actor, Some("A wrong price".into())).await.unwrap();
        })
    });
    let taken = sent(&world, happens).await;
    assert!(taken.len() <= 20, "{} left", taken.len());
    world.must_balance(id).await;
}

#[tokio::test]
async fn who_is_suppressed_within_a_turn_is_not_written_to_in_it() {
    let world = World::new().await;
    let id = campaign(&world).await;
    let ctx = world.ctx.clone();
    let (told, suppressed) = tokio::sync::oneshot::channel();
    let happens: Happens = Box::new(move |leaving: Vec<String>| {
        Box::pin(async move {
            // Of the last ones: the next few may be marked already.
            let next = (0..PEOPLE).rev().map(address).find(|one| !leaving.contains(one)).unwrap();
            let input = AddSuppressions {
                entries: vec![Entry { kind: None, value: next.clone() }],
                reach: Reach::Global,
                reason: Reason::Unsubscribed,
                until: None,
                note: None,
                country: None,
            };
            add_suppressions(&ctx, &Actor::system("system"), input).await.unwrap();
            told.send(next).unwrap();
        })
    });
    let taken = sent(&world, happens).await;
    let suppressed = suppressed.await.unwrap();
    assert!(!taken.contains(&suppressed), "{suppressed} was written to");
    assert_eq!(world.states(id).await, states(&[("excluded: suppressed", 1), ("sent", 99)]));
    world.must_balance(id).await;
}
