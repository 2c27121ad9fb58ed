//! Callers who hang up.

use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::alone;
use crate::support::home::fresh;
use crate::support::journey::Journey;
use crate::support::oracle::Oracle;
use crate::support::pivotal::Pivotal;

#[tokio::test(flavor = "multi_thread")]
async fn faults_of_200_callers_who_hang_up_under_load_lose_nothing_confirmed() {
    let fresh = fresh().await;
    let _room = alone().await;
    let home = fresh.copy();
    let mut pivotal = Pivotal::start(&home).await;
    let mut journey = Journey::new();
    journey.until_it_runs(&mut pivotal).await;
    let requests: Vec<_> = (0..400u64)
        .map(|n| {
            let body = json!({"fields": {"email": format!("caller{n}@people.test"), "full_name": format!("Caller {n}")}});
            let request = journey.request(&pivotal.url, Method::POST, "/api/v1/contacts").json(&body);
            tokio::spawn(async move {
                let sending = async { confirmed(request.send().await.ok()?).await };
                match n % 2 {
                    0 => sending.await,
                    // From before it is read to after it is written.
                    _ => tokio::time::timeout(Duration::from_millis(n % 40), sending).await.ok().flatten(),
                }
            })
        })
        .collect();
    let answers: Vec<(Uuid, i64)> =
        futures::future::join_all(requests).await.into_iter().filter_map(Result::unwrap).collect();
    assert!(answers.len() >= 200, "those who stayed got their answer: {}", answers.len());
    journey.acknowledged.extend(answers);
    assert!(journey.go_on(&mut pivotal).await);
    let oracle = Oracle::of(&home).await;
    oracle.check(&home, &journey).await;
    let open = "select count(*) from pg_stat_activity where state like 'idle in transaction%' and state_change < now() - interval '5 seconds'";
    assert_eq!(oracle.count(open).await, 0, "nobody left a transaction open");
    pivotal.stop().await;
}

async fn confirmed(answer: reqwest::Response) -> Option<(Uuid, i64)> {
    assert!(!answer.status().is_server_error(), "{}", answer.status());
    let position = answer.headers().get("x-pivotal-position")?.to_str().ok()?.parse().ok()?;
    let body: Value = answer.json().await.ok()?;
    Some((body["id"].as_str()?.parse().ok()?, position))
}
