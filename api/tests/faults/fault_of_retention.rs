//! kill -9 between two chunks of a run of retention: all that is due goes, and is counted once.

use std::time::{Duration, Instant};

use pivotal_log::failpoint::{ENABLED, Failpoint};
use reqwest::Method;
use serde_json::{Value, json};
use tokio::time::sleep;

use crate::support::home::fresh;
use crate::support::journey::{Answer, Journey};
use crate::support::oracle::Oracle;
use crate::support::pivotal::{Pivotal, verify};
use crate::support::side_by_side;

/// Where another process takes over, the dead one's lease must run out first.
const WITHIN: Duration = Duration::from_secs(240);
const RUNS: &str = "/api/v1/retention-rules/runs";
/// Three chunks.
const OLD: i64 = 2_500;

#[tokio::test(flavor = "multi_thread")]
async fn fault_between_two_chunks_of_a_run_of_retention() {
    if !ENABLED {
        panic!("this build has no failpoints: cargo test -p pivotal-api --features failpoints");
    }
    let fresh = fresh().await;
    let _room = side_by_side().await;
    let home = fresh.copy();
    let mut journey = Journey::new();
    let failpoint = format!("{}:2", Failpoint::RetentionAfterChunk.name());
    let mut pivotal = Pivotal::start_with(&home, &[("PIVOTAL_FAILPOINT", &failpoint)]);
    assert!(pivotal.is_ready().await && journey.go_on(&mut pivotal).await);
    let oracle = Oracle::of(&home).await;
    let old = "insert into mail.mailbox (id, sent_at, to_name, to_address, subject, body)
      select gen_random_uuid(), now() - interval '20 days', 'Ada', 'ada@example.com', 'Old', 'Old' from generate_series(1, $1)";
    sqlx::query(old).bind(OLD).execute(&oracle.pools.write).await.unwrap();
    let deadline = Instant::now() + WITHIN;
    while pivotal.lives() {
        assert!(Instant::now() < deadline, "the point was never reached");
        let url = pivotal.url.clone();
        drop(journey.ask(&url, Method::POST, RUNS, json!({}), None).await);
        sleep(Duration::from_millis(20)).await;
    }
    let pivotal = Pivotal::start(&home).await;
    let deadline = Instant::now() + WITHIN;
    let run = loop {
        assert!(Instant::now() < deadline, "the run does not come to its end");
        let url = pivotal.url.clone();
        match journey.ask(&url, Method::GET, RUNS, Value::Null, None).await {
            Answer::Ok { body, .. } if body[0].is_object() => break body[0].clone(),
            _ => sleep(Duration::from_millis(50)).await,
        }
    };
    let mailbox =
        run["kinds"].as_array().unwrap().iter().find(|kind| kind["kind"] == "test_mailbox").unwrap();
    assert_eq!(mailbox["deleted"].as_i64(), Some(OLD), "each of them once: {run}");
    let oracle = Oracle::of(&home).await;
    let left = "select count(*) from mail.mailbox where sent_at < now() - interval '14 days'";
    assert_eq!(oracle.count(left).await, 0);
    let told = "select count(*) from log.events where event_type = 'RetentionRan'";
    assert_eq!(oracle.count(told).await, 1, "and told once");
    oracle.caught_up().await;
    tokio::task::block_in_place(|| verify(&home));
    pivotal.stop().await;
}
