//! Postgres dies or is restarted under load and comes back.

use std::time::{Duration, Instant};

use crate::support::alone;
use crate::support::home::{Home, fresh, postmaster};
use crate::support::journey::Journey;
use crate::support::oracle::Oracle;
use crate::support::pivotal::{Pivotal, gone, signal};
use crate::support::services::restart_postgres;

/// R4 of the bars, counted from the moment it is hurt.
const RECOVERS_WITHIN: Duration = Duration::from_secs(10);

/// How long until somebody's work is confirmed again.
async fn until_work_goes_on(journey: &mut Journey, pivotal: &mut Pivotal) -> Duration {
    let (began, before) = (Instant::now(), journey.acknowledged.len());
    while journey.acknowledged.len() == before {
        assert!(pivotal.lives(), "the process must outlive its database's trouble");
        assert!(began.elapsed() < Duration::from_secs(60), "it does not recover");
        journey.add_contact(&pivotal.url).await;
    }
    began.elapsed()
}

/// Hurts it in the middle of an import; all must be well soon, and right in the end.
async fn hurt(home: &Home, what: impl AsyncFnOnce(&Home)) {
    let mut pivotal = Pivotal::start(home).await;
    let mut journey = Journey::new();
    journey.until_it_runs(&mut pivotal).await;
    let began = Instant::now();
    what(home).await;
    until_work_goes_on(&mut journey, &mut pivotal).await;
    let took = began.elapsed();
    eprintln!("work went on after {took:.1?}");
    assert!(took < RECOVERS_WITHIN, "{took:?}");
    assert!(journey.go_on(&mut pivotal).await);
    Oracle::of(home).await.check(home, &journey).await;
    pivotal.stop().await;
}

/// What is confirmed before it is down proves nothing.
async fn end_server(with: &str, home: &Home) {
    let pid = postmaster(&home.state());
    signal(with, pid);
    gone(pid).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn fault_of_a_backend_that_is_killed_under_load() {
    let fresh = fresh().await;
    let _alone = alone().await;
    // One backend killed by force makes the server throw out all of them and recover from its log.
    hurt(&fresh.copy(), async |home| {
        let writing: i32 = sqlx::query_scalar("select pid from pg_stat_activity where query like '%log.append(%' and pid <> pg_backend_pid() limit 1")
            .fetch_one(&Oracle::of(home).await.pools.read)
            .await
            .unwrap();
        signal("-9", writing.try_into().unwrap());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn fault_of_the_whole_server_killed_under_load() {
    let fresh = fresh().await;
    let _alone = alone().await;
    hurt(&fresh.copy(), async |home| end_server("-9", home).await).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn fault_of_a_private_server_that_is_shut_down_under_load() {
    let fresh = fresh().await;
    let _alone = alone().await;
    hurt(&fresh.copy(), async |home| end_server("-INT", home).await).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn fault_of_a_server_that_is_restarted_under_load() {
    let _alone = alone().await;
    let home = Home::on_the_test_server().await;
    hurt(&home, async |_| tokio::task::block_in_place(restart_postgres)).await;
}
