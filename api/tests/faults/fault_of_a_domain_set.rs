//! kill -9 while the lines of a domain set are read, and again while what was found is written: each line is read and matched once.

use std::time::{Duration, Instant};

use pivotal_log::failpoint::{ENABLED, Failpoint};
use reqwest::Method;
use serde_json::Value;
use tokio::time::sleep;

use crate::support::home::{Home, fresh};
use crate::support::journey::{Answer, Journey};
use crate::support::oracle::Oracle;
use crate::support::pivotal::{Pivotal, verify};
use crate::support::side_by_side;

/// Where another process takes over, the dead one's lease must run out first.
const WITHIN: Duration = Duration::from_secs(240);
const SETS: &str = "/api/v1/domain-sets";
/// Three chunks.
const LINES: i64 = 2_500;
/// Companies of the journey's file, each of which is an account.
const KNOWN: i64 = 37;

/// The companies there are, and others that look like none of them.
fn lines() -> String {
    let known = (0..KNOWN).map(|n| format!("company{n}.test\n"));
    known.chain((KNOWN..LINES).map(|n| format!("quite-other-{n}-firm.test\n"))).collect()
}

/// Until the set is matched; it is taken in once. Nothing when the program died on the way.
async fn matched(journey: &mut Journey, pivotal: &mut Pivotal, taken_in: &mut bool) -> Option<Value> {
    let deadline = Instant::now() + WITHIN;
    while pivotal.lives() {
        assert!(Instant::now() < deadline, "the domain set does not come to its end");
        let url = pivotal.url.clone();
        let asked = journey.ask(&url, Method::GET, SETS, Value::Null, None).await;
        let Answer::Ok { body, .. } = asked else { continue };
        let one = body["items"][0].clone();
        match one["state"].as_str() {
            Some("ready") => {
                let report = format!("{SETS}/{}/report", one["id"].as_str().unwrap());
                let asked = journey.ask(&url, Method::GET, &report, Value::Null, None).await;
                if let Answer::Ok { body, .. } = asked {
                    return Some(body);
                }
            }
            Some("failed") => panic!("the matching ended badly: {one}"),
            Some(_) => {}
            // It is on its way to the list.
            None if *taken_in => {}
            None => {
                let upload = journey
                    .request(&url, Method::POST, &format!("{SETS}?fileName=targets.txt"))
                    .header("content-type", "text/csv")
                    .body(lines());
                // The program dies of nothing else than of what it took in.
                *taken_in = !matches!(journey.send(upload).await, Answer::Refused(..));
            }
        }
        sleep(Duration::from_millis(20)).await;
    }
    None
}

async fn killed(home: &Home, journey: &mut Journey, point: Failpoint, taken_in: &mut bool) {
    let failpoint = format!("{}:2", point.name());
    let mut pivotal = Pivotal::start_with(home, &[("PIVOTAL_FAILPOINT", &failpoint)]);
    if !(pivotal.is_ready().await && journey.go_on(&mut pivotal).await) {
        // What was taken in goes on at once: it died of it before anybody could look.
        assert!(*taken_in, "{}: it died of something else", point.name());
        return;
    }
    assert!(
        matched(journey, &mut pivotal, taken_in).await.is_none(),
        "{}: the point was never reached",
        point.name()
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn fault_in_the_middle_of_reading_and_of_matching_a_domain_set() {
    if !ENABLED {
        panic!("this build has no failpoints: cargo test -p pivotal-api --features failpoints");
    }
    let fresh = fresh().await;
    let _room = side_by_side().await;
    let home = fresh.copy();
    let mut journey = Journey::new();
    let mut taken_in = false;
    killed(&home, &mut journey, Failpoint::DomainSetAfterLines, &mut taken_in).await;
    killed(&home, &mut journey, Failpoint::DomainSetAfterMatches, &mut taken_in).await;
    let mut pivotal = Pivotal::start(&home).await;
    let report = matched(&mut journey, &mut pivotal, &mut taken_in)
        .await
        .expect("it died again, with no failpoint set");
    let counts = ["items", "exact", "unknown", "pending"].map(|count| report[count].as_i64());
    assert_eq!(counts, [Some(LINES), Some(KNOWN), Some(LINES - KNOWN), Some(0)], "{report}");
    let oracle = Oracle::of(&home).await;
    for (kind, fact) in [
        ("domain_set_items_read", "DomainSetItemsRead"),
        ("domain_set_items_matched", "DomainSetItemsMatched"),
    ] {
        let written = format!(
            "select coalesce(sum(jsonb_array_length(payload::jsonb -> '{fact}' -> 'items')), 0)::bigint from log.facts where kind = '{kind}'"
        );
        assert_eq!(oracle.count(&written).await, LINES, "{kind}: each of them once");
    }
    let told = "select count(*) from log.events where event_type = 'DomainSetMatched'";
    assert_eq!(oracle.count(told).await, 1, "and told once");
    oracle.caught_up().await;
    tokio::task::block_in_place(|| verify(&home));
    pivotal.stop().await;
}
