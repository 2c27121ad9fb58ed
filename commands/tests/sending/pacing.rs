//! How fast and how often: tokens that all processes share, a domain that warms up, a cap over all campaigns.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use pivotal_commands::email::sending::pace::{Scopes, Tokens, block_domain, of_campaign};
use pivotal_commands::email::sending::pipeline::{Pipeline, Turn};
use pivotal_commands::email::sending::policy::set_policy;
use pivotal_domain::campaigns::campaigns::CampaignCommand;
use pivotal_domain::campaigns::campaigns::schedule::Windows;
use pivotal_domain::email::senders::ramp::Ramp;
use pivotal_domain::email::sending::policy::{Cap, Policy};
use pivotal_domain::identity::actor::Actor;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use crate::support::{ACCOUNT, World, address, states};

#[tokio::test]
async fn many_workers_never_take_more_than_a_burst_and_the_rate() {
    let world = World::new().await;
    let pool = world.sending.claims.pool().clone();
    let (campaign, start) = (Uuid::now_v7(), world.ctx.now());
    let mut scopes = Scopes::default();
    scopes.paced(of_campaign(campaign), 50.0);
    let scopes = Arc::new(scopes);
    let mut taken = 0;
    for step in 0..20 {
        let now = start + TimeDelta::milliseconds(100 * step);
        let asks = (0..4).map(|_| {
            let (scopes, pool) = (scopes.clone(), pool.clone());
            async move { scopes.take(&pool, 7, now).await.unwrap() }
        });
        for answer in futures::future::join_all(asks).await {
            taken += match answer {
                Tokens::Granted(some) => some,
                Tokens::Wait(_) => 0,
            };
        }
        // Twenty at once, and five in each tenth of a second.
        let most = 20 + 5 * usize::try_from(step).unwrap();
        assert!(taken <= most, "{taken} of {most} at step {step}");
    }
    assert_eq!(taken, 115, "and no fewer");
}

#[tokio::test]
async fn what_an_account_takes_is_shared_by_its_campaigns() {
    let mut world = World::new().await;
    world.sending.accounts = world.sending.accounts.clone().paced(BTreeMap::from([(ACCOUNT.to_owned(), 1)]));
    let members = world.people(30).await;
    let one = world.launched(world.launch(members[..15].to_vec())).await;
    let other = world.launched(world.launch(members[15..].to_vec())).await;
    world.send_all().await;
    assert_eq!(world.taken_for().len(), 20, "what may leave at once");
    for campaign in [one, other] {
        world.must_balance(campaign).await;
    }
}

#[tokio::test]
async fn a_domain_that_warms_up_sends_what_the_day_allows() {
    let first_day = "2026-01-05".parse().unwrap();
    let ramp = Ramp { first_day, start_per_day: 3, growth_percent: 100, limit_per_day: 1_000 };
    let world = World::with_ramp(Some(ramp)).await;
    let campaign = world.launched(world.launch(world.people(8).await)).await;
    world.send_all().await;
    assert_eq!(world.states(campaign).await, states(&[("pending", 5), ("sent", 3)]));
    world.log.clock.advance(TimeDelta::hours(24));
    world.send_all().await;
    assert_eq!(world.states(campaign).await, states(&[("sent", 8)]), "six more on the second day");
    world.must_balance(campaign).await;
}

#[tokio::test]
async fn of_a_domain_that_is_left_alone_nobody_comes_before_that_is_over() {
    let world = World::new().await;
    let campaign = world.launched(world.launch(world.people(6).await)).await;
    let pool = world.sending.claims.pool().clone();
    let over = block_domain(&pool, "firm0.com", TimeDelta::zero(), world.ctx.now()).await.unwrap();
    world.send_all().await;
    assert_eq!(world.states(campaign).await, states(&[("pending", 2), ("sent", 4)]));
    let due: Vec<DateTime<Utc>> = sqlx::query_scalar(
        "select due_at from guard.email_recipients where campaign = $1 and state = 'pending' order by due_at",
    )
    .bind(campaign)
    .fetch_all(&world.log.pools.read)
    .await
    .unwrap();
    assert_eq!(due, [over, over + TimeDelta::seconds(1)], "and then one after the other");
}

#[tokio::test]
async fn while_hours_are_shut_nobodys_turn_is_put_off() {
    let world = World::new().await;
    let mut launch = world.launch(world.people(6).await);
    // It is noon in Greenwich on a Monday: one in Berlin.
    launch.schedule.windows = Some(Windows { days: [true; 7], from_minute: 9 * 60, to_minute: 17 * 60 });
    let campaign = world.launched(launch).await;
    world.log.clock.advance(TimeDelta::hours(5));
    world.send_all().await;
    assert_eq!(world.states(campaign).await, states(&[("pending", 6)]));
    let due: i64 = sqlx::query_scalar(
        "select count(*) from guard.email_recipients where due_at <= $1 and lease is null",
    )
    .bind(world.ctx.now())
    .fetch_one(&world.log.pools.read)
    .await
    .unwrap();
    assert_eq!(due, 6, "they go as soon as somebody opens them");
    world.log.clock.advance(TimeDelta::hours(15));
    world.send_all().await;
    assert_eq!(world.states(campaign).await, states(&[("sent", 6)]));
}

