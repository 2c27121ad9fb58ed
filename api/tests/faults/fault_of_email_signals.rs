//! kill -9 between the append of what came back about emails and the deletion of the rows it was read from: it is told once.

use std::time::{Duration, Instant};

use pivotal_log::failpoint::{ENABLED, Failpoint};
use tokio::time::sleep;

use crate::support::home::fresh;
use crate::support::journey::Journey;
use crate::support::oracle::Oracle;
use crate::support::pivotal::Pivotal;
use crate::support::side_by_side;

const WITHIN: Duration = Duration::from_secs(240);
const RECIPIENT: &str = "insert into guard.email_recipients (campaign, contact, version, state, address_key, due_at, message, marked_at)
  values ('00000000-0000-0000-0000-0000000000c1', '00000000-0000-0000-0000-0000000000a1', 1, 'sent', '\\x01', now(),
    '01962f4e-8a3b-7c01-9d2e-5f60718293a4', now())";
/// As somebody leaves it who pressed the button while their mail was being handed over.
const LEFT: &str = r#"insert into mail.inbox (source, account, received_at, body, next_at) values ('page', '', now(),
  convert_to('{"message":"01962f4e-8a3b-7c01-9d2e-5f60718293a4","reach":"global","at":"2026-01-05T12:00:00Z"}', 'UTF8'), now())"#;
const TOLD: &str = "select count(*) from log.facts where kind = 'email_signals_recorded'";
const WAITING: &str = "select count(*) from mail.inbox";

#[tokio::test(flavor = "multi_thread")]
async fn fault_between_the_signals_and_the_inbox() {
    if !ENABLED {
        panic!("this build has no failpoints: cargo test -p pivotal-api --features failpoints");
    }
    let fresh = fresh().await;
    let _room = side_by_side().await;
    let home = fresh.copy();
    let mut journey = Journey::new();
    let failpoint = format!("{}:1", Failpoint::EmailAfterSignals.name());
    let mut pivotal = Pivotal::start_with(&home, &[("PIVOTAL_FAILPOINT", &failpoint)]);
    assert!(pivotal.is_ready().await && journey.go_on(&mut pivotal).await);
    let oracle = Oracle::of(&home).await;
    sqlx::query(RECIPIENT).execute(&oracle.pools.write).await.unwrap();
    sqlx::query(LEFT).execute(&oracle.pools.write).await.unwrap();
    let deadline = Instant::now() + WITHIN;
    while pivotal.lives() {
        assert!(Instant::now() < deadline, "the point was never reached");
        sleep(Duration::from_millis(20)).await;
    }
    let pivotal = Pivotal::start(&home).await;
    let oracle = Oracle::of(&home).await;
    let deadline = Instant::now() + WITHIN;
    while oracle.count(WAITING).await > 0 {
        assert!(Instant::now() < deadline, "the row is not read again");
        sleep(Duration::from_millis(50)).await;
    }
    assert_eq!(oracle.count(TOLD).await, 1, "told once");
    oracle.caught_up().await;
    pivotal.stop().await;
}
