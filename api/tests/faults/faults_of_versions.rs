//! During an upgrade old and new program share one log: the old one meets events it does not know.

use std::time::{Duration, Instant};

use reqwest::Method;
use serde_json::json;

use crate::support::home::fresh;
use crate::support::journey::{Answer, Journey};
use crate::support::oracle::Oracle;
use crate::support::pivotal::Pivotal;
use crate::support::side_by_side;

#[tokio::test(flavor = "multi_thread")]
async fn faults_of_an_unknown_event_stop_what_would_show_it_and_nothing_else() {
    let fresh = fresh().await;
    let _room = side_by_side().await;
    let home = fresh.copy();
    let mut pivotal = Pivotal::start(&home).await;
    let mut journey = Journey::new();
    journey.until_it_runs(&mut pivotal).await;
    assert!(journey.go_on(&mut pivotal).await);
    let oracle = Oracle::of(&home).await;
    oracle.caught_up().await;
    let (id, _) = journey.acknowledged[0];
    let none = ", '{}'".repeat(37);
    let position: i64 = sqlx::query_scalar(&format!(
        "select at_position from log.append(1, array[0], array['contact'], array[$1], array[2::bigint], array['ContactTeleported'], array['1.0'], array[$2], array['{{}}'], array[null::uuid]{none})"
    ))
    .bind(id.to_string())
    .bind(json!({"ContactTeleported": {"to": "Mars"}}).to_string())
    .fetch_one(&oracle.pools.write)
    .await
    .unwrap();

    // The old program goes on deciding: the fold passes over what it does not know.
    let change = json!({"fields": {"job_title": "Countess"}});
    match journey.ask(&pivotal.url, Method::PATCH, &format!("/api/v1/contacts/{id}"), change, None).await {
        Answer::Ok { position: Some(next), .. } => assert!(next > position),
        Answer::Refused(status, body) => panic!("{status}: {body}"),
        Answer::Ok { position: None, .. } | Answer::Unknown => panic!("no answer"),
    }
    // What shows contacts stops before it, in everybody's sight, and never passes it in silence.
    let stopped = format!(
        "select count(*) from read.checkpoints where state = 'stopped' and failed_position = {position} and failed_type = 'ContactTeleported' and position < {position}"
    );
    let deadline = Instant::now() + Duration::from_secs(30);
    while oracle.count(&stopped).await == 0 {
        assert!(Instant::now() < deadline, "nothing stopped");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let old = "select count(*) from read.contacts where job_title = 'Countess'";
    assert_eq!(oracle.count(old).await, 0, "not shown before what stands in front of it");
    // The rest of the house does not mind.
    journey.add_contact(&pivotal.url).await;
    assert!(pivotal.is_ready().await);
    pivotal.stop().await;
}
