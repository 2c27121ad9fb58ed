//! What a provider may answer, and what follows for the recipient, the domain and the account.

use std::collections::HashMap;
use std::time::Duration;

use chrono::TimeDelta;
use pivotal_commands::email::sending::look_up::look;
use pivotal_commands::email::sending::pace::away_accounts;
use pivotal_commands::email::sending::unknown::{SettleUnknown, Was, settle_unknown};
use pivotal_commands::email::tracking::matching::by_provider;
use pivotal_commands::ports::email_provider::{HandOver, Refusal};
use pivotal_domain::campaigns::campaigns::happened::PauseReason;
use pivotal_domain::campaigns::campaigns::state::State;
use pivotal_domain::identity::actor::Actor;
use uuid::Uuid;

use crate::support::{ACCOUNT, World, address, states};

fn refused(refusal: Refusal) -> HandOver {
    HandOver::Refused { refusal, said: "550 no such user".into() }
}

#[tokio::test]
async fn an_address_that_nobody_has_is_suppressed_with_the_outcome() {
    let world = World::new().await;
    world.says(&address(0), vec![refused(Refusal::Recipient)]);
    world.says(&address(1), vec![refused(Refusal::Mail)]);
    let members = world.people(3).await;
    let campaign = world.launched(world.launch(members.clone())).await;
    world.send_all().await;
    assert_eq!(
        world.states(campaign).await,
        states(&[("failed: refused_address", 1), ("failed: refused_message", 1), ("sent", 1)])
    );
    world.must_balance(campaign).await;
    let suppressed: Vec<String> =
        sqlx::query_scalar("select reason from guard.suppressions where not released")
            .fetch_all(&world.log.pools.read)
            .await
            .unwrap();
    assert_eq!(suppressed, ["hard_bounce"]);
    let next = world.launched(world.launch(members)).await;
    assert_eq!(world.states(next).await, states(&[("excluded: suppressed", 1), ("pending", 2)]));
}

#[tokio::test]
async fn what_is_put_off_comes_again_and_not_for_ever() {
    let world = World::new().await;
    let later = refused(Refusal::DeferRecipient(Duration::ZERO));
    world.says(&address(0), vec![later.clone(), later.clone()]);
    world.says(&address(1), vec![later; 20]);
    let campaign = world.launched(world.launch(world.people(2).await)).await;
    for _ in 0..12 {
        world.send_all().await;
        world.must_balance(campaign).await;
        world.log.clock.advance(TimeDelta::hours(16));
    }
    assert_eq!(world.states(campaign).await, states(&[("failed: tries_used_up", 1), ("sent", 1)]));
    assert_eq!(world.taken_for(), [address(0)]);
}

#[tokio::test]
async fn a_domain_that_wants_less_holds_up_nobody_else() {
    let world = World::new().await;
    // Numbers 0 and 5 are at one domain.
    world.says(&address(0), vec![refused(Refusal::DeferDomain(Duration::from_secs(60)))]);
    let campaign = world.launched(world.launch(world.people(6).await)).await;
    world.send_all().await;
    let waiting: Vec<String> = sqlx::query_scalar(
        "select domain from guard.email_recipients where campaign = $1 and state = 'pending'",
    )
    .bind(campaign)
    .fetch_all(&world.log.pools.read)
    .await
    .unwrap();
    assert_eq!(waiting, ["firm0.com"], "one of the two was in the same chunk");
    let attempts: i16 = sqlx::query_scalar(
        "select attempts from guard.email_recipients where campaign = $1 and state = 'pending'",
    )
    .bind(campaign)
    .fetch_one(&world.log.pools.read)
    .await
    .unwrap();
    assert_eq!(attempts, 0, "to wait for a domain is no try");
    world.log.clock.advance(TimeDelta::minutes(6));
    world.send_all().await;
    assert_eq!(world.states(campaign).await, states(&[("sent", 6)]));
    world.must_balance(campaign).await;
}

#[tokio::test]
async fn an_account_that_is_away_is_left_alone_for_a_while() {
    let world = World::new().await;
    world.says(&address(0), vec![refused(Refusal::DeferAll(Duration::from_secs(60)))]);
    let campaign = world.launched(world.launch(world.people(1).await)).await;
    world.send_all().await;
    assert_eq!(world.states(campaign).await, states(&[("pending", 1)]));
    assert_eq!(world.state(campaign).await, State::Running);
    world.log.clock.advance(TimeDelta::seconds(61));
    world.send_all().await;
    assert_eq!(world.states(campaign).await, states(&[("sent", 1)]));
}

#[tokio::test]
async fn somebody_over_whom_the_server_breaks_off_is_not_tried_for_ever() {
    let world = World::new().await;
    world.says(&address(0), vec![refused(Refusal::DeferBoth(Duration::from_secs(60))); 30]);
    let campaign = world.launched(world.launch(world.people(3).await)).await;
    world.send_all().await;
    world.must_balance(campaign).await;
    world.log.clock.advance(TimeDelta::seconds(61));
    world.send_all().await;
    let tries: i16 = sqlx::query_scalar(
        "select attempts from guard.email_recipients where campaign = $1 and state = 'pending'",
    )
    .bind(campaign)
    .fetch_one(&world.log.pools.read)
    .await
    .unwrap();
    assert!(tries >= 1, "it was a try");
    for _ in 0..12 {
        world.log.clock.advance(TimeDelta::hours(16));
        world.send_all().await;
    }
    assert_eq!(world.states(campaign).await, states(&[("failed: tries_used_up", 1), ("sent", 2)]));
    assert_eq!(world.state(campaign).await, State::Running, "it says nothing against the account");
    world.must_balance(campaign).await;
}