#[tokio::test]
async fn whose_hours_are_opened_waits_no_longer() {
    let world = World::new().await;
    let mut launch = world.launch(world.people(4).await);
    // It is one in Berlin.
    launch.schedule.windows = Some(Windows { days: [true; 7], from_minute: 15 * 60, to_minute: 17 * 60 });
    let campaign = world.launched(launch).await;
    world.keep().await;
    world.send_all().await;
    assert_eq!(world.states(campaign).await, states(&[("pending", 4)]));
    let opened = CampaignCommand::ChangePace { per_second: None, windows: None, at: world.ctx.now() };
    world.command(campaign, opened).await;
    world.keep().await;
    world.send_all().await;
    assert_eq!(world.states(campaign).await, states(&[("sent", 4)]));
}

#[tokio::test]
async fn hours_of_each_zone_are_opened_too_and_nobody_elses() {
    let world = World::new().await;
    let mut members = world.people(3).await;
    // It is one in Berlin, nine in the evening in Tokyo and four in the morning in Los Angeles.
    members[1].zone = Some("Asia/Tokyo".into());
    members[2].zone = Some("America/Los_Angeles".into());
    let mut launch = world.launch(members);
    launch.schedule.in_recipients_zone = true;
    launch.schedule.windows = Some(Windows { days: [true; 7], from_minute: 9 * 60, to_minute: 17 * 60 });
    let campaign = world.launched(launch).await;
    world.send_all().await;
    world.keep().await;
    world.send_all().await;
    assert_eq!(world.states(campaign).await, states(&[("pending", 2), ("sent", 1)]));
    let wider = Some(Windows { days: [true; 7], from_minute: 9 * 60, to_minute: 22 * 60 });
    let opened = CampaignCommand::ChangePace { per_second: None, windows: wider, at: world.ctx.now() };
    world.command(campaign, opened).await;
    world.keep().await;
    world.send_all().await;
    assert_eq!(world.taken_for(), [address(0), address(1)]);
    assert_eq!(world.states(campaign).await, states(&[("pending", 1), ("sent", 2)]));
}

#[tokio::test]
async fn a_cap_counts_over_all_campaigns_and_is_exact() {
    let world = World::new().await;
    let policy = Policy { cap: Some(Cap { count: 1, days: 7 }), ..Policy::default() };
    set_policy(&world.ctx, &Actor::system("ui"), policy).await.unwrap();
    let members = world.people(40).await;
    let one = world.launched(world.launch(members.clone())).await;
    let other = world.launched(world.launch(members.clone())).await;
    // Both at once: each is written to by one of the two.
    tokio::join!(world.send_all(), world.send_all());
    assert_eq!(world.taken_for().len(), 40);
    let mut sent = 0;
    for campaign in [one, other] {
        world.must_balance(campaign).await;
        let held = world.states(campaign).await;
        sent += held.get("sent").copied().unwrap_or_default();
    }
    assert_eq!(sent, 40);
    world.log.clock.advance(TimeDelta::days(8));
    let third = world.launched(world.launch(members)).await;
    world.send_all().await;
    assert_eq!(world.states(third).await, states(&[("sent", 40)]));
}

#[tokio::test]
async fn a_campaign_may_say_that_no_cap_counts() {
    let world = World::new().await;
    let policy = Policy { cap: Some(Cap { count: 1, days: 7 }), ..Policy::default() };
    set_policy(&world.ctx, &Actor::system("ui"), policy).await.unwrap();
    let members = world.people(2).await;
    world.launched(world.launch(members.clone())).await;
    world.send_all().await;
    let mut launch = world.launch(members);
    launch.schedule.respects_cap = false;
    let campaign = world.launched(launch).await;
    world.send_all().await;
    assert_eq!(world.states(campaign).await, states(&[("sent", 2)]));
}

#[tokio::test]
async fn a_slow_campaign_keeps_no_turn_for_itself() {
    let world = World::new().await;
    let mut launch = world.launch(world.people(60).await);
    launch.schedule.per_second = Some(1);
    world.launched(launch).await;
    // The clock goes on while tokens are waited for.
    let clock = world.log.clock.clone();
    let ticking = tokio::spawn(async move {
        loop {
            tokio::time::sleep(Duration::from_millis(10)).await;
            clock.advance(TimeDelta::milliseconds(10));
        }
    });
    let turn = Pipeline::new(world.sending.clone()).turn(&CancellationToken::new()).await;
    ticking.abort();
    assert_eq!(turn.unwrap(), Turn::Worked);
    let left = world.taken_for().len();
    assert!((20..40).contains(&left), "a burst and what came within its patience: {left}");
}
