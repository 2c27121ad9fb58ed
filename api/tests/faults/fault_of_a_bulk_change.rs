//! kill -9 in the middle of a bulk change, and in the middle of taking it back.

use std::time::{Duration, Instant};

use pivotal_log::failpoint::{ENABLED, Failpoint};
use reqwest::Method;
use serde_json::{Value, json};
use tokio::time::sleep;

use crate::support::home::{Home, fresh};
use crate::support::journey::{Answer, Journey};
use crate::support::oracle::Oracle;
use crate::support::pivotal::{Pivotal, verify};
use crate::support::side_by_side;

/// Where another process takes over, the dead one's lease must run out first.
const WITHIN: Duration = Duration::from_secs(240);
const CHANGES: &str = "/api/v1/bulk-changes";

/// Asks again and again until the bulk change is in the state; how it is then. Nothing when the program died on the way.
async fn brought_to(journey: &mut Journey, pivotal: &mut Pivotal, wanted: &str) -> Option<Value> {
    let deadline = Instant::now() + WITHIN;
    let new = json!({ "selection": { "entity": "contact", "filter": {} }, "action": { "kind": "set_fields", "fields": { "city": "Varde" } } });
    while pivotal.lives() {
        assert!(Instant::now() < deadline, "the bulk change does not become {wanted}");
        let url = pivotal.url.clone();
        let asked = journey.ask(&url, Method::GET, CHANGES, Value::Null, None).await;
        let Answer::Ok { body, .. } = asked else { continue };
        let one = body["items"][0].clone();
        match (one["state"].as_str(), wanted) {
            (Some(state), wanted) if state == wanted => return Some(one),
            (Some("completed"), _) => {
                let path = format!("{CHANGES}/{}/undo", one["id"].as_str().unwrap());
                drop(journey.ask(&url, Method::POST, &path, json!({}), None).await);
            }
            (Some(_), _) => {}
            // Asked for twice under one key it is one.
            (None, _) => {
                drop(journey.ask(&url, Method::POST, CHANGES, new.clone(), Some("bulk-1".into())).await)
            }
        }
        sleep(Duration::from_millis(20)).await;
    }
    None
}

async fn round(home: &Home, journey: &mut Journey, point: Failpoint, wanted: &str) -> Value {
    let failpoint = format!("{}:1", point.name());
    let mut pivotal = Pivotal::start_with(home, &[("PIVOTAL_FAILPOINT", &failpoint)]);
    assert!(pivotal.is_ready().await && journey.go_on(&mut pivotal).await);
    assert!(brought_to(journey, &mut pivotal, wanted).await.is_none(), "the point was never reached");
    let mut pivotal = Pivotal::start(home).await;
    let end = brought_to(journey, &mut pivotal, wanted).await.expect("it died again, with no failpoint set");
    pivotal.stop().await;
    end
}

#[tokio::test(flavor = "multi_thread")]
async fn fault_in_the_middle_of_a_bulk_change_and_of_its_undo() {
    if !ENABLED {
        panic!("this build has no failpoints: cargo test -p pivotal-api --features failpoints");
    }
    let fresh = fresh().await;
    let _room = side_by_side().await;
    let home = fresh.copy();
    let mut journey = Journey::new();
    let done = round(&home, &mut journey, Failpoint::BulkAfterChunk, "completed").await;
    let selected = done["selected"].as_i64().unwrap();
    assert!(selected > 0 && done["changed"].as_i64() == Some(selected), "{done}");
    let undone = round(&home, &mut journey, Failpoint::UndoAfterChunk, "undone").await;
    let counts = &undone["undo"]["undo"]["result"]["contacts"];
    assert_eq!(counts["reverted"].as_i64(), Some(selected), "{undone}");
    let pivotal = Pivotal::start(&home).await;
    let oracle = Oracle::of(&home).await;
    oracle.caught_up().await;
    for source in ["bulk:%", "bulk-undo:%"] {
        let events = format!(
            "select count(*) from log.events where event_type = 'ContactFieldsChanged' and metadata ->> 'source' like '{source}'"
        );
        assert_eq!(oracle.count(&events).await, selected, "{source}: each of them once");
    }
    tokio::task::block_in_place(|| verify(&home));
    pivotal.stop().await;
}
