//! kill -9 in the middle of taking a whole import back.

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

/// Asks for the undo unless that was done before, and waits for its end; what it came to. Nothing when the program died
/// on the way. Once ended it can be asked for again, and that one finds nothing: it is asked for once.
async fn take_back(journey: &mut Journey, pivotal: &mut Pivotal, mut asked: bool) -> Option<Value> {
    let path = format!("/api/v1/imports/{}", journey.import.unwrap());
    let deadline = Instant::now() + WITHIN;
    while pivotal.lives() {
        assert!(Instant::now() < deadline, "the undo does not come to its end");
        let url = pivotal.url.clone();
        let seen = journey.ask(&url, Method::GET, &path, Value::Null, None).await;
        let Answer::Ok { body, .. } = seen else { continue };
        if body["state"] == "undone" {
            return Some(body["undo"]["undo"]["result"].clone());
        }
        if !asked {
            let answer = journey.ask(&url, Method::POST, &format!("{path}/undo"), json!({}), None).await;
            asked = matches!(answer, Answer::Ok { .. });
        }
        sleep(Duration::from_millis(20)).await;
    }
    None
}

#[tokio::test(flavor = "multi_thread")]
async fn fault_in_the_middle_of_an_undo() {
    if !ENABLED {
        panic!("this build has no failpoints: cargo test -p pivotal-api --features failpoints");
    }
    let fresh = fresh().await;
    let _room = side_by_side().await;
    let home = fresh.copy();
    let failpoint = format!("{}:2", Failpoint::UndoAfterChunk.name());
    let mut journey = Journey::new();
    let mut pivotal = Pivotal::start_with(&home, &[("PIVOTAL_FAILPOINT", &failpoint)]);
    assert!(pivotal.is_ready().await && journey.go_on(&mut pivotal).await);
    assert!(take_back(&mut journey, &mut pivotal, false).await.is_none(), "the point was never reached");
    let mut pivotal = Pivotal::start(&home).await;
    let result =
        take_back(&mut journey, &mut pivotal, true).await.expect("it died again, with no failpoint set");
    let created = i64::try_from(journey.file.created).unwrap();
    assert_eq!(result["contacts"]["archived"].as_i64(), Some(created), "{result}");
    let oracle = Oracle::of(&home).await;
    oracle.caught_up().await;
    let archived = "select count(*) from log.events where event_type = 'ContactArchived'";
    assert_eq!(oracle.count(archived).await, created, "each of them once");
    tokio::task::block_in_place(|| verify(&home));
    pivotal.stop().await;
}