#[tokio::test]
async fn an_account_that_is_not_in_order_pauses_its_campaigns() {
    let world = World::new().await;
    world.says(&address(0), vec![refused(Refusal::Setup)]);
    let members = world.people(1).await;
    let campaign = world.launched(world.launch(members.clone())).await;
    let other = world.launched(world.launch(Vec::new())).await;
    world.send_all().await;
    for id in [campaign, other] {
        let made = world.made(id).await;
        assert_eq!((made.state, made.paused), (State::Paused, Some(PauseReason::Provider)), "{ACCOUNT}");
    }
    assert_eq!(world.states(campaign).await, states(&[("pending", 1)]));
    world.must_balance(campaign).await;
    // Whoever is about to launch by it is told, however long ago that was, until it takes something.
    let pool = &world.log.pools.write;
    let later = world.ctx.now() + TimeDelta::days(3);
    assert_eq!(away_accounts(pool, later).await.unwrap(), [ACCOUNT]);
    world.launched(world.launch(members)).await;
    world.send_all().await;
    assert!(away_accounts(pool, later).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_person_says_what_nobody_knew() {
    let world = World::new().await;
    let campaign = world.launched(world.launch(world.people(3).await)).await;
    // Of mails that nobody can look up.
    for n in 0..3 {
        world.says(&address(n), vec![HandOver::Unknown { said: "no answer".into() }]);
    }
    world.send_all().await;
    sqlx::query("update guard.email_campaigns set account = 'gone'")
        .execute(&world.log.pools.write)
        .await
        .unwrap();
    world.log.clock.advance(TimeDelta::minutes(6));
    look(&world.sending, None).await.unwrap();
    assert_eq!(world.states(campaign).await, states(&[("unknown: process_died", 3)]));
    world.must_balance(campaign).await;
    world.keep().await;
    assert_eq!(world.state(campaign).await, State::Completed, "what nobody knows holds nothing up");
    let first: Uuid = sqlx::query_scalar("select min(contact::text)::uuid from guard.email_recipients")
        .fetch_one(&world.log.pools.read)
        .await
        .unwrap();
    let admin = Actor::system("ui");
    let settle = |contacts, was| SettleUnknown { campaign, contacts, was };
    let done = settle_unknown(&world.ctx, &admin, settle(Some(vec![first]), Was::Sent)).await.unwrap();
    assert_eq!(done.count, 1);
    let done = settle_unknown(&world.ctx, &admin, settle(None, Was::NotSent)).await.unwrap();
    assert_eq!(done.count, 2);
    let again = settle_unknown(&world.ctx, &admin, settle(None, Was::Sent)).await.unwrap();
    assert_eq!(again.count, 0, "said once and for all");
    assert_eq!(world.states(campaign).await, states(&[("failed: person", 2), ("sent", 1)]));
    world.must_balance(campaign).await;
}

#[tokio::test]
async fn whose_address_changed_since_is_not_looked_up_by_another() {
    let world = World::new().await;
    let campaign = world.launched(world.launch(world.people(2).await)).await;
    for n in 0..2 {
        world.says(&address(n), vec![HandOver::Unknown { said: "no answer".into() }]);
    }
    world.send_all().await;
    // The mail of one of them went to another address than they have now.
    sqlx::query("update guard.email_recipients set address_key = $1 where contact = (select min(contact::text)::uuid from guard.email_recipients)")
        .bind(vec![7_u8; 32])
        .execute(&world.log.pools.write)
        .await
        .unwrap();
    world.log.clock.advance(TimeDelta::minutes(6));
    look(&world.sending, None).await.unwrap();
    assert_eq!(world.states(campaign).await, states(&[("pending", 1), ("unknown: process_died", 1)]));
    world.must_balance(campaign).await;
}

#[tokio::test]
async fn a_name_that_several_mails_share_names_none_of_them() {
    let world = World::new().await;
    let [one, other, third] = [(); 3].map(|()| Uuid::now_v7());
    for (id, message) in [("alone", one), ("shared", other), ("shared", third)] {
        sqlx::query(
            "insert into guard.email_provider_ids (account, id, message, at) values ($1, $2, $3, now())",
        )
        .bind(ACCOUNT)
        .bind(id)
        .bind(message)
        .execute(&world.log.pools.write)
        .await
        .unwrap();
    }
    let names = ["alone", "shared", "nobody's"].map(str::to_owned);
    let named = by_provider(&world.log.pools.write, ACCOUNT, &names).await.unwrap();
    assert_eq!(named, HashMap::from([("alone".to_owned(), one)]));
}
