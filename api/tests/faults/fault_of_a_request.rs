//! kill -9 between the steps of an erasure that somebody asked for.

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
const REQUESTS: &str = "/api/v1/requests";

async fn get(journey: &mut Journey, url: &str, path: &str) -> Option<Value> {
    match journey.ask(url, Method::GET, path, Value::Null, None).await {
        Answer::Ok { body, .. } => Some(body),
        _ => None,
    }
}

/// Asks for the erasure of somebody again and again until it is done; false when the program died on the way.
async fn erased(journey: &mut Journey, pivotal: &mut Pivotal) -> bool {
    let deadline = Instant::now() + WITHIN;
    while pivotal.lives() {
        assert!(Instant::now() < deadline, "the person is not erased");
        let url = pivotal.url.clone();
        sleep(Duration::from_millis(50)).await;
        let Some(requests) = get(journey, &url, REQUESTS).await else { continue };
        let one = &requests["items"][0];
        match (one["id"].as_str(), one["forgotten"].as_bool()) {
            (Some(_), Some(true)) => return true,
            (Some(id), _) => {
                let path = format!("{REQUESTS}/{id}/answer");
                drop(journey.ask(&url, Method::POST, &path, json!({ "confirm": true }), None).await);
            }
            (None, _) => {
                let Some(contacts) = get(journey, &url, "/api/v1/contacts?first=1").await else { continue };
                let Some(contact) = contacts["items"][0]["id"].as_str() else { continue };
                let new = json!({ "kind": "erasure", "cameBy": "email", "contactId": contact });
                // Asked for twice under one key it is one.
                drop(journey.ask(&url, Method::POST, REQUESTS, new, Some("request-1".into())).await);
            }
        }
    }
    false
}

#[tokio::test(flavor = "multi_thread")]
async fn fault_between_the_steps_of_an_erasure() {
    if !ENABLED {
        panic!("this build has no failpoints: cargo test -p pivotal-api --features failpoints");
    }
    let fresh = fresh().await;
    let _room = side_by_side().await;
    // Suppressed, erased, cleared, answered.
    for step in 1..=4 {
        let home = fresh.copy();
        let mut journey = Journey::new();
        let failpoint = format!("{}:{step}", Failpoint::RequestAfterStep.name());
        let mut pivotal = Pivotal::start_with(&home, &[("PIVOTAL_FAILPOINT", &failpoint)]);
        assert!(pivotal.is_ready().await && journey.go_on(&mut pivotal).await);
        assert!(!erased(&mut journey, &mut pivotal).await, "step {step} was never reached");
        let mut pivotal = Pivotal::start(&home).await;
        assert!(erased(&mut journey, &mut pivotal).await, "it died again, with no failpoint set");
        let oracle = Oracle::of(&home).await;
        oracle.caught_up().await;
        for event in ["ContactErased", "RequestAnswered", "RequestForgotten"] {
            let events = format!("select count(*) from log.events where event_type = '{event}'");
            assert_eq!(oracle.count(&events).await, 1, "{event} after step {step}");
        }
        tokio::task::block_in_place(|| verify(&home));
        pivotal.stop().await;
    }
}
